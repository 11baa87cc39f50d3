import { readSpread, type Spread } from '../../engine/index.ts'
import { Misuse } from './reply.ts'

/** What `--spread points=20%,grades=1,surveys` says; throws Misuse. */
export function spreadOf(text: string): Spread {
  const { spread, problem } = readSpread(text)
  if (problem !== null) throw new Misuse('use.spread', { part: problem })
  return spread
}
