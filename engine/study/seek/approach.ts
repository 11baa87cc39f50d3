import type { Judge } from './judge.ts'
import { propose, type Proposer } from './propose.ts'
import type { Meter, Rival } from './rival.ts'
import type { Span } from './span.ts'
import type { Planted } from './tree.ts'

interface Setting { judge: Judge; grade: ArrayLike<number>; spans: readonly Span[]; meter: Meter }
type Weigh = (chosen: Int32Array) => Rival | null
const ROUNDS = 8
/** Branches times size of the programme that one round may take. */
const EFFORT = 2e7
/** Ten-thousandths two totals are kept apart, so that neither rounding nor ties turn them. */
const CLEAR = 10

const valueOf = ({ tree }: Planted, chosen: Int32Array): Float64Array =>
  tree.levers.reduce((forms, choices, k) => (((adds) => (adds ? forms.map((f, i) => f + (adds[i] as number)) : forms))(choices[chosen[k] as number]?.adds)), tree.start.slice())

/** Comes near an answer quickly: the solver's proposals, each weighed by scoring and drawn anew where it led, then every step back that can be spared. */
export function approach(planted: Planted, { judge, grade, spans, meter }: Setting, weigh: Weigh, kept: { readonly rival: Rival }): void {
  const { tree, forms } = planted
  const bands = spans.flatMap((s, span) => (s.lever.type === 'band' ? [{ span, up: (s.high - s.now) / 1e4, down: (s.now - s.low) / 1e4, cost: s.weight / 1e4 }] : []))
  const pairs = new Set<number>()
  let at: Int32Array = new Int32Array(tree.levers.length).fill(-1)
  const known = new Set([at.join()])
  let best = at
  for (let round = 0; round < ROUNDS && !meter.halted; round++) {
    const proposer: Proposer = { tree, forms, judge, grade, pairs, bands }
    const chosen = propose(proposer, at, EFFORT)
    if (!chosen) break
    const before = kept.rival
    weigh(chosen)
    if (kept.rival !== before) best = chosen
    const more = turned(planted, judge, valueOf(planted, chosen)).filter((form) => !pairs.has(form))
    more.forEach((form) => pairs.add(form))
    if (known.has(chosen.join()) && more.length === 0) break
    known.add(chosen.join())
    at = chosen
  }
  if (kept.rival.missing === 0) spare(planted, best, weigh, kept, meter)
}

/** Forms of pairs that stand the other way round (or nearly), beyond those that may. */
function turned({ forms }: Planted, judge: Judge, values: Float64Array): number[] {
  return judge.ready.flatMap((ready) => {
    if (ready.type !== 'order') return []
    const over = [...(forms.before.get(ready.pairs) ?? [])].filter((form) => form >= 0 && (values[form] as number) < 2 * forms.away + CLEAR).sort((a, b) => (values[b] as number) - (values[a] as number) || a - b)
    return over.slice(0, Math.max(0, over.length - ready.most))
  })
}

/** Takes back steps, alone or two that keep the sums, as long as the goal is still met. */
function spare({ tree }: Planted, from: Int32Array, weigh: Weigh, kept: { readonly rival: Rival }, meter: Meter): void {
  let best = from
  const back = (chosen: Int32Array, k: number): void => {
    const choices = tree.levers[k] ?? []
    const now = choices[chosen[k] as number]
    if (!now) return
    const step = Math.min(...choices.map((c) => Math.abs(c.amount)))
    chosen[k] = choices.findIndex((c) => c.amount === now.amount - Math.sign(now.amount) * step)
  }
  const balanced = (chosen: Int32Array): boolean => tree.kept.every((set) => set.reduce((sum, k) => sum + (tree.levers[k]?.[chosen[k] as number]?.amount ?? 0), 0) === 0)
  for (let again = true; again && !meter.halted;) {
    again = false
    const moved = [...best.keys()].filter((k) => (best[k] as number) >= 0)
    for (const [a, b] of moved.flatMap((a) => [[a, -1] as const, ...moved.filter((b) => b > a).map((b) => [a, b] as const)])) {
      const tried = best.slice()
      back(tried, a)
      if (b >= 0) back(tried, b)
      if (!balanced(tried)) continue
      const before = kept.rival
      weigh(tried)
      if (kept.rival === before) continue
      best = tried
      again = true
      break
    }
  }
}
