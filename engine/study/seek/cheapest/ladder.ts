import { scaled } from '../../../score/columns/core.ts'
import { power } from '../../../score/columns/decimal-number.ts'
import type { Results } from '../../../score/columns/results.ts'
import type { Choice } from '../branch.ts'
import type { Bar } from './bars.ts'
import type { Bundle } from './bundles.ts'
import type { Tried } from './trials.ts'

/** The bars of a ladder of grades as forms: three for each grade (total, verdicts, requirements), 0 or above = it may be got past. */
export interface Ladder { start: Float64Array; choices: (bundles: readonly Bundle[]) => Choice[]; least(forms: Float64Array): number }
const SLACK = 1e-3
const held = (list: readonly number[], bars: readonly number[]): number => list.filter((x) => bars.includes(x)).length

/** How many grades short of the wanted one a unit must stay: by what it may come to at most, gates open and every rounding in its favour. */
export function ladderOf(results: Results, bars: readonly Bar[], now: Tried, groups: readonly (readonly Bundle[])[], current: number): Ladder {
  const { ruleset, full } = results.compiled
  const { mode, places } = ruleset.rounding
  const away = power(4 - places) * (mode === 'down' ? 1 : 0.5) + 3
  const ratio = ruleset.proration.method !== 'none'
  const moves = groups.map((list) => list.map((b) => b.tried.applicable - now.applicable))
  const range = [Math.min, Math.max].map((end) => moves.reduce((sum, list) => sum + end(0, ...list), now.applicable) / full)
  const beside = (t: Tried): number => t.extra + t.bonus - (ruleset.deduction.gate ? 0 : t.deduction)
  const capped = (total: number): number => (ruleset.limits.max !== undefined && total - away > scaled(ruleset.limits.max) ? Infinity : ruleset.limits.min !== undefined && total <= scaled(ruleset.limits.min) ? -Infinity : total)
  const totals = bars.map((bar) => capped(bar.total))
  const sum = (total: number): number => (total === Infinity ? -1 : total === -Infinity ? 1 : ratio ? now.earned + (now.applicable * (beside(now) - total + away)) / full : now.earned + beside(now) - total + away)
  const more = (t: Tried, total: number): number => {
    if (!Number.isFinite(total)) return 0
    const own = beside(t) - beside(now)
    if (!ratio) return t.earned - now.earned + own
    return t.earned - now.earned + ((t.applicable - now.applicable) * (beside(now) - total + away)) / full + Math.max(...range.map((m) => m * own))
  }
  return {
    start: Float64Array.from(bars.flatMap((bar, k) => [sum(totals[k] as number), -held(now.verdicts, bar.verdicts), -held(now.unmet, bar.requires)])),
    choices: (bundles) => bundles.map((b, value): Choice => ({
      value, cost: b.cost, changes: b.changes, amount: 0,
      adds: Float64Array.from(bars.flatMap((bar, k) => [more(b.tried, totals[k] as number), held(now.verdicts, bar.verdicts) - held(b.tried.verdicts, bar.verdicts), held(now.unmet, bar.requires) - held(b.tried.unmet, bar.requires)])),
    })),
    least: (forms) => {
      const open = bars.findIndex((_, k) => [0, 1, 2].every((part) => (forms[3 * k + part] as number) >= -SLACK))
      return open < 0 ? current - (bars[0] as Bar).level : (bars[open] as Bar).level - (bars[0] as Bar).level
    },
  }
}
