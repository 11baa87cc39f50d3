import { describe, expect, it } from 'vitest'
import { PRODUCT, TESTS, textOf } from './tree.ts'

const linesOf = (file: string): number => textOf(file).trimEnd().split('\n').length
/** Tables of data: words by code, and what is made from the format. */
const TABLE = /^(engine\/study\/words\/|editor\/i18n\/|engine\/model\/schema\/)/
const over = (files: readonly string[], most: number): string[] => files.filter((file) => linesOf(file) > most).map((file) => `${file}: ${linesOf(file)}`)
const sorted = (files: readonly string[]): number[] => files.map(linesOf).sort((a, b) => a - b)
const at = (numbers: readonly number[], share: number): number => numbers[Math.floor(numbers.length * share)] ?? 0

describe('a file', () => {
  const scripts = PRODUCT.filter((file) => file.endsWith('.ts') && !TABLE.test(file))
  const views = PRODUCT.filter((file) => file.endsWith('.vue'))
  it('has at most 300 lines, a view at most 200', () => {
    expect([over(scripts, 300), over(views, 200), over(TESTS, 300)]).toEqual([[], [], []])
  })
  it('is usually much shorter: half have at most 80 lines, nine of ten at most 200', () => {
    expect([at(sorted(scripts), 0.5) <= 80, at(sorted(scripts), 0.9) <= 200, at(sorted(views), 0.5) <= 80]).toEqual([true, true, true])
  })
})
