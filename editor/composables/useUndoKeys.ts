import { onBeforeUnmount, onMounted } from 'vue'

/** Ctrl/⌘ Z undoes, Ctrl/⌘ Shift Z or Ctrl/⌘ Y does again, anywhere on the page. */
export function useUndoKeys(store: { undo(): void; redo(): void }): void {
  const key = (event: KeyboardEvent): void => {
    const name = event.key.toLowerCase()
    if (!(event.ctrlKey || event.metaKey) || (name !== 'z' && name !== 'y') || event.defaultPrevented) return
    event.preventDefault()
    if (name === 'y' || event.shiftKey) store.redo()
    else store.undo()
  }
  onMounted(() => addEventListener('keydown', key))
  onBeforeUnmount(() => removeEventListener('keydown', key))
}
