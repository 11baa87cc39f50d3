import { scoreChunks, type Cohort, type Compiled } from '../../engine/index.ts'
import { short, spent, table } from './clock.ts'
import { units } from './workload.ts'

const CHUNK = 3000
const held = (): number => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 2 ** 20
}
/** Scores chunks that are made as they are asked for, and dropped; making them is not counted. */
function run(compiled: Compiled, count: number): { ms: number; first: number; last: number } {
  let making = 0
  const levels: number[] = []
  function* chunks(): Generator<Cohort> {
    for (let from = 0; from < count; from += CHUNK) {
      const start = spent()
      const chunk = units(CHUNK, from)
      if (from === CHUNK || from + CHUNK >= count) levels.push(held())
      making += spent() - start
      yield chunk
    }
  }
  const start = spent()
  scoreChunks(compiled, chunks())
  return { ms: spent() - start - making, first: levels[0] ?? 0, last: levels.at(-1) ?? 0 }
}

/** Time a unit and memory at the first and last chunk; the reference is µs a unit of 30,000 units at once. */
export function streamed(compiled: Compiled, reference: number): string {
  run(compiled, 2 * CHUNK)
  const rows = [30_000, 300_000].map((count) => {
    const { ms, first, last } = run(compiled, count)
    const each = (ms * 1000) / count
    return [count.toLocaleString('en'), short(each), short(each / reference), `${Math.round(first)} MB`, `${Math.round(last)} MB`, `${Math.round(((last - first) * 2 ** 20) / count)} bytes`]
  })
  return table(['units', 'µs a unit', '× 30,000 at once', 'held at the second chunk', 'held at the last', 'growth a unit'], rows)
}
