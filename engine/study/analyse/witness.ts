import type { Exact } from '../../model/decimal.ts'
import { cmp } from '../../model/decimal.ts'
import type { State } from '../../model/sheet.ts'
import type { Box, Ground, Relation } from './boxes.ts'
import { domainIn } from './boxes.ts'
import { examples } from './numbers.ts'
import type { Domain } from './values.ts'

/** What a name shows for one unit: a number (days for dates), a word, or why there is nothing. */
export type Shown = { number: Exact; day: boolean } | { word: string | boolean } | { state: Exclude<State, 'given'> }
export type Witness = ReadonlyMap<string, Shown>
const TRIES = 2000

/** Values of a name worth trying: given ones first. */
function shownBy(domain: Domain): Shown[] {
  const { values, states } = domain
  const absent: Shown[] = (['not-applicable', 'missing'] as const).filter((s) => states.has(s)).map((state) => ({ state }))
  if (!states.has('given')) return absent
  if (values.kind !== 'word') return [...examples(values.numbers).map((number): Shown => ({ number, day: values.kind === 'date' })), ...absent]
  const { listed, others } = values.choices
  return [...(others ? [{ word: unlike(listed) }] : [...listed].map((word): Shown => ({ word }))), ...absent]
}
const unlike = (listed: ReadonlySet<string | boolean>): string => {
  let word = 'other'
  while (listed.has(word)) word += '-'
  return word
}

/** One unit of the box: a value for each name it tells something of; null when none was found that keeps its relations. */
export function witness(box: Box, ground: Ground): Witness | null {
  const related = new Set(box.relations.flatMap((r) => [r.left, r.right]))
  const names = [...new Set([...box.domains.keys(), ...related])]
  const candidates = new Map(names.map((name) => [name, shownBy(domainIn(box, name, ground))]))
  for (const { left, right } of box.relations) {
    // What one side can be is worth trying on the other.
    const mine = candidates.get(left) ?? []
    candidates.set(left, [...mine, ...(candidates.get(right) ?? [])])
    candidates.set(right, [...(candidates.get(right) ?? []), ...mine])
  }
  const found = new Map<string, Shown>()
  for (const name of names) {
    const [first] = candidates.get(name) ?? []
    if (!first) return null
    found.set(name, first)
  }
  return box.relations.length === 0 ? found : search(found, [...related], candidates, box)
}
function search(start: Witness, names: readonly string[], candidates: ReadonlyMap<string, readonly Shown[]>, box: Box): Witness | null {
  let tries = 0
  const next = (i: number, chosen: Map<string, Shown>): Witness | null => {
    const name = names[i]
    if (name === undefined) return box.relations.every((r) => keeps(r, chosen)) ? new Map(chosen) : null
    for (const shown of candidates.get(name) ?? []) {
      if (++tries > TRIES) return null
      const found = next(i + 1, chosen.set(name, shown))
      if (found) return found
    }
    return null
  }
  return next(0, new Map(start))
}
function keeps({ left, operator, right, wanted }: Relation, chosen: ReadonlyMap<string, Shown>): boolean {
  const [a, b] = [chosen.get(left), chosen.get(right)]
  if (!a || !b) return false
  if ('word' in a && 'word' in b) return ((a.word === b.word) === (operator === 'equal')) === wanted
  if (!('number' in a) || !('number' in b)) return false
  const order = cmp(a.number, b.number)
  const answers: { [operator: string]: boolean } = {
    equal: order === 0, notEqual: order !== 0, lessThan: order < 0, before: order < 0, lessThanInclusive: order <= 0, onOrBefore: order <= 0,
    greaterThan: order > 0, after: order > 0, greaterThanInclusive: order >= 0, onOrAfter: order >= 0,
  }
  return answers[operator] === wanted
}
