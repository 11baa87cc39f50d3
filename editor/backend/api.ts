import { hc } from 'hono/client'
import type { Cohort, Conflict, Ruleset, Step } from '../../engine/index.ts'
import type { App } from '../../server/app.ts'

const client = hc<App>(location.origin)
/** A refusal of the server, with its code. */
export class Refused extends Error {
  constructor(readonly status: number, readonly code: string, readonly body: { conflicts?: Conflict[]; revision?: number }) {
    super(code)
  }
}
async function read<T>(reply: Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>): Promise<T> {
  const answer = await reply
  const body = (await answer.json()) as T & { code?: string }
  if (!answer.ok) throw new Refused(answer.status, body.code ?? 'unknown', body as Refused['body'])
  return body
}

export interface DraftInfo { id: string; scheme: string; year: number; title: string; basedOn: string; revision: number; updatedAt: string }
export interface OpenDraft { id: string; scheme: string; year: number; basedOn: string; revision: number; document: Ruleset }
export const listSchemes = () => read<{ scheme: string; title: string; years: number[] }[]>(client.api.schemes.$get())
export const listDrafts = () => read<DraftInfo[]>(client.api.drafts.$get())
export const createDraft = (scheme: string, year: number) =>
  read<{ id: string }>(fetch('/api/drafts', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ scheme, year }) }))
export const openDraft = (id: string) => read<OpenDraft>(client.api.drafts[':id'].$get({ param: { id } }))
export const readRuleset = (scheme: string, year: number) => read<Ruleset>(client.api.schemes[':scheme'][':year'].ruleset.$get({ param: { scheme, year: String(year) } }))
export const readCohort = (scheme: string, year: number) => read<Cohort>(client.api.schemes[':scheme'][':year'].cohort.$get({ param: { scheme, year: String(year) } }))
/** Sends steps made on a revision; Refused 409 `draft.conflict` when they no longer fit. */
export const postSteps = (id: string, revision: number, steps: readonly Step[]) =>
  read<{ revision: number; rebased: boolean }>(fetch(`/api/drafts/${id}/steps`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ revision, steps }) }))
