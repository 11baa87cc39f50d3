import type { Cohort } from '../../engine/index.ts'

/** The same cohort with every list of units, records and results the other way round. */
export const reversed = (cohort: Cohort): Cohort => ({
  ...cohort, units: cohort.units.toReversed(), records: cohort.records.toReversed(), history: cohort.history.toReversed().map((h) => ({ ...h, results: h.results.toReversed() })),
  rankings: cohort.rankings?.toReversed().map((r) => ({ ...r, places: r.places.toReversed() })),
})
