import type { Value } from '../../model/read-fact.ts'
import type { Seen } from '../../model/operators.ts'
import { LIMIT, MISSING, NOT_APPLICABLE, REAL, SCALED, type Block, type Reals, type Words } from './block.ts'
import { decimalOf, divisor, power, quotientOf, WHOLE } from './decimal-number.ts'

const realsOf = (n: number): Reals => ({ seen: new Float64Array(n).fill(Number.NaN), num: new Float64Array(n), den: new Float64Array(n).fill(1) })

/** Turns a column of scaled whole numbers into one of quotients. */
export function toReals(block: Block, slot: number): Reals {
  const known = block.reals[slot]
  if (known) return known
  const { n, cells } = block
  const reals = (block.reals[slot] = realsOf(n))
  const scale = block.scale[slot] as number
  for (let i = 0; i < n; i++) {
    const cell = cells[slot * n + i] as number
    if (cell <= NOT_APPLICABLE) continue
    reals.num[i] = cell
    reals.den[i] = scale
    reals.seen[i] = cell / scale
    cells[slot * n + i] = 0
  }
  block.mode[slot] = REAL
  return reals
}
/** Gives a column more decimal places; false when its numbers would not fit. */
function widen(block: Block, slot: number, places: number): boolean {
  const { n, cells } = block
  const by = power(places) / (block.scale[slot] as number)
  for (let i = 0; i < n; i++) if ((cells[slot * n + i] as number) > NOT_APPLICABLE && Math.abs(cells[slot * n + i] as number) * by > LIMIT) return false
  for (let i = 0; i < n; i++) if ((cells[slot * n + i] as number) > NOT_APPLICABLE) cells[slot * n + i] = (cells[slot * n + i] as number) * by
  block.scale[slot] = power(places)
  return true
}

/** Puts a finite number, exactly its shortest decimal form. */
export function putNumber(block: Block, slot: number, i: number, value: number): void {
  if (block.mode[slot] === SCALED) {
    const found = decimalOf(value)
    if (found && found.places <= 6) {
      const scale = block.scale[slot] as number
      const wide = power(found.places) > scale ? Math.abs(found.n) <= LIMIT && widen(block, slot, found.places) : true
      const cell = found.n * ((block.scale[slot] as number) / power(found.places))
      if (wide && Math.abs(cell) <= LIMIT) {
        block.cells[slot * block.n + i] = cell
        return
      }
    }
  }
  const q = quotientOf(value)
  putQuotient(block, slot, i, q?.n ?? 0, q?.d ?? 0, value)
}
/** Puts num/den (whole numbers, seen as their nearest binary form); den 0 marks a value that is too long. */
export function putQuotient(block: Block, slot: number, i: number, num: number, den: number, seen: number): void {
  const reals = toReals(block, slot)
  const common = den === 0 ? 1 : divisor(num, den) || 1
  reals.num[i] = num / common
  reals.den[i] = den / common
  reals.seen[i] = seen
  block.cells[slot * block.n + i] = 0
}
export function putWord(block: Block, slot: number, i: number, value: Value): void {
  const words: Words = (block.words[slot] ??= { list: [], code: new Map<Seen, number>() })
  let code = words.code.get(value.seen)
  if (code === undefined) {
    code = words.list.length
    words.code.set(value.seen, code)
    words.list.push({ ...value, events: [], ratings: [], answers: [] })
  }
  block.cells[slot * block.n + i] = code
}
/** Puts any value; too long ones are kept whole beside the column. */
export function put(block: Block, slot: number, i: number, value: Value): void {
  if (value.state !== 'given') {
    block.cells[slot * block.n + i] = value.state === 'missing' ? MISSING : NOT_APPLICABLE
    const reals = block.reals[slot]
    if (reals) reals.seen[i] = Number.NaN
    return
  }
  if (block.layout.slots[slot]?.reader !== 'number' && block.layout.slots[slot]?.reader !== 'ratio') return putWord(block, slot, i, value)
  const { number } = value
  const seen = value.seen as number
  if (number && (number.d === 1n || block.mode[slot] === SCALED)) {
    const short = decimalOf(seen)
    if (short && number.n * BigInt(power(short.places)) === BigInt(short.n) * number.d) return putNumber(block, slot, i, seen)
  }
  const [n, d] = number ? [Number(number.n), Number(number.d)] : [0, 1]
  const fits = Math.abs(n) <= WHOLE && d <= WHOLE
  if (!fits) block.long.set(slot * block.n + i, value)
  putQuotient(block, slot, i, fits ? n : 0, fits ? d : 0, seen)
}
