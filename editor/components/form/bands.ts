import type { Grading } from '../../../engine/index.ts'

export interface BandFault { code: 'gap' | 'overlap'; from: number; below: number; one: string; other: string }

/** Where neighbouring bands leave totals between them, or both hold some; a band without an end reaches the next start. */
export function bandFaults(bands: Grading['bands']): BandFault[] {
  const rising = bands.filter((band) => band.from !== undefined).toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0))
  return rising.flatMap((band, i): BandFault[] => {
    const higher = rising[i + 1]
    if (!higher || higher.from === undefined) return []
    const end = band.below ?? higher.from
    if (higher.from === band.from) return [{ code: 'overlap', from: higher.from, below: end, one: band.grade, other: higher.grade }]
    if (end < higher.from) return [{ code: 'gap', from: end, below: higher.from, one: band.grade, other: higher.grade }]
    return end > higher.from ? [{ code: 'overlap', from: higher.from, below: end, one: band.grade, other: higher.grade }] : []
  })
}
