import { at, setPoints, share, split, type Json, type Place, type Ruleset, type Step } from '../../../engine/index.ts'

const put = (node: Json | undefined, spot: Place['spot'], value: Json): Json => {
  const [name, ...rest] = spot
  if (name === undefined) return value
  if (Array.isArray(node)) return node.with(Number(name), put(node[Number(name)], rest, value))
  const object = node as { [key: string]: Json }
  return { ...object, [name]: put(object[name], rest, value) }
}

/** Steps that put another text or number where a piece of the paper stands (a share is given in percent); points of a criterion take the sums above along. */
export function rewrite(ruleset: Ruleset, { path, key, spot, kind }: Place, value: string | number): Step[] {
  const next = kind === 'share' ? share(Number(value)) : value
  if (key === 'points' && split(path).at(-2) === 'criteria') return setPoints(ruleset, path, Number(next))
  const from = (at(ruleset, path) as { [key: string]: Json } | undefined)?.[key]
  return [{ type: 'set', path, key, ...(from === undefined ? {} : { from }), to: put(from, spot, next) }]
}
