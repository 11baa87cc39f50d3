import { computed, type ComputedRef } from 'vue'

/** A plain value that is worked out anew and stays the same object as long as it says the same: what follows it is not started again for nothing. */
export function useStable<T>(work: () => T): ComputedRef<T> {
  return computed<T>((old) => {
    const next = work()
    return old !== undefined && JSON.stringify(old) === JSON.stringify(next) ? old : next
  })
}
