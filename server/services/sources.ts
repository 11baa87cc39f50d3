import { createHash } from 'node:crypto'
import { recognise, type Clause, type SourceCheck } from '../../engine/index.ts'
import { Trouble } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { addAudit } from '../store/drafts.ts'
import { addCheck, addSource, lastSource, listChecks, listSources } from '../store/sources.ts'

/** A version of a scheme's source document: when it was loaded, and its clauses. */
export interface Source { sha256: string; name: string; at: string; clauses: Clause[] }

/** The document of a scheme: every version in the order they were loaded, and what was checked against them; empty when none was loaded. */
export async function read(db: Database, scheme: string): Promise<{ versions: Source[]; checks: SourceCheck[] }> {
  return db.transaction().execute(async (tx) => ({
    versions: (await listSources(tx, scheme)).map((row) => ({ ...row, at: row.at.toISOString() })),
    checks: await listChecks(tx, scheme),
  }))
}

/** Keeps a document as the scheme's last version, with an audit row; the same text again changes nothing. Trouble: `source.empty`, `source.characters`. */
export async function put(db: Database, scheme: string, { name, text }: { name: string; text: string }, actor: string): Promise<{ sha256: string; added: boolean }> {
  if (text.includes('\0')) throw new Trouble(422, 'source.characters')
  const clauses = recognise(text)
  if (clauses.length === 0) throw new Trouble(422, 'source.empty')
  const sha256 = createHash('sha256').update(text).digest('hex')
  return db.transaction().execute(async (tx) => {
    if ((await lastSource(tx, scheme))?.sha256 === sha256) return { sha256, added: false }
    await addSource(tx, { scheme, sha256, name, text, clauses })
    await addAudit(tx, { actor, action: 'source.put', subject: scheme, detail: { sha256, name, clauses: clauses.length } })
    return { sha256, added: true }
  })
}

/** Notes that an object was found right beside a clause of the last version, with an audit row. Trouble: `source.unknown`, `source.stale`. */
export async function check(db: Database, scheme: string, checked: SourceCheck, actor: string): Promise<SourceCheck> {
  return db.transaction().execute(async (tx) => {
    const last = await lastSource(tx, scheme)
    if (!last) throw new Trouble(404, 'source.unknown', { scheme })
    if (last.sha256 !== checked.sha256) throw new Trouble(409, 'source.stale', { sha256: last.sha256 })
    await addCheck(tx, { ...checked, scheme, by: actor })
    await addAudit(tx, { actor, action: 'source.check', subject: scheme, detail: { ...checked } })
    return checked
  })
}
