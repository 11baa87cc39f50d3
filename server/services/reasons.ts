import { Trouble } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { addAudit } from '../store/drafts.ts'
import { countReasons, listReasons, putReason, readReason, removeReason, type Pair } from '../store/reasons.ts'
import type { Library } from './library.ts'
import { readVersion } from './versions.ts'

/** Why a thing differs between two versions, who said so and when; an empty text is none. */
export interface Reason { path: string; text: string; by: string; at: string }
/** More reasons than a pair of versions can have rows. */
const MOST = 5000

async function insistPair(db: Database, library: Library, { a, b }: Pair): Promise<void> {
  for (const name of [a, b]) await readVersion(db, library, name)
}

/** All reasons of a pair of versions, by path. Trouble: `version.unknown`, `ruleset.unknown`, `draft.unknown`. */
export async function list(db: Database, library: Library, pair: Pair): Promise<Reason[]> {
  await insistPair(db, library, pair)
  return (await listReasons(db, pair)).map((row) => ({ ...row, at: row.at.toISOString() }))
}

/**
 * Keeps a reason in place of the text it was, with an audit row; an empty text takes it away. Trouble: as `list`;
 * `reason.conflict` with what is kept when that is another text; `reason.too-many`.
 */
export async function put(db: Database, library: Library, pair: Pair, made: { path: string; was: string; text: string }, actor: string): Promise<Reason> {
  await insistPair(db, library, pair)
  const { path, was, text } = made
  return db.transaction().execute(async (tx) => {
    const kept = await readReason(tx, pair, path)
    if (text !== '' && !kept && (await countReasons(tx, pair)) >= MOST) throw new Trouble(422, 'reason.too-many', { limit: MOST })
    const row = text === '' ? null : await putReason(tx, pair, { path, text, by: actor }, [was, text])
    if (text === '' && kept) await removeReason(tx, pair, path, was)
    const now = text === '' ? await readReason(tx, pair, path) : (row ?? (await readReason(tx, pair, path)))
    if (now && now.text !== text) throw new Trouble(409, 'reason.conflict', { reason: { ...now, at: now.at.toISOString() } })
    if ((kept?.text ?? '') !== text) await addAudit(tx, { actor, action: 'reason.put', subject: pair.b, detail: { from: pair.a, path, text } })
    return { path, text, by: actor, at: (now?.at ?? new Date()).toISOString() }
  })
}
