const strict = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte)

/** Text without a mark: zero bytes are the other half of Latin letters and line ends in UTF-16, and stand on one side only. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  let even = 0
  let odd = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== 0) continue
    if (i % 2 === 0) even++
    else odd++
  }
  if (even + odd === 0 || bytes.length % 2 === 1) return null
  return even < odd / 10 ? strict('utf-16le', bytes) : odd < even / 10 ? strict('utf-16be', bytes) : null
}

/** The text of a file in UTF-8, UTF-16 or GB 18030 (GB 18030-2022, which holds GBK and GB 2312), by its mark or by what fits; null when none does. */
export function decode(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xff, 0xfe)) return strict('utf-16le', bytes)
  if (startsWith(bytes, 0xfe, 0xff)) return strict('utf-16be', bytes)
  if (bytes.includes(0)) return unmarkedUtf16(bytes)
  return strict('utf-8', bytes) ?? strict('gb18030', bytes)
}
