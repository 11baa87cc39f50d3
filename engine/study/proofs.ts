/** What a sound scheme proves, each with the codes of issues and findings that break it. */
export const PROOFS = [
  { id: 'points', breaks: /^(totals\.|effect\.(range|above-points)|applicable\.)/ },
  { id: 'bands', breaks: /^(bands\.|grading\.|lookup\.)/ },
  { id: 'grades', breaks: /^(grade\.|requirement\.|quota\.)/ },
  { id: 'rules', breaks: /^(rule|verdict|outcome|pool|class|applies|condition|fact)\.(dead|always|part-|shadowed|double)/ },
  { id: 'caps', breaks: /^cap\./ },
  { id: 'evaluators', breaks: /^evaluators\./ },
] as const
export type ProofId = (typeof PROOFS)[number]['id']
