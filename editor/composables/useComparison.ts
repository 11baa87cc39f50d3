import { computed, type Ref } from 'vue'
import { rebase, type Ruleset } from '../../engine/index.ts'
import type { CohortChoice, StudyArgs } from '../workers/studies.ts'
import { useLang } from './useLang.ts'
import { useStudy } from './useStudy.ts'
import type { Opened } from './useVersions.ts'

/** What differs between two rulesets and what that does to a cohort, with single changes switched off (by their place among all changes). */
export function useComparison(a: Ref<Opened | null>, b: Ref<Opened | null>, cohort: Ref<CohortChoice | null>, off: Ref<ReadonlySet<number>>) {
  const lang = useLang()
  const words = useStudy('changes', (): StudyArgs<'changes'> | null => (a.value && b.value ? [a.value.ruleset, b.value.ruleset, lang.value] : null))
  const changes = computed(() => (words.stale.value ? [] : (words.result.value?.sections ?? []).flatMap((section) => section.changes)))
  /** The later ruleset without the changes that are switched off; `lost`: changes that do not stand without them. */
  const switched = computed((): { ruleset: Ruleset; lost: number } | null => {
    if (!a.value || !b.value) return null
    if (off.value.size === 0 || changes.value.length === 0) return { ruleset: b.value.ruleset, lost: 0 }
    const on = changes.value.flatMap((change, i) => (off.value.has(i) ? [] : change.steps))
    const { doc, conflicts } = rebase(a.value.ruleset, on, [])
    return { ruleset: doc, lost: conflicts.length }
  })
  const impact = useStudy('compare', (): StudyArgs<'compare'> | null => (a.value && switched.value && cohort.value ? [a.value.ruleset, switched.value.ruleset, cohort.value] : null))
  return { words, changes, switched, impact }
}
