import { useLang } from './useLang.ts'

/** Says a moment (ISO 8601) in the interface's language: day and minute. */
export function useMoment(): (iso: string) => string {
  const lang = useLang()
  return (iso) => new Intl.DateTimeFormat(lang.value === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
}
