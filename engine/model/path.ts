import type { Json } from './step.ts'

/** Joins ids and property names into a path; `/` and `~` inside a name are escaped as in JSON Pointer (RFC 6901). */
export const join = (...parts: (string | number)[]): string =>
  parts.filter((p) => p !== '').map((p) => String(p).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')

/** The parent path extended by further names. */
export const under = (path: string, ...parts: (string | number)[]): string => (path === '' ? join(...parts) : [path, join(...parts)].join('/'))

/** The names of a path, outermost first. */
export const split = (path: string): string[] =>
  path === '' ? [] : path.split('/').map((p) => p.replaceAll('~1', '/').replaceAll('~0', '~'))

const child = (node: Json | undefined, name: string): Json | undefined => {
  if (Array.isArray(node)) return node.find((item) => typeof item === 'object' && item !== null && !Array.isArray(item) && item['id'] === name)
  if (typeof node === 'object' && node !== null && Object.hasOwn(node, name)) return node[name]
  return undefined
}

/** What stands at a path, or undefined. */
export const at = (document: unknown, path: string): Json | undefined =>
  split(path).reduce<Json | undefined>((node, name) => child(node, name), document as Json)
