import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker'
import { applyLooks, heldLooks } from './looks.ts'

let watched = false
/** Loads the code editor on first use: its words first (Chinese or its own English), then what it asks its surroundings for. */
export async function startEditor(chinese: boolean): Promise<typeof import('./monaco.ts')> {
  if (chinese) await import('monaco-editor/nls/lang/zh-cn')
  self.MonacoEnvironment = {
    getWorker: (_: string, label: string) => (label === 'json' ? new JsonWorker() : new EditorWorker()),
    createTrustedTypesPolicy: heldLooks,
  }
  // The editor opens its lists outside its own element.
  if (!watched) applyLooks(document.body)
  watched = true
  return import('./monaco.ts')
}
