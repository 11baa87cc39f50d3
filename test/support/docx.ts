import { strToU8, zipSync, type Zippable } from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A paragraph, told as text; `level` is its depth in the list that Word numbers by itself. */
export interface Paragraph { text: string; level?: number }
export const paragraphs = (lines: readonly (string | Paragraph)[]): string =>
  lines.map((line) => {
    const { text, level } = typeof line === 'string' ? { text: line, level: undefined } : line
    const numbered = level === undefined ? '' : `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>`
    return `<w:p>${numbered}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
  }).join('')

const level = (depth: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const NUMBERING = `<?xml version="1.0"?><w:numbering ${W}><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`

/** A small Word file, made up for a test: its body as XML, and further parts. */
export const docx = (body: string, parts: Zippable = {}, prolog = ''): Uint8Array => zipSync({
  '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'),
  'word/document.xml': strToU8(`<?xml version="1.0"?>${prolog}<w:document ${W}><w:body>${body}</w:body></w:document>`),
  'word/numbering.xml': strToU8(NUMBERING),
  ...parts,
})
