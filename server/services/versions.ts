import type { Cohort, Json } from '../../engine/index.ts'
import { Trouble } from '../errors.ts'
import type { Database } from '../store/database.ts'
import * as drafts from './drafts.ts'
import type { Library } from './library.ts'

/** A ruleset by its name: what it says, and the shipped version it is or came from (null: none). */
export interface NamedVersion { document: { [key: string]: Json }; shipped: { scheme: string; year: number } | null; draft: boolean }

const FILE = /^([a-z][A-Za-z0-9_-]{0,63})\/(\d{4})$/
const DRAFT = /^draft:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const shippedOf = (name: string): NamedVersion['shipped'] => {
  const [, scheme, year] = FILE.exec(name) ?? []
  return scheme && year ? { scheme, year: Number(year) } : null
}

/** The ruleset named `<scheme>/<year>`, or `draft:<id>` as it is now. Trouble: `version.unknown` for another name, `ruleset.unknown`, `draft.unknown`. */
export async function readVersion(db: Database, library: Library, name: string): Promise<NamedVersion> {
  const shipped = shippedOf(name)
  if (shipped) return { document: (await library.ruleset(shipped.scheme, shipped.year)) as unknown as NamedVersion['document'], shipped, draft: false }
  const [, id] = DRAFT.exec(name) ?? []
  if (!id) throw new Trouble(404, 'version.unknown', { name: name.slice(0, 120) })
  const { document, basedOn } = await drafts.read(db, id)
  return { document, shipped: shippedOf(basedOn), draft: true }
}

/** The data that lie beside a version, or beside the one its draft came from; null where there are none. */
export async function sampleOf(library: Library, { shipped }: NamedVersion): Promise<Cohort | null> {
  if (!shipped) return null
  return library.cohort(shipped.scheme, shipped.year).catch((error: unknown) => {
    if (error instanceof Trouble && error.status === 404) return null
    throw error
  })
}
