import { beats, type Meter, type Rival } from './rival.ts'

/** One other value of a lever: its cost, how many values it changes, how far it moves kept sums, and what it adds to each form. */
export interface Choice { value: number; cost: number; changes: number; amount: number; adds: Float64Array }
/** A search over levers, each left as it is or given one of its choices (the cheapest first). */
export interface Tree {
  levers: readonly (readonly Choice[])[]
  /** Sets of levers whose amounts add up to nothing. */
  kept: readonly (readonly number[])[]
  start: Float64Array
  /** The fewest that can be missing at such values of the forms. */
  least(forms: Float64Array): number
  /** Scores what is chosen (−1 = left); null when it is no sound ruleset. Told what must be beaten. */
  weigh(chosen: Int32Array, spent: Rival, rival: Rival): Rival | null
}
export interface Branched { best: Rival; bound: number; whole: boolean }

/** What the levers from one on can still do: per form, at most by all and at most by cost; per kept set, amounts either way and the least cost of an amount. */
interface Rest { most: Float64Array[]; rate: Float64Array[]; up: Float64Array[]; down: Float64Array[]; cheap: Float64Array[] }
function restOf({ levers, kept, start }: Tree): Rest {
  const n = levers.length
  const size = start.length
  const make = (length: number): Float64Array[] => Array.from({ length: n + 1 }, () => new Float64Array(length))
  const rest: Rest = { most: make(size), rate: make(size), up: make(kept.length), down: make(kept.length), cheap: make(kept.length) }
  rest.cheap[n]?.fill(Infinity)
  for (let j = n - 1; j >= 0; j--) {
    const [most, rate, later] = [rest.most[j] as Float64Array, rest.rate[j] as Float64Array, rest.most[j + 1] as Float64Array]
    rate.set(rest.rate[j + 1] as Float64Array)
    for (const { adds, cost } of levers[j] as readonly Choice[]) {
      for (let f = 0; f < size; f++) {
        const more = adds[f] as number
        if (more > (most[f] as number)) most[f] = more
        if (more > 0) rate[f] = Math.max(rate[f] as number, cost === 0 ? Infinity : more / cost)
      }
    }
    for (let f = 0; f < size; f++) most[f] = (most[f] as number) + (later[f] as number)
    kept.forEach((set, s) => {
      const choices = set.includes(j) ? (levers[j] as readonly Choice[]) : []
      ;(rest.up[j] as Float64Array)[s] = (rest.up[j + 1]?.[s] as number) + Math.max(0, ...choices.map((c) => c.amount))
      ;(rest.down[j] as Float64Array)[s] = (rest.down[j + 1]?.[s] as number) + Math.min(0, ...choices.map((c) => c.amount))
      ;(rest.cheap[j] as Float64Array)[s] = Math.min(rest.cheap[j + 1]?.[s] as number, ...choices.map((c) => c.cost / Math.abs(c.amount)))
    })
  }
  return rest
}

/**
 * Looks at every choice of levers that may beat the best known, in passes of growing cost: exact, as nothing is left out but what its
 * cost, the kept sums or the forms rule out, and every answer is weighed. `bound`: no change of less cost does; `whole`: none at all.
 */
export function branch(tree: Tree, meter: Meter, known: Rival): Branched {
  const { levers, kept, start } = tree
  const rest = restOf(tree)
  const apart = kept.every((a, i) => kept.every((b, k) => i === k || !a.some((lever) => b.includes(lever))))
  const setsOf = levers.map((_, j) => kept.flatMap((set, s) => (set.includes(j) ? [s] : [])))
  const chosen = new Int32Array(levers.length).fill(-1)
  const off = new Float64Array(kept.length)
  const values = levers.map(() => start.slice())
  const scratch = new Float64Array(start.length)
  let best = known
  let next = Infinity
  /** The least cost of bringing kept sums back with the levers from j on; Infinity when they cannot be. */
  const owed = (j: number): number => {
    let cost = 0
    for (let s = 0; s < off.length; s++) {
      const lacking = -(off[s] as number)
      if (lacking === 0) continue
      if (lacking > (rest.up[j]?.[s] as number) || lacking < (rest.down[j]?.[s] as number)) return Infinity
      const least = Math.abs(lacking) * (rest.cheap[j]?.[s] as number)
      cost = apart ? cost + least : Math.max(cost, least)
    }
    return cost
  }
  const hope = (forms: Float64Array, j: number, budget: number): number => {
    const [most, rate] = [rest.most[j] as Float64Array, rest.rate[j] as Float64Array]
    for (let f = 0; f < scratch.length; f++) scratch[f] = (forms[f] as number) + ((rate[f] as number) === 0 ? 0 : Math.min(most[f] as number, (rate[f] as number) * budget))
    return tree.least(scratch)
  }
  /** What must not be exceeded: beyond a pass's ceiling lies more to look at, beyond the cost of an answer nothing. */
  const answered = (): number => (best.missing === 0 ? best.cost : Infinity)
  const visit = (from: number, depth: number, forms: Float64Array, spent: Rival, ceiling: number): void => {
    for (let j = from; j < levers.length && !meter.halted; j++) {
      const due = owed(j)
      const room = Math.min(ceiling, answered()) - spent.cost
      const lost = due > room || !beats({ missing: hope(forms, j, room), cost: spent.cost + due, changed: spent.changed + 1 }, best)
      if (lost) {
        if (due !== Infinity && ceiling < answered()) next = Math.min(next, Math.max(ceiling, spent.cost + due))
        return
      }
      take(j, depth, forms, spent, ceiling)
    }
  }
  const take = (j: number, depth: number, forms: Float64Array, spent: Rival, ceiling: number): void => {
    const choices = levers[j] as readonly Choice[]
    for (let k = 0; k < choices.length && !meter.halted; k++) {
      const { cost: more, changes, amount, adds } = choices[k] as Choice
      const cost = spent.cost + more
      if (cost > ceiling) {
        next = Math.min(next, cost)
        return
      }
      if (cost > answered()) return
      meter.look()
      for (const s of setsOf[j] as number[]) off[s] = (off[s] as number) + amount
      chosen[j] = k
      const made = values[depth] as Float64Array
      for (let f = 0; f < made.length; f++) made[f] = (forms[f] as number) + (adds[f] as number)
      const so = { missing: 0, cost, changed: spent.changed + changes }
      if (off.every((o) => o === 0)) settle(made, so)
      visit(j + 1, depth + 1, made, so, ceiling)
      chosen[j] = -1
      for (const s of setsOf[j] as number[]) off[s] = (off[s] as number) - amount
    }
  }
  const settle = (forms: Float64Array, so: Rival): void => {
    if (!beats({ ...so, missing: tree.least(forms) }, best)) return
    const found = tree.weigh(chosen, so, best)
    if (found && beats(found, best)) best = found
  }
  const whole = levers.reduce((sum, choices) => sum + Math.max(0, ...choices.map((c) => c.cost)), 0)
  let bound = 0
  for (let ceiling = Math.min(...levers.flatMap((choices) => choices.map((c) => c.cost))); levers.length > 0; ceiling = Math.max(2 * ceiling, next)) {
    next = Infinity
    visit(0, 0, start, { missing: 0, cost: 0, changed: 0 }, ceiling >= whole ? Infinity : ceiling)
    if (meter.halted) return { best, bound, whole: false }
    if (next === Infinity || answered() <= ceiling) break
    bound = ceiling
  }
  return { best, bound: answered(), whole: true }
}
