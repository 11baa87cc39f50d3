/** Something a JSON text holds that it must not: where, by the names and places on the way. */
export interface Found { code: 'parse.forbidden-key' | 'parse.double-key' | 'parse.number'; names: string[]; got: string }
/** A scanned text: what was found; `fault` is where it stops being JSON, `deep` where it nests beyond the limit. */
export interface Scan { found: Found[]; fault?: number; deep?: number }
/** An open object (with its keys so far) or list, and which member is being read. */
interface Open { keys: Set<string> | null; name: string | number }

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])
const WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const [QUOTE, BACKSLASH, COMMA, COLON, LIST, LIST_END, OBJECT, OBJECT_END] = [...'"\\,:[]{}'].map((c) => c.charCodeAt(0))

const isSpace = (c: number): boolean => c === 32 || c === 10 || c === 13 || c === 9
function skip(text: string, from: number): number {
  let at = from
  while (isSpace(text.charCodeAt(at))) at++
  return at
}
/** Where a string that begins at its quote ends (after its last quote), or the fault in it. */
function string(text: string, from: number): { end: number } | { fault: number } {
  for (let at = from + 1; ; at++) {
    const c = text.charCodeAt(at)
    if (c === QUOTE) return { end: at + 1 }
    if (c === BACKSLASH) {
      ESCAPE.lastIndex = at
      if (!ESCAPE.test(text)) return { fault: at }
      at = ESCAPE.lastIndex - 1
    } else if (!(c >= 32)) return { fault: at }
  }
}

/** Reads a JSON text (RFC 8259) without building it: what `JSON.parse` passes over in silence, and where it would fail. */
export function scan(text: string, limit: number): Scan {
  const found: Found[] = []
  const open: Open[] = []
  const note = (code: Found['code'], got: string): void => void found.push({ code, got, names: open.map(({ name }) => String(name)) })
  let at = 0
  let next: 'value' | 'value or end' | 'key' | 'key or end' | 'more' = 'value'
  for (;;) {
    at = skip(text, at)
    const c = text.charCodeAt(at)
    const top = open.at(-1)
    if (next === 'more') {
      if (!top) return at === text.length ? { found } : { found, fault: at }
      if (c === COMMA) {
        if (typeof top.name === 'number') top.name++
        next = top.keys ? 'key' : 'value'
      } else if (c === (top.keys ? OBJECT_END : LIST_END)) open.pop()
      else return { found, fault: at }
      at++
    } else if ((next === 'value or end' && c === LIST_END) || (next === 'key or end' && c === OBJECT_END)) {
      open.pop()
      next = 'more'
      at++
    } else if (next === 'key' || next === 'key or end') {
      const read = c === QUOTE ? string(text, at) : { fault: at }
      if ('fault' in read) return { found, fault: read.fault }
      const raw = text.slice(at + 1, read.end - 1)
      const key = raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw
      if (top) top.name = key
      if (FORBIDDEN.has(key)) note('parse.forbidden-key', key)
      if (top?.keys?.has(key)) note('parse.double-key', key)
      top?.keys?.add(key)
      at = skip(text, read.end)
      if (text.charCodeAt(at) !== COLON) return { found, fault: at }
      at++
      next = 'value'
    } else if (c === OBJECT || c === LIST) {
      if (open.length === limit) return { found, deep: at }
      open.push(c === OBJECT ? { keys: new Set(), name: '' } : { keys: null, name: 0 })
      next = c === OBJECT ? 'key or end' : 'value or end'
      at++
    } else if (c === QUOTE) {
      const read = string(text, at)
      if ('fault' in read) return { found, fault: read.fault }
      at = read.end
      next = 'more'
    } else {
      WORD.lastIndex = at
      if (!WORD.test(text)) return { found, fault: at }
      const word = text.slice(at, WORD.lastIndex)
      if (Math.abs(Number(word)) === Infinity) note('parse.number', word.slice(0, 40))
      at = WORD.lastIndex
      next = 'more'
    }
  }
}
