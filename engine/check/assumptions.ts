import { issue, type Issue } from '../model/issue.ts'
import { isObject, visit } from './walk.ts'

/** Every object whose value the source document does not give. */
export function assumptions(data: unknown): Issue[] {
  const found: Issue[] = []
  visit(data, (node, path) => {
    const source = isObject(node) ? node['source'] : undefined
    if (isObject(source) && source['basis'] === 'assumed') found.push(issue('info', 'assumed', path, { clause: String(source['clause'] ?? ''), note: String(source['note'] ?? '') }))
  })
  return found
}
