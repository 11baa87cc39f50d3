interface Range { low: number; high: number; step: number; weight?: number }
/** The start of a grade's band; a band below that ends where it starts moves along. */
export interface BandLever extends Range { type: 'band'; grading: string; grade: string }
/** The share or number of places of a grade's quota. */
export interface QuotaLever extends Range { type: 'share' | 'places'; grading: string; grade: string }
/** The full points of a criterion; its rules stay as they are, declared sums follow. */
export interface PointsLever extends Range { type: 'points'; criterion: string }
/** One number that may move: from `low` to `high`, in steps counted from its present value. A change costs its size times `weight` (else 1, a share 100: percentage points). */
export type Lever = BandLever | QuotaLever | PointsLever

/** How far levers of one kind may move from where they stand, and by which steps. */
export interface Reach { spread: number; step: number; weight?: number }
export interface LeverKinds { bands?: Reach; shares?: Reach; places?: Reach; points?: Reach & { criteria?: readonly string[] } }
