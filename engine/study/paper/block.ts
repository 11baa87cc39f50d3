import type { Source } from '../../model/id.ts'
import type { Criterion, Ruleset } from '../../model/ruleset.ts'
import { percent, type Part, type Spot } from '../sentence.ts'
import type { Lang, Words } from '../words/fill.ts'
import { paperEn } from '../words/paper.en.ts'
import { paperZh } from '../words/paper.zh.ts'

/** Where a piece of the paper stands in the ruleset: a property, and the spot inside its value. `fixed` is shown, and changed only at its object; `share` is stored as a share and shown as percent. */
export interface Place { path: string; key: string; spot: Spot; kind: 'number' | 'share' | 'text' | 'fixed' }
/** A piece of a sentence; one with a place shows what stands there. */
export interface Run { text: string; place?: Place; assumed?: true }
export interface TableCell { runs: Run[]; /** Rows it spans; 0 where the cell above reaches down. */ rows: number }
export interface TableRow { path: string; cells: TableCell[] }
interface Common { /** Unique in the paper. */ id: string; /** What the block tells of. */ path: string }
/** A sentence or heading: level 1 is a chapter, 0 has no number. */
export interface TextBlock extends Common { kind: 'title' | 'subtitle' | 'heading' | 'text'; level: number; number: string; runs: Run[]; clause?: string }
export interface TableBlock extends Common { kind: 'table'; caption: string; head: string[]; rows: TableRow[] }
export type Block = TextBlock | TableBlock

/** A block before it has its number; `own` is the number the ruleset gives. */
export type Line = (Omit<TextBlock, 'number'> & { own?: string }) | TableBlock

/** Speaks about a ruleset; `kept` holds what was said of criteria while nothing but the indicators has changed. */
export interface Writer { ruleset: Ruleset; lang: Lang; words: Words; kept: WeakMap<Criterion, { path: string; runs: Run[] }> }
const grounds: { [lang in Lang]?: { values: unknown[]; kept: Writer['kept'] } } = {}
export function writer(ruleset: Ruleset, lang: Lang): Writer {
  const values = Object.entries(ruleset).flatMap(([key, value]) => (key === 'indicators' ? [] : [key, value]))
  const old = grounds[lang]
  const kept: Writer['kept'] = old && old.values.length === values.length && old.values.every((value, i) => value === values[i]) ? old.kept : new WeakMap()
  grounds[lang] = { values, kept }
  return { ruleset, lang, words: lang === 'zh' ? paperZh : paperEn, kept }
}
type Told = readonly Run[] | string

const asRuns = (told: Told): readonly Run[] => (typeof told === 'string' ? [{ text: told }] : told)
export const said = ({ words }: Writer, code: string): string => words[code] ?? code
/** A template with its places filled by runs; a code without words is shown as it is. */
export const say = (w: Writer, code: string, places: { readonly [name: string]: Told } = {}): Run[] =>
  said(w, code).split(/(\{\w+\})/).filter((piece) => piece !== '').flatMap((piece) => (piece.startsWith('{') ? asRuns(places[piece.slice(1, -1)] ?? piece) : [{ text: piece }]))
export const joined = (w: Writer, lists: readonly (readonly Run[])[], between: string): Run[] => lists.flatMap((runs, i) => (i === 0 ? [...runs] : [...say(w, between), ...runs]))

const mark = (source: Source | undefined): { assumed?: true } => (source?.basis === 'assumed' ? { assumed: true } : {})
/** A number of the ruleset, changed where it stands. */
export const number = (path: string, key: string, value: number, source?: Source, spot: Spot = []): Run[] => [{ text: String(value), place: { path, key, spot, kind: 'number' }, ...mark(source) }]
/** A share, shown as percent. */
export const share = (path: string, key: string, value: number, source?: Source, spot: Spot = []): Run[] => [{ text: String(percent(value)), place: { path, key, spot, kind: 'share' }, ...mark(source) }]
/** A number that is changed at its object only. */
export const fixed = (path: string, key: string, value: number, source?: Source, spot: Spot = []): Run[] => [{ text: String(value), place: { path, key, spot, kind: 'fixed' }, ...mark(source) }]
/** A name or text of the ruleset. */
export const text = (path: string, key: string, value: string): Run[] => [{ text: value, place: { path, key, spot: [], kind: 'text' } }]
/** Pieces of a rule's sentence as runs; spots begin at the object, or at a property of it. */
export const told = (parts: readonly Part[], path: string, source?: Source, property?: string): Run[] => parts.map((part) => {
  const spot = [...(property === undefined ? [] : [property]), ...(part.at ?? [])]
  if (part.kind !== 'number' || part.at === undefined) return { text: part.text, ...(part.role === 'word' ? {} : mark(source)) }
  return { text: part.text, place: { path, key: String(spot[0]), spot: spot.slice(1), kind: part.percent ? 'share' : 'number' }, ...mark(source) }
})
/** Names of things, in a list. */
export const names = (w: Writer, list: readonly { id: string; label: string }[], ids: readonly string[]): Run[] => [{ text: ids.map((id) => list.find((thing) => thing.id === id)?.label ?? id).join(said(w, 'list')) }]
/** The same names, each changed where it stands. */
export const labels = (w: Writer, path: string, list: readonly { id: string; label: string }[]): Run[] => joined(w, list.map((thing) => text(`${path}/${thing.id}`, 'label', thing.label)), 'list')

const clauseOf = (source: Source | undefined): { clause?: string } => (source?.clause === undefined ? {} : { clause: source.clause })
export const heading = (level: number, path: string, runs: Run[], source?: Source, own?: string): Line => ({ kind: 'heading', id: `${path}#${level}`, path, level, runs, ...clauseOf(source), ...(own === undefined ? {} : { own }) })
/** A sentence; `what` tells it from others about the same object. */
export const line = (level: number, path: string, what: string, runs: Run[], source?: Source): Line => ({ kind: 'text', id: `${path}#${what}`, path, level, runs, ...clauseOf(source) })
