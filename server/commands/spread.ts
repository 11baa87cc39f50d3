import type { Spread } from '../../engine/index.ts'
import { Misuse } from './reply.ts'

type Shape = 'even' | 'middle'
/** A number: `20%` is a share, `0.5` a number. */
function numberOf(part: string, text: string | undefined): { value: number; share: boolean } {
  const found = /^(\d+(?:\.\d+)?)(%?)$/.exec(text ?? '')
  if (!found) throw new Misuse('use.spread', { part })
  return { value: Number(found[1]) / (found[2] ? 100 : 1), share: found[2] === '%' }
}
/** What `--spread points=20%,grades=1,surveys` says; throws Misuse. `keep=` and `shape=` hold for all of it. */
export function spreadOf(text: string): Spread {
  const parts = text.split(',').filter((part) => part !== '')
  const known = new Map(parts.map((part) => [part.split('=')[0] ?? '', part.split('=')[1]] as const))
  const shape = known.get('shape')
  const keep = known.get('keep')
  if (shape !== undefined && shape !== 'even' && shape !== 'middle') throw new Misuse('use.spread', { part: `shape=${shape}` })
  if (keep !== undefined && keep !== 'component' && keep !== 'total' && keep !== 'none') throw new Misuse('use.spread', { part: `keep=${keep}` })
  const shaped: { shape?: Shape } = shape ? { shape } : {}
  const spread: Spread = {}
  for (const part of parts) {
    const [name, value] = part.split('=')
    if (name === 'shape' || name === 'keep') continue
    if (name === 'surveys' && value === undefined) {
      spread.surveys = true
      continue
    }
    const { value: most, share } = numberOf(part, value)
    if (name === 'points') spread.points = { by: share ? 'share' : 'points', most, ...(keep ? { keep } : {}), ...shaped }
    else if (name === 'grades' && !share) spread.grades = { most, ...shaped }
    else if ((name === 'adjustments' || name === 'assessors') && share && most <= 1) spread[name] = { most, ...shaped }
    else if (name === 'lookups' && share && most <= 0.5) spread.lookups = { most, ...shaped }
    else throw new Misuse('use.spread', { part })
    if (most > 10_000 || (name === 'points' && share && most > 1)) throw new Misuse('use.spread', { part })
  }
  return spread
}
