import type { Aim, Move, Ruleset } from '../../../engine/index.ts'
import { per100 } from './knobs.ts'

type Say = (key: string, values?: { [name: string]: string | number }) => string
const labelOf = (list: readonly { id: string; label?: string }[], id: string): string => list.find((one) => one.id === id)?.label ?? id
const criterionLabel = (nodes: Ruleset['indicators'], id: string): string | null => {
  for (const node of nodes) {
    const own = node.criteria?.find((c) => c.id === id)
    if (own) return own.label && node.criteria && node.criteria.length > 1 ? `${node.label} · ${own.label}` : node.label
    const below = criterionLabel(node.children ?? [], id)
    if (below !== null) return below
  }
  return null
}

/** An aim as a sentence. */
export function aimText(aim: Aim, ruleset: Ruleset, say: Say): string {
  const whose = 'category' in aim && aim.category !== undefined ? labelOf(ruleset.categories, aim.category) : aim.pool !== undefined ? labelOf(ruleset.ranking.pools, aim.pool) : say('simulate.everybody')
  if (aim.type !== 'grade') return say(`simulate.aimSaid.${aim.type}`, { whose, most: aim.most, against: say(`simulate.against.${aim.against}`) })
  const amount = (value: number): string => (aim.in === 'share' ? `${per100(value)}%` : String(value))
  const range = [aim.least === undefined ? [] : [`≥ ${amount(aim.least)}`], aim.most === undefined ? [] : [`≤ ${amount(aim.most)}`]].flat().join(say('simulate.comma'))
  return say(aim.orBetter ? 'simulate.aimSaid.orBetter' : 'simulate.aimSaid.grade', { whose, grade: labelOf(ruleset.grades, aim.grade), range })
}
/** What is moved, as a name. */
export function leverText({ lever }: Move, ruleset: Ruleset, say: Say): string {
  if (lever.type === 'points') return say('simulate.leverSaid.points', { name: criterionLabel(ruleset.indicators, lever.criterion) ?? lever.criterion })
  const grading = ruleset.gradings.find((g) => g.id === lever.grading)
  const named = say(`simulate.leverSaid.${lever.type}`, { grade: labelOf(ruleset.grades, lever.grade) })
  return ruleset.gradings.length > 1 && grading?.categories ? `${named} (${grading.categories.map((id) => labelOf(ruleset.categories, id)).join(say('simulate.comma'))})` : named
}
/** A value of a lever as it is written. */
export const valueText = ({ lever }: Move, value: number): string => (lever.type === 'share' ? `${per100(value)}%` : String(value))
