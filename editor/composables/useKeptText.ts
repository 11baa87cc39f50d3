import { ref } from 'vue'
import { useRoute } from 'vue-router'
import type { Ruleset } from '../../engine/index.ts'

/** A text that is no valid document yet, and the document it was made of. */
export interface KeptText { text: string; base: Ruleset; at: string }

/** Keeps an unfinished JSON text of a draft in this browser, over reload and closing. */
export function useKeptText(ruleset: () => Ruleset) {
  const { scheme, year } = ruleset()
  const key = `fadu.text.${String(useRoute()?.params['draft'] ?? `${scheme}.${year}`)}`
  /** The browser's store is full or switched off. */
  const unkept = ref(false)
  function read(): KeptText | null {
    const kept = localStorage.getItem(key)
    return kept === null ? null : (JSON.parse(kept) as KeptText)
  }
  function save(text: string, base: Ruleset): void {
    try {
      localStorage.setItem(key, JSON.stringify({ text, base, at: new Date().toISOString() } satisfies KeptText))
      unkept.value = false
    } catch {
      unkept.value = true
    }
  }
  function clear(): void {
    localStorage.removeItem(key)
    unkept.value = false
  }
  return { read, save, clear, unkept }
}
