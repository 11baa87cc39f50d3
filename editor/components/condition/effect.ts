import { EFFECTS, type Criterion, type Effect, type EffectType, type Quantity } from '../../../engine/index.ts'

export type Params = { [key: string]: unknown }
type Row = Extract<Effect, { type: 'lookup' }>['params']['rows'][number]
export const EFFECT_TYPES = Object.keys(EFFECTS) as EffectType[]
export const fieldsOf = (type: EffectType): { key: string; optional: boolean }[] => {
  const { properties, required = [] } = EFFECTS[type].params as { properties: object; required?: readonly string[] }
  return Object.keys(properties).map((key) => ({ key, optional: !required.includes(key) }))
}
export const reads = (type: EffectType): boolean => EFFECTS[type].reads.length > 0
/** Can an effect count with this quantity? Tables also take choices, yes/no and days. */
export const usable = (type: EffectType, { kind, group }: Quantity): boolean =>
  (group === 'facts' || group === 'derived') && (kind === 'number' || (type === 'lookup' && kind !== 'text'))

/** Rows for a fact that has none yet: one for each choice, or one band over everything. */
export const freshRows = ({ kind, options }: Quantity): Row[] =>
  kind === 'boolean' ? [{ equals: true, points: 1 }, { equals: false, points: 0 }] : kind === 'number' ? [{ below: 1, points: 0 }, { from: 1, points: 1 }] : options?.length ? options.map((o) => ({ equals: o.id, points: 0 })) : [{ equals: '', points: 0 }]
/** Rows stay with another fact where they name its kind of value. */
const rowsFor = (rows: readonly Row[] | undefined, quantity: Quantity): Row[] => {
  const stays = quantity.kind === 'number' ? rows?.every((r) => r.equals === undefined) : rows?.every((r) => r.equals !== undefined && (quantity.options ? quantity.options.some((o) => o.id === r.equals) : typeof r.equals === (quantity.kind === 'boolean' ? 'boolean' : 'string')))
  return rows?.length && stays ? [...rows] : freshRows(quantity)
}

/** An effect of another type, keeping every parameter the two share; `fact` is read where the old one read none. */
export function switched(event: Effect, type: EffectType, fact: Quantity | undefined, criterion: Pick<Criterion, 'points' | 'start'> | undefined): Effect {
  const old = event.params as Params
  const full = criterion?.points ?? 1
  const fresh: Params = {
    fact: fact?.name, target: fact?.percent ? 1 : (fact?.max ?? 1), direction: 'below', step: fact?.percent ? 0.01 : 1, count: 'begun',
    points: EFFECTS[type].mode === 'deduct' ? 1 : full, mode: criterion?.start === 'full' ? 'deduct' : 'set', from: 0, to: full, rows: fact ? rowsFor(old['rows'] as Row[] | undefined, fact) : [],
  }
  const params = Object.fromEntries(fieldsOf(type).flatMap(({ key, optional }) => (key === 'rows' ? [[key, fresh['rows']]] : old[key] !== undefined ? [[key, old[key]]] : optional ? [] : [[key, fresh[key]]])))
  return { type, params } as Effect
}
/** The effect reading another fact; a table's rows follow. */
export const withSource = (event: Effect, quantity: Quantity): Effect =>
  ({ ...event, params: { ...event.params, fact: quantity.name, ...(event.type === 'lookup' ? { rows: rowsFor(event.params.rows, quantity) } : {}) } }) as Effect
