import { describe, expect, it } from 'vitest'
import { PRODUCT, TESTS, parsedOf, read, type Parsed } from './tree.ts'

const DOOR = 'engine/index.ts'
/** Files started by a command, a page or a tool, or put by the build in the place of a module of a package: nobody imports them. */
const STARTED = /^(server\/(main|cli)\.ts|editor\/main\.ts|editor\/components\/json\/sheets\.ts)$/

/** Names exported in some files that no other file takes, as `file: name`; types that tell what an export of the same file takes or gives are left out. */
export function unused(all: readonly Parsed[], asked: readonly string[]): string[] {
  const taken = new Map<string, Set<string>>()
  for (const { imports } of all) for (const { to, names } of imports) taken.set(to, new Set([...(taken.get(to) ?? []), ...names]))
  return all.filter(({ file }) => asked.includes(file)).flatMap(({ file, exports, types, names: stand }) => {
    const names = taken.get(file)
    const isToldOf = (name: string): boolean => types.has(name) && (stand.get(name) ?? 0) > 1
    return names?.has('*') ? [] : exports.filter((name) => !names?.has(name) && !isToldOf(name)).map((name) => `${file}: ${name}`)
  })
}

describe('what is exported', () => {
  const all = [...PRODUCT, ...TESTS].map(parsedOf)
  it('has a user in another file', () => {
    expect(unused(all, PRODUCT.filter((file) => file !== DOOR && !STARTED.test(file)))).toEqual([])
  })
  it('through the door of the engine has a user outside the engine', () => {
    expect(unused(all.filter(({ file }) => !file.startsWith('engine/') || file === DOOR), [DOOR])).toEqual([])
  })
  it('is named one by one', () => {
    expect(all.filter(({ stars }) => stars > 0).map(({ file }) => file)).toEqual([])
  })
  it('is not taken from the index of the own folder', () => {
    const own = all.flatMap(({ imports }) => imports).filter(({ from, to }) => to.endsWith('/index.ts') && from.startsWith(to.slice(0, -'index.ts'.length)))
    expect(own.map(({ from, to }) => `${from} → ${to}`).filter((arrow) => !arrow.startsWith('editor/i18n/'))).toEqual([])
  })
  it('would be shown if nobody used it', () => {
    const files = [read('engine/a.ts', 'export const used = 1, spare = 2\nexport type Kind = string'), read('engine/b.ts', "import { used as x, type Kind } from './a.ts'\nexport * from './a.ts'\nexport default x")]
    expect(unused([files[0] as Parsed, read('engine/b.ts', "import { used as x, type Kind } from './a.ts'")], ['engine/a.ts'])).toEqual(['engine/a.ts: spare'])
    expect([files[1]?.stars, files[1]?.exports]).toEqual([1, ['default']])
  })
})
