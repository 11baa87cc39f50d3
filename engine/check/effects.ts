import { EFFECTS } from '../model/effects.ts'
import { issue, type Issue } from '../model/issue.ts'
import type { Ruleset } from '../model/ruleset.ts'
import { isNumeric, kindOf } from './kinds.ts'
import { rulesOf, type PlacedRule } from './walk.ts'

/** Does every effect read what it can count with, and can it act where it stands? */
export const effects = (ruleset: Ruleset): Issue[] => rulesOf(ruleset).flatMap((placed) => [...reads(ruleset, placed), ...acts(placed)])

function reads(ruleset: Ruleset, { rule: { event }, path }: PlacedRule): Issue[] {
  if (!('fact' in event.params)) return []
  const { fact } = event.params
  const kind = kindOf(ruleset, fact)
  if (kind === undefined || isNumeric(kind) || (event.type === 'lookup' && ['choice', 'boolean', 'date'].includes(kind))) return []
  return [issue('error', 'effect.unusable-fact', path, { fact, kind, effect: event.type })]
}
function acts({ rule: { event }, path, criterion, side }: PlacedRule): Issue[] {
  const { type, params } = event
  const found: Issue[] = []
  if (type === 'share' && params.target === 0) found.push(issue('error', 'effect.target', path))
  if ((type === 'deductSteps' || type === 'awardSteps') && params.step === 0) found.push(issue('error', 'effect.step', path))
  if ((type === 'deductEach' || type === 'awardEach') && params.per === 0) found.push(issue('error', 'effect.step', path))
  if (type === 'assess' && (params.from > params.to || (criterion && params.to > criterion.points))) found.push(issue('error', 'effect.range', path, { from: params.from, to: params.to }))
  if (criterion && 'points' in params && EFFECTS[type].mode !== 'deduct' && params.points > criterion.points) found.push(issue('warning', 'effect.above-points', path, { points: params.points, full: criterion.points }))
  const mode = 'mode' in params ? params.mode : EFFECTS[type].mode
  if (side !== null && mode !== (side === 'bonus' ? 'award' : 'deduct')) found.push(issue('error', 'effect.side', path, { side, effect: type }))
  return found
}
