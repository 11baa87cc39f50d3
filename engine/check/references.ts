import { issue, type Issue } from '../model/issue.ts'
import { under } from '../model/path.ts'
import type { Ruleset } from '../model/ruleset.ts'
import { known, usesOf, type Use } from './uses.ts'
import { criteriaOf, isObject, nodesOf, visit } from './walk.ts'

/** Ids: each once in its list (indicators and criteria once in the tree, facts and derived facts together), every one that is used exists, every clause that is cited is listed. */
export const references = (ruleset: Ruleset): Issue[] => [...doubles(ruleset), ...unknown(ruleset), ...clauses(ruleset)]

function doubles(ruleset: Ruleset): Issue[] {
  const found: Issue[] = []
  const double = (path: string, id: string): void => void found.push(issue('error', 'id.double', path, { id }))
  visit(ruleset, (node, path) => {
    if (!Array.isArray(node)) return
    const seen = new Set<string>()
    for (const member of node) {
      const id = isObject(member) ? member['id'] : undefined
      if (typeof id !== 'string') continue
      if (seen.has(id)) double(under(path, id), id)
      seen.add(id)
    }
  })
  const told = new Set(found.map((i) => i.path))
  const tree = [...nodesOf(ruleset).map(({ node, path }) => ({ id: node.id, path })), ...criteriaOf(ruleset).map(({ criterion, path }) => ({ id: criterion.id, path }))]
  const names = (['facts', 'derived'] as const).flatMap((key) => ruleset[key].map(({ id }) => ({ id, path: under(key, id) })))
  for (const group of [tree, names]) {
    const seen = new Set<string>()
    for (const { id, path } of group) {
      if (seen.has(id) && !told.has(path)) double(path, id)
      seen.add(id)
    }
  }
  return found
}

function unknown(ruleset: Ruleset): Issue[] {
  const sets = new Map<string, Set<string>>()
  const isKnown = ({ kind, id, among }: Use): boolean => {
    if (among) return among.some((member) => member.id === id)
    const ids = sets.get(kind) ?? new Set(known(ruleset, kind).map((member) => member.id))
    sets.set(kind, ids)
    return ids.has(id)
  }
  return usesOf(ruleset).flatMap((use) => (isKnown(use) ? [] : [issue('error', 'reference.unknown', use.path, { kind: use.kind, id: use.id })]))
}

/** Clauses that are cited but not in the document's list, each once. */
function clauses(ruleset: Ruleset): Issue[] {
  const known = new Set(ruleset.clauses.map((c) => c.id))
  const found: Issue[] = []
  visit(ruleset, (node, path) => {
    const source = isObject(node) ? node['source'] : undefined
    const clause = isObject(source) ? source['clause'] : undefined
    if (typeof clause !== 'string' || known.has(clause)) return
    known.add(clause)
    found.push(issue('warning', 'clause.unlisted', path, { clause }))
  })
  return found
}
