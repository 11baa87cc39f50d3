import { decode } from './decode.ts'
import { docxText, type DocxTrouble } from './docx.ts'

/** Why a file cannot be a source document; the words are in the language files. */
export interface SourceTrouble { code: DocxTrouble | 'too-large' | 'too-long' | 'empty' | 'old-word' | 'pdf' | 'encoding' | 'not-text'; values: { [name: string]: string | number } }

const MEGABYTE = 1_000_000
const LARGEST_FILE = 20 * MEGABYTE
const LONGEST_TEXT = 1_000_000
const FORMATS: readonly { head: readonly number[]; code: 'docx' | 'old-word' | 'pdf' }[] = [
  { head: [0x50, 0x4b], code: 'docx' }, { head: [0xd0, 0xcf, 0x11, 0xe0], code: 'old-word' }, { head: [0x25, 0x50, 0x44, 0x46], code: 'pdf' },
]

/** The text of a source document: .docx, or plain text in any usual Chinese encoding; what a file is, its first bytes say, not its name. */
export async function readSourceFile(file: File): Promise<{ name: string; text: string } | SourceTrouble> {
  const trouble = (code: SourceTrouble['code'], values: SourceTrouble['values'] = {}): SourceTrouble => ({ code, values: { name: file.name, ...values } })
  if (file.size > LARGEST_FILE) return trouble('too-large', { size: Math.ceil(file.size / MEGABYTE), limit: LARGEST_FILE / MEGABYTE })
  if (file.size === 0) return trouble('empty')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const format = FORMATS.find(({ head }) => head.every((byte, i) => bytes[i] === byte))?.code
  if (format === 'old-word' || format === 'pdf') return trouble(format)
  let text = ''
  if (format === 'docx') {
    const read = docxText(bytes)
    if ('code' in read) return trouble(read.code)
    text = read.text
  } else {
    const decoded = decode(bytes)
    if (decoded === null) return trouble('encoding')
    text = decoded.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
    // A line break or a tab belongs to text, other control characters do not.
    if (/[^\P{Cc}\t\n\v\f]/u.test(text)) return trouble('not-text')
  }
  if (text.trim() === '') return trouble('no-text')
  if (text.length > LONGEST_TEXT) return trouble('too-long', { size: text.length, limit: LONGEST_TEXT })
  return { name: file.name.replace(/\p{Cc}/gu, ' ').slice(0, 200) || 'document', text }
}
