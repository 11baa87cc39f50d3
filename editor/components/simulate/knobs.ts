import type { DrawShape, Spread } from '../../../engine/index.ts'

/** A spread as it is set by hand: one number a kind (shares in per cent), 0 where it does not differ, one shape for all. */
export interface Knobs { by: 'none' | 'share' | 'points'; most: number; keep: 'component' | 'total' | 'none'; grades: number; lookups: number; adjustments: number; assessors: number; surveys: boolean; shape: DrawShape }

export const per100 = (share: number): number => Math.round(share * 1_000_000) / 10_000

export function knobsOf({ points, grades, lookups, adjustments, assessors, surveys }: Spread): Knobs {
  const shape = [points, adjustments, grades, lookups, assessors].find((part) => part?.shape !== undefined)?.shape ?? 'even'
  return {
    by: points?.by ?? 'none', most: points ? (points.by === 'share' ? per100(points.most) : points.most) : 0, keep: points?.keep ?? 'component', shape, surveys: surveys ?? false,
    grades: grades?.most ?? 0, lookups: per100(lookups?.most ?? 0), adjustments: per100(adjustments?.most ?? 0), assessors: per100(assessors?.most ?? 0),
  }
}
export function spreadOf({ by, most, keep, grades, lookups, adjustments, assessors, surveys, shape }: Knobs): Spread {
  const shaped = shape === 'even' ? {} : { shape }
  return {
    ...(by === 'none' ? {} : { points: { by, most: by === 'share' ? most / 100 : most, ...(keep === 'component' ? {} : { keep }), ...shaped } }),
    ...(adjustments ? { adjustments: { most: adjustments / 100, ...shaped } } : {}), ...(grades ? { grades: { most: grades, ...shaped } } : {}), ...(lookups ? { lookups: { most: lookups / 100, ...shaped } } : {}),
    ...(surveys ? { surveys } : {}), ...(assessors ? { assessors: { most: assessors / 100, ...shaped } } : {}),
  }
}
