import { GIVEN_STATE, OFF_STATE } from './block.ts'
import { STOPPED, type Results } from './results.ts'

/** How many units each rule (`<criterion>/<rule>`) fires for, as their sheets say it; good until the columns are evaluated again. */
export function hits(results: Results): { [rule: string]: number } {
  const counts: { [rule: string]: number } = {}
  results.compiled.places.forEach((place, index) => {
    place.core.firings.forEach(({ rule }, k) => {
      let count = 0
      for (const state of results.states) {
        const { n, from } = state.block
        const off = state.off[index]
        for (let i = 0; i < n; i++) {
          if (state.awards.fired[(place.rule + k) * n + i] !== 1 || results.state[from + i] === STOPPED) continue
          if ((off?.[i] ?? GIVEN_STATE) === GIVEN_STATE && state.awards.state[index * n + i] !== OFF_STATE) count++
        }
      }
      counts[`${place.criterion.id}/${rule.id}`] = count
    })
  })
  return counts
}
