import { score, type Cohort, type Issue, type Ruleset, type Sheet } from '../../engine/index.ts'

export interface Row { unit: string; name: string; category: string; state: Sheet['state']; total: string | null; grade: string | null; rank: number | null }
export type Ask = { cohort: Cohort } | { seq: number; ruleset: Ruleset } | { seq: number; ruleset: Ruleset; explain: string }
export type Answer = { seq: number; rows: Row[]; issues: Issue[]; ms: number } | { seq: number; sheet: Sheet | null } | { seq: number; failed: string }

let cohort: Cohort | null = null

self.onmessage = ({ data }: MessageEvent<Ask>) => {
  if ('cohort' in data) {
    cohort = data.cohort
    return
  }
  if (!cohort) return
  try {
    self.postMessage(reply(data, cohort))
  } catch (error) {
    self.postMessage({ seq: data.seq, failed: error instanceof Error ? error.message : String(error) } satisfies Answer)
  }
}
function reply(data: Exclude<Ask, { cohort: Cohort }>, units: Cohort): Answer {
  const started = performance.now()
  const scored = score(data.ruleset, units, { trace: 'explain' in data })
  if ('explain' in data) return { seq: data.seq, sheet: scored.sheets.find((s) => s.unit === data.explain) ?? null }
  const rows = scored.sheets.map(({ unit, name, category, state, total, grade, rank }) => ({ unit, name, category, state, total, grade, rank }))
  return { seq: data.seq, rows, issues: scored.issues, ms: Math.round(performance.now() - started) }
}
