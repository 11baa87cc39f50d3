const strict = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte)

const EXPECTED = /[\t\n\r -~\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g
const share = (text: string): number => (text.match(EXPECTED)?.length ?? 0) / Math.max(1, text.length)

/** UTF-16 without a mark: in the right order nearly all of it is Latin or Chinese, in the wrong one little is. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const texts = ['utf-16le', 'utf-16be'].map((encoding) => strict(encoding, bytes) ?? '').toSorted((a, b) => share(b) - share(a))
  return share(texts[0] ?? '') > 0.9 ? (texts[0] ?? null) : null
}

/** The text of a file in UTF-8, UTF-16 or GB 18030 (GB 18030-2022, which holds GBK and GB 2312), by its mark or by what fits; null when none does. */
export function decode(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xff, 0xfe)) return strict('utf-16le', bytes)
  if (startsWith(bytes, 0xfe, 0xff)) return strict('utf-16be', bytes)
  if (bytes.includes(0)) return unmarkedUtf16(bytes)
  return strict('utf-8', bytes) ?? strict('gb18030', bytes)
}
