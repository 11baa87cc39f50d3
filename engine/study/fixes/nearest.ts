/** How many letters must be added, left out or changed to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
/** The member whose id reads most like a word, upper and lower case alike; the first among equals, none of none. */
export const nearest = <T extends { id: string }>(word: string, list: readonly T[]): T | undefined => {
  const far = (item: T): number => distance(word.toLowerCase(), item.id.toLowerCase())
  return list.reduce<T | undefined>((best, item) => (best === undefined || far(item) < far(best) ? item : best), undefined)
}
