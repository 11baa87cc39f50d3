import { diff } from '../../edit/diff.ts'
import { idOf } from '../../edit/step.ts'
import { split, under } from '../../model/path.ts'
import { referencesOf } from '../../model/references.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import type { Step } from '../../model/step.ts'
import { sectionOf } from '../changes/groups.ts'
import { subjectOf } from '../changes/act.ts'
import { isInert } from './inert.ts'

/** Steps that count as one; the thing they change, or a group the caller made. */
export interface Edit {
  /** Path of the (first) changed thing, id of the caller's group, or of a section. */
  id: string
  /** Paths of the changed things. */
  paths: string[]
  steps: Step[]
  /** None of the steps can change a total, grade or rank. */
  inert: boolean
}
/** Things that count as one edit, by path: whatever lies at or under one of them. */
export interface EditGroup { id: string; paths: readonly string[] }
export interface EditOptions {
  groups?: readonly EditGroup[]
  /** One edit for each changed thing (default), or for each section of the ruleset. */
  by?: 'thing' | 'section'
}

const within = (path: string, outer: string): boolean => path === outer || path.startsWith(`${outer}/`)
const memberOf = (step: Step): string => (step.type === 'set' ? '' : step.type === 'move' ? under(step.to.path, step.id) : under(step.path, idOf(step.value) ?? ''))
/** Lists of which only the whole makes sense. */
const WHOLE = ['ranking/tieBreaks', 'grades']
const DATED = new Set(['year', 'period'])

/** The thing each step changes: the outermost new or removed member it lies in, else what it is told of. */
function subjects(b: Ruleset, steps: readonly Step[]): string[] {
  const outer: string[] = []
  return steps.map((step) => {
    const place = step.type === 'set' ? under(step.path, step.key) : memberOf(step)
    const whole = WHOLE.find((list) => within(place, list))
    if (whole !== undefined) return whole
    if (DATED.has(split(place)[0] ?? '')) return 'year'
    const inside = outer.find((path) => within(place, path))
    if (inside !== undefined) return inside
    if (step.type === 'set') return subjectOf(b, place)
    if (step.type !== 'move') outer.push(place)
    return step.type === 'move' ? place : subjectOfMember(b, place)
  })
}
/** Rules and rows put in or taken out belong to what they stand in. */
const subjectOfMember = (b: Ruleset, place: string): string => ((subject) => (within(place, subject) ? subject : place))(subjectOf(b, place))

/** Things that make sense only together: what is put in and what names it, what is taken out and what named it, what moves into or out of either. */
function together(a: Ruleset, b: Ruleset, steps: readonly Step[], subject: readonly string[]): [string, string][] {
  const members = (type: 'insert' | 'remove') => steps.flatMap((step, i) => (step.type === type && !isInert(step) ? [{ path: memberOf(step), subject: subject[i] as string }] : []))
  const known = new Set(subject.filter((_, i) => !isInert(steps[i] as Step)))
  const owner = (path: string): string | undefined => [...known].filter((one) => within(path, one)).sort((x, y) => y.length - x.length)[0]
  const pairs: [string, string][] = []
  const link = (one: string | undefined, other: string): void => { if (one !== undefined && one !== other) pairs.push([one, other]) }
  for (const [doc, list] of [[b, members('insert')], [a, members('remove')]] as const) {
    if (list.length === 0) continue
    for (const { names, to } of referencesOf(doc)) {
      const member = to === null ? undefined : list.find(({ path }) => within(to, path))
      const place = under('', ...names)
      if (member && !within(place, member.path)) link(owner(subjectOf(doc, place)) ?? owner(place), member.subject)
    }
  }
  steps.forEach((step, i) => {
    if (step.type !== 'move') return
    for (const { path, subject: member } of [...members('insert').filter(({ path }) => within(step.to.path, path)), ...members('remove').filter(({ path }) => within(step.from.path, path))]) if (path !== '') link(subject[i], member)
  })
  return pairs
}

/** The steps from one ruleset to another as edits, in the order of the document; steps that only make sense together are one edit. */
export function editsOf(a: Ruleset, b: Ruleset, options: EditOptions = {}): Edit[] {
  const steps = diff(a, b)
  const subject = subjects(b, steps)
  const grouped = (path: string): string | null => options.groups?.find(({ paths }) => paths.some((outer) => within(path, outer)))?.id ?? null
  const home = new Map<string, string>()
  const find = (name: string): string => ((up) => (up === undefined || up === name ? name : find(up)))(home.get(name))
  const nameOf = (path: string): string => grouped(path) ?? (options.by === 'section' ? sectionOf(path) : path)
  const made = new Set(options.groups?.map((group) => group.id))
  for (const [one, other] of together(a, b, steps, subject)) {
    const [x, y] = [find(nameOf(one)), find(nameOf(other))]
    if (x === y || (made.has(x) && made.has(y))) continue
    if (made.has(y)) home.set(x, y)
    else home.set(y, x)
  }
  const edits = new Map<string, Edit>()
  steps.forEach((step, i) => {
    const path = subject[i] as string
    const id = find(nameOf(path))
    const edit = edits.get(id) ?? { id, paths: [], steps: [], inert: true }
    edits.set(id, edit)
    if (!edit.paths.includes(path)) edit.paths.push(path)
    edit.steps.push(step)
    edit.inert &&= isInert(step)
  })
  return [...edits.values()]
}
