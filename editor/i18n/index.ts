import { createI18n } from 'vue-i18n'
import { en } from './en.ts'
import { zh } from './zh.ts'

const kept = localStorage.getItem('fadu.locale')
export const i18n = createI18n({ legacy: false, locale: kept === 'en' ? 'en' : 'zh', fallbackLocale: 'zh', messages: { zh, en } })

const { global } = i18n
const translate = global.t as (...args: unknown[]) => string
const plain = { zh: new Map<unknown, string>(), en: new Map<unknown, string>() }
/** Words that take no values are looked up once a language: a page asks for hundreds of them at every keystroke. */
function word(...args: unknown[]): string {
  if (args.length !== 1) return translate(...args)
  const words = plain[global.locale.value]
  const known = words.get(args[0])
  if (known !== undefined) return known
  const found = translate(...args)
  words.set(args[0], found)
  return found
}
global.t = word as typeof global.t
