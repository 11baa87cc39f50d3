import { split } from '../../model/path.ts'
import type { Step } from '../../model/step.ts'

/** Parts of a ruleset that decide no total, grade or rank: words, and what follows from a result. */
const ROOTS = new Set(['history', 'outcomes', 'workflow', 'delegations', 'clauses', 'bases', 'glossary', 'document', 'bodies', 'categoryGroups', 'title', 'summary', 'jurisdiction', 'version', 'basedOn', '$schema', 'scheme', 'format'])
const WORDS = new Set(['label', 'title', 'source', 'evidence', 'number', 'tags', 'mandatory', 'help', 'improvable'])
const FACT_WORDS = new Set(['unit', 'method', 'body'])
const SOURCE = new Set(['clause', 'basis', 'note'])
/** Lists whose order decides nothing. */
const UNORDERED = new Set(['indicators', 'children', 'criteria', 'facts', 'derived', 'conditions', 'attributes', 'methods', 'components', 'decisionKinds', 'categories'])

/** Can the step change no total, grade or rank, whatever the data? Declared sums of indicators are only checked, never scored by. */
export function isInert(step: Step): boolean {
  const names = split(step.type === 'move' ? step.to.path : step.path)
  if (ROOTS.has(names[0] ?? (step.type === 'set' ? step.key : ''))) return true
  if (step.type === 'move') return step.from.path === step.to.path && UNORDERED.has(names.at(-1) ?? '')
  if (step.type !== 'set') return false
  if (names.length === 0) return WORDS.has(step.key)
  if (WORDS.has(step.key) || (names.at(-1) === 'source' && SOURCE.has(step.key))) return true
  if (names[0] === 'facts') return FACT_WORDS.has(step.key)
  return step.key === 'points' && names[0] === 'indicators' && ['indicators', 'children'].includes(names.at(-2) ?? '')
}
