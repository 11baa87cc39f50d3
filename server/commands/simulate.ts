import { inputGroupName, inYear, readNear, simulate as drawn, simulationSentence, type GroupBy, type Lang, type Near, type Ruleset, type SimulateOptions, type Simulation, type UnitDraws } from '../../engine/index.ts'
import { calendarOf, readPair } from './files.ts'
import { Misuse, type Reply, type Surroundings } from './reply.ts'
import { issueList, words } from './say.ts'
import { spreadOf } from './spread.ts'
import { table } from './table.ts'

const GROUPS: readonly string[] = ['indicator', 'component', 'criterion'] satisfies GroupBy[]
const SPREAD = 'points=10%'
function count(options: Surroundings['options'], name: string, least: number, most: number): number | undefined {
  const text = options[name]
  if (text === undefined) return undefined
  if (typeof text !== 'string' || !/^\d{1,10}$/.test(text) || Number(text) < least || Number(text) > most) throw new Misuse('use.count', { name, least, most })
  return Number(text)
}
function nearOf(text: string | boolean | undefined): Near | undefined {
  if (text === undefined) return undefined
  const near = readNear(String(text))
  if (!near) throw new Misuse('use.near', { value: String(text) })
  return near
}
function optionsOf({ options, progress }: Surroundings): SimulateOptions {
  const groups = options['groups']
  if (groups !== undefined && !GROUPS.includes(String(groups))) throw new Misuse('use.groups', { value: String(groups) })
  const [draws, seed, samples] = [count(options, 'draws', 1, 1_000_000), count(options, 'seed', 0, 2 ** 32 - 1), count(options, 'samples', 0, 1_000_000)]
  const near = nearOf(options['near'])
  return {
    spread: spreadOf(String(options['spread'] ?? SPREAD)), ...(draws === undefined ? {} : { draws }), ...(seed === undefined ? {} : { seed }), ...(samples === undefined ? {} : { samples }),
    ...(near ? { near } : {}), ...(groups === undefined ? {} : { groups: groups as GroupBy }), leaveOut: options['leave-out'] === true, ...(progress ? { progress } : {}),
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
function unitTable(ruleset: Ruleset, units: readonly UnitDraws[], lang: Lang): string {
  const say = words(lang)
  const grade = (id: string | null): string => ruleset.grades.find((g) => g.id === id)?.label ?? say('none')
  const between = (low: string | number | undefined, high: string | number | undefined): string => (low === undefined ? say('none') : low === high ? String(low) : `${low}–${high ?? ''}`)
  const columns = [
    { title: say('column.rank'), right: true }, { title: say('column.ranks'), right: true }, { title: say('column.unit') }, { title: say('column.total'), right: true }, { title: say('column.totals'), right: true },
    { title: say('column.grade') }, { title: say('column.grades') },
  ]
  return table(columns, units.map((u) => [
    String(u.rank ?? say('none')), between(u.ranks?.low, u.ranks?.high), u.name, u.total ?? say('none'), between(u.totals?.low, u.totals?.high), u.state === 'blocked' ? say('state.blocked') : grade(u.grade),
    u.grades.map((g) => `${grade(g.grade)} ${percent(g.share)}`).join(say('separator')),
  ]))
}
/** Sensitivity and indicators left out, where they were asked for. */
function details({ sensitivity, leftOut }: Simulation, lang: Lang): string[] {
  const say = words(lang)
  const title = (column: string) => ({ title: say(`column.${column}`), right: column !== 'group' && column !== 'indicator' })
  const index = (value: number, error: number): string => `${value.toFixed(2)} ± ${error.toFixed(2)}`
  return [
    ...(sensitivity ? [table(['group', 'rank-first', 'rank-all', 'total-first', 'total-all'].map(title), sensitivity.groups.map((g) => [
      inputGroupName(g, lang), index(g.rank.first, g.rank.firstError), index(g.rank.all, g.rank.allError), index(g.total.first, g.total.firstError), index(g.total.all, g.total.allError),
    ]))] : []),
    ...(leftOut.length ? [table(['indicator', 'points', 'moved', 'mean', 'most', 'regraded'].map(title), leftOut.map((l) => [l.label, l.points, String(l.moved), l.mean.toFixed(2), String(l.most), String(l.grades)]))] : []),
  ]
}

/** `simulate RULESET COHORT`: the cohort scored many times with what is uncertain drawn anew; the same seed gives the same bytes. */
export async function simulate([rulesetName = '', cohortName = '']: string[], surroundings: Surroundings): Promise<Reply> {
  const { lang, rulesets } = surroundings
  const options = optionsOf(surroundings)
  const { ruleset, cohort, issues } = await readPair(rulesetName, cohortName, rulesets)
  const calendar = await calendarOf(ruleset.scheme, rulesets)
  const found = drawn(inYear(ruleset, cohort.year), cohort, { ...options, ...(calendar ? { calendar } : {}) })
  const say = words(lang)
  const { key } = found
  const foot = [
    say('score.head', { title: ruleset.title, year: ruleset.year, version: ruleset.version, hash: key.ruleset.slice(0, 12) }),
    say('score.cohort', { label: cohort.label, hash: key.cohort.slice(0, 12) }) + (cohort.synthetic ? ` ${say('score.synthetic')}` : ''),
    say('simulate.foot', { draws: key.options.draws, seed: key.seed, spread: String(surroundings.options['spread'] ?? SPREAD) }),
  ].join('\n')
  return {
    data: { ...found, issues },
    text: [...(issues.length ? [issueList(issues, lang)] : []), unitTable(ruleset, found.units, lang), ...details(found, lang), found.findings.map((f) => simulationSentence(f, lang)).join('\n'), foot].join('\n\n'),
  }
}
