/** The head of a numbered line: how deep it stands (chapters highest), its number as ids write it, and how many characters it takes. */
export interface Head { rank: number; mark: string; length: number; article: boolean }

const CHINESE = '[〇零一二三四五六七八九十百]+'
const DIGITS = '[0-9０-９]{1,3}'
const OPEN = '[（(]\\s*'
const CLOSE = '\\s*[）)]'
const GAP = '[\\s、.．:：]*'

/** Every numbering that official documents use, outermost first (GB/T 9704: 一、 (一) 1. (1); rules: 第一章 第一节 第一条). */
const FORMS: readonly { head: RegExp; mark: (number: string) => string; article?: true }[] = [
  { head: new RegExp(`^(第(?:${CHINESE}|${DIGITS})[编章])${GAP}(?=[^。；;]{0,30}$)`), mark: (text) => text },
  { head: new RegExp(`^(第(?:${CHINESE}|${DIGITS})节)${GAP}(?=[^。；;]{0,30}$)`), mark: (text) => text },
  { head: new RegExp(`^(第(?:${CHINESE}|${DIGITS})条(?:之${CHINESE})?)(?:[\\s:：【]|$)\\s*`), mark: (text) => text, article: true },
  { head: new RegExp(`^(${CHINESE})\\s*[、.．]\\s*`), mark: (text) => text },
  { head: new RegExp(`^(?:${OPEN}(${CHINESE})${CLOSE}|([㈠-㈩]))[、.．]?\\s*`), mark: (text) => `(${text})` },
  { head: new RegExp(`^(?:(${DIGITS})\\s*[.．、](?![0-9０-９])|([⒈-⒛]))\\s*`), mark: (text) => text },
  { head: new RegExp(`^(?:${OPEN}(${DIGITS})${CLOSE}|(${DIGITS})[）)]|([⑴-⒇]))\\s*`), mark: (text) => `(${text})` },
  { head: /^([①-⑳])\s*/, mark: (text) => circled(text) },
]
const circled = (text: string): string => String.fromCodePoint(0x245f + Number(text))

/** The number that begins a line (without leading spaces), whatever its brackets and digits; null where there is none. */
export function headOf(line: string): Head | null {
  for (const [rank, { head, mark, article = false }] of FORMS.entries()) {
    const match = head.exec(line)
    if (!match) continue
    const number = (match.slice(1).find((part) => part !== undefined) ?? '').normalize('NFKC').replace(/[().\s]/g, '')
    return { rank, mark: mark(number), length: match[0].length, article }
  }
  return null
}
