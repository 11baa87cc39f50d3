import { crossCheck, score as scoreAlone, type Lang, type Ruleset, type Scored, type Sheet } from '../../engine/index.ts'
import { calendarOf, readPair } from './files.ts'
import type { Reply, Surroundings } from './reply.ts'
import { issueList, words } from './say.ts'
import { table } from './table.ts'

/** A unit's result as other programs read it; a unit stopped by a verdict is blocked and flagged so. */
const resultOf = ({ unit, name, category, state, base, bonus, deduction, total, grade, rank, pool, flags, outcomes }: Sheet) => ({
  unit, name, category, state: state === 'scored' ? state : 'blocked', base, bonus, deduction, total, grade, rank, pool,
  flags: state === 'stopped' ? [...flags, 'stopped'] : flags, outcomes,
})

function scoreTable(ruleset: Ruleset, sheets: readonly Sheet[], lang: Lang): string {
  const say = words(lang)
  const label = (list: readonly { id: string; label: string }[], id: string | null): string => list.find((item) => item.id === id)?.label ?? say('none')
  const numbers = ['base', 'bonus', 'deduction', 'total'] as const
  const columns = [
    { title: say('column.rank'), right: true }, { title: say('column.unit') }, { title: say('column.category') },
    ...numbers.map((name) => ({ title: say(`column.${name}`), right: true })), { title: say('column.grade') },
  ]
  return table(columns, sheets.map((sheet) => [
    sheet.rank === null ? say('none') : String(sheet.rank), sheet.name, label(ruleset.categories, sheet.category),
    ...numbers.map((name) => sheet[name] ?? say('none')), sheet.state === 'blocked' ? say('state.blocked') : label(ruleset.grades, sheet.grade),
  ]))
}

function summary(ruleset: Ruleset, scored: Scored, checked: string, lang: Lang): string {
  const say = words(lang)
  const count = (state: Sheet['state']): number => scored.sheets.filter((sheet) => sheet.state === state).length
  return [
    say('score.head', { title: ruleset.title, year: ruleset.year, version: ruleset.version, hash: scored.ruleset.hash.slice(0, 12) }),
    say('score.cohort', { label: scored.cohort.label, hash: scored.cohort.hash.slice(0, 12) }) + (scored.cohort.synthetic ? ` ${say('score.synthetic')}` : ''),
    say('score.sum', { units: scored.sheets.length, scored: count('scored'), stopped: count('stopped'), blocked: count('blocked') }),
    say(checked),
  ].join('\n')
}

/** `score RULESET COHORT`: every unit's result; both evaluators must agree unless `--fast`. */
export async function score([rulesetName = '', cohortName = '']: string[], { lang, rulesets, fast }: Surroundings): Promise<Reply> {
  const { ruleset, cohort, issues: known } = await readPair(rulesetName, cohortName, rulesets)
  const calendar = await calendarOf(ruleset.scheme, rulesets)
  const options = { ...(calendar ? { calendar } : {}), trace: false }
  const { scored, issues: differences } = fast ? { scored: scoreAlone(ruleset, cohort, options), issues: [] } : await crossCheck(ruleset, cohort, options)
  const issues = [...known, ...scored.issues, ...differences]
  const { scheme, year, version, hash } = scored.ruleset
  const checked = fast ? 'score.unchecked' : differences.length ? 'score.disagree' : 'score.checked'
  const text = [scoreTable(ruleset, scored.sheets, lang), ...(issues.length ? [issueList(issues, lang)] : []), summary(ruleset, scored, checked, lang)]
  return {
    data: { ruleset: { scheme, year, version, hash }, cohort: { hash: scored.cohort.hash }, results: scored.sheets.map(resultOf), issues },
    text: text.join('\n\n'),
  }
}
