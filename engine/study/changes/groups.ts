import { diff } from '../../edit/diff.ts'
import { apply } from '../../edit/step.ts'
import { split } from '../../model/path.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import type { Step } from '../../model/step.ts'
import { describe, placeName, type Change } from '../describe.ts'
import { changesEn } from '../words/changes.en.ts'
import { changesZh } from '../words/changes.zh.ts'
import { fill, type Lang, type Words } from '../words/fill.ts'
import { deedOf, type Act, type Kind } from './act.ts'
import { pairsOf } from './pairs.ts'

/** Chapters of a ruleset, with the properties they hold. */
const SECTIONS = {
  overview: ['title', 'scheme', 'year', 'version', 'format', 'jurisdiction', 'summary', 'fullMarks', 'period', 'basedOn', 'document', 'bases', 'glossary', '$schema'],
  categories: ['categories', 'categoryGroups', 'attributes', 'bodies'], facts: ['facts', 'derived', 'conditions', 'decisionKinds'], methods: ['methods', 'components', 'missing'], indicators: ['indicators'],
  adjustments: ['bonus', 'deduction', 'verdicts'], grades: ['grades', 'gradings', 'ranking', 'proration', 'limits', 'rounding', 'history'], outcomes: ['outcomes'], workflow: ['workflow'], delegations: ['delegations'], clauses: ['clauses'],
} as const
export type SectionId = keyof typeof SECTIONS
const IDS = Object.keys(SECTIONS) as SectionId[]
export const sectionOf = (path: string): SectionId => IDS.find((id) => (SECTIONS[id] as readonly string[]).includes(split(path)[0] ?? '')) ?? 'overview'

/** The name of a chapter. */
export const sectionTitle = (section: SectionId, lang: Lang): string => (lang === 'zh' ? changesZh : changesEn)[`section.${section}`] ?? section

/** A change in words with what it does to what; `replaces` is the path of the thing it takes the place of. */
export interface GroupedChange extends Change { kind: Kind; act: Act; replaces?: string }
export interface ChangeCount { kind: Kind; act: Act; count: number }
export interface ChangeSection { section: SectionId; title: string; sentence: string; changes: GroupedChange[]; counts: ChangeCount[] }
/** All that differs between two rulesets: sections in the order of the document, counts and one sentence for the whole. */
export interface ChangeGroups { same: boolean; sentence: string; counts: ChangeCount[]; sections: ChangeSection[] }
interface Told { change: GroupedChange; things: { kind: Kind; act: Act; thing: string }[] }

const ACTS: readonly Act[] = ['points', 'added', 'removed', 'retired', 'restored', 'replaced', 'moved', 'changed', 'ordered']
/** How many things each act concerns, most important acts first within a kind; a thing that is new or gone is not also changed. */
function count(told: readonly Told[]): ChangeCount[] {
  const things = told.flatMap((one) => one.things)
  const settled = new Set(things.filter(({ act }) => act !== 'changed' && act !== 'ordered').map(({ kind, thing }) => `${kind} ${thing}`))
  const found = new Map<string, Set<string>>()
  for (const { kind, act, thing } of things) {
    if ((act === 'changed' || act === 'ordered') && settled.has(`${kind} ${thing}`)) continue
    const key = `${kind} ${act}`
    found.set(key, (found.get(key) ?? new Set()).add(thing))
  }
  const kinds = [...new Set(things.map(({ kind }) => kind))].sort((a, b) => Number(b === 'indicators') - Number(a === 'indicators'))
  return kinds.flatMap((kind) => ACTS.flatMap((act) => ((of) => (of ? [{ kind, act, count: of.size }] : []))(found.get(`${kind} ${act}`))))
}
/** Counts as one sentence, the kind named once: 6 indicators given other points, 2 new, 1 removed. */
function countSentence(words: Words, counts: readonly ChangeCount[]): string {
  if (counts.length === 0) return words['none'] ?? ''
  const kinds = [...new Set(counts.map((c) => c.kind))]
  return kinds.map((kind) => counts.filter((c) => c.kind === kind).map(({ act, count: n }, i) =>
    fill(words, i === 0 ? 'first' : 'next', { count: n, one: words[`${n === 1 ? 'one' : 'many'}.${kind}`] ?? kind, measure: words[`measure.${kind}`] ?? words['measure'] ?? '', act: words[`act.${act}`] ?? act })).join(words['and'])).join(words['list'])
}

/** Changes in words, each with its deed; what takes the place of something is told once. */
function tellAll(a: Ruleset, b: Ruleset, steps: readonly Step[], lang: Lang, words: Words): Told[] {
  const changes = describe(a, steps, lang)
  const heads = changes.map((change) => change.steps[0] as Step)
  const pairs = pairsOf(b, heads)
  let doc = a
  return changes.flatMap((change, i): Told[] => {
    const deed = deedOf(doc, heads[i] as Step)
    doc = apply(doc, change.steps)
    if (pairs.some((pair) => pair.come === i && pair.gone !== i)) return []
    const pair = pairs.find(({ gone }) => gone === i)
    if (!pair) return [{ change: { ...change, kind: deed.kind, act: deed.act }, things: deed.act === 'sum' ? [] : deed.things.map((thing) => ({ kind: deed.kind, act: deed.act, thing })) }]
    const come = changes[pair.come] as Change
    const text = fill(words, 'replaced', { from: placeName(a, pair.from, lang) || placeName(b, pair.from, lang), to: placeName(b, pair.to, lang) })
    return [{ change: { path: pair.to, text, steps: [...change.steps, ...come.steps], kind: deed.kind, act: 'replaced', replaces: pair.from }, things: [{ kind: deed.kind, act: 'replaced', thing: pair.to }] }]
  })
}

/** What changed from one ruleset to another, as sentences grouped by section, with counts. */
export function changeGroups(a: Ruleset, b: Ruleset, lang: Lang): ChangeGroups {
  const words = lang === 'zh' ? changesZh : changesEn
  const told = tellAll(a, b, diff(a, b), lang, words)
  const sections = IDS.flatMap((section): ChangeSection[] => {
    const own = told.filter(({ change }) => sectionOf(change.path === '' ? rootOf(change) : change.path) === section)
    if (own.length === 0) return []
    const counts = count(own)
    return [{ section, title: sectionTitle(section, lang), sentence: countSentence(words, counts), changes: own.map((one) => one.change), counts }]
  })
  const counts = count(told)
  return { same: told.length === 0, sentence: countSentence(words, counts), counts, sections }
}
/** The property a change of the document itself sets. */
const rootOf = ({ steps }: Change): string => (steps[0]?.type === 'set' ? steps[0].key : '')
