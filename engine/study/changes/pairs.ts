import { at, split, under } from '../../model/path.ts'
import type { Json, Step } from '../../model/step.ts'

type Item = { [key: string]: Json }
/** A thing that goes (removed or retired) and the new one that takes its place; the steps are places in the list they were found in. */
export interface Pair { gone: number; come: number; from: string; to: string; by: 'label' | 'clause' }
interface Found { step: number; list: string; path: string; parent: string; label: string; clause: string }

const isItem = (node: Json | undefined): node is Item => typeof node === 'object' && node !== null && !Array.isArray(node)
const listOf = (path: string): string => ((name) => (name === 'children' ? 'indicators' : name))(split(path).at(-1) ?? '')
const parentOf = (path: string): string => under('', ...split(path).slice(0, -1))

function found(step: number, path: string, item: Json | undefined): Found[] {
  if (!isItem(item)) return []
  const source = item['source']
  const clause = isItem(source) && typeof source['clause'] === 'string' ? source['clause'] : ''
  const label = typeof item['label'] === 'string' ? item['label'] : ''
  return [{ step, list: listOf(parentOf(path)), path, parent: parentOf(path), label, clause }]
}

/** What takes the place of what among steps on a document: same kind and same label, or the same clause where no other says so (in the same list first). */
export function pairsOf(doc: unknown, steps: readonly Step[]): Pair[] {
  const idOf = (value: Json): string => (isItem(value) ? String(value['id']) : '')
  const gone = steps.flatMap((step, i) => {
    if (step.type === 'remove') return found(i, under(step.path, idOf(step.value)), step.value)
    return step.type === 'set' && step.key === 'retired' && step.from === undefined ? found(i, step.path, at(doc, step.path)) : []
  })
  const come = steps.flatMap((step, i) => (step.type === 'insert' ? found(i, under(step.path, idOf(step.value)), step.value) : []))
  const pairs: Pair[] = []
  const free = <T extends Found>(list: readonly T[], side: 'gone' | 'come'): T[] => list.filter(({ step }) => !pairs.some((pair) => pair[side] === step))
  const match = (by: Pair['by'], near: boolean): void => {
    for (const old of free(gone, 'gone')) {
      const fits = (other: Found): boolean => other.list === old.list && other[by] !== '' && other[by] === old[by] && (!near || other.parent === old.parent)
      const [one, ...more] = free(come, 'come').filter(fits)
      const rivals = free(gone, 'gone').filter((other) => other !== old && other[by] === old[by] && other.list === old.list && (!near || other.parent === old.parent))
      if (one && more.length === 0 && rivals.length === 0) pairs.push({ gone: old.step, come: one.step, from: old.path, to: one.path, by })
    }
  }
  for (const by of ['label', 'clause'] as const) for (const near of [true, false]) match(by, near)
  return pairs
}
