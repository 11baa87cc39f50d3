import { unpack, type PackageTrouble } from './docx-package.ts'
import { child, numbering } from './docx-numbering.ts'

export type DocxTrouble = PackageTrouble | 'doctype' | 'images-only' | 'no-text'
const DOCUMENT = 'word/document.xml'
const NUMBERING = 'word/numbering.xml'
const STYLES = 'word/styles.xml'
/** What a reader of the final text does not see: deleted words, field codes, copies for old programs. */
const UNSEEN = new Set(['del', 'moveFrom', 'instrText', 'delText', 'delInstrText', 'Fallback', 'pPr', 'rPr', 'sectPr'])

/** Reads a part; documents that declare types of their own are refused (entity bombs). */
function xml(part: Uint8Array | undefined): Document | 'doctype' | 'malformed' | null {
  if (!part) return null
  const text = new TextDecoder().decode(part)
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return 'doctype'
  const document = new DOMParser().parseFromString(text, 'application/xml')
  return document.querySelector('parsererror') ? 'malformed' : document
}

/** The text of a Word document (ECMA-376), a line for each paragraph, with the numbers Word adds; or why it cannot be read. */
export function docxText(bytes: Uint8Array): { text: string } | { code: DocxTrouble } {
  const parts = unpack(bytes, [DOCUMENT, NUMBERING, STYLES])
  if (typeof parts === 'string') return { code: parts }
  const [document, definitions, styles] = [DOCUMENT, NUMBERING, STYLES].map((name) => xml(parts.get(name)))
  for (const part of [document, definitions, styles]) if (typeof part === 'string') return { code: part }
  if (!(document instanceof Document)) return { code: 'malformed' }
  const numberOf = numbering(definitions instanceof Document ? definitions : null, styles instanceof Document ? styles : null)
  let text = ''
  let images = false
  const read = (node: Element): void => {
    for (const inner of node.children) {
      const name = inner.localName
      if (UNSEEN.has(name)) continue
      if (name === 'drawing' || name === 'pict' || name === 'object') images = true
      if (name === 'p') {
        text += `\n${numberOf(child(inner, 'pPr'))}`
        read(inner)
        text += '\n'
      } else if (name === 't') text += inner.textContent ?? ''
      else if (name === 'tab') text += '\t'
      else if (name === 'br' || name === 'cr') text += '\n'
      else if (name === 'noBreakHyphen') text += '-'
      else read(inner)
    }
  }
  read(document.documentElement)
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return lines.length ? { text: lines.join('\n') } : { code: images ? 'images-only' : 'no-text' }
}
