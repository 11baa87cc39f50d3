import { Decision, EventItem, Exemption, Judgement, Rating, sentence, textOf, type Fact, type Indicator, type Json, type Lang, type Rule, type Ruleset, type Shape } from '../../../engine/index.ts'

export type Item = { [key: string]: Json }
interface Choice { id: string; label: string }
/** How one thing of a list is edited: its shape by the format, the properties always shown, and those chosen from a few. */
export interface Plan { shape: Shape; usual: readonly string[]; choices: { readonly [key: string]: readonly Choice[] } }

const shapeOf = (schema: unknown, left: readonly string[], more: { readonly [key: string]: Shape } = {}): Shape => {
  const { properties = {}, ...shape } = schema as Shape
  return { ...shape, properties: { ...Object.fromEntries(Object.entries(properties).filter(([key]) => !left.includes(key))), ...more } }
}
/** An id that no other thing of the list has. */
function freeItemId(list: readonly Item[], stem: string): string {
  const taken = new Set(list.map((item) => item['id']))
  for (let i = 1; ; i++) if (!taken.has(`${stem}${i}`)) return `${stem}${i}`
}

/** An event of a fact: what its kinds, levels, sources and severities are is chosen from the fact's own. */
export function eventPlan(fact: Fact, list: readonly Item[], item: Item): Plan {
  const own: [string, Fact['kinds']][] = [['kind', fact.kinds], ['level', fact.levels], ['source', fact.sources], ['severity', fact.severities]]
  const earlier = list.filter((other) => other !== item).map((other) => ({ id: String(other['id']), label: String(other['title'] ?? `${other['id']} ${other['date']}`) }))
  const choices = Object.fromEntries([...own, ['repeatedOf', earlier] as const].flatMap(([key, options]) => (options?.length ? [[key, options]] : [])))
  const left = ['id', ...own.slice(1).flatMap(([key, options]) => (options || item[key] !== undefined ? [] : [key]))]
  return { shape: shapeOf(EventItem, left), usual: ['kind', 'level', 'source', 'severity', 'date', 'title'], choices }
}
export const freshEvent = (fact: Fact, list: readonly Item[], year: number): Item => {
  const first = (key: string, options: Fact['kinds']): Item => (options?.[0] ? { [key]: options[0].id } : {})
  return { id: freeItemId(list, 'e'), kind: fact.kinds?.[0]?.id ?? 'event', ...first('level', fact.levels), ...first('source', fact.sources), ...first('severity', fact.severities), date: `${year}-01-01` }
}
export const ratingPlan = (): Plan => ({ shape: shapeOf(Rating, ['id']), usual: ['value', 'by'], choices: {} })

const RULE = 'rule'
interface Assessed extends Choice { rule: Rule }
const criteriaIn = (nodes: readonly Indicator[]): NonNullable<Indicator['criteria']> => nodes.flatMap((node) => [...(node.criteria ?? []), ...criteriaIn(node.children ?? [])])
/** The rules whose points somebody judges, as `criterion/rule`; those of an adjustment side go by the side's name. */
export function assessedRules(ruleset: Ruleset, lang: Lang): Assessed[] {
  const homes = [...criteriaIn(ruleset.indicators), ...(['bonus', 'deduction'] as const).map((id) => ({ id, label: '', rules: ruleset[id].rules ?? [] }))]
  return homes.flatMap(({ id, label, rules }) => rules.filter((rule) => rule.event.type === 'assess').map((rule) => ({ id: `${id}/${rule.id}`, label: `${label} · ${rule.label ?? textOf(sentence(ruleset, rule, lang))}`.replace(/^ · /, ''), rule })))
}
/** A judgement: one choice for the rule, points within its range, the reason. */
export function judgementPlan(rules: readonly Assessed[], item: Item): Plan {
  const params = rules.find(({ id }) => id === item[RULE])?.rule.event.params as { from?: number; to?: number } | undefined
  const points: Shape = { type: 'number', ...(params?.from === undefined ? {} : { minimum: params.from }), ...(params?.to === undefined ? {} : { maximum: params.to }) }
  return { shape: shapeOf(Judgement, ['criterion'], { points }), usual: [RULE, 'points', 'reason', 'by'], choices: { [RULE]: rules } }
}
export const judgementItem = ({ criterion, rule, ...rest }: Judgement): Item => ({ [RULE]: `${criterion}/${rule}`, ...rest })
export function judgementOf(item: Item): Judgement {
  const [criterion = '', rule = ''] = String(item[RULE]).split('/')
  return { ...item, criterion, rule } as unknown as Judgement
}
export const freshJudgement = (rules: readonly Assessed[]): Item => ({ [RULE]: rules[0]?.id ?? '', points: Number((rules[0]?.rule.event.params as { from?: number } | undefined)?.from ?? 0), reason: '' })

/** A decision: what its kind requires is always shown. */
export const decisionPlan = ({ decisionKinds }: Ruleset, item: Item): Plan =>
  ({ shape: shapeOf(Decision, ['id']), usual: ['kind', ...(decisionKinds.find(({ id }) => id === item['kind'])?.requires ?? ['reason', 'approver', 'date'])], choices: { kind: decisionKinds } })
export const freshDecision = ({ decisionKinds }: Ruleset, list: readonly Item[]): Item => ({ id: freeItemId(list, 'd'), kind: decisionKinds[0]?.id ?? '' })

const placesIn = (nodes: readonly Indicator[]): Choice[] => nodes.flatMap((node) => [node, ...(node.criteria ?? []), ...placesIn(node.children ?? [])].map(({ id, label }) => ({ id, label })))
/** A part of the scheme that does not apply to the unit. */
export const exemptionPlan = ({ indicators }: Ruleset): Plan => ({ shape: shapeOf(Exemption, []), usual: ['id', 'reason', 'by'], choices: { id: placesIn(indicators) } })
export const freshExemption = ({ indicators }: Ruleset, by: string): Item => ({ id: placesIn(indicators)[0]?.id ?? '', reason: '', by })
