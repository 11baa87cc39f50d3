import { issue, type Issue } from '../model/issue.ts'

export interface ParseLimits { bytes?: number; depth?: number }
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/** Where a character stands: line and column from 1. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** The deepest nesting of a JSON text, without building it. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (quoted) {
      if (c === 92) i++
      else if (c === 34) quoted = false
    } else if (c === 34) quoted = true
    else if (c === 123 || c === 91) deepest = Math.max(deepest, ++depth)
    else if (c === 125 || c === 93) depth--
  }
  return deepest
}

/** Reads JSON text safely: size, depth, keys that objects own, numbers beyond range; every refusal is an issue with its place. */
export function parse(text: string, { bytes = 5_000_000, depth = 64 }: ParseLimits = {}): { value?: unknown; issues: Issue[] } {
  if (text.length > bytes) return { issues: [issue('error', 'parse.too-large', '', { size: text.length, limit: bytes })] }
  const nested = depthOf(text)
  if (nested > depth) return { issues: [issue('error', 'parse.too-deep', '', { depth: nested, limit: depth })] }
  const issues: Issue[] = []
  try {
    const value: unknown = JSON.parse(text, (key, item: unknown) => {
      if (FORBIDDEN.has(key)) issues.push(issue('error', 'parse.forbidden-key', '', { key }))
      if (typeof item === 'number' && !Number.isFinite(item)) issues.push(issue('error', 'parse.number', '', { key }))
      return item
    })
    return issues.length ? { issues } : { value, issues }
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const offset = /position (\d+)/.exec(message)?.[1]
    return { issues: [issue('error', 'parse.not-json', '', placeOf(text, offset === undefined ? text.length : Number(offset)))] }
  }
}
