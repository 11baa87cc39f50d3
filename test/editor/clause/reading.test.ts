import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../editor/components/clause/decode.ts'
import { unpack } from '../../../editor/components/clause/docx-package.ts'

const text = '示例方案\n一、组织\n每年一次，共 3 项。\n'
/** GB 18030 by asking the decoder for every pair of bytes. */
const gb18030 = (words: string): Uint8Array => {
  const codes = new Map<string, number[]>()
  for (let a = 0x81; a <= 0xfe; a++) for (let b = 0x40; b <= 0xfe; b++) if (b !== 0x7f) codes.set(new TextDecoder('gb18030').decode(new Uint8Array([a, b])), [a, b])
  return new Uint8Array([...words].flatMap((c) => (c.charCodeAt(0) < 128 ? [c.charCodeAt(0)] : (codes.get(c) ?? []))))
}
const utf16 = (words: string, big: boolean): Uint8Array => {
  const bytes = new Uint8Array(Buffer.from(words, 'utf16le'))
  return big ? bytes.map((_, i) => bytes[i ^ 1] ?? 0) : bytes
}

describe('a text file', () => {
  it('is read in every usual encoding, with a mark or without', () => {
    const files = [Buffer.from(text), Buffer.from(`\ufeff${text}`), utf16(text, false), utf16(text, true), utf16(`\ufeff${text}`, false), utf16(`\ufeff${text}`, true), gb18030(text)]
    for (const bytes of files) expect(decode(new Uint8Array(bytes))?.replace(/^\ufeff/, '')).toBe(text)
  })
  it('is not guessed at when it is none of them', () => {
    expect([decode(new Uint8Array([0xff, 0xff, 0x80])), decode(new Uint8Array([0, 0, 0])), decode(new Uint8Array([0, 1, 2, 3, 4, 5]))]).toEqual([null, null, null])
  })
})

describe('a package', () => {
  const parts = { 'word/document.xml': strToU8('<a/>'), 'word/media/image1.png': new Uint8Array(5000) }
  it('gives the wanted parts, however they are packed', () => {
    for (const level of [0, 6] as const) expect(unpack(zipSync(parts, { level }), ['word/document.xml', 'word/none.xml'])).toEqual(new Map([['word/document.xml', strToU8('<a/>')]]))
  })
  it('that unpacks to far too much is refused, whatever it says of its size', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(60_000_000) })
    expect(bomb.length < 100_000).toBe(true)
    expect(unpack(bomb, ['word/document.xml'])).toBe('bomb')
    const modest = bomb.slice()
    new DataView(modest.buffer).setUint32(22, 10, true)
    expect(unpack(modest, ['word/document.xml'])).toBe('bomb')
  })
  it('of very many entries is refused', () => {
    expect(unpack(zipSync(Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`${i}`, new Uint8Array()]))), ['word/document.xml'])).toBe('bomb')
  })
  it('that is damaged gives nothing or is called so, and never throws', () => {
    const good = zipSync(parts)
    for (let cut = 0; cut < good.length; cut += 7) {
      const read = unpack(good.slice(0, cut), ['word/document.xml'])
      expect(read === 'malformed' || (read instanceof Map && read.size <= 1)).toBe(true)
      const scratched = good.slice()
      scratched[cut] = (scratched[cut] ?? 0) ^ 0xff
      expect(() => unpack(scratched, ['word/document.xml'])).not.toThrow()
    }
  })
})
