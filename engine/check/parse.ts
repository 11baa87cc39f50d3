import { issue, type Issue } from '../model/issue.ts'
import { scan } from './scan.ts'
import { pathByIds } from './walk.ts'

export interface ParseLimits { bytes?: number; depth?: number }

/** Where a character stands: line and column from 1. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** Reads JSON text safely: size, depth, doubled keys and those objects own, numbers beyond range; every refusal is an issue with its place. */
export function parse(text: string, { bytes = 5_000_000, depth = 64 }: ParseLimits = {}): { value?: unknown; issues: Issue[] } {
  if (text.length > bytes) return { issues: [issue('error', 'parse.too-large', '', { size: text.length, limit: bytes })] }
  // Editors of some systems begin a file with a byte order mark.
  const json = text.replace(/^\ufeff/, '')
  const { found, fault, deep } = scan(json, depth)
  if (deep !== undefined) return { issues: [issue('error', 'parse.too-deep', '', { ...placeOf(json, deep), limit: depth })] }
  if (fault !== undefined) return { issues: [issue('error', fault === json.length ? 'parse.unfinished' : 'parse.not-json', '', placeOf(json, fault))] }
  const value: unknown = JSON.parse(json)
  return found.length ? { issues: found.map(({ code, names, got }) => issue('error', code, pathByIds(value, names), { got })) } : { value, issues: [] }
}
