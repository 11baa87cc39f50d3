import { solve, type Constraint } from 'yalps'
import type { Choice, Tree } from './branch.ts'
import { NEVER, type Forms, type Form } from './forms.ts'
import type { Judge } from './judge.ts'

/** A mixed-integer programme in the making: whole steps of levers up and down, and which unit reaches which band. */
interface Draft { constraints: Map<string, Constraint>; variables: Map<string, Map<string, number>>; integers: Set<string>; /** Which form each depends on. */ binaries: Map<string, number>; names: number }
const COST = 'cost'
/** A unit short of the goal weighs more than any change. */
const SHORT = 1e4
const draft = (): Draft => ({ constraints: new Map(), variables: new Map(), integers: new Set(), binaries: new Map(), names: 0 })

const put = (d: Draft, variable: string, row: string, factor: number): void => {
  const known = d.variables.get(variable) ?? new Map<string, number>()
  d.variables.set(variable, known.set(row, (known.get(row) ?? 0) + factor))
}
const row = (d: Draft, bounds: Constraint): string => {
  const name = `r${d.names++}`
  d.constraints.set(name, bounds)
  return name
}

/** What one step of a lever adds to a form, by the way it is moved: to its next value, or as far as it stands moved now. */
interface Slope { lever: number; side: 1 | -1; most: number; step: number; cost: number; choice: Choice }
function slopesOf(levers: Tree['levers'], at: Int32Array): Slope[] {
  return levers.flatMap((choices, lever) => ([1, -1] as const).flatMap((side): Slope[] => {
    const own = choices.filter((c) => Math.sign(c.amount) === side)
    const first = own[0]
    if (!first) return []
    const now = choices[at[lever] as number]
    const step = Math.abs(first.amount)
    return [{ lever, side, most: Math.round(Math.abs((own.at(-1) as Choice).amount) / step), step, cost: first.cost / 1e8, choice: now && Math.sign(now.amount) === side ? now : first }]
  }))
}
const nameOf = ({ lever, side }: Slope): string => `${side > 0 ? 'u' : 'd'}${lever}`

/** What is proposed for: `grade` by the ruleset as it is; `pairs` are forms that must hold; `bands` are levers that may move too. */
export interface Proposer { tree: Omit<Tree, 'weigh'>; forms: Forms; judge: Judge; grade: ArrayLike<number>; pairs: ReadonlySet<number>; bands: readonly { span: number; up: number; down: number; cost: number }[] }
/** Ten-thousandths by which a form must hold, so that no rounding undoes it. */
const NEED = 5
/** Units nearer to a band than this many ten-thousandths are not decided by a first solution. */
const NEAR = 5_000

/** The goal near the values the levers have, as a programme; `known` says which unit reaches which band where that is decided. */
function draw({ tree: { kept, start }, forms, judge, grade, pairs, bands }: Proposer, slopes: readonly Slope[], known: ReadonlyMap<string, number> | null): Draft {
  const d = draft()
  for (const slope of slopes) {
    const name = nameOf(slope)
    d.integers.add(name)
    put(d, name, COST, slope.cost)
    put(d, name, row(d, { max: slope.most }), 1)
  }
  for (const set of kept) {
    const sum = row(d, { equal: 0 })
    for (const slope of slopes) if (set.includes(slope.lever)) put(d, nameOf(slope), sum, (slope.side * slope.step) / 1e4)
  }
  for (const { span, up, down, cost } of bands) {
    for (const [side, most] of [['U', up], ['D', down]] as const) {
      put(d, `${side}${span}`, COST, cost)
      put(d, `${side}${span}`, row(d, { max: most }), 1)
    }
  }
  /** form ≥ need, unless its variable is 0 (or 1 where `unless` is −1). */
  const hold = (form: number, need: number, variable?: string, when: 0 | 1 = 1): void => {
    const adds = slopes.map((s) => ((s.choice.adds[form] as number) / Math.abs(s.choice.amount)) * s.step)
    const { band, slope } = forms.list[form] as Form
    const moved = bands.find((b) => b.span === band)
    const held = (start[form] as number) - Math.abs(slope) * (moved ? (slope < 0 ? moved.down : moved.up) : 0) * 1e4
    const lowest = slopes.reduce((sum, s, k) => sum + Math.min(0, (adds[k] as number) * s.most), held - Math.abs(slope) * (moved ? (slope < 0 ? moved.up : moved.down) : 0) * 1e4)
    const give = Math.max(0, need - lowest)
    const line = row(d, { min: (need - held - (variable && when === 1 ? give : 0)) / 1e4 })
    slopes.forEach((s, k) => put(d, nameOf(s), line, (adds[k] as number) / 1e4))
    if (moved) {
      put(d, `U${band}`, line, slope)
      put(d, `D${band}`, line, -slope)
    }
    if (variable) put(d, variable, line, (when === 1 ? -give : give) / 1e4)
  }
  const ready = judge.ready.flatMap((r) => (r.type === 'order' ? [] : [r]))
  const wanted = new Set(ready.flatMap((r) => [...r.among]))
  const prospects = new Map(forms.prospects.map((p) => [p.unit, p]))
  /** A variable or number: the unit's total reaches the k-th band. */
  const reaches = (unit: number, k: number): string | number => {
    const p = prospects.get(unit)
    if (!p || k >= p.grades.length - 1) return 1
    if (k < 0) return 0
    const [reach, under] = [p.reach[k] as number, p.under[k] as number]
    if (reach === NEVER) return 0
    if (under === NEVER) return 1
    const name = `z${unit}_${k}`
    const decided = known?.get(name)
    if (d.binaries.has(name)) return decided ?? name
    d.binaries.set(name, reach >= 0 ? reach : under)
    const free = decided === undefined ? name : undefined
    if (reach >= 0 && decided !== 0) hold(reach, NEED, free)
    if (under >= 0 && decided !== 1) hold(under, 2 * forms.away + NEED, free, 0)
    return decided ?? name
  }
  for (const unit of wanted) {
    const p = prospects.get(unit)
    for (let k = 1; p && k < p.grades.length - 1; k++) {
      const [better, here] = [reaches(unit, k - 1), reaches(unit, k)]
      if (typeof better !== 'string' || typeof here !== 'string') continue
      const line = row(d, { min: 0 })
      put(d, here, line, 1)
      put(d, better, line, -1)
    }
  }
  /** Adds "the unit's grade is at this level or better" to a line; gives what is certain. */
  const atLeast = (unit: number, level: number, line: string, sign: number, fixed: number): number => {
    const p = prospects.get(unit)
    if (!p) return sign * Number(fixed <= level)
    let k = -1
    while (k + 1 < p.grades.length && Math.max(p.grades[k + 1] as number, p.cap) <= level) k++
    const found = reaches(unit, k)
    if (typeof found === 'number') return sign * found
    put(d, found, line, sign)
    return 0
  }
  for (const r of ready) {
    const line = row(d, {})
    let sure = 0
    for (const unit of r.among) {
      const level = r.type === 'changed' ? (r.grade[unit] as number) : r.level
      const fixed = grade[unit] as number
      sure += atLeast(unit, level, line, 1, fixed)
      if (r.type === 'changed' || !r.orBetter) sure += atLeast(unit, level - 1, line, -1, fixed)
    }
    const [least, most] = r.type === 'changed' ? [r.among.length - r.most, Infinity] : judge.range(r)
    d.constraints.set(line, { min: least - sure, ...(most === Infinity ? {} : { max: most - sure }) })
    for (const sign of [1, -1]) {
      const name = `s${d.names++}`
      put(d, name, line, sign)
      put(d, name, COST, SHORT)
    }
  }
  for (const form of pairs) hold(form, 2 * forms.away + 2 * NEED)
  return d
}

/**
 * Which values the levers might be given, by a linear likeness of the goal near the values they have: first which units are to reach
 * which band, levers moving freely, then whole steps for it. The choice of each lever, −1 = as it is; null when the solver finds none.
 * Only a proposal: binary arithmetic, and kinks are drawn straight.
 */
export function propose(proposer: Proposer, at: Int32Array, effort: number): Int32Array | null {
  const { levers } = proposer.tree
  const slopes = slopesOf(levers, at)
  const rough = run(draw(proposer, slopes, null), 'rough', effort)
  if (!rough) return null
  const decided = (sure: number): Map<string, number> => new Map([...draw(proposer, slopes, null).binaries].filter(([, form]) => standing(proposer, slopes, rough, form) >= sure).map(([name]) => [name, Math.round(rough.get(name) ?? 0)]))
  // Where no whole steps fit, units near a band may fall on its other side.
  const values = run(draw(proposer, slopes, decided(-Infinity)), 'whole', effort) ?? run(draw(proposer, slopes, decided(NEAR)), 'both', effort)
  if (!values) return null
  return Int32Array.from(levers, (choices, lever) => {
    const amount = slopes.filter((s) => s.lever === lever).reduce((sum, s) => sum + Math.round(values.get(nameOf(s)) ?? 0) * s.side * s.step, 0)
    return choices.findIndex((c) => c.amount === amount)
  })
}
/** How far a form stands from 0 where a solution has led, in ten-thousandths. */
const standing = ({ tree: { start } }: Proposer, slopes: readonly Slope[], values: ReadonlyMap<string, number>, form: number): number =>
  Math.abs(slopes.reduce((sum, s) => sum + ((s.choice.adds[form] as number) / Math.abs(s.choice.amount)) * s.step * (values.get(nameOf(s)) ?? 0), start[form] as number))
/** Solves a programme, with whole bands (rough), whole steps or both; `effort` bounds branches times size. */
function run(d: Draft, what: 'rough' | 'whole' | 'both', effort: number): Map<string, number> | null {
  const model = { direction: 'minimize' as const, objective: COST, constraints: d.constraints, variables: d.variables, integers: what === 'rough' ? [] : d.integers, binaries: what === 'whole' ? [] : d.binaries.keys() }
  const found = solve(model, { maxIterations: Math.ceil(effort / (d.constraints.size * d.variables.size)) })
  return Number.isFinite(found.result) ? new Map(found.variables) : null
}
