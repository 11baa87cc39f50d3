import type { Cohort, Issue } from '../../../engine/index.ts'
import { decode } from '../clause/decode.ts'

/** What a file of data comes to: a cohort (null where it is none) with what is wrong in it, or why it cannot be read at all. */
export type IncomingCohort = { name: string } & ({ cohort: Cohort | null; issues: readonly Issue[] } | { code: 'too-large' | 'encoding'; values: { [name: string]: number } })
const MEGABYTE = 1_000_000
const LARGEST = 8 * MEGABYTE

/** Reads a file as the data of units; nothing of it is kept. */
export async function readCohortFile(file: File, read: (text: string) => Promise<{ cohort: Cohort | null; issues: Issue[] }>): Promise<IncomingCohort> {
  const name = file.name.replace(/\p{Cc}/gu, ' ').slice(0, 200) || 'data'
  if (file.size > LARGEST) return { name, code: 'too-large', values: { size: Math.ceil(file.size / MEGABYTE), limit: LARGEST / MEGABYTE } }
  const text = decode(new Uint8Array(await file.arrayBuffer()))
  return text === null ? { name, code: 'encoding', values: {} } : { name, ...(await read(text)) }
}
