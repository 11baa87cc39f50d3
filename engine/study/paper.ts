import type { Ruleset } from '../model/ruleset.ts'
import { annex } from './paper/annex.ts'
import { writer, type Block } from './paper/block.ts'
import { content } from './paper/content.ts'
import { numbered } from './paper/numbers.ts'
import { delegations, methods, objects, opening, organisation, terms, workflow } from './paper/organisation.ts'
import { adjustments, grades, outcomes } from './paper/results.ts'
import type { Lang } from './words/fill.ts'

export type { Block, Place, Run, TableBlock, TableRow, TextBlock } from './paper/block.ts'

/** The whole scheme as it reads on paper: numbered chapters and the table of scoring details; every block says what it tells of, every number where it stands. */
export function paper(ruleset: Ruleset, lang: Lang): Block[] {
  const w = writer(ruleset, lang)
  return numbered([
    ...opening(w), ...organisation(w), ...objects(w), ...content(w), ...methods(w), ...adjustments(w),
    ...grades(w), ...outcomes(w), ...workflow(w), ...delegations(w), ...terms(w), ...annex(w),
  ], lang)
}
