import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Lang } from '../../engine/index.ts'

/** The language of the interface, as the engine's sentences ask for it. */
export function useLang(): ComputedRef<Lang> {
  const { locale } = useI18n()
  return computed(() => (locale.value === 'en' ? 'en' : 'zh'))
}
