import { describe, expect, it } from 'vitest'
import { COLUMNS, ROWS } from '../../../editor/components/form/table.ts'
import { RulesetSchema } from '../../../engine/model/ruleset.ts'

interface Node { $ref?: string; anyOf?: Node[]; items?: Node; properties?: { [key: string]: Node } }
/** The properties of every object of the format, by its place. */
function properties(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const definitions = (RulesetSchema as unknown as { $defs: { [name: string]: Node } }).$defs
  const open = new Set<string>()
  const go = (node: Node, place: string): void => {
    const name = node.$ref?.replace('#/$defs/', '')
    if (name !== undefined) {
      if (!open.has(name)) go(definitions[open.add(name) && name] as Node, name === 'Ruleset' ? '' : name)
      return
    }
    node.anyOf?.forEach((branch) => go(branch, place))
    if (node.items) go(node.items, `${place}/*`)
    for (const [key, inner] of Object.entries(node.properties ?? {})) {
      found.set(place, (found.get(place) ?? new Set()).add(key))
      go(inner, key === 'source' ? 'source' : place === '' ? key : `${place}/${key}`)
    }
  }
  go({ $ref: 'Ruleset' }, '')
  return found
}
/** Conditions and operands have an editor of their own; small tables show their rows by columns. */
const elsewhere = new Set(['All', 'Any', 'Not', 'Named', 'Test', 'Test/value', 'derived/*/derive/low', 'derived/*/derive/high'])

describe('the table of forms', () => {
  it('lays out every property of the format once', () => {
    const lists = new Set(Object.keys(COLUMNS).map((list) => `${list}/*`))
    for (const [place, keys] of properties()) {
      if (place === '' || elsewhere.has(place)) continue
      const laid = (ROWS[place] ?? (lists.has(place) ? COLUMNS[place.slice(0, -2)] : undefined) ?? []).flatMap((row) => row.split(' '))
      expect({ place, laid: laid.toSorted() }).toEqual({ place, laid: [...keys].toSorted() })
    }
  })
  it('names no place that the format has not', () => {
    const known = properties()
    expect(Object.keys(ROWS).filter((place) => !known.has(place))).toEqual([])
    for (const [place, rows] of Object.entries(ROWS)) expect(rows.flatMap((row) => row.split(' ')).filter((key) => !known.get(place)?.has(key)), place).toEqual([])
  })
})
