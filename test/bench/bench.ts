import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cpus } from 'node:os'
import { compile, evaluate, loadColumns, score, type Cohort } from '../../engine/index.ts'
import type { ByHand } from './by-hand.ts'
import { sourceByHand } from './by-hand.ts'
import { race, short, table, type Contestant } from './clock.ts'
import { difference, newTable, tableOf, type Table } from './outcome.ts'
import { perturbations } from './perturb.ts'
import { jsonLogic, jsonRules, pipeline, zen } from './rivals.ts'
import { streamed } from './streamed.ts'
import { SIZE, units, workload } from './workload.ts'

const rules = workload()
const compiled = compile(rules)
const folder = join(import.meta.dirname, 'written')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'by-hand.mjs'), sourceByHand(rules))
const { default: byHand } = (await import(pathToFileURL(join(folder, 'by-hand.mjs')).href)) as { default: ByHand }
const write = (text: string): void => void process.stdout.write(`${text}\n`)
const rivals = [jsonLogic, zen, jsonRules].map((rival) => ({ name: rival.name, run: pipeline(rules, rival) }))

/** Everybody must come to the same table before anything is timed. */
async function agree(cohort: Cohort): Promise<void> {
  const wanted = newTable(cohort.units.length, SIZE.outcomes)
  byHand(cohort, wanted)
  const found: [string, Table][] = [['columns', tableOf(evaluate(compiled, loadColumns(compiled, cohort)))]]
  for (const { name, run } of rivals) {
    const mine = newTable(cohort.units.length, SIZE.outcomes)
    await run(cohort, mine)
    found.push([name, mine])
  }
  const exact = score(rules, cohort, { trace: false }).sheets
  const totals = exact.findIndex((s, i) => Number(s.total?.replace('.', '')) !== wanted.total[i] || s.rank !== wanted.rank[i])
  if (totals >= 0) throw new RangeError(`unit by unit and by hand differ at ${totals}`)
  for (const [name, mine] of found) {
    const where = difference(wanted, mine)
    if (where) throw new RangeError(`${name} and by hand differ: ${where}`)
  }
}
const preloaded = (cohort: Cohort): Contestant => {
  const columns = loadColumns(compiled, cohort)
  // A copy of the columns knows no earlier answers: everything is evaluated again.
  return { name: 'columns, preloaded', run: () => evaluate(compiled, { ...columns }) }
}
const own = (cohort: Cohort): Contestant[] => {
  const out = newTable(cohort.units.length, SIZE.outcomes)
  return [{ name: 'written by hand', run: () => byHand(cohort, out) }, preloaded(cohort), { name: 'columns, loading included', run: () => evaluate(compiled, loadColumns(compiled, cohort)) }]
}
const line = (name: string, ms: number, count: number, hand: number): string[] => [name, short((ms * 1000) / count), short(ms / hand)]

write(`${SIZE.rules} rules with ${SIZE.conditions} conditions, ${SIZE.indicators} indicators, ${SIZE.facts} facts a unit, ${SIZE.outcomes} outcome rules; whole pipeline; medians of alternating runs, processor time (one record: the clock)`)
write(`Node ${process.versions.node}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores\n`)
const small = units(150)
await agree(small)
write('Outputs are equal: by hand, columns, unit by unit, json-logic-engine, zen-engine, json-rules-engine.\n')

const HAND = 'written by hand'
/** Each contestant beside the function by hand alone, so that none is measured in the heap another has filled; ratios are within a race. */
async function beside(contestant: Contestant, rounds: number): Promise<{ name: string; us: number; ratio: number }> {
  const times = await race([own(small)[0] as Contestant, contestant], rounds, Math.ceil(rounds / 2))
  const [hand, mine] = [times.get(HAND) as number, times.get(contestant.name) as number]
  return { name: contestant.name, us: (mine * 1000) / 150, ratio: mine / hand }
}
const whole = (k: number): Contestant => ({ name: rivals[k]?.name ?? '', run: () => rivals[k]?.run(small, newTable(150, SIZE.outcomes)) })
const [plain, preload, loading] = own(small) as [Contestant, Contestant, Contestant]
const found = [await beside(preload, 400), await beside(loading, 400), await beside(whole(0), 100), await beside({ name: 'unit by unit (`score`)', run: () => score(rules, small, { trace: false }) }, 6), await beside(whole(1), 12), await beside(whole(2), 6)]
const hand = ((await race([plain], 400, 200)).get(HAND) as number) * 1000 / 150
const loaded = found[1]?.ratio ?? 1
write('### 150 units')
write(table(['evaluator', 'µs a unit', '× by hand', 'columns with loading are faster by'], [[HAND, short(hand), '1', short(1 / loaded)], ...found.map((f) => [f.name, short(f.us), short(f.ratio), short(f.ratio / loaded)])]))

const rows: string[][] = []
let reference = 0
for (const count of [3000, 30_000]) {
  const found = await race(own(units(count)), count > 10_000 ? 7 : 25, 2)
  const base = found.get('written by hand') as number
  for (const [name, ms] of found) rows.push([count.toLocaleString('en'), ...line(name, ms, count, base)])
  reference = ((found.get('columns, loading included') as number) * 1000) / count
}
write('\n### Larger cohorts')
write(table(['units', 'evaluator', 'µs a unit', '× by hand'], rows))
write('\n### 300,000 units in chunks of 3,000')
write(streamed(compiled, reference))

const one = units(1)
const single = await race([...own(one), { name: jsonLogic.name, run: () => rivals[0]?.run(one, newTable(1, SIZE.outcomes)) }, ...rivals.slice(1).map(({ name, run }) => ({ name, run: () => run(one, newTable(1, SIZE.outcomes)) }))], 60, 30, () => performance.now())
write('\n### One record')
write(table(['evaluator', 'µs', '× by hand'], [...single].map(([name, ms]) => line(name, ms, 1, single.get('written by hand') as number))))
write('\n### Changes, 150 units')
write(await perturbations(rules, small))
