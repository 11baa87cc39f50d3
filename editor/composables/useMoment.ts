import { useI18n } from 'vue-i18n'

/** Says a moment (ISO 8601) in the interface's language: day and minute. */
export function useMoment(): (iso: string) => string {
  const { locale } = useI18n()
  return (iso) => new Intl.DateTimeFormat(locale.value === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
}
