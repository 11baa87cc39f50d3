import { Hono, type Context as Call } from 'hono'
import type { Context } from '../context.ts'
import type { Kind } from '../documents/make.ts'
import { Trouble } from '../errors.ts'
import * as reports from '../services/reports.ts'

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
/** More made-up units than a document is made for. */
const MOST_UNITS = 50_000

function pairOf(c: Call): reports.Pair {
  const lang = c.req.query('lang') ?? 'zh'
  if (lang !== 'zh' && lang !== 'en') throw new Trouble(422, 'query.misfit', { name: 'lang' })
  return { a: c.req.query('a') ?? '', b: c.req.query('b') ?? '', lang }
}
function cohortOf(c: Call): string {
  const cohort = c.req.query('cohort') ?? 'b'
  if (!/^(a|b|[1-9]\d{0,5})$/.test(cohort) || Number(cohort) > MOST_UNITS) throw new Trouble(422, 'query.misfit', { name: 'cohort', limit: MOST_UNITS })
  return cohort
}
/** RFC 6266: a plain name for old readers, the whole name for all others. */
const answer = ({ name, bytes }: reports.File, kind: Kind): Response => new Response(new Uint8Array(bytes), {
  headers: { 'content-type': TYPES[kind], 'content-disposition': `attachment; filename="report.${kind}"; filename*=UTF-8''${encodeURIComponent(name)}`, 'x-content-type-options': 'nosniff' },
})

/** Documents made of two versions: `?a=&b=&lang=`, for the impact report also `&cohort=`. */
export function reportRoutes({ db, library }: Context) {
  const revision = (kind: Kind) => async (c: Call) => answer(await reports.revision(db, library, pairOf(c), kind, c.req.raw.signal), kind)
  const impact = (kind: Kind) => async (c: Call) => answer(await reports.impact(db, library, { ...pairOf(c), cohort: cohortOf(c) }, kind, c.req.raw.signal), kind)
  return new Hono()
    .get('/revision.docx', revision('docx')).get('/revision.xlsx', revision('xlsx'))
    .get('/impact.docx', impact('docx')).get('/impact.xlsx', impact('xlsx'))
}
