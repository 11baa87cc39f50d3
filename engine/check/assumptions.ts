import { issue, type Issue } from '../model/issue.ts'
import { under } from '../model/path.ts'

/** Every object whose value the source document does not give. */
export function assumptions(node: unknown, path = ''): Issue[] {
  if (typeof node !== 'object' || node === null) return []
  const source = (node as { source?: { basis?: string; clause?: string; note?: string } }).source
  const own = source?.basis === 'assumed' ? [issue('info', 'assumed', path, { clause: source.clause ?? '', note: source.note ?? '' })] : []
  const isList = Array.isArray(node)
  return [...own, ...Object.entries(node).flatMap(([key, item]) => (key === 'source' ? [] : assumptions(item, under(path, isList && typeof item === 'object' && item !== null && 'id' in item ? String((item as { id: unknown }).id) : key))))]
}
