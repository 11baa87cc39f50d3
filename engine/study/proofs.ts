import type { Examined, Problem } from './examine.ts'

/** What a sound scheme proves, each with the codes that break it. */
const PROOFS = [
  { id: 'points', breaks: /^totals\./ },
  { id: 'bands', breaks: /^(bands|grading)\./ },
  { id: 'grades', breaks: /^(grade|quota)\.|^requirement\.dead$/ },
  { id: 'tables', breaks: /^lookup\./ },
  { id: 'rules', breaks: /\.dead$|^(rule\.(shadowed|exceeds)|rules\.|fact\.twice|event\.twice|achievement\.)/ },
  { id: 'caps', breaks: /^(cap\.(always|saturated|never)|totals\.cap)$/ },
] as const
export type ProofId = (typeof PROOFS)[number]['id'] | 'evaluators'
/** `open`: it could not be proved, because what it needs is not there yet. */
export interface Proof { id: ProofId; state: 'proved' | 'failed' | 'open'; problems: Problem[] }

/** What is proved of a ruleset, and what breaks each proof. `differing`: where the two evaluators differ on the sample, null as long as they were not compared. */
export function prove({ problems, analysed }: Examined, differing: readonly Problem[] | null): Proof[] {
  const proofs = PROOFS.map(({ id, breaks }): Proof => {
    const breaking = problems.filter((p) => breaks.test(p.code) && !(id === 'points' && p.code === 'totals.cap'))
    return { id, problems: breaking, state: breaking.length ? 'failed' : analysed ? 'proved' : 'open' }
  })
  return [...proofs, { id: 'evaluators', problems: [...(differing ?? [])], state: differing === null ? 'open' : differing.length ? 'failed' : 'proved' }]
}
