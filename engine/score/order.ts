import { ZERO, cmp, exact, round, type Exact } from '../model/decimal.ts'
import { counts, see, type Pass, type Work } from './work.ts'

/** Units that may be ordered: they have a rounded total. */
export const ordered = (works: readonly Work[]): Work[] => works.filter((w) => counts(w) && w.rounded !== null)

/** Better first by rounded total, then by the tie-breaks in order; 0 = equal, a shared place. */
export function byMerit(pass: Pass): (a: Work, b: Work) => number {
  const { tieBreaks } = pass.plan.ruleset.ranking
  return (a, b) => {
    const difference = cmp(b.rounded ?? ZERO, a.rounded ?? ZERO)
    if (difference !== 0) return difference
    for (const tie of tieBreaks) {
      const x = quantity(pass, a, tie)
      const y = quantity(pass, b, tie)
      const step = tie.order === 'high' ? cmp(y, x) : cmp(x, y)
      if (step !== 0) return step
    }
    return 0
  }
}

type Tie = Pass['plan']['ruleset']['ranking']['tieBreaks'][number]
/** What a tie-break compares, rounded like the total; what is not there counts 0. */
export function quantity(pass: Pass, work: Work, tie: Tie): Exact {
  const { places, mode } = pass.plan.ruleset.rounding
  switch (tie.quantity) {
    case 'base':
      return round(work.base, places, mode)
    case 'component':
      return round(work.parts.find((p) => p.id === tie.of)?.prorated ?? ZERO, places, mode)
    case 'indicator': {
      const node = pass.plan.nodes.find((n) => n.indicator.id === tie.of)
      return round((node && work.nodes.get(node)?.earned) ?? ZERO, places, mode)
    }
    case 'attribute': {
      const seen = see(work, `unit.${tie.of ?? ''}`)
      return typeof seen === 'number' ? exact(seen) : seen === true ? exact(1) : ZERO
    }
  }
}

/** Splits units in order into groups of equals. */
export function groups(works: readonly Work[], compare: (a: Work, b: Work) => number): Work[][] {
  const result: Work[][] = []
  for (const work of [...works].sort(compare)) {
    const last = result.at(-1)
    if (last?.[0] && compare(last[0], work) === 0) last.push(work)
    else result.push([work])
  }
  return result
}
