import { defineStore } from 'pinia'
import { ref, shallowRef, watchEffect } from 'vue'
import { i18n } from '../i18n/index.ts'

/** What the top bar says about the page: the scheme, its version and state, and the draft that Edit and Check lead to. */
export interface Subject { title: string; year: number; state: 'draft'; data: string }
/** Something the palette can go to or do. */
export interface Target { id: string; kind: 'page' | 'action' | 'thing' | 'unit'; label: string; hint?: string; run(): void }

/** Looks that a person chose, kept in the browser, and what the frame shows of the page. */
export const useFrame = defineStore('frame', () => {
  const theme = ref<'light' | 'dark'>(localStorage.getItem('fadu.theme') === 'dark' ? 'dark' : 'light')
  const size = ref<'normal' | 'large'>(localStorage.getItem('fadu.size') === 'large' ? 'large' : 'normal')
  const draft = ref(localStorage.getItem('fadu.draft') ?? '')
  const subject = shallowRef<Subject | null>(null)
  const sources = shallowRef<readonly (() => Target[])[]>([])
  const open = ref<'' | 'palette' | 'shortcuts'>('')

  watchEffect(() => {
    const root = document.documentElement
    const locale = i18n.global.locale.value
    root.classList.toggle('dark', theme.value === 'dark')
    root.classList.toggle('large', size.value === 'large')
    root.lang = locale === 'en' ? 'en' : 'zh-CN'
    localStorage.setItem('fadu.theme', theme.value)
    localStorage.setItem('fadu.size', size.value)
    localStorage.setItem('fadu.locale', locale)
    localStorage.setItem('fadu.draft', draft.value)
  })
  watchEffect(() => { document.title = subject.value ? `${subject.value.title} ${subject.value.year} · Fadu 法度` : 'Fadu 法度' })
  /** Adds targets to the palette; the answer takes them away again. */
  function offer(source: () => Target[]): () => void {
    sources.value = [...sources.value, source]
    return () => {
      sources.value = sources.value.filter((other) => other !== source)
    }
  }
  const speak = (): void => {
    i18n.global.locale.value = i18n.global.locale.value === 'en' ? 'zh' : 'en'
  }
  return {
    theme, size, draft, subject, sources, open, offer, speak,
    turn: () => { theme.value = theme.value === 'dark' ? 'light' : 'dark' },
    enlarge: () => { size.value = size.value === 'large' ? 'normal' : 'large' },
  }
})
