import { apply, compile, evaluate, loadColumns, pointsOf, withPoints, withRuleset, type Cohort, type Json, type Rule, type Ruleset } from '../../engine/index.ts'
import { seeded } from '../support/cohort/seeded.ts'
import { race, short, table } from './clock.ts'
import { matrix, type Fired } from './matrix.ts'
import { difference, newTable, tableOf, type Table } from './outcome.ts'

const DRAWS = 1000
const rulesOf = (rules: Ruleset): Rule[] => [...rules.indicators.flatMap((i) => (i.criteria ?? []).flatMap((c) => c.rules)), ...(rules.bonus.rules ?? []), ...(rules.deduction.rules ?? [])]

/** Every rule's points a fifth up or down, to four places. */
function draws(points: Float64Array): Float64Array[] {
  const draw = seeded(3).next
  return Array.from({ length: DRAWS }, () => points.map((p) => Math.round(p * (0.8 + 0.4 * draw()) * 10_000) / 10_000))
}
/** How often each rule takes its points, read off the columns' own answers. */
function firedOf(rules: Ruleset, cohort: Cohort): Fired {
  const compiled = compile(rules)
  const results = evaluate(compiled, loadColumns(compiled, cohort))
  const n = cohort.units.length
  const list = rulesOf(rules)
  const times = new Float64Array(list.length * n)
  list.forEach((rule, r) => {
    for (let i = 0; i < n; i++) {
      const often = 'fact' in rule.event.params ? Number(cohort.records[i]?.facts[rule.event.params.fact]) : 1
      times[r * n + i] = results.states[0]?.awards.fired[r * n + i] === 1 ? often : 0
    }
  })
  return { times, rules: list.length }
}
const early = ({ total, grade, rank }: Table): Table => ({ total, grade, rank, outcomes: new Uint8Array(0) })

async function points(rules: Ruleset, cohort: Cohort): Promise<string[][]> {
  const compiled = compile(rules)
  const columns = loadColumns(compiled, cohort)
  const list = draws(pointsOf(compiled))
  const whole = list.map((p) => p.map((x) => Math.round(x * 10_000)))
  const run = matrix(rules, cohort, firedOf(rules, cohort))
  const out = newTable(cohort.units.length, 0)
  const base = new Float64Array(cohort.units.length)
  list.slice(0, 50).forEach((draw, k) => {
    run(whole[k] as Float64Array, out, base)
    const where = difference(out, early(tableOf(evaluate(withPoints(compiled, draw), columns, { outcomes: false }))))
    if (where) throw new RangeError(`matrix and columns differ: ${where}`)
  })
  const found = await race([
    { name: 'matrix form by hand', run: () => whole.forEach((draw) => run(draw, out, base)) },
    { name: 'columns, answers kept', run: () => list.forEach((draw) => evaluate(withPoints(compiled, draw), columns, { outcomes: false })) },
  ], 3, 1)
  const reference = found.get('matrix form by hand') as number
  return [...found].map(([name, ms]) => [`${DRAWS.toLocaleString('en')} draws of all points`, name, `${short(ms)} ms`, `${short(ms / reference)} × matrix`])
}

/** One threshold moves at a time, as an author would move it. */
async function thresholds(rules: Ruleset, cohort: Cohort): Promise<string[][]> {
  const changed = rules.indicators.slice(0, 20).flatMap((indicator, k): Ruleset[] => {
    const [rule] = indicator.criteria?.[0]?.rules ?? []
    if (!rule) return []
    const to = JSON.parse(JSON.stringify(rule.conditions).replace(/"value":(\d+(?:\.\d+)?)/, (_, value: string) => `"value":${Number(value) + 1 + (k % 3)}`)) as Rule['conditions']
    return [apply(rules as unknown as Json, [{ type: 'set', path: `indicators/${indicator.id}/criteria/${indicator.criteria?.[0]?.id ?? ''}/rules/${rule.id}`, key: 'conditions', from: rule.conditions as unknown as Json, to: to as unknown as Json }]) as unknown as Ruleset]
  })
  const compiled = compile(rules)
  const columns = loadColumns(compiled, cohort)
  const anew = changed.map((r) => structuredClone(r))
  const loaded = anew.map((r) => loadColumns(compile(r), cohort))
  const found = await race([
    { name: 'changed where it changed', run: () => changed.forEach((r) => evaluate(withRuleset(compiled, r), columns)) },
    { name: 'compiled anew, cohort loaded', run: () => anew.forEach((r, k) => evaluate({ ...compile(r), layout: loaded[k]?.layout ?? compiled.layout }, { ...(loaded[k] ?? columns) })) },
    { name: 'compiled and loaded anew', run: () => anew.forEach((r) => ((c) => evaluate(c, loadColumns(c, cohort)))(compile(r))) },
  ], 15, 5)
  const reference = found.get('compiled anew, cohort loaded') as number
  return [...found].map(([name, ms]) => ['one threshold', name, `${short(ms / changed.length)} ms`, `${short(ms / reference)} × compiling anew`])
}
/** What a changed number costs while everything else stays. */
export const perturbations = async (rules: Ruleset, cohort: Cohort): Promise<string> => table(['change', 'way', 'time', 'ratio'], [...(await points(rules, cohort)), ...(await thresholds(rules, cohort))])
