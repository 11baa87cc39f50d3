import { onBeforeUnmount, ref } from 'vue'
import { readFile } from '../backend/api.ts'

/** Fetches a file that takes time to be made, and hands it to the browser; `failed` is the server's code, or a text. */
export function useDownload() {
  const busy = ref(false)
  const failed = ref('')
  let under: AbortController | null = null
  async function save(place: string): Promise<void> {
    under?.abort()
    const mine = (under = new AbortController())
    busy.value = true
    failed.value = ''
    try {
      const { blob, name } = await readFile(place, mine.signal)
      const url = URL.createObjectURL(blob)
      const link = document.createElement('a')
      link.href = url
      link.download = name
      link.click()
      URL.revokeObjectURL(url)
    } catch (error) {
      if (!mine.signal.aborted) failed.value = error instanceof Error ? error.message : String(error)
    }
    if (under === mine) busy.value = false
  }
  const stop = (): void => under?.abort()
  onBeforeUnmount(stop)
  return { busy, failed, save, stop }
}
