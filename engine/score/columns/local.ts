import type { Criterion, Grading } from '../../model/ruleset.ts'
import { OFF_STATE } from './block.ts'
import { placePath, type Compiled, type Place } from './compile.ts'
import { power } from './decimal-number.ts'
import { exactRows } from './exact-row.ts'
import { finish } from './finish.ts'
import { bandOf, gradingAt, gradingsOf } from './places.ts'
import { BLOCKED, SCORED, type Results } from './results.ts'
import type { BlockState } from './state.ts'
import { totalOne, totalsOf } from './total.ts'
import { versionOf, type Version } from './version.ts'

/** Totals of single units while some criteria take other forms; everything else stays as it was evaluated. */
export interface Local {
  /** Another form of a criterion with the same place, component, condition and number of rules. */
  version(place: number, criterion: Criterion): Version
  /** Does it matter for a unit which of two versions of one criterion holds? */
  differs(a: Version, b: Version, unit: number): boolean
  /** Numbers that `put` needs of a unit, with one version of each touched criterion in the order given; null when only the exact path can tell. */
  row(unit: number, versions: readonly Version[]): Float64Array | null
  /** Puts a row in place of what was evaluated for the unit. */
  put(unit: number, row: Float64Array): void
  /** Grades and ranks of what was put, by these gradings; the same object each time. */
  finish(gradings: readonly Grading[]): Results
}

const copied = (state: BlockState): BlockState => ({
  ...state, whole: state.whole.slice(), rest: state.rest.slice(), terms: state.terms.slice(), applicable: state.applicable.slice(), extra: state.extra.slice(), extraRest: state.extraRest.slice(), extraTerms: state.extraTerms.slice(), hard: new Set(state.hard),
})
const ownResults = (results: Results): Results => ({
  ...results, state: results.state.slice(), total: results.total.slice(), hasTotal: results.hasTotal.slice(), base: results.base.slice(), bonus: results.bonus.slice(), deduction: results.deduction.slice(), grade: results.grade.slice(),
  rank: results.rank.slice(), pool: results.pool.slice(), flags: results.flags.slice(), blocked: new Map(results.blocked), ties: results.ties.map((tie) => tie.slice()), alone: new Map(),
  seen: { base: results.seen.base.slice(), bonus: results.seen.bonus.slice(), deduction: results.seen.deduction.slice() },
})
const graded = (): boolean => true
const SEEN = ['base', 'bonus', 'deduction'] as const

/**
 * Prepares for other forms of the criteria at some places; none of them may stand under a limit of losses or an indicator that
 * breaks ties. Made from results that are the latest of their columns; good until these are evaluated again.
 */
export function localOf(results: Results, touched: readonly number[]): Local {
  const { compiled } = results
  const totals = totalsOf(compiled)
  const own = ownResults(results)
  const bare: Compiled = { ...compiled, ruleset: { ...compiled.ruleset, history: [] } }
  const paths = new Set(touched.map((place) => placePath(compiled, compiled.places[place] as Place)))
  /** Blocked or stopped by what no version changes. */
  const before = new Set([...results.blocked].flatMap(([unit, list]) => (list.some((path) => !paths.has(path) && path !== 'proration' && path !== 'gradings' && !/^(bonus|deduction)\//.test(path)) ? [unit] : [])))
  const states = results.states.map(copied)
  const others = results.states.map((state) => restOf(compiled, state, touched))
  for (const [b, state] of states.entries()) takeOut(compiled, results.states[b] as BlockState, state, touched)
  const bases = states.map(copied)
  const stateOf = (unit: number): number => (results.states.length === 1 ? 0 : results.states.findLastIndex(({ block }) => block.from <= unit))
  const put = results.state.slice()
  const exactly = exactRows(results, touched, bases)
  const hardBefore = results.states.map(({ hard }) => new Set(hard))

  return {
    version: (place, criterion) => versionOf(results, place, criterion),
    differs(a, b, unit) {
      const k = stateOf(unit)
      const i = unit - (results.states[k] as BlockState).block.from
      const [x, y] = [a.blocks[k], b.blocks[k]] as [Version['blocks'][number], Version['blocks'][number]]
      if (x.final.state[i] !== y.final.state[i] || x.blocked.has(unit) !== y.blocked.has(unit) || x.hard.has(i) || y.hard.has(i)) return true
      if (x.final.state[i] === OFF_STATE) return false
      return a.full !== b.full || x.final.earned[i] !== y.final.earned[i] || (x.final.den?.[i] ?? 0) !== (y.final.den?.[i] ?? 0) || ((x.final.den?.[i] ?? 0) !== 0 && x.final.num?.[i] !== y.final.num?.[i])
    },
    row(unit, versions) {
      const k = stateOf(unit)
      const [state, base] = [states[k], bases[k]] as [BlockState, BlockState]
      const { n, from } = state.block
      const i = unit - from
      const row = new Float64Array(2 + own.ties.length + SEEN.length)
      row[0] = results.state[unit] === SCORED || (results.state[unit] === BLOCKED && !before.has(unit)) ? SCORED : (results.state[unit] as number)
      if (versions.some((v) => v.blocks[k]?.blocked.has(unit))) row[0] = Math.max(row[0], BLOCKED)
      if (row[0] !== SCORED) return row
      if (hardBefore[k]?.has(i) || versions.some((v) => v.blocks[k]?.hard.has(i))) return null
      for (let c = 0; c < compiled.components.length; c++) {
        state.whole[c * n + i] = base.whole[c * n + i] as number
        state.applicable[c * n + i] = base.applicable[c * n + i] as number
        state.rest[c * n + i] = others[k]?.rest[c * n + i] as number
        state.terms[c * n + i] = others[k]?.terms[c * n + i] as number
      }
      state.extra[i] = base.extra[i] as number
      state.extraRest[i] = others[k]?.extraRest[i] as number
      state.extraTerms[i] = others[k]?.extraTerms[i] as number
      for (const version of versions) addIn(compiled, state, version, k, i)
      own.state[unit] = SCORED
      own.blocked.delete(unit)
      if (!totalOne(compiled, totals, state, own, i, graded)) return exactly(unit, k, versions)
      row[0] = own.state[unit]
      row[1] = own.total[unit] as number
      own.ties.forEach((tie, t) => (row[2 + t] = tie[unit] as number))
      SEEN.forEach((id, s) => { if (own.seen[id].length) row[2 + own.ties.length + s] = own.seen[id][unit] as number })
      return row
    },
    put(unit, row) {
      put[unit] = row[0] as number
      own.hasTotal[unit] = row[0] === SCORED ? 1 : 0
      own.total[unit] = row[1] as number
      own.ties.forEach((tie, t) => (tie[unit] = row[2 + t] as number))
      SEEN.forEach((id, s) => { if (own.seen[id].length) own.seen[id][unit] = row[2 + own.ties.length + s] as number })
    },
    finish(gradings) {
      const made: Compiled = gradings === compiled.ruleset.gradings ? bare : { ...bare, ruleset: { ...bare.ruleset, gradings: [...gradings] } }
      const laid = gradingsOf(made)
      const scale = power(4 - compiled.ruleset.rounding.places)
      own.state.set(put)
      own.rank.fill(0)
      own.pool.fill(-1)
      own.flags.fill(0)
      for (let unit = 0; unit < own.size; unit++) {
        if (own.state[unit] !== SCORED) continue
        const bands = laid.bands[gradingAt(laid, own, unit)]
        const found = bands ? bandOf(bands, (own.total[unit] as number) * scale) : -1
        own.grade[unit] = found < 0 || !bands ? -1 : (bands.grade[found] as number)
        if (found < 0) own.state[unit] = BLOCKED
      }
      finish(made, laid, own, false)
      return own
    },
  }
}

/** Quotients of all criteria but the touched ones, summed anew in the order of the ruleset. */
function restOf(compiled: Compiled, state: BlockState, touched: readonly number[]) {
  const { n } = state.block
  const found = { rest: new Float64Array(state.rest.length), terms: new Uint16Array(state.terms.length), extraRest: new Float64Array(n), extraTerms: new Uint16Array(n) }
  compiled.places.forEach((place, index) => {
    const final = state.final[index]
    const den = final ? final.den : state.awards.den[index]
    const num = final ? final.num : state.awards.num[index]
    if (!den || !num || touched.includes(index)) return
    const extra = place.criterion.extra === true
    const [rest, terms, at] = extra ? [found.extraRest, found.extraTerms, 0] : [found.rest, found.terms, place.component * n]
    for (let i = 0; i < n; i++) {
      if (den[i] === 0) continue
      rest[at + i] = (rest[at + i] as number) + (num[i] as number) / (den[i] as number)
      terms[at + i] = (terms[at + i] as number) + 1
    }
  })
  return found
}
/** Takes the whole points and the maximum of touched criteria out of the sums. */
function takeOut(compiled: Compiled, from: BlockState, state: BlockState, touched: readonly number[]): void {
  const { n } = state.block
  for (const index of touched) {
    const place = compiled.places[index] as Place
    const final = from.final[index]
    const earned = final ? final.earned : from.awards.earned.subarray(index * n, (index + 1) * n)
    const states = final ? final.state : from.awards.state.subarray(index * n, (index + 1) * n)
    const at = place.component * n
    for (let i = 0; i < n; i++) {
      if (place.criterion.extra) state.extra[i] = (state.extra[i] as number) - (earned[i] as number)
      else {
        state.whole[at + i] = (state.whole[at + i] as number) - (earned[i] as number)
        if (states[i] !== OFF_STATE) state.applicable[at + i] = (state.applicable[at + i] as number) - place.core.full
      }
    }
  }
}
function addIn(compiled: Compiled, state: BlockState, version: Version, block: number, i: number): void {
  const place = compiled.places[version.place] as Place
  const { final } = version.blocks[block] as Version['blocks'][number]
  const extra = place.criterion.extra === true
  const at = extra ? i : place.component * state.block.n + i
  const [whole, rest, terms] = extra ? [state.extra, state.extraRest, state.extraTerms] : [state.whole, state.rest, state.terms]
  whole[at] = (whole[at] as number) + (final.earned[i] as number)
  const den = final.den?.[i] ?? 0
  if (den !== 0) {
    rest[at] = (rest[at] as number) + (final.num?.[i] as number) / den
    terms[at] = (terms[at] as number) + 1
  }
  if (!extra && final.state[i] !== OFF_STATE) state.applicable[at] = (state.applicable[at] as number) + version.full
}
