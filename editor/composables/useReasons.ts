import { computed, onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue'
import { openReasons } from '../stores/reasons.ts'

/** The reasons for what differs between two versions (named as in links), read when the names change and kept as they are typed. */
export function useReasons(a: Ref<string>, b: Ref<string>) {
  const book = shallowRef(openReasons(a.value, b.value))
  const loaded = ref(false)
  const failed = ref('')
  async function load(): Promise<void> {
    const mine = book.value
    loaded.value = false
    failed.value = ''
    try {
      await mine.load()
      if (mine === book.value) loaded.value = true
    } catch (error) {
      if (mine === book.value) failed.value = error instanceof Error ? error.message : String(error)
    }
  }
  watch([a, b], () => {
    book.value.leave()
    book.value = openReasons(a.value, b.value)
    void load()
  })
  void load()
  onBeforeUnmount(() => book.value.leave())
  const written = computed(() => book.value.written.value)
  const pending = computed(() => [...written.value.values()].filter((one) => one.state !== 'kept').length)
  return {
    written, loaded, failed, pending, load,
    write: (path: string, text: string) => book.value.write(path, text),
    choose: (path: string, mine: boolean) => book.value.choose(path, mine),
    flush: () => book.value.flush(),
  }
}
