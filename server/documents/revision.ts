import { changeGroups, hashOf, revisionRows, sectionTitle, wordDiff, type Lang, type RevisionRow, type Ruleset } from '../../engine/index.ts'
import { speaker, versionName, type Cell, type Named, type Report, type Row } from './report.ts'

/** A version with its ruleset and whether it is still a draft. */
export interface Side { ruleset: Ruleset; draft: boolean }
export const nameOf = ({ ruleset, draft }: Side): Named => ({ year: ruleset.year, version: ruleset.version, draft })

/** The two texts of a row with what differs marked; one that stands alone is not marked. */
function sides({ before, after }: RevisionRow, nothing: string): [Cell, Cell] {
  if (before === '' || after === '') return [before || nothing, after || nothing]
  const spans = wordDiff(before, after)
  const side = (mark: 'gone' | 'added'): Cell => spans.filter((span) => span.kind === 'same' || span.kind === mark).map((span) => (span.kind === 'same' ? { text: span.text } : { text: span.text, mark }))
  return [side('gone'), side('added')]
}

/** The revision table of two versions with the reasons given (by the path of their row), as a document. */
export function revisionReport(a: Side, b: Side, reasons: ReadonlyMap<string, string>, lang: Lang): Report {
  const say = speaker(lang)
  const [from, to] = [versionName(say, nameOf(a)), versionName(say, nameOf(b))]
  const rows = revisionRows(a.ruleset, b.ruleset, lang)
  const reasonOf = ({ path }: RevisionRow): string => (reasons.get(path) ?? '').trim()
  let number = 0
  const lines = rows.flatMap((row, i): Row[] => [
    ...(row.section === rows[i - 1]?.section ? [] : [{ heading: sectionTitle(row.section, lang) }]),
    [{ figure: String(++number), places: 0 }, row.title, ...sides(row, say('nothing')), reasonOf(row)],
  ])
  const open = rows.filter((row) => reasonOf(row) === '').length
  const { sentence } = changeGroups(a.ruleset, b.ruleset, lang)
  return {
    lang, landscape: true, name: say('revision.file'), file: `${say('revision.file')} ${a.ruleset.year}-${b.ruleset.year}`, title: say('revision.title', { title: b.ruleset.title }), subtitle: say('revision.subtitle', { from, to }), marks: b.draft ? [say('mark.draft')] : [],
    sections: [
      {
        heading: '', paragraphs: rows.length ? [`${say('revision.intro', { from, to, count: rows.length, sentence })}${open ? `${lang === 'zh' ? '' : ' '}${say('revision.open', { count: open })}` : ''}`] : [say('revision.none', { from, to })],
        tables: rows.length ? [{
          caption: '', rows: lines,
          columns: [{ title: say('column.number'), width: 6, align: 'center' }, { title: say('column.thing'), width: 18 }, { title: say('column.before'), width: 28 }, { title: say('column.after'), width: 28 }, { title: say('column.reason'), width: 20 }],
        }] : [],
        notes: [say('revision.hash', { version: from, hash: hashOf(a.ruleset) }), say('revision.hash', { version: to, hash: hashOf(b.ruleset) })],
      },
    ],
  }
}
