import { at } from '../model/path.ts'
import type { Cohort } from '../model/record.ts'
import type { Ruleset } from '../model/ruleset.ts'
import type { Sheet, TraceLine } from '../model/sheet.ts'
import { fill, type Lang } from './words/fill.ts'
import { traceEn } from './words/trace.en.ts'
import { traceZh } from './words/trace.zh.ts'

export interface Told { line: TraceLine; sentence: string }

/** Long decimals and fractions to four places for reading; the exact value stays in the line. */
const short = (value: string | number | boolean | null): string => {
  if (typeof value !== 'string' || !/^-?\d+(\.\d{5,}|\/\d+)$/.test(value)) return String(value ?? '')
  const [n = '0', d] = value.split('/')
  return `≈ ${String(Number((d === undefined ? Number(n) : Number(n) / Number(d)).toFixed(4)))}`
}
const labelAt = (ruleset: Ruleset, path: string): string => {
  for (let here = path; here !== ''; here = here.includes('/') ? here.slice(0, here.lastIndexOf('/')) : '') {
    const found = at(ruleset, here)
    if (typeof found === 'object' && found !== null && !Array.isArray(found) && typeof found['label'] === 'string') return found['label']
  }
  return path
}

/** One trace line as a sentence; labels come from the ruleset, events from the unit's record. */
export function tell(ruleset: Ruleset, line: TraceLine, lang: Lang, record?: Cohort['records'][number]): string {
  const words = lang === 'zh' ? traceZh : traceEn
  const grade = (id: unknown): string => ruleset.grades.find((g) => g.id === id)?.label ?? String(id ?? '')
  const values: { [name: string]: string } = Object.fromEntries(Object.entries(line.inputs).map(([name, value]) => [name, short(value)]))
  values['output'] = short(line.output)
  values['label'] = labelAt(ruleset, line.path.startsWith('records/') ? `facts/${line.path.split('/').at(-1) ?? ''}` : line.path)
  values['gradeOutput'] = grade(line.output)
  values['gradeBefore'] = grade(line.inputs['before'])
  values['side'] = words[`side_${line.path.split('/')[0] ?? ''}`] ?? ''
  values['yes'] = (line.output === 'true' ? words['yes'] : words['no']) ?? ''
  if (line.path.includes('/events/')) values['event'] = eventTitle(record, line.path.slice(line.path.lastIndexOf('/') + 1))
  const code = `${line.stage}.${line.code}`
  const known = line.stage === 'outcome' && line.path.startsWith('outcomes/') ? 'outcome.fired' : code
  return fill(words, known, values)
}
const eventTitle = (record: Cohort['records'][number] | undefined, id: string): string => {
  for (const value of Object.values(record?.facts ?? {})) {
    if (!Array.isArray(value)) continue
    for (const item of value) if ('kind' in item && item.id === id) return item.title ?? item.id
  }
  return id
}

/** Why a unit has its result: every trace line as a sentence, in the order of the stages. */
export const explain = (ruleset: Ruleset, sheet: Sheet, lang: Lang, record?: Cohort['records'][number]): Told[] =>
  sheet.trace.map((line) => ({ line, sentence: tell(ruleset, line, lang, record) }))
