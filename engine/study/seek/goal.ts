/** Whose results an aim looks at: a category, a pool of the ranking, or (neither) everybody. */
export interface Whose { category?: string; pool?: string }
/** How many units, or which share (0.3 = 30 per cent) of those with a grade, have a grade (or a better one too). */
export interface GradeAim extends Whose { type: 'grade'; grade: string; orBetter?: boolean; in: 'units' | 'share'; least?: number; most?: number }
/** At most so many units have another grade than by the ruleset as it is, or in the period before. */
export interface ChangedAim extends Whose { type: 'changed'; most: number; against: Against }
/** At most so many pairs of one pool stand the other way round than by the ruleset as it is, or in the period before; 0 keeps the order. Equals are not the other way round. */
export interface OrderAim { type: 'order'; most: number; against: Against; pool?: string }
export type Against = 'base' | 'last-year'
export type Aim = GradeAim | ChangedAim | OrderAim
/** What is wanted of the results: all its aims at once. */
export type Goal = readonly Aim[]
