/** What is typed as a number, in plain signs: full-width digits, 。, the long minus, thousands commas and spaces folded. */
export const foldNumber = (text: string): string => text.normalize('NFKC').replace(/[,\s]/g, '').replace('。', '.').replace('−', '-')

/** A typed decimal, full-width digits, 。 and thousands commas folded: 0 to 1,000,000 with at most four places, or why it is none. */
export function readNumber(text: string): { value: number; problem?: undefined } | { problem: 'invalid' | 'negative' } {
  const folded = foldNumber(text)
  if (/^-\d/.test(folded)) return { problem: 'negative' }
  return /^\d+(\.\d{1,4})?$/.test(folded) && Number(folded) <= 1_000_000 ? { value: Number(folded) } : { problem: 'invalid' }
}
