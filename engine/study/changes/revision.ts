import { at, split, under } from '../../model/path.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import type { Step } from '../../model/step.ts'
import { placeName } from '../describe.ts'
import { paper, type TextBlock } from '../paper.ts'
import { changesEn } from '../words/changes.en.ts'
import { changesZh } from '../words/changes.zh.ts'
import { fill, type Lang, type Words } from '../words/fill.ts'
import { subjectOf, type Act } from './act.ts'
import { changeGroups, type GroupedChange, type SectionId } from './groups.ts'

/** One changed thing as a line of a revision table; `path` is what a reason is kept under. Lines of a text are separated by line feeds; an empty side is nothing there. */
export interface RevisionRow { path: string; section: SectionId; title: string; acts: Act[]; before: string; after: string; reason: string }
/** Reasons by the path of their row. */
export interface Reasons { readonly [path: string]: string }
interface Page { ruleset: Ruleset; blocks: readonly TextBlock[]; byId: ReadonlyMap<string, string> }

const textOf = ({ runs }: TextBlock): string => runs.map((run) => run.text).join('')
function pageOf(ruleset: Ruleset, lang: Lang): Page {
  const blocks = paper(ruleset, lang).filter((block) => block.kind !== 'table')
  return { ruleset, blocks, byId: new Map(blocks.map((block) => [block.id, textOf(block)])) }
}
const within = (path: string, outer: string): boolean => path === outer || path.startsWith(`${outer}/`)
/** Everything the paper says of a thing and of what stands inside it. */
const wholeText = ({ blocks }: Page, path: string): string => blocks.filter((block) => within(block.path, path)).map(textOf).join('\n')
/** Only what the paper says otherwise than the other, of blocks at some paths. */
const differing = (page: Page, other: Page, of: (path: string) => boolean): string =>
  page.blocks.filter((block) => of(block.path) && other.byId.get(block.id) !== textOf(block)).map(textOf).join('\n')

/** The thing a change is told of in the table. */
function rowOf(b: Ruleset, change: GroupedChange): string {
  if (change.act !== 'changed' && change.kind !== 'rules' && change.path !== '') return change.path
  const first = change.steps[0] as Step
  return subjectOf(b, first.type === 'set' ? under(first.path, first.key) : change.path)
}

/** What left and what came, in the words of the changes, for what the paper does not show. */
function spokenOf(changes: readonly GroupedChange[], title: string, a: Ruleset, words: Words, lang: Lang): { before: string; after: string } {
  const before: string[] = []
  const after: string[] = []
  for (const { sides, steps, text } of changes) {
    const [first] = steps as [Step]
    if (sides) {
      const place = sides.place.startsWith(title) ? sides.place.slice(title.length).replace(/^[ ›]+/, '') : sides.place
      const line = (value: string): string => (place === '' ? value : fill(words, 'property', { place, value }))
      before.push(line(sides.from))
      after.push(line(sides.to))
    } else if (first.type === 'move') {
      before.push(placeName(a, under('', ...split(first.from.path).slice(0, -1)), lang))
      after.push(text)
    } else (first.type === 'remove' ? before : after).push(text)
  }
  return { before: before.filter((line) => line !== '').join('\n'), after: after.filter((line) => line !== '').join('\n') }
}

interface Reading { before: string; after: string; /** Told of the list it stands in, so that its other members tell the same. */ shared: boolean }
/** How the paper of each year reads a thing: whole where it is new or gone, else what differs; of the list it stands in where it has no line of its own. */
function readingOf(old: Page, now: Page, path: string, replaces: string | undefined): Reading {
  const there = [at(old.ruleset, path) !== undefined, at(now.ruleset, path) !== undefined]
  if (replaces !== undefined || !there[0] || !there[1]) return { before: there[0] || replaces !== undefined ? wholeText(old, replaces ?? path) : '', after: there[1] ? wholeText(now, path) : '', shared: false }
  const alone = split(path)[0] === 'indicators' && split(path).at(-2) !== 'criteria'
  const list = under('', ...split(path).slice(0, -1))
  const read = (of: (path: string) => boolean, shared: boolean): Reading => ({ before: differing(old, now, of), after: differing(now, old, of), shared })
  const own = read((one) => (alone ? one === path : within(one, path)), false)
  return own.before === '' && own.after === '' && list !== '' ? read((one) => one === list, true) : own
}

/** The revision table of two rulesets: for each changed thing how it read, how it reads, and the reason given for its path. */
export function revisionRows(a: Ruleset, b: Ruleset, lang: Lang, reasons: Reasons = {}): RevisionRow[] {
  const words = lang === 'zh' ? changesZh : changesEn
  const [old, now] = [pageOf(a, lang), pageOf(b, lang)]
  return changeGroups(a, b, lang).sections.flatMap(({ section, changes }) => {
    const rows = new Map<string, GroupedChange[]>()
    for (const change of changes) rows.set(rowOf(b, change), [...(rows.get(rowOf(b, change)) ?? []), change])
    const told = new Set<string>()
    return [...rows].flatMap(([path, own]): RevisionRow[] => {
      // The points of an indicator whose criterion has a row of its own are told there.
      if (own.every(({ act }) => act === 'sum') && [...rows.keys()].some((other) => other.startsWith(`${path}/criteria/`))) return []
      const title = placeName(at(b, path) === undefined ? a : b, path, lang)
      const read = readingOf(old, now, path, own.find((change) => change.replaces !== undefined)?.replaces)
      const spoken = own.some(({ act }) => act === 'moved') || (read.before === '' && read.after === '')
      const { before, after } = spoken ? spokenOf(own, title, a, words, lang) : read
      const key = `${before}\n${after}`
      if (read.shared && !spoken && told.has(key)) return []
      told.add(key)
      return [{ path, section, title, acts: [...new Set(own.map(({ act }) => act))], before, after, reason: reasons[path] ?? '' }]
    })
  })
}
