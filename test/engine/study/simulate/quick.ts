import { anyWorld } from '../../../support/arbitrary.ts'

/** Random rulesets whose draws over points need not be scored anew, for most of them. */
export const quickWorld = anyWorld.map(({ rules, cohort }) => {
  const { method } = rules.proration
  return { cohort, rules: { ...rules, proration: { ...rules.proration, method: method === 'none' ? method : ('ratio' as const), scope: 'base' as const }, rounding: { ...rules.rounding, stage: 'total' as const } } }
})
