import { onMounted, ref, shallowRef, watch, type Ref } from 'vue'
import type { Cohort, Ruleset } from '../../engine/index.ts'
import { listDrafts, listSchemes, openDraft, readCohort, readDraftCohort, readRuleset, Refused } from '../backend/api.ts'

/** A ruleset that a study can be about, named in links: `<scheme>/<year>`, or `draft:<id>`. */
export interface VersionChoice { ref: string; scheme: string; year: number; title: string; draft: boolean; updatedAt: string; /** The version a draft came from; '' for none. */ basedOn: string }
export interface Opened { ref: string; ruleset: Ruleset; /** The data that lie beside it; of a draft its own, or those beside the version it came from. */ sample: Cohort | null }

const DRAFT = 'draft:'
const draftRef = (id: string): string => `${DRAFT}${id}`
export const draftOf = (name: string): string => (name.startsWith(DRAFT) ? name.slice(DRAFT.length) : '')
/** The data that lie beside a version; null where there are none. */
const sampleOf = (scheme: string, year: number): Promise<Cohort | null> =>
  readCohort(scheme, year).catch((error: unknown) => {
    if (error instanceof Refused && error.status === 404) return null
    throw error
  })
async function readVersion(name: string): Promise<Opened> {
  const id = draftOf(name)
  if (id !== '') return { ref: name, ruleset: (await openDraft(id)).document, sample: (await readDraftCohort(id)).cohort }
  const [scheme = '', year = ''] = name.split('/')
  return { ref: name, ruleset: await readRuleset(scheme, Number(year)), sample: await sampleOf(scheme, Number(year)) }
}

/** All versions that lie as files and all drafts, the newest first. */
export function useVersions() {
  const versions = shallowRef<VersionChoice[]>([])
  const failed = ref('')
  async function load(): Promise<void> {
    failed.value = ''
    try {
      const [schemes, drafts] = await Promise.all([listSchemes(), listDrafts()])
      versions.value = [
        ...schemes.flatMap(({ scheme, title, versions: years }) => years.map(({ year }) => ({ ref: `${scheme}/${year}`, scheme, year, title, draft: false, updatedAt: '', basedOn: '' }))),
        ...drafts.map(({ id, scheme, year, title, updatedAt, basedOn }) => ({ ref: draftRef(id), scheme, year, title, draft: true, updatedAt, basedOn })),
      ]
    } catch (error) {
      failed.value = error instanceof Error ? error.message : String(error)
    }
  }
  onMounted(load)
  return { versions, failed, load }
}

/** The ruleset a link names, read whenever the name changes; null while there is none. */
export function useVersion(name: Ref<string>) {
  const opened = shallowRef<Opened | null>(null)
  /** A code of the server, or the text of a failure. */
  const trouble = ref('')
  async function read(): Promise<void> {
    const asked = name.value
    trouble.value = ''
    if (asked === '') return void (opened.value = null)
    try {
      const found = await readVersion(asked)
      if (name.value === asked) opened.value = found
    } catch (error) {
      if (name.value === asked) trouble.value = error instanceof Error ? error.message : String(error)
    }
  }
  watch(name, read, { immediate: true })
  return { opened, trouble, read }
}
