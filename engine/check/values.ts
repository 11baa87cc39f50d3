import { issue, type Issue } from '../model/issue.ts'
import { isDay } from '../model/read-fact.ts'
import { visit } from './walk.ts'

const LARGEST = 1e12

function number(value: number, path: string): Issue[] {
  const got = String(value)
  if (!Number.isFinite(value)) return [issue('error', 'number.none', path, { got })]
  if (Math.abs(value) > LARGEST) return [issue('error', 'number.too-large', path, { got, most: LARGEST })]
  return /^-?\d+(\.\d{1,4})?$/.test(got) ? [] : [issue('error', 'number.places', path, { got })]
}

/** Values as authors write them: numbers are finite with at most four decimal places, days are in the calendar. */
export function values(data: unknown): Issue[] {
  const found: Issue[] = []
  visit(data, (node, path) => {
    if (typeof node === 'number') found.push(...number(node, path))
    else if (typeof node === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(node) && !isDay(node)) found.push(issue('error', 'date.none', path, { got: node }))
  })
  return found
}
