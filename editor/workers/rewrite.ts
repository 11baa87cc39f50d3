import { applyEdits, modify, type JSONPath } from 'jsonc-parser'
import { apply, at, canonical, split, under, type Json, type Ruleset, type Step } from '../../engine/index.ts'

/** A stretch of a text and what comes in its place; told one after another. */
export interface TextEdit { offset: number; length: number; content: string }
const FORMAT = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } }
/** Beyond so many steps the text is laid out anew. */
const MOST_STEPS = 30

/** A document as text. */
export const textOf = (ruleset: unknown): string => `${JSON.stringify(ruleset, null, 2)}\n`

const isItem = (node: Json | undefined): node is { [key: string]: Json } => typeof node === 'object' && node !== null && !Array.isArray(node)
const placeIn = (list: Json | undefined, id: string | null): number => {
  const i = Array.isArray(list) ? list.findIndex((item) => isItem(item) && item['id'] === id) : -1
  return i < 0 && Array.isArray(list) ? list.length : i
}
/** A path by ids as JSON's own, with positions. */
function places(doc: Ruleset, path: string): JSONPath {
  const names = split(path)
  return names.map((name, i) => {
    const above = at(doc, under('', ...names.slice(0, i)))
    return Array.isArray(above) ? placeIn(above, name) : name
  })
}

/** What one step changes in the text of a document. */
function editsOf(text: string, doc: Ruleset, step: Step): TextEdit[][] {
  const insertion = { ...FORMAT, isArrayInsertion: true }
  switch (step.type) {
    case 'set':
      return [modify(text, [...places(doc, step.path), step.key], step.to, FORMAT)]
    case 'insert':
      return [modify(text, [...places(doc, step.path), placeIn(at(doc, step.path), step.before)], step.value, insertion)]
    case 'remove':
      return [modify(text, places(doc, under(step.path, isItem(step.value) ? String(step.value['id']) : '')), undefined, FORMAT)]
    case 'move': {
      const value = at(doc, under(step.from.path, step.id)) ?? null
      const taken: Step = { type: 'remove', path: step.from.path, value, before: step.from.before }
      const removal = editsOf(text, doc, taken).flat()
      const without = applyEdits(text, removal)
      return [removal, ...editsOf(without, apply(doc, [taken]), { type: 'insert', path: step.to.path, value, before: step.to.before })]
    }
  }
}
/** The one edit from a text to another that leaves alone what both begin and end with; none where they are the same. */
export function middle(before: string, after: string): TextEdit[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  return start === before.length && start === after.length ? [] : [{ offset: start, length: before.length - start - end, content: after.slice(start, after.length - end) }]
}

/** The least change of a document's text (laid out by its author) that says what the steps did. */
export function rewrite(text: string, from: Ruleset, steps: readonly Step[]): TextEdit[] {
  const goal = apply(from, steps)
  if (steps.length > MOST_STEPS) return middle(text, textOf(goal))
  const edits: TextEdit[] = []
  let doc = from
  let now = text
  for (const step of steps) {
    for (const part of editsOf(now, doc, step)) {
      // Edits of one part are told on the same text: from the end they hold one after another.
      edits.push(...part.toSorted((a, b) => b.offset - a.offset))
      now = applyEdits(now, part)
    }
    doc = apply(doc, [step])
  }
  return canonical(JSON.parse(now)) === canonical(goal) ? edits : middle(text, textOf(goal))
}
