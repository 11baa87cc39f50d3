import type { Condition, Grading, Outcome, Rule, Ruleset, Verdict } from '../model/ruleset.ts'
import { conditionParts, factPart } from './sentence/condition.ts'
import { effectParts, holdsAlways } from './sentence/effect.ts'
import { joined, phrase, points, said, speaker, word, type Part, type Speaker } from './sentence/speaker.ts'
import type { Lang } from './words/fill.ts'

export type { Part, PartKind, Spot } from './sentence/speaker.ts'
export { percent, share } from './sentence/speaker.ts'

/** A rule as a sentence in pieces; each piece that can be changed says where it stands in the rule. */
export function sentence(ruleset: Ruleset, rule: Rule, lang: Lang): Part[] {
  const by = speaker(ruleset, lang)
  if (holdsAlways(by, rule)) return effectParts(by, rule)
  return phrase(by, 'rule', { condition: conditionParts(by, rule.conditions, ['conditions'], false), effect: effectParts(by, rule) })
}
/** A condition alone in pieces; spots begin at the condition itself. */
export const conditionSentence = (ruleset: Ruleset, condition: Condition, lang: Lang): Part[] => conditionParts(speaker(ruleset, lang), condition, [], false)
/** A condition alone as text. */
export const conditionText = (ruleset: Ruleset, condition: Condition, lang: Lang): string => textOf(conditionSentence(ruleset, condition, lang))
/** Pieces as one text. */
export const textOf = (parts: readonly Part[]): string => parts.map((part) => part.text).join('')

/** Whom an indicator or criterion concerns, as a sentence; no condition is everybody. */
export function appliesSentence(ruleset: Ruleset, condition: Condition | undefined, lang: Lang): Part[] {
  const by = speaker(ruleset, lang)
  return condition ? phrase(by, 'applies', { condition: conditionParts(by, condition, [], false) }) : phrase(by, 'everybody')
}
const option = (key: string, value: string, text: string): Part => ({ text, role: 'value', at: ['effect', key], kind: 'option', value })
const gradeLabel = ({ ruleset }: Speaker, id: string): string => ruleset.grades.find((g) => g.id === id)?.label ?? id

/** A verdict as a sentence; spots begin at the verdict. */
export function verdictSentence(ruleset: Ruleset, { conditions, effect }: Verdict, lang: Lang): Part[] {
  const by = speaker(ruleset, lang)
  const told = phrase(by, `verdict.${effect.type}`, {
    grade: 'grade' in effect ? [option('grade', effect.grade, gradeLabel(by, effect.grade))] : [],
    points: 'points' in effect ? [points(effect.points, ['effect', 'points'])] : [],
    ratings: 'ratings' in effect ? [factPart(by, effect.ratings, ['effect', 'ratings'])] : [],
    item: 'indicator' in effect ? [option('indicator', effect.indicator, itemLabel(ruleset, effect.indicator))] : [],
  })
  return conditions ? phrase(by, 'rule', { condition: conditionParts(by, conditions, ['conditions'], false), effect: told }) : told
}
/** The label of an indicator or criterion anywhere in the tree. */
function itemLabel(ruleset: Ruleset, id: string): string {
  const within = (list: Ruleset['indicators']): string | undefined => {
    for (const node of list) {
      const found = node.id === id ? node.label : (node.criteria?.find((c) => c.id === id)?.label ?? within(node.children ?? []))
      if (found !== undefined) return found
    }
    return undefined
  }
  return within(ruleset.indicators) ?? id
}
type Requirement = NonNullable<Grading['requires']>[number]
/** What a grade requires, as a sentence; spots begin at the requirement. */
export function requirementSentence(ruleset: Ruleset, { grade, conditions }: Requirement, lang: Lang): Part[] {
  const by = speaker(ruleset, lang)
  const label: Part = { text: gradeLabel(by, grade), role: 'value', at: ['grade'], kind: 'option', value: grade }
  return phrase(by, 'requirement', { grade: [label], condition: conditionParts(by, conditions, ['conditions'], false) })
}
/** An outcome as a sentence: when, what, to whom; spots begin at the outcome. */
export function outcomeSentence(ruleset: Ruleset, outcome: Outcome, lang: Lang): Part[] {
  const by = speaker(ruleset, lang)
  const body = (id: string): string => ruleset.bodies.find((b) => b.id === id)?.label ?? id
  const list = (labels: readonly string[]): Part[] => joined(labels.map((text) => [{ text, role: 'value' as const }]), [word(said(by, 'list'))])
  const to = (outcome.recipients ?? []).flatMap((r) => [
    ...(r.unit ? [said(by, 'the.unit')] : []), ...(r.body === undefined ? [] : [body(r.body)]),
    ...(r.attribute === undefined ? [] : [ruleset.attributes.find((a) => a.id === r.attribute)?.label ?? r.attribute]),
  ])
  const what: Part[] = [...phrase(by, outcome.by === 'choice' ? 'outcome.choice' : 'outcome.rule', { type: [{ text: said(by, `outcome.${outcome.type}`), role: 'value', at: ['type'], kind: 'option', value: outcome.type }] })]
  return phrase(by, 'rule', {
    condition: conditionParts(by, outcome.conditions, ['conditions'], false),
    effect: [...what, ...(to.length ? phrase(by, 'recipients', { to: list(to) }) : []), ...(outcome.proposedTo?.length ? phrase(by, 'proposed', { to: list(outcome.proposedTo.map(body)) }) : [])],
  })
}
