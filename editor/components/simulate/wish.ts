import type { Aim, Goal, LeverKinds, Reach, Ruleset } from '../../../engine/index.ts'

/** A goal with what may be changed to reach it, and how long to look. */
export interface Wish { goal: Goal; levers: LeverKinds; /** The points of each component stay. */ keep: boolean; seconds: number }
export const SECONDS = [10, 60, 300]

type Fields = { readonly [name: string]: unknown }
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isAmount = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value >= 0
const isWord = (value: unknown): boolean => typeof value === 'string'
const may = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value)
const isAgainst = (value: unknown): boolean => value === 'base' || value === 'last-year'
function isAim(value: unknown): value is Aim {
  if (!isObject(value) || !may(value['category'], isWord) || !may(value['pool'], isWord)) return false
  if (value['type'] === 'grade') return isWord(value['grade']) && (value['in'] === 'units' || value['in'] === 'share') && may(value['least'], isAmount) && may(value['most'], isAmount) && may(value['orBetter'], (v) => typeof v === 'boolean')
  return (value['type'] === 'changed' || value['type'] === 'order') && isAmount(value['most']) && isAgainst(value['against'])
}
const isReach = (value: unknown): value is Reach => isObject(value) && isAmount(value['spread']) && isAmount(value['step']) && value['step'] !== 0 && may(value['criteria'], (v) => Array.isArray(v) && v.every(isWord))
const isLevers = (value: unknown): value is LeverKinds => isObject(value) && ['bands', 'shares', 'places', 'points'].every((kind) => may(value[kind], isReach))

/** A wish as a link holds it; null for a text that is none. */
export function readWish(text: string): Wish | null {
  try {
    const value: unknown = JSON.parse(text)
    if (!isObject(value) || !Array.isArray(value['goal']) || !value['goal'].every(isAim) || !isLevers(value['levers']) || typeof value['keep'] !== 'boolean') return null
    return { goal: value['goal'], levers: value['levers'], keep: value['keep'], seconds: SECONDS.find((n) => n === value['seconds']) ?? 60 }
  } catch {
    return null
  }
}
export const wishText = (wish: Wish): string => JSON.stringify(wish)
/** To begin with: at most three tenths have the best grade, by other bounds of grades. */
export const firstWish = ({ grades }: Ruleset): Wish => ({ goal: [{ type: 'grade', grade: grades[0]?.id ?? '', in: 'share', most: 0.3 }], levers: { bands: { spread: 5, step: 0.1 } }, keep: true, seconds: 60 })

/** Whose results an aim looks at, as one choice: '' everybody, else a category or a pool. */
export const whoseOf = (aim: Aim): string => ('category' in aim && aim.category !== undefined ? `category:${aim.category}` : aim.pool !== undefined ? `pool:${aim.pool}` : '')
export function withWhose(aim: Aim, whose: string): Aim {
  const [kind, ...rest] = whose.split(':')
  const id = rest.join(':')
  const among = kind === 'pool' ? { pool: id } : kind === 'category' && aim.type !== 'order' ? { category: id } : {}
  return { ...(Object.fromEntries(Object.entries(aim).filter(([name]) => name !== 'pool' && name !== 'category')) as Omit<Aim, 'pool' | 'category'>), ...among } as Aim
}
