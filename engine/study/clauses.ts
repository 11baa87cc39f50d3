import { headOf, type Head } from './numbering.ts'

/** A clause of a source document: its id (`四(三)3(5)`, `五·首`, `题`), its title if it has one, its text, and where it stands in the whole. */
export interface Clause { id: string; title?: string; text: string; from: number; to: number }
interface Piece { from: number; to: number }
/** A numbered line with what stands under it. */
interface Node { id: string; rank: number; piece: Piece; title: string; hasBody: boolean; paragraphs: Piece[]; children: Node[]; tail: Piece[] }

const LIST_MARK = /[；;]$/
const SENTENCE = /[。！？]/
const DATE = /^[〇零一二三四五六七八九十0-9０-９]{4}\s*年.{1,8}月.{1,8}日$/
/** Empty fields that web pages print beside the date. */
const PAGE_FIELDS = /(来源|浏览次数|作者)\s*[:：]?/g
const DOCUMENT_NAME = /(方案|办法|规定|细则|条例|意见|通知|决定|章程|规则|制度|标准|计划|规划)[)）》]?$/

/** The lines of a text that hold something, without the spaces around them. */
function linesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    const line = text.slice(from, to)
    const left = line.length - line.trimStart().length
    if (line.trim() !== '') pieces.push({ from: from + left, to: from + line.trimEnd().length })
    from = to + 1
  }
  return pieces
}

/** A heading's words: a short line is all title; a short first sentence with more behind it is the title of a clause. */
function words(rest: string, { article }: Head): { title: string; hasBody: boolean } {
  const bare = rest.trim()
  if (article) return { title: '', hasBody: bare !== '' }
  if (bare.length <= 60 && !/[。；;！？]/.test(bare)) return { title: bare.replace(/[：:]$/, ''), hasBody: false }
  return { title: /^([^。；;！？：:]{1,40})[。：:](?=.)/.exec(bare)?.[1] ?? '', hasBody: true }
}

/** The tree of numbered lines; what comes before the first of them is `front`. */
function treeOf(text: string): { front: Piece[]; top: Node[] } {
  const front: Piece[] = []
  const top: Node[] = []
  const open: Node[] = []
  for (const piece of linesOf(text)) {
    const line = text.slice(piece.from, piece.to)
    const head = headOf(line)
    if (!head) {
      ;(open.at(-1)?.paragraphs ?? front).push(piece)
      continue
    }
    while ((open.at(-1)?.rank ?? -1) >= head.rank) open.pop()
    const parent = open.at(-1)
    // Articles are counted through the whole document, everything else within what it stands in.
    const id = head.article ? head.mark : `${parent?.id ?? ''}${head.mark}`
    const node: Node = { id, rank: head.rank, piece, ...words(line.slice(head.length), head), paragraphs: [], children: [], tail: [] }
    ;(parent?.children ?? top).push(node)
    open.push(node)
  }
  return { front, top }
}

/** After a list (a; b; c.) the text goes on in what holds the list, not in its last member. */
function closeLists(text: string, node: Node): void {
  node.children.forEach((child) => closeLists(text, child))
  const last = node.children.at(-1)
  const others = node.children.slice(0, -1)
  const isList = others.length > 0 && others.every((c) => c.children.length === 0 && c.paragraphs.length === 0 && LIST_MARK.test(text.slice(c.piece.from, c.piece.to)))
  if (last && isList && last.children.length === 0) node.tail = last.paragraphs.splice(0)
}

const whole = (pieces: readonly Piece[]): Piece => ({ from: pieces[0]?.from ?? 0, to: pieces.at(-1)?.to ?? 0 })
const clause = (text: string, id: string, pieces: readonly Piece[], title = ''): Clause => {
  const { from, to } = whole(pieces)
  return { id, ...(title ? { title } : {}), text: text.slice(from, to), from, to }
}

function clausesOf(text: string, node: Node): Clause[] {
  const { id, piece, title, hasBody, paragraphs, children, tail } = node
  const numbered = (first: number): Clause[] => paragraphs.map((p, i) => clause(text, `${id}·${first + i}`, [p]))
  const inside = children.flatMap((child) => clausesOf(text, child))
  const end = tail.length ? [clause(text, `${id}·末`, tail)] : []
  if (hasBody) return [clause(text, id, [piece], title), ...numbered(2), ...inside, ...end]
  if (children.length) return [clause(text, id, [piece], title), ...(paragraphs.length ? [clause(text, `${id}·首`, paragraphs)] : []), ...inside, ...end]
  return paragraphs.length > 1 ? [clause(text, id, [piece], title), ...numbered(1)] : [clause(text, id, [piece, ...paragraphs], title)]
}

/** What stands before the first number: the page it was on (页), the title with its date and number (题), the preamble (序). */
function frontOf(text: string, front: readonly Piece[]): Clause[] {
  const shown = (p: Piece): string => text.slice(p.from, p.to)
  const isShort = (p: Piece): boolean => p.to - p.from <= 60
  const candidates = front.filter((p) => isShort(p) && !/[|。]|[！？!?:：;；，,]$/.test(shown(p)))
  const title = candidates.find((p) => DOCUMENT_NAME.test(shown(p))) ?? candidates[0]
  const start = title ? front.indexOf(title) : 0
  const belongsToTitle = (p: Piece): boolean => isShort(p) && !/[。，；]|[:：]$/.test(shown(p).replace(PAGE_FIELDS, ''))
  const preamble = front.findIndex((p, i) => i > start && !belongsToTitle(p))
  const end = preamble < 0 ? front.length : preamble
  const parts: [string, Piece[]][] = [['页', front.slice(0, start)], ['题', title ? front.slice(start, end) : []], ['序', title ? front.slice(end) : [...front]]]
  return parts.flatMap(([id, pieces]) => (pieces.length ? [clause(text, id, pieces, id === '题' && title ? shown(title) : '')] : []))
}

/** Signature, date and list of annexes at the very end (尾), taken off the last clause. */
function endOf(text: string, top: readonly Node[]): Clause[] {
  let last = top.at(-1)
  while (last && last.tail.length === 0 && last.children.length) last = last.children.at(-1)
  const pieces = last ? (last.tail.length ? last.tail : last.paragraphs) : []
  const shown = (p: Piece): string => text.slice(p.from, p.to)
  const annex = pieces.findIndex((p) => /^附(件|表|录)/.test(shown(p)))
  let from = annex < 0 ? pieces.length : annex
  if (annex < 0 && DATE.test(shown(pieces.at(-1) ?? { from: 0, to: 0 }))) {
    from = pieces.length - 1
    while (from > 0 && !SENTENCE.test(shown(pieces[from - 1] as Piece)) && shown(pieces[from - 1] as Piece).length <= 40) from--
  }
  const taken = pieces.splice(from)
  return taken.length ? [clause(text, '尾', taken)] : []
}

/** Ids that come twice are told apart by a count. */
function apart(clauses: readonly Clause[]): Clause[] {
  const seen = new Map<string, number>()
  return clauses.map((c) => {
    const n = (seen.get(c.id) ?? 0) + 1
    seen.set(c.id, n)
    return n === 1 ? c : { ...c, id: `${c.id}#${n}` }
  })
}

/** The clauses of a source document by its numbering (一、 (一) 1. (1) or 第一条), in their order; offsets count UTF-16 units. */
export function recognise(text: string): Clause[] {
  const { front, top } = treeOf(text)
  const end = endOf(text, top)
  top.forEach((node) => closeLists(text, node))
  return apart([...frontOf(text, front), ...top.flatMap((node) => clausesOf(text, node)), ...end])
}
