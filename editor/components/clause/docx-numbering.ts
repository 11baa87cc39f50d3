const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const DIGITS = [...'〇一二三四五六七八九']

/** 1 to 99 in Chinese: 一, 十, 二十一. */
function chinese(n: number): string {
  const tens = Math.floor(n / 10)
  const ones = n % 10
  if (n < 1 || n > 99) return String(n)
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? DIGITS[ones] : ''}`
}
const CHINESE = new Set(['chineseCounting', 'chineseCountingThousand', 'japaneseCounting', 'ideographDigital', 'taiwaneseCounting', 'taiwaneseCountingThousand'])
const numeral = (n: number, format: string): string => (CHINESE.has(format) ? chinese(n) : format.startsWith('decimalEnclosedCircle') && n <= 20 ? String.fromCodePoint(0x245f + n) : String(n))

const children = (node: Element | undefined, name: string): Element[] => [...(node?.children ?? [])].filter((c) => c.localName === name)
export const child = (node: Element | undefined, name: string): Element | undefined => children(node, name)[0]
const value = (node: Element | undefined): string | null => node?.getAttributeNS(W, 'val') ?? null

interface Level { format: string; text: string; start: number }
const levelOf = (node: Element): [number, Level] => [
  Number(node.getAttributeNS(W, 'ilvl') ?? 0),
  { format: value(child(node, 'numFmt')) ?? 'decimal', text: value(child(node, 'lvlText')) ?? '', start: Number(value(child(node, 'start')) ?? 1) },
]

/** Numbers that Word writes by itself: asked paragraph by paragraph, gives what stands before the text (`一、`), '' where nothing does. */
export function numbering(definitions: Document | null, styles: Document | null): (properties: Element | undefined) => string {
  const root = definitions?.documentElement
  const kinds = new Map(children(root, 'abstractNum').map((a) => [a.getAttributeNS(W, 'abstractNumId'), new Map(children(a, 'lvl').map(levelOf))]))
  const lists = new Map(children(root, 'num').map((n) => [n.getAttributeNS(W, 'numId'), value(child(n, 'abstractNumId'))]))
  const byStyle = new Map(children(styles?.documentElement, 'style').map((s) => [s.getAttributeNS(W, 'styleId'), child(child(s, 'pPr'), 'numPr')]))
  const counters = new Map<string, number[]>()
  return (properties) => {
    const numbered = child(properties, 'numPr') ?? byStyle.get(value(child(properties, 'pStyle')))
    const kind = lists.get(value(child(numbered, 'numId'))) ?? null
    const levels = kind === null ? undefined : kinds.get(kind)
    const depth = Number(value(child(numbered, 'ilvl')) ?? 0)
    const level = levels?.get(depth)
    if (kind === null || !levels || !level) return ''
    const counts = counters.get(kind) ?? []
    counts[depth] = (counts[depth] ?? level.start - 1) + 1
    counts.length = depth + 1
    counters.set(kind, counts)
    if (level.format === 'bullet' || level.format === 'none') return ''
    return level.text.replace(/%(\d)/g, (_, digit: string) => {
      const above = levels.get(Number(digit) - 1)
      return above ? numeral(counts[Number(digit) - 1] ?? above.start, above.format) : ''
    })
  }
}
