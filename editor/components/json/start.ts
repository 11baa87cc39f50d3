import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker'
import type { Lang } from '../../../engine/index.ts'
import { applyLooks, heldLooks } from './looks.ts'

let watched = false
let words: { lang: Lang; loaded: Promise<unknown> } | null = null
/** The language of the code editor's own words (menus, search); it keeps the one it was loaded in as long as the page is open. */
export const wordsOfEditor = (): Lang | null => words?.lang ?? null

/** Loads the code editor on first use: its words first (Chinese or its own English), then what it asks its surroundings for. */
export async function startEditor(chinese: boolean): Promise<typeof import('./monaco.ts')> {
  words ??= chinese ? { lang: 'zh', loaded: import('monaco-editor/nls/lang/zh-cn') } : { lang: 'en', loaded: Promise.resolve() }
  await words.loaded
  self.MonacoEnvironment = {
    getWorker: (_: string, label: string) => (label === 'json' ? new JsonWorker() : new EditorWorker()),
    createTrustedTypesPolicy: heldLooks,
  }
  // The editor opens its lists outside its own element.
  if (!watched) applyLooks(document.body)
  watched = true
  return import('./monaco.ts')
}
