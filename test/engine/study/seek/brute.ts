import { apply, followSums, putAll, score, validate, type Calendar, type Cohort, type Criterion, type Goal, type Indicator, type Lever, type Ruleset, type Sheet } from '../../../../engine/index.ts'

/** All values of a lever, in whole steps from where it stands, with what each costs (ten-thousandths of a point, or of a percentage point). */
interface Value { cost: number; change: number; names: readonly (readonly string[])[]; to: number }
const whole = (value: number): number => Math.round(value * 10_000)
const walk = (nodes: readonly Indicator[], path: string[]): { criterion: Criterion; names: string[] }[] =>
  nodes.flatMap((n) => [...(n.criteria ?? []).map((criterion) => ({ criterion, names: [...path, n.id, 'criteria', criterion.id] })), ...walk(n.children ?? [], [...path, n.id, 'children'])])
export const criteria = (ruleset: Ruleset): { criterion: Criterion; names: string[] }[] => walk(ruleset.indicators, ['indicators'])

function place(ruleset: Ruleset, lever: Lever): { now: number; names: string[] } {
  if (lever.type === 'points') {
    const found = criteria(ruleset).find(({ criterion }) => criterion.id === lever.criterion)
    if (!found) throw new RangeError(lever.criterion)
    return { now: found.criterion.points, names: [...found.names, 'points'] }
  }
  const grading = ruleset.gradings.find((g) => g.id === lever.grading)
  const list = (lever.type === 'band' ? grading?.bands : grading?.quotas) ?? []
  const at = list.findIndex((x) => x.grade === lever.grade)
  const key = lever.type === 'band' ? 'from' : lever.type
  return { now: (list[at] as unknown as { [key: string]: number })[key] as number, names: ['gradings', lever.grading, lever.type === 'band' ? 'bands' : 'quotas', String(at), key] }
}
function valuesOf(ruleset: Ruleset, lever: Lever): Value[] {
  const { now, names } = place(ruleset, lever)
  const weight = lever.weight ?? (lever.type === 'share' ? 100 : 1)
  const values: Value[] = []
  for (let k = -500; k <= 500; k++) {
    const to = (whole(now) + k * whole(lever.step)) / 10_000
    if (to >= lever.low && to <= lever.high) values.push({ cost: Math.abs(k) * whole(lever.step) * weight, change: k * whole(lever.step), names: [names], to })
  }
  return values
}

/** What is missing of a goal by sheets, counted anew; `before` are the sheets of the ruleset as it is. */
export function missing(goal: Goal, ruleset: Ruleset, cohort: Cohort, before: readonly Sheet[], after: readonly Sheet[]): number {
  const past = cohort.history.find((h) => h.year === ruleset.year - 1)?.results ?? []
  return goal.reduce((sum, aim) => {
    const among = (s: Sheet): boolean => s.state !== 'blocked' && (aim.pool === undefined || s.pool === aim.pool) && (aim.type === 'order' || aim.category === undefined || s.category === aim.category)
    const units = before.filter(among).map((s) => s.unit)
    const gradeNow = (unit: string): string | null => after.find((s) => s.unit === unit)?.grade ?? null
    const gradeThen = (unit: string): string | null => (aim.type !== 'grade' && aim.against === 'last-year' ? past.find((r) => r.unit === unit)?.grade : before.find((s) => s.unit === unit)?.grade) ?? null
    if (aim.type === 'changed') return sum + Math.max(0, units.filter((u) => gradeThen(u) !== null && gradeThen(u) !== gradeNow(u)).length - aim.most)
    if (aim.type === 'order') {
      const rankThen = (unit: string): number => (aim.against === 'last-year' ? past.find((r) => r.unit === unit)?.rank : before.find((s) => s.unit === unit)?.rank) ?? 0
      const rankNow = (unit: string): number => after.find((s) => s.unit === unit)?.rank ?? 0
      const poolOf = (unit: string): string | null => before.find((s) => s.unit === unit)?.pool ?? null
      const ranked = units.filter((u) => before.find((s) => s.unit === u)?.rank && rankThen(u) > 0)
      const turned = ranked.flatMap((a) => ranked.filter((b) => poolOf(a) === poolOf(b) && rankThen(a) < rankThen(b) && rankNow(b) > 0 && rankNow(a) > rankNow(b)))
      return sum + Math.max(0, turned.length - aim.most)
    }
    const order = ruleset.grades.map((g) => g.id)
    const graded = units.map(gradeNow).filter((g) => g !== null)
    const has = graded.filter((g) => g === aim.grade || (aim.orBetter === true && order.indexOf(g) < order.indexOf(aim.grade))).length
    const scale = aim.in === 'share' ? graded.length : 1
    const least = Math.ceil((whole(aim.least ?? 0) * scale) / 10_000)
    const most = aim.most === undefined ? Infinity : Math.floor((whole(aim.most) * scale) / 10_000)
    return sum + Math.max(0, least - has, has - most)
  }, 0)
}

export interface Least { missing: number; cost: number; changed: number }
const nearer = (a: Least, b: Least): boolean => a.missing < b.missing || (a.missing === b.missing && (a.cost < b.cost || (a.cost === b.cost && a.changed < b.changed)))
/** Tries every combination of values, scoring each ruleset that is no worse than the first; sets of levers whose changes add up to nothing are kept. */
export function brute(ruleset: Ruleset, cohort: Cohort, goal: Goal, levers: readonly Lever[], kept: readonly (readonly number[])[], calendar: Calendar): Least {
  const errors = (r: Ruleset): number => validate(r).issues.filter((i) => i.level === 'error').length
  const sheets = (r: Ruleset): Sheet[] => score(r, cohort, { calendar, trace: false }).sheets
  const allowed = errors(ruleset)
  const before = sheets(ruleset)
  let best: Least = { missing: Infinity, cost: 0, changed: 0 }
  const visit = (chosen: readonly Value[]): void => {
    const lever = levers[chosen.length]
    if (lever) return valuesOf(ruleset, lever).forEach((value) => visit([...chosen, value]))
    if (kept.some((set) => set.reduce((sum, i) => sum + (chosen[i]?.change ?? 0), 0) !== 0)) return
    const changed = chosen.filter((v) => v.cost > 0)
    const cost = changed.reduce((sum, v) => sum + v.cost, 0)
    const made = apply(ruleset, followSums(ruleset, putAll(ruleset, changed.flatMap((v) => v.names.map((names) => ({ names, value: v.to }))))))
    if (!nearer({ missing: 0, cost, changed: changed.length }, best)) return
    const found = { missing: missing(goal, ruleset, cohort, before, sheets(made)), cost, changed: changed.length }
    if (nearer(found, best) && errors(made) <= allowed) best = found
  }
  visit([])
  return best
}
