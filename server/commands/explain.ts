import { explain as reasons, score, type Cohort, type Unit } from '../../engine/index.ts'
import { calendarOf, readPair } from './files.ts'
import { Misuse, type Reply, type Surroundings } from './reply.ts'
import { issueText, words } from './say.ts'

function unitOf(cohort: Cohort, wanted: string): Unit {
  const known = cohort.units.find((unit) => unit.id === wanted)
  if (known) return known
  const [unit, ...others] = cohort.units.filter((u) => u.name === wanted)
  if (!unit) throw new Misuse('use.no-unit', { unit: wanted })
  if (others.length) throw new Misuse('use.unit-ambiguous', { unit: wanted, ids: [unit, ...others].map((u) => u.id).join(', ') })
  return unit
}

/** `explain RULESET COHORT UNIT`: why a unit has its result, stage by stage, each line with its clause. */
export async function explain([rulesetName = '', cohortName = '', wanted = '']: string[], { lang, rulesets }: Surroundings): Promise<Reply> {
  const { ruleset, cohort } = await readPair(rulesetName, cohortName, rulesets)
  const unit = unitOf(cohort, wanted)
  const calendar = await calendarOf(ruleset.scheme, rulesets)
  const scored = score(ruleset, cohort, calendar ? { calendar } : {})
  const sheet = scored.sheets.find((s) => s.unit === unit.id)
  if (!sheet) throw new RangeError(`no sheet for ${unit.id}`)
  const record = cohort.records.find((r) => r.unit === unit.id)
  const told = reasons(ruleset, sheet, lang, record)
  const issues = scored.issues.filter((issue) => issue.values['unit'] === unit.id || issue.path.startsWith(`records/${unit.id}`))
  const say = words(lang)
  const labelOf = (list: readonly { id: string; label: string }[], id: string | null): string => list.find((item) => item.id === id)?.label ?? say('none')
  const stages = [...new Set(told.map(({ line }) => line.stage))]
  const text = [
    say('explain.head', {
      name: unit.name, category: labelOf(ruleset.categories, unit.category), total: sheet.total ?? say(`state.${sheet.state}`),
      grade: labelOf(ruleset.grades, sheet.grade), rank: sheet.rank ?? say('none'),
    }),
    ...stages.map((stage) => [
      say(`stage.${stage}`),
      ...told.filter(({ line }) => line.stage === stage).map(({ line, sentence }) => `  ${sentence}${line.clause ? say('explain.clause', { clause: line.clause }) : ''}`),
    ].join('\n')),
    ...issues.map((issue) => `${say(`level.${issue.level}`)}: ${issueText(issue, lang)}`),
  ]
  return { data: { ...sheet, trace: told.map(({ line, sentence }) => ({ ...line, sentence })), issues }, text: text.join('\n\n') }
}
