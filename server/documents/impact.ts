import { chapterNumber, comparisonSentences, sectionTitle, type Attribution, type Comparison, type Lang, type SectionId } from '../../engine/index.ts'
import { attributionTable, dataTable, groupTable, moverTable, needTable, outcomeTable, regradedTable, SHOWN, transitionTables, unitTable, versionTable, type Compared } from './impact-tables.ts'
import { speaker, versionName, type Report, type Say, type Section } from './report.ts'
import { nameOf, type Side } from './revision.ts'

/** A day of the calendar. */
export interface Day { year: number; month: number; day: number }
export interface ImpactOptions { /** The hash of the cohort. */ cohort: string; made: Day; lang: Lang; /** The differences split over the sections of the ruleset; null leaves them out. */ attribution: Attribution | null }

/** The comparison of two versions over a cohort as a document: findings, versions and data, grades, groups, movers, outcomes, needs; all units in the sheet. */
export function impactReport(a: Side, b: Side, comparison: Comparison, { cohort: hash, made, lang, attribution }: ImpactOptions): Report {
  const say = speaker(lang)
  const { cohort, needs, dropped } = comparison
  const about: Compared = { a: a.ruleset, b: b.ruleset, comparison, lang, say }
  const [from, to] = [versionName(say, nameOf(a)), versionName(say, nameOf(b))]
  const regraded = regradedTable(about)
  const movers = moverTable(about)
  const gone = dropped.map((id) => a.ruleset.facts.find((fact) => fact.id === id)?.label ?? id)
  const chapters: Section[] = [
    { heading: say('heading.findings'), paragraphs: comparisonSentences(a.ruleset, b.ruleset, comparison, lang), tables: [] },
    {
      heading: say('heading.basis'), tables: [versionTable(about, [from, to]), dataTable(about, hash)],
      paragraphs: [
        ...(cohort.synthetic ? [say('basis.synthetic')] : []),
        ...(comparison.asOf === null ? [] : [say('basis.as-of', { year: comparison.asOf })]), say('basis.made', { date: dateText(say, made, lang) }),
      ],
    },
    { heading: say('heading.grades'), paragraphs: regraded.total > SHOWN ? [say('more', { shown: SHOWN, count: regraded.total - SHOWN })] : [], tables: [...transitionTables(about), ...(regraded.total > 0 ? [regraded.table] : [])] },
    { heading: say('heading.groups'), paragraphs: [], tables: [groupTable(about)] },
    ...(attribution?.edits.length ? [{ heading: say('heading.attribution'), paragraphs: [say('attribution.how'), ...inert(attribution, say, lang)], tables: [attributionTable(about, attribution)] }] : []),
    { heading: say('heading.movers'), paragraphs: movers ? [] : [say('movers.none')], tables: movers ? [movers] : [] },
    { heading: say('heading.outcomes'), paragraphs: comparison.outcomes.some((o) => o.gained + o.lost > 0) ? [] : [say('outcomes.none')], tables: comparison.outcomes.length ? [outcomeTable(about)] : [] },
    ...(needs.length + dropped.length ? [{ heading: say('heading.needs'), paragraphs: gone.length ? [say('need.dropped', { count: gone.length, names: gone.join(say('list')) })] : [], tables: needs.length ? [needTable(about)] : [] }] : []),
  ]
  return {
    lang, landscape: false, name: say('impact.file'), file: `${say('impact.file')} ${a.ruleset.year}-${b.ruleset.year}`, title: say('impact.title', { title: b.ruleset.title }), subtitle: say('impact.subtitle', { from, to }),
    marks: [...(b.draft ? [say('mark.draft')] : []), ...(cohort.synthetic ? [say('mark.synthetic')] : [])],
    sections: [...chapters.map((chapter, i) => ({ ...chapter, heading: `${chapterNumber(i + 1, lang)}${lang === 'zh' ? '' : ' '}${chapter.heading}` })), { heading: '', paragraphs: [], tables: [unitTable(about)] }],
  }
}

/** The sections whose changes move nothing. */
const inert = ({ inert: edits }: Attribution, say: Say, lang: Lang): string[] =>
  (edits.length ? [say('attribution.inert', { sections: edits.map((edit) => sectionTitle(edit.id as SectionId, lang)).join(say('list')) })] : [])
/** A day as documents write it: without leading zeros in Chinese, ISO 8601 in English. */
function dateText(say: Say, { year, month, day }: Day, lang: Lang): string {
  const two = (n: number): string => (lang === 'zh' ? String(n) : String(n).padStart(2, '0'))
  return say('date', { year, month: two(month), day: two(day) })
}
