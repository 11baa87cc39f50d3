/** A stretch of text: in both versions, only in the older (gone), or only in the newer (added). */
export interface Span { kind: 'same' | 'gone' | 'added'; text: string }

const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** Beyond so many pairs of words the whole middle is told as replaced. */
const MOST_PAIRS = 4_000_000

const wordsOf = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment)

/** Lengths of the longest common parts of every two ends of the lists, row by row. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const wide = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * wide)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const down = lengths[(i + 1) * wide + j] ?? 0
      const right = lengths[i * wide + j + 1] ?? 0
      lengths[i * wide + j] = a[i] === b[j] ? (lengths[(i + 1) * wide + j + 1] ?? 0) + 1 : Math.max(down, right)
    }
  }
  return lengths
}

/** What changed from one text to another, word by word (Chinese words too); joined again, the spans give both texts. */
export function wordDiff(before: string, after: string): Span[] {
  const a = wordsOf(before)
  const b = wordsOf(after)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const spans: Span[] = []
  const add = (kind: Span['kind'], text: string): void => {
    const last = spans.at(-1)
    if (text === '') return
    if (last?.kind === kind) last.text += text
    else spans.push({ kind, text })
  }
  add('same', a.slice(0, start).join(''))
  if (middleA.length * middleB.length > MOST_PAIRS) {
    add('gone', middleA.join(''))
    add('added', middleB.join(''))
  } else {
    // Where nothing is gained either way, what is gone comes before what is new.
    const lengths = commonLengths(middleA, middleB)
    const wide = middleB.length + 1
    let [i, j] = [0, 0]
    while (i < middleA.length || j < middleB.length) {
      if (i < middleA.length && middleA[i] === middleB[j]) {
        add('same', middleA[i] ?? '')
        i++
        j++
      } else if (j >= middleB.length || (i < middleA.length && (lengths[(i + 1) * wide + j] ?? 0) >= (lengths[i * wide + j + 1] ?? 0))) add('gone', middleA[i++] ?? '')
      else add('added', middleB[j++] ?? '')
    }
  }
  add('same', a.slice(a.length - end).join(''))
  return spans
}
