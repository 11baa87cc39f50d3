import { Unzip, UnzipInflate } from 'fflate'

const MOST_ENTRIES = 5000
const MOST_BYTES = 40_000_000
/** Small slices, so that a bomb is met before much of it has been unpacked. */
const SLICE = 16_384

/** What a package must not be; `bomb` unpacks to far more than a document ever holds. */
export type PackageTrouble = 'bomb' | 'malformed'
class Refusal extends Error {
  constructor(readonly code: PackageTrouble) {
    super(code)
  }
}
function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** The wanted parts of a zip package; sizes are counted while unpacking, whatever the package says of itself. */
export function unpack(bytes: Uint8Array, wanted: readonly string[]): Map<string, Uint8Array> | PackageTrouble {
  const parts = new Map<string, Uint8Array>()
  let entries = 0
  let size = 0
  const unzip = new Unzip((file) => {
    if (++entries > MOST_ENTRIES) throw new Refusal('bomb')
    if (!wanted.includes(file.name) || parts.has(file.name)) return
    const chunks: Uint8Array[] = []
    file.ondata = (error, chunk, final) => {
      if (error) throw error
      size += chunk.length
      if (size > MOST_BYTES) throw new Refusal('bomb')
      chunks.push(chunk)
      if (final) parts.set(file.name, joined(chunks))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += SLICE) unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length)
  } catch (error) {
    return error instanceof Refusal ? error.code : 'malformed'
  }
  return parts
}
