import { UNIT } from './core.ts'

/** What a number of ten-thousandths becomes when its criterion's points go from one number to another: in proportion, to a whole. */
export const portion = (value: number, weight: number, from: number): number => (weight === from || from === 0 ? value : Math.round((value * weight) / from))
/** The same for points as documents write them. */
export const portionOf = (points: number, weight: number, from: number): number => (weight === from || from === 0 ? points : Math.round((points * UNIT * weight) / from) / UNIT)
