import type { Lang } from '../words/fill.ts'
import type { Block, Line } from './block.ts'

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
/** A whole number below 100 in Chinese characters. */
function chinese(n: number): string {
  const tens = Math.floor(n / 10)
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[n % 10]}`
}
const roman = (n: number): string => ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][n % 10] ?? ''
const letter = (n: number): string => String.fromCharCode(64 + ((n - 1) % 26) + 1)

/** The number of the n-th heading of a level: 一、（一）1.（1）① as official documents have it (GB/T 9704), I. A. 1. (1) (a) in English. */
function numberAt(level: number, n: number, lang: Lang): string {
  if (level === 0) return ''
  if (level === 3) return `${n}.`
  if (level === 4) return lang === 'zh' ? `（${n}）` : `(${n})`
  if (lang === 'en') return level === 1 ? `${n >= 10 ? 'X' : ''}${roman(n)}.` : level === 2 ? `${letter(n)}.` : `(${letter(n).toLowerCase()})`
  if (level === 1) return `${chinese(n)}、`
  if (level === 2) return `（${chinese(n)}）`
  return n <= 20 ? String.fromCodePoint(0x245f + n) : `（${n}）`
}
/** The number of the n-th chapter of a document. */
export const chapterNumber = (n: number, lang: Lang): string => numberAt(1, n, lang)
/** A number the ruleset gives, as it reads in the paper. */
function ownNumber(own: string, lang: Lang): string {
  const plain = /^\d+$/.test(own) ? `${own}.` : own
  return lang === 'zh' ? plain.replaceAll('(', '（').replaceAll(')', '）') : plain
}

/** Lines with their numbers: a level starts again under each heading above it; a given number takes its place in the count. */
export function numbered(lines: readonly Line[], lang: Lang): Block[] {
  const counts: number[] = []
  return lines.map((line) => {
    if (line.kind === 'table') return line
    const { own, ...block } = line
    if (block.level === 0) return { ...block, number: '' }
    counts.length = block.level + 1
    const n = (counts[block.level] ?? 0) + 1
    counts[block.level] = n
    return { ...block, number: own === undefined ? numberAt(block.level, n, lang) : ownNumber(own, lang) }
  })
}
