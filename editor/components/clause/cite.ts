import { at, split, under, type Clause, type Json, type Ruleset, type Source, type Step } from '../../../engine/index.ts'

/** An object with a source of its own: where, what it is called, and what it cites. */
export interface Citing { path: string; source: Source }
type Item = { [key: string]: Json }
const isItem = (node: Json | undefined): node is Item => typeof node === 'object' && node !== null && !Array.isArray(node)

/** The innermost object at or above a path that has a source. */
export function citingAt(ruleset: Ruleset, path: string): Citing | null {
  const names = split(path)
  for (let end = names.length; end > 0; end--) {
    const here = under('', ...names.slice(0, end))
    const node = at(ruleset, here)
    if (isItem(node) && isItem(node['source'])) return { path: here, source: node['source'] as unknown as Source }
  }
  return null
}

/** Where a clause belongs in the ruleset's list: before the next clause of the document that is listed. */
function nextListed(ruleset: Ruleset, id: string, clauses: readonly Clause[]): string | null {
  const after = clauses.slice(clauses.findIndex((c) => c.id === id) + 1)
  return after.find((c) => ruleset.clauses.some((listed) => listed.id === c.id))?.id ?? null
}

/** The steps by which an object cites another clause (none for ''); a clause that is not listed yet is listed, with its title. */
export function citeSteps(ruleset: Ruleset, { path, source }: Citing, clause: string, clauses: readonly Clause[]): Step[] {
  if (clause === (source.clause ?? '')) return []
  const found = clauses.find((c) => c.id === clause)
  const listing: Step[] = clause === '' || ruleset.clauses.some((c) => c.id === clause) ? [] : [{
    type: 'insert', path: 'clauses', value: { id: clause, summary: found?.title ?? clause }, before: found ? nextListed(ruleset, clause, clauses) : null,
  }]
  return [...listing, { type: 'set', path: under(path, 'source'), key: 'clause', ...(source.clause === undefined ? {} : { from: source.clause }), ...(clause === '' ? {} : { to: clause }) }]
}
export const basisSteps = ({ path, source }: Citing, basis: Source['basis']): Step[] =>
  basis === source.basis ? [] : [{ type: 'set', path: under(path, 'source'), key: 'basis', from: source.basis, to: basis }]
