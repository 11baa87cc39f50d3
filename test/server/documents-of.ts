import { strFromU8, unzipSync } from 'fflate'

/** The parts of a Word or Excel file, as text. */
export const partsOf = (file: Uint8Array): { [name: string]: string } => Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]))
const unescaped = (xml: string): string => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
const within = (xml: string, tag: string): string[] => [...xml.matchAll(new RegExp(`<w:${tag}[ >].*?</w:${tag}>`, 'gs'))].map((m) => m[0])
const textOf = (xml: string): string => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((m) => unescaped(m[1] ?? '')).join('')

/** A Word file as its tables (rows of cell texts) and the paragraphs outside them, with the XML of the body. */
export function readWord(file: Uint8Array) {
  const xml = partsOf(file)['word/document.xml'] ?? ''
  const tables = within(xml, 'tbl').map((table) => within(table, 'tr').map((row) => within(row, 'tc').map((cell) => within(cell, 'p').map(textOf).join('\n'))))
  return { xml, tables, paragraphs: within(xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, ''), 'p').map(textOf).filter((text) => text !== '') }
}

/** An Excel file as sheets by name: the values of its cells by row, numbers as they are stored. */
export function readSheets(file: Uint8Array): { [name: string]: (string | number | null)[][] } {
  const parts = partsOf(file)
  const shared = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>.*?<\/si>/gs)].map((m) => [...m[0].matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map((t) => unescaped(t[1] ?? '')).join(''))
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((m) => unescaped(m[1] ?? ''))
  return Object.fromEntries(names.map((name, i) => [name, [...(parts[`xl/worksheets/sheet${i + 1}.xml`] ?? '').matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map((row) =>
    [...(row[1] ?? '').matchAll(/<c r="[A-Z]+\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', inner = '']) => {
      const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1]
      return value === undefined ? null : attributes.includes('t="s"') ? (shared[Number(value)] ?? null) : Number(value)
    }))]))
}
