import { hc } from 'hono/client'
import type { Calendar, CaseFile, Clause, Cohort, Conflict, Lang, Ruleset, SourceCheck, Step } from '../../engine/index.ts'
import type { App } from '../../server/app.ts'

const client = hc<App>(location.origin)
/** A refusal of the server, with its code. */
export class Refused extends Error {
  constructor(readonly status: number, readonly code: string, readonly body: { conflicts?: Conflict[]; revision?: number; reason?: Reason }) {
    super(code)
  }
}
async function read<T>(reply: Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>): Promise<T> {
  const answer = await reply
  const body = (await answer.json()) as T & { code?: string }
  if (!answer.ok) throw new Refused(answer.status, body.code ?? 'unknown', body as Refused['body'])
  return body
}
/** A write as JSON. */
const send = <T>(method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body: unknown) =>
  read<T>(fetch(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }))

export interface DraftInfo { id: string; scheme: string; year: number; title: string; basedOn: string; revision: number; updatedAt: string }
export interface OpenDraft { id: string; scheme: string; year: number; basedOn: string; revision: number; document: Ruleset }
/** A version that lies as files: its hash, and how many values it only assumes. */
export interface VersionInfo { year: number; version: number; hash: string; assumed: number; synthetic: boolean | null }
export interface SchemeInfo { scheme: string; title: string; versions: VersionInfo[] }
export const listSchemes = () => read<SchemeInfo[]>(client.api.schemes.$get())
export const listDrafts = () => read<DraftInfo[]>(client.api.drafts.$get())
export type DraftStart = { scheme: string; year: number; newYear?: number } | { blank: true; scheme: string; year: number; title: string; lang: Lang }
/** Starts a draft from a version, for another year, or from nothing. Refused: `scheme.taken`. */
export const createDraft = (from: DraftStart) => send<{ id: string }>('POST', '/api/drafts', from)
export const openDraft = (id: string) => read<OpenDraft>(client.api.drafts[':id'].$get({ param: { id } }))
export const readRuleset = (scheme: string, year: number) => read<Ruleset>(client.api.schemes[':scheme'][':year'].ruleset.$get({ param: { scheme, year: String(year) } }))
export const readCohort = (scheme: string, year: number) => read<Cohort>(client.api.schemes[':scheme'][':year'].cohort.$get({ param: { scheme, year: String(year) } }))
/** The working-day table a scheme counts by; null where it names none. */
export const readCalendar = (scheme: string) => read<Calendar | null>(fetch(`/api/schemes/${scheme}/calendar`))
/** A step of a draft with who made it, when, and why if that was said. */
export interface Made { revision: number; step: Step; by: string; at: string; why: string | null }
export const readSteps = async (id: string, since: number): Promise<Made[]> =>
  (await read<{ steps: Made[] }>(fetch(`/api/drafts/${id}/steps?since=${since}`))).steps
/** Says why a step was made. */
export const explainStep = (id: string, revision: number, why: string) => send<{ why: string }>('PATCH', `/api/drafts/${id}/steps/${revision}`, { why })
export interface Comment { id: string; path: string; thread: string | null; by: string; text: string; at: string; resolved: { by: string; at: string } | null }
export const listComments = (id: string) => read<Comment[]>(client.api.drafts[':id'].comments.$get({ param: { id } }))
export const addComment = (id: string, made: { path: string; text: string; thread?: string }) => send<Comment>('POST', `/api/drafts/${id}/comments`, made)
export const resolveComment = (id: string, comment: string, resolved: boolean) => send<Comment>('PATCH', `/api/drafts/${id}/comments/${comment}`, { resolved })
/** Sends steps made on a revision; Refused 409 `draft.conflict` when they no longer fit. */
export const postSteps = (id: string, revision: number, steps: readonly Step[]) =>
  send<{ revision: number; rebased: boolean }>('POST', `/api/drafts/${id}/steps`, { revision, steps })
/** A scheme's source document in every version, the last one last, and what was checked against it. */
export interface SourceDocument { versions: { sha256: string; name: string; at: string; clauses: Clause[] }[]; checks: SourceCheck[] }
export const readSource = (scheme: string) => read<SourceDocument>(client.api.sources[':scheme'].$get({ param: { scheme } }))
export const putSource = (scheme: string, document: { name: string; text: string }) => send<{ sha256: string; added: boolean }>('PUT', `/api/sources/${scheme}`, document)
export const checkSource = (scheme: string, checked: SourceCheck) => send<SourceCheck>('POST', `/api/sources/${scheme}/checks`, checked)
/** The data a draft is tried on: its own, with the name of their file and when they came, else those beside its version; null where there are none. */
export interface DraftCohort { own: { name: string; at: string } | null; cohort: Cohort | null }
export const readDraftCohort = (id: string) => read<DraftCohort>(fetch(`/api/drafts/${id}/cohort`))
export const putDraftCohort = (id: string, made: { name: string; cohort: Cohort }) => send<NonNullable<DraftCohort['own']>>('PUT', `/api/drafts/${id}/cohort`, made)
/** Forgets the draft's own data; answers with those it is tried on then. */
export const dropDraftCohort = (id: string) => send<DraftCohort>('DELETE', `/api/drafts/${id}/cohort`, {})
export const readCases = (id: string) => read<{ revision: number; cases: CaseFile }>(fetch(`/api/drafts/${id}/cases`))
/** Keeps the worked cases of a draft; Refused 409 `cases.conflict` with what is kept when they were made on another revision. */
export const putCases = (id: string, made: { revision: number; cases: CaseFile }) => send<{ revision: number }>('PUT', `/api/drafts/${id}/cases`, made)
/** Why a thing differs between two versions (named as in links), who said so and when; an empty text is none. */
export interface Reason { path: string; text: string; by: string; at: string }
export const listReasons = (a: string, b: string) => read<Reason[]>(fetch(`/api/reasons?${new URLSearchParams({ a, b })}`))
/** Keeps a reason in place of the text it was; Refused 409 `reason.conflict` with the one that is kept when that is another. */
export const putReason = (a: string, b: string, made: { path: string; was: string; text: string }) => send<Reason>('PUT', '/api/reasons', { a, b, ...made })
/** A file that the server makes, with its name. */
export async function readFile(place: string, signal: AbortSignal): Promise<{ blob: Blob; name: string }> {
  const reply = await fetch(place, { signal })
  if (!reply.ok) await read(Promise.resolve(reply))
  return { blob: await reply.blob(), name: decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(reply.headers.get('content-disposition') ?? '')?.[1] ?? '') }
}
