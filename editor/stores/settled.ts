import { onlyPoints, type Ruleset, type Step } from '../../engine/index.ts'

const settled = new WeakMap<Ruleset, Ruleset>()
/** Remembers by which steps a document came from an earlier one. */
export function follow(after: Ruleset, before: Ruleset, steps: readonly Step[]): void {
  if (onlyPoints(steps)) settled.set(after, settledOf(before))
}
/** The document as it stood before points were last changed and nothing else: what shows no points need not be drawn anew while a weight is dragged. */
export const settledOf = (document: Ruleset): Ruleset => settled.get(document) ?? document
const seen = new WeakMap<object, Ruleset>()
/** The document as a part of it may see it: the same one as before while neither the part nor anything but points elsewhere has changed. */
export function standing(document: Ruleset, part: object): Ruleset {
  const before = seen.get(part)
  if (before && settledOf(before) === settledOf(document)) return before
  seen.set(part, document)
  return document
}
