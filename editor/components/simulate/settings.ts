import { nearText, readNear, readSpread, spreadText, type Near, type Spread } from '../../../engine/index.ts'

/** What a simulation is asked: how often, from which seed, how far things may differ, and when a grade counts as near a bound. */
export interface Settings { draws: number; seed: number; spread: Spread; near: Near }
export type Query = { [key in 'draws' | 'seed' | 'spread' | 'near']?: string | undefined }

export const DEFAULTS: Settings = { draws: 1000, seed: 1, spread: { points: { by: 'share', most: 0.1 } }, near: { points: 0.5, share: 0.05 } }
const MOST_DRAWS = 1_000_000
export const MOST_SEED = 2 ** 32 - 1

const wholeOf = (text: string, least: number, most: number): number | null => (/^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null)

/** The settings that a link holds; what it leaves out is as usual. `problem`: what of it cannot be read. */
export function readSettings(query: Query): { settings: Settings; problem: string | null } {
  const spread = query.spread === undefined ? { spread: DEFAULTS.spread, problem: null } : readSpread(query.spread)
  const draws = query.draws === undefined ? DEFAULTS.draws : wholeOf(query.draws, 1, MOST_DRAWS)
  const seed = query.seed === undefined ? DEFAULTS.seed : wholeOf(query.seed, 0, MOST_SEED)
  const near = query.near === undefined ? DEFAULTS.near : readNear(query.near)
  const problem = spread.problem ?? (draws === null ? `draws=${query.draws}` : seed === null ? `seed=${query.seed}` : near === null ? `near=${query.near}` : null)
  return { settings: { draws: draws ?? DEFAULTS.draws, seed: seed ?? DEFAULTS.seed, spread: spread.spread, near: near ?? DEFAULTS.near }, problem }
}
/** Settings as parts of a link; what is as usual is left out. */
export function queryOf({ draws, seed, spread, near }: Settings): Query {
  const other = (text: string, usual: string): string | undefined => (text === usual ? undefined : text)
  return {
    draws: other(String(draws), String(DEFAULTS.draws)), seed: other(String(seed), String(DEFAULTS.seed)), spread: other(spreadText(spread), spreadText(DEFAULTS.spread)), near: other(nearText(near), nearText(DEFAULTS.near)),
  }
}
