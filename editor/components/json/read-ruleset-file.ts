import { parse, type Issue, type Ruleset, type Step } from '../../../engine/index.ts'
import type { TextReader } from '../../workers/ask-text.ts'
import { decode } from '../clause/decode.ts'

/** What an opened file comes to: steps to take or refuse, or why it cannot be taken (issues with their line, or a code of its own). */
export type Incoming = { name: string } & (
  | { steps: Step[] }
  | { issues: { issue: Issue; line: number }[] }
  | { code: 'encoding' | 'other-scheme' | 'other-year'; values: { [name: string]: string | number } }
)
const LARGEST = 5_000_000

/** Reads a file as the next state of a document; nothing of it is kept. */
export async function readRulesetFile(file: File, ruleset: Ruleset, ask: TextReader['ask']): Promise<Incoming> {
  const { name } = file
  if (file.size > LARGEST * 4) return { name, issues: [{ issue: { level: 'error', code: 'parse.too-large', path: '', values: { size: file.size, limit: LARGEST }, message: '' }, line: 0 }] }
  const decoded = decode(new Uint8Array(await file.arrayBuffer()))
  if (decoded === null) return { name, code: 'encoding', values: {} }
  const text = decoded.replace(/^\ufeff/, '')
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length
  const { steps, placed } = await ask('read', text, ruleset)
  if (steps === null) return { name, issues: placed.map(({ issue, from }) => ({ issue, line: text.length > LARGEST ? 0 : lineOf(from) })) }
  const { scheme, year } = parse(text).value as Ruleset
  const values = { scheme, year, openScheme: ruleset.scheme, openYear: ruleset.year }
  if (scheme !== ruleset.scheme) return { name, code: 'other-scheme', values: { ...values, line: lineOf(text.indexOf('"scheme"')) } }
  if (year !== ruleset.year) return { name, code: 'other-year', values: { ...values, line: lineOf(text.indexOf('"year"')) } }
  return { name, steps }
}
