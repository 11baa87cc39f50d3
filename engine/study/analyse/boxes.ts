import { namesOf, type Names, type Shared } from '../../model/names.ts'
import { isOperator, type OperatorName } from '../../model/operators.ts'
import type { Condition, Test } from '../../model/ruleset.ts'
import type { Domains } from './domains.ts'
import { closed, highest, lowest, meet, numbers, opened, type Numbers } from './numbers.ts'
import { narrowByTest } from './truth.ts'
import { GIVEN, inStates, isNothing, narrowed, type Domain, type Values } from './values.ts'

/** Two names compared with each other. */
export interface Relation { left: string; operator: OperatorName; right: string; wanted: boolean }
/** Records of one shape: what each name can be there (others: anything), and how names compare. */
export interface Box { domains: ReadonlyMap<string, Domain>; relations: readonly Relation[] }
export interface Ground { domains: Domains; shared: Shared }

export const ANYTHING: Box = { domains: new Map(), relations: [] }
/** More boxes than this are not followed up; the analysis then says so. */
const LIMIT = 400
/** Boxes that together hold every record with a property; null = too many. */
export type Boxes = readonly Box[] | null

export const domainIn = (box: Box, name: string, { domains }: Ground): Domain => box.domains.get(name) ?? domains.of(name)
const put = (box: Box, name: string, domain: Domain | null): Box | null => domain && { ...box, domains: new Map(box.domains).set(name, domain) }

/** The part of some boxes where names are given. */
export const whereGiven = (boxes: readonly Box[], names: Iterable<string>, ground: Ground): Box[] =>
  boxes.flatMap((box) => [...names].reduce<Box | null>((rest, name) => rest && put(rest, name, inStates(domainIn(rest, name, ground), GIVEN)), box) ?? [])

/** The part of some boxes where a condition holds (or does not); null when there are too many. Never leaves out a record that fits. */
export function where(condition: Condition, boxes: readonly Box[], ground: Ground, wanted = true, trail: readonly string[] = []): Boxes {
  if ('not' in condition) return where(condition.not, boxes, ground, !wanted, trail)
  if ('condition' in condition) {
    const named = ground.shared.get(condition.condition)
    return named && !trail.includes(condition.condition) ? where(named, boxes, ground, wanted, [...trail, condition.condition]) : boxes
  }
  if ('fact' in condition) return boxes.flatMap((box) => byTest(box, condition, wanted, ground) ?? [])
  const parts = 'all' in condition ? condition.all : condition.any
  if ('all' in condition === wanted) return parts.reduce<Boxes>((rest, part) => rest && where(part, rest, ground, wanted, trail), boxes)
  const found: Box[] = []
  for (const part of parts) {
    const more = where(part, boxes, ground, wanted, trail)
    if (!more || found.length + more.length > LIMIT) return null
    found.push(...more)
  }
  return found
}

function byTest(box: Box, test: Test, wanted: boolean, ground: Ground): Box | null {
  if (typeof test.value === 'object' && !Array.isArray(test.value)) return byRelation(box, { left: test.fact, operator: test.operator as OperatorName, right: test.value.fact, wanted }, ground)
  return put(box, test.fact, narrowByTest(domainIn(box, test.fact, ground), test, wanted))
}

const OPPOSITE: { readonly [operator: string]: OperatorName } = {
  equal: 'notEqual', notEqual: 'equal', lessThan: 'greaterThanInclusive', lessThanInclusive: 'greaterThan', greaterThan: 'lessThanInclusive', greaterThanInclusive: 'lessThan',
  before: 'onOrAfter', onOrBefore: 'after', after: 'onOrBefore', onOrAfter: 'before',
}
const REFLEXIVE = new Set<OperatorName>(['equal', 'lessThanInclusive', 'greaterThanInclusive', 'onOrBefore', 'onOrAfter'])
const LESS = new Set<OperatorName>(['lessThan', 'before', 'lessThanInclusive', 'onOrBefore'])
const STRICT = new Set<OperatorName>(['lessThan', 'before', 'greaterThan', 'after'])

/** Narrows both names by what the other can be; their exact comparison stays with the box. */
function byRelation(box: Box, relation: Relation, ground: Ground): Box | null {
  const operator = relation.wanted ? relation.operator : OPPOSITE[relation.operator]
  const [left, right] = [domainIn(box, relation.left, ground), domainIn(box, relation.right, ground)]
  const isGiven = (d: Domain): boolean => d.states.size === 1 && d.states.has('given')
  const kept: Box = { ...box, relations: [...box.relations, relation] }
  if (!operator || !isOperator(relation.operator) || !isGiven(left) || !isGiven(right) || left.values.kind !== right.values.kind) return kept
  if (relation.left === relation.right) return REFLEXIVE.has(operator) ? box : null
  const [a, b] = related(left.values, operator, right.values)
  if (isNothing(a) || isNothing(b)) return null
  return put(put(kept, relation.left, { ...left, values: a }) ?? kept, relation.right, { ...right, values: b })
}
function related(left: Values, operator: OperatorName, right: Values): [Values, Values] {
  if (operator === 'equal') {
    const both = narrowed(left, right)
    return [both, both]
  }
  if (left.kind === 'word' || right.kind === 'word' || operator === 'notEqual') return [left, right]
  const [small, large] = LESS.has(operator) ? [left, right] : [right, left]
  const end = STRICT.has(operator) ? opened : closed
  const [top, bottom] = [highest(large.numbers), lowest(small.numbers)]
  const smaller: Numbers = top ? meet(small.numbers, numbers([{ low: null, high: end(top) }])) : small.numbers
  const larger: Numbers = bottom ? meet(large.numbers, numbers([{ low: end(bottom), high: null }])) : large.numbers
  const [s, l] = [{ ...small, numbers: smaller }, { ...large, numbers: larger }]
  return LESS.has(operator) ? [s, l] : [l, s]
}

/** Boxes in which a thing acts: what it names is given and its condition holds. */
export function acting(condition: Condition | undefined, names: Names, boxes: Boxes, ground: Ground): Boxes {
  if (!boxes) return null
  const ready = whereGiven(boxes, names.values, ground)
  return condition ? where(condition, ready, ground) : ready
}
/** Boxes in which a condition's names are given and it does not hold. */
export const failing = (condition: Condition, boxes: Boxes, ground: Ground): Boxes =>
  boxes && where(condition, whereGiven(boxes, namesOf(condition, ground.shared).values, ground), ground, false)
