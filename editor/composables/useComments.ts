import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { addComment, listComments, resolveComment, type Comment } from '../backend/api.ts'

export interface Thread { head: Comment; answers: Comment[] }

/** The comments of a draft as threads; read again after each save, since comments follow what is renamed or moved. */
export function useComments(draft: Ref<string>, revision: Ref<number>) {
  const all = shallowRef<Comment[]>([])
  const failed = ref('')
  async function load(): Promise<void> {
    try {
      all.value = await listComments(draft.value)
      failed.value = ''
    } catch (error) {
      failed.value = error instanceof Error ? error.message : String(error)
    }
  }
  async function act(write: Promise<Comment>): Promise<boolean> {
    try {
      await write
      await load()
      return true
    } catch (error) {
      failed.value = error instanceof Error ? error.message : String(error)
      return false
    }
  }
  const threads = computed<Thread[]>(() => all.value.filter((c) => c.thread === null).map((head) => ({ head, answers: all.value.filter((c) => c.thread === head.id) })))
  watch([draft, revision], () => void load(), { immediate: true })
  return {
    threads, failed, open: computed(() => threads.value.filter(({ head }) => head.resolved === null).length),
    add: (path: string, text: string, thread?: string) => act(addComment(draft.value, { path, text, ...(thread ? { thread } : {}) })),
    resolve: (id: string, resolved: boolean) => act(resolveComment(draft.value, id, resolved)),
  }
}
