import { createI18n } from 'vue-i18n'
import { en } from './en.ts'
import { zh } from './zh.ts'

const kept = localStorage.getItem('fadu.locale')
export const i18n = createI18n({ legacy: false, locale: kept === 'en' ? 'en' : 'zh', fallbackLocale: 'zh', messages: { zh, en } })
