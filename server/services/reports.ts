import type { Cohort, Lang } from '../../engine/index.ts'
import { makeApart, Stopped } from '../documents/apart.ts'
import type { Asked, Kind } from '../documents/make.ts'
import { Trouble } from '../errors.ts'
import type { Database } from '../store/database.ts'
import * as cohorts from './cohorts.ts'
import type { Library } from './library.ts'
import * as reasons from './reasons.ts'
import { readVersion, sampleOf } from './versions.ts'

/** Two versions by their names, and the language of the document. */
export interface Pair { a: string; b: string; lang: Lang }
export interface File { name: string; bytes: Uint8Array }
const DRAFT = 'draft:'

async function file(asked: Asked, kind: Kind, signal: AbortSignal): Promise<File> {
  const made = await makeApart(asked, kind, signal).catch((error: unknown) => {
    throw error instanceof Stopped ? new Trouble(422, 'report.stopped') : error
  })
  if ('refused' in made) throw new Trouble(422, made.refused, { issues: made.issues })
  return made
}

/** The revision table of two versions with the reasons kept for them. Trouble: `version.unknown`, `ruleset.unknown`, `draft.unknown`, `version.unfit`, `report.stopped`. */
export async function revision(db: Database, library: Library, { a, b, lang }: Pair, kind: Kind, signal: AbortSignal): Promise<File> {
  const [from, to] = [await readVersion(db, library, a), await readVersion(db, library, b)]
  const kept = await reasons.list(db, library, { a, b })
  return file({ report: 'revision', a: from, b: to, lang, reasons: new Map(kept.map(({ path, text }) => [path, text])) }, kind, signal)
}

/** The data by the name they have in links: `a` or `b` for those of a version, a number for so many made-up units. Trouble: `cohort.unknown`. */
async function cohortOf(db: Database, library: Library, pair: Pair, name: string): Promise<Cohort | number> {
  if (/^[1-9]\d*$/.test(name)) return Number(name)
  const ref = name === 'a' ? pair.a : pair.b
  const cohort = ref.startsWith(DRAFT) ? (await cohorts.read(db, library, ref.slice(DRAFT.length))).cohort : await sampleOf(library, await readVersion(db, library, ref))
  if (!cohort) throw new Trouble(404, 'cohort.unknown', { name })
  return cohort
}

/** The impact report of two versions over a cohort. Trouble: as `revision`, `cohort.unknown`, `cohort.unfit`. */
export async function impact(db: Database, library: Library, pair: Pair & { cohort: string }, kind: Kind, signal: AbortSignal): Promise<File> {
  const [a, b] = [await readVersion(db, library, pair.a), await readVersion(db, library, pair.b)]
  const calendar = await library.calendarOf(String(b.document['scheme']))
  const now = new Date()
  return file({
    report: 'impact', a, b, lang: pair.lang, cohort: await cohortOf(db, library, pair, pair.cohort), made: { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }, ...(calendar ? { calendar } : {}),
  }, kind, signal)
}
