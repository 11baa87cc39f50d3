import { add, cmp, exact, round, show, sub, toNumber, ZERO } from '../../model/decimal.ts'
import { split } from '../../model/path.ts'
import type { Json } from '../../model/step.ts'
import type { Mender } from '../fixes.ts'
import { criteriaOf } from '../../check/walk.ts'
import { changes, look, set } from './change.ts'

const MOST_PLACES = 4
const numberOf = (value: unknown): number => Number(String(value))

/** Declared points, caps and sums. */
export const pointFixes: { readonly [code: string]: Mender } = {
  'number.places': (ruleset, { path }) => {
    const value = look(ruleset as unknown as Json, split(path))
    if (typeof value !== 'number' || !Number.isFinite(value)) return []
    const to = toNumber(round(exact(value), MOST_PLACES, 'half-up'))
    return [{ code: 'places', values: { to }, steps: changes(ruleset, [[split(path), to]]) }]
  },
  'totals.node': (ruleset, { path, values }) => [{ code: 'sum', values: { to: numberOf(values['sum']) }, steps: set(ruleset, path, 'points', numberOf(values['sum'])) }],
  'totals.cap': (ruleset, { path, values }) => [{ code: 'cap', values: { to: numberOf(values['full']) }, steps: set(ruleset, path, 'points', numberOf(values['full'])) }],
  'totals.components': (ruleset, { values }) => {
    const fed = ruleset.components.map((c) => ({ id: c.id, sum: criteriaOf(ruleset).filter(({ criterion, node }) => !criterion.extra && !node.retired && ruleset.methods.find((m) => m.id === criterion.method)?.component === c.id).map(({ criterion }) => exact(criterion.points)).reduce(add, ZERO) }))
    const own = changes(ruleset, fed.map(({ id, sum }) => [['components', id, 'points'], toNumber(sum)] as const).filter(([names, to]) => look(ruleset as unknown as Json, names) !== to))
    const lacking = sub(exact(numberOf(values['full'])), exact(String(values['sum'])))
    const single = ruleset.components.flatMap((c) => {
      const to = add(exact(c.points), lacking)
      return cmp(to, ZERO) < 0 ? [] : [{ code: 'component', values: { label: c.label, to: show(to) }, steps: set(ruleset, `components/${c.id}`, 'points', toNumber(to)) }]
    })
    return [{ code: 'components', values: {}, steps: own }, ...single]
  },
  'totals.below-full': (ruleset) => [{ code: 'prorate', values: {}, steps: set(ruleset, 'proration', 'method', 'ratio') }],
  'totals.minimum': (ruleset, { values }) => [{ code: 'minimum', values: { to: numberOf(values['least']) }, steps: set(ruleset, 'proration', 'minimumBase', numberOf(values['least'])) }],
  'effect.above-points': (ruleset, { path, values }) => [{ code: 'full', values: { to: numberOf(values['full']) }, steps: set(ruleset, `${path}/event/params`, 'points', numberOf(values['full'])) }],
  'effect.range': (ruleset, { path, values }) => {
    const [low = 0, high = 0] = [numberOf(values['from']), numberOf(values['to'])].sort((a, b) => a - b)
    const params = [...split(path), 'event', 'params']
    const full = criteriaOf(ruleset).find((c) => path.startsWith(`${c.path}/`))?.criterion.points
    const top = full === undefined ? high : Math.min(high, full)
    return low <= top ? [{ code: 'range', values: { from: low, to: top }, steps: changes(ruleset, [[[...params, 'from'], low], [[...params, 'to'], top]]) }] : []
  },
}
