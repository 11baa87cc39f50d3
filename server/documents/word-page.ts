import { AlignmentType, Footer, LineRuleType, PageNumber, PageOrientation, Paragraph, TextRun, type IParagraphOptions, type ISectionPropertiesOptions } from 'docx'
import type { Lang } from '../../engine/index.ts'
import { oneLine, type Report } from './report.ts'

/** Official fonts, named and never embedded (GB/T 9704-2012). */
const FONTS = { title: '方正小标宋简体', body: '仿宋_GB2312', second: '楷体_GB2312', heading: '黑体', number: '宋体' } as const
/** Half points: 2号 for the title, 3号 for the body, 4号 for page numbers, 小四 in wide tables and notes, 五号 in others. */
export const SIZES = { title: 44, body: 32, number: 28, wide: 24, table: 21 } as const
const LATIN = 'Times New Roman'
/** 22 lines on a page: 28.99 pt each, in twentieths of a point. */
const LINE = 579
const TITLE_LINE = 700

export type Script = (text: string, font?: keyof typeof FONTS, options?: { size?: number; strike?: boolean; underline?: boolean; bold?: boolean }) => TextRun
/** Characters that XML cannot hold. */
const BARRED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** Writes text in a language: Chinese fonts for Chinese punctuation too; 28 characters to a line need a little less than 16 pt each. */
export const script = (lang: Lang): Script => (text, font = 'body', { size = SIZES.body, strike = false, underline = false, bold = false } = {}) => new TextRun({
  text: text.replace(BARRED, ''), size, bold, strike, ...(underline ? { underline: {} } : {}), ...(size === SIZES.body ? { characterSpacing: -5 } : {}),
  font: { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: FONTS[font], ...(lang === 'zh' ? { hint: 'eastAsia' as const } : {}) },
})
const line = { line: LINE, lineRule: LineRuleType.EXACT }
/** A paragraph of the body; first line indented by two characters unless told. */
export const paragraph = (children: readonly TextRun[], options: IParagraphOptions = {}): Paragraph => new Paragraph({ widowControl: false, spacing: line, indent: { firstLine: 640, firstLineChars: 200 }, ...options, children })
export const heading = (write: Script, text: string): Paragraph => paragraph([write(text, 'heading')], { keepNext: true })
export const note = (write: Script, text: string): Paragraph => paragraph([write(text, 'body', { size: SIZES.wide })], { indent: {}, spacing: { before: 60 } })
/** A title in the lines it needs: one that does not fit the width is broken where its author says. */
function titleLines(title: string, landscape: boolean): string[] {
  const size = [...oneLine(title)].reduce((sum, c) => sum + (c > '\u2e7f' ? 2 : 1), 0) * SIZES.title * 5
  return size > widthOf(landscape) ? title.split('\n').map((text) => text.trim()) : [oneLine(title)]
}
/** Title and second line, centred; marks stand flush left above. */
export const top = (write: Script, { title, subtitle, marks, landscape }: Pick<Report, 'title' | 'subtitle' | 'marks' | 'landscape'>): Paragraph[] => [
  ...marks.map((mark) => paragraph([write(mark, 'heading')], { indent: {} })),
  ...titleLines(title, landscape).map((text, i) => paragraph([write(text, 'title', { size: SIZES.title })], { alignment: AlignmentType.CENTER, indent: {}, spacing: { ...line, line: TITLE_LINE, before: i === 0 ? Math.round(LINE / 2) : 0 } })),
  paragraph([write(subtitle, 'second')], { alignment: AlignmentType.CENTER, indent: {}, spacing: { ...line, after: Math.round(LINE / 2) } }),
]

const footer = (write: Script, side: 'right' | 'left'): Footer => new Footer({
  children: [new Paragraph({
    widowControl: false, alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT, indent: side === 'right' ? { right: 280 } : { left: 280 },
    children: [write('— ', 'number', { size: SIZES.number }), new TextRun({ size: SIZES.number, font: { ascii: LATIN, hAnsi: LATIN, eastAsia: FONTS.number }, children: [PageNumber.CURRENT] }), write(' —', 'number', { size: SIZES.number })],
  })],
})
/** Millimetres in twentieths of a point. */
const mm = (length: number): number => Math.round((length * 1440) / 25.4)
const PAPER = { width: mm(210), height: mm(297) }
const MARGINS = { upright: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28), footer: mm(24) }, turned: { top: mm(28), right: mm(37), bottom: mm(26), left: mm(35), footer: mm(15) } }
/** A4 with the type area of official documents, turned for wide tables; page numbers outside it, odd pages right, even pages left. */
export function page(write: Script, landscape: boolean): { properties: ISectionPropertiesOptions; footers: { default: Footer; even: Footer } } {
  return {
    properties: { page: { size: { ...PAPER, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: landscape ? MARGINS.turned : MARGINS.upright } },
    footers: { default: footer(write, 'right'), even: footer(write, 'left') },
  }
}
/** The width of the type area in twentieths of a point. */
export const widthOf = (landscape: boolean): number => (landscape ? PAPER.height - MARGINS.turned.left - MARGINS.turned.right : PAPER.width - MARGINS.upright.left - MARGINS.upright.right)
