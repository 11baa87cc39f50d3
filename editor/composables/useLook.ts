import { computed, ref, watch, type WritableComputedRef } from 'vue'

/** What is chosen, searched and sorted in a page, as it stands in its link. */
export type Look = { readonly [name: string]: string | undefined }

/**
 * Parts of a view that the page around it keeps in its link: each follows what is given and tells what is chosen ('' is nothing);
 * where there is no page (a gallery) they are kept here.
 */
export function useLook(given: () => Look | undefined, tell: (change: Look) => void): (name: string) => WritableComputedRef<string> {
  return (name) => {
    const own = ref(given()?.[name] ?? '')
    watch(() => given()?.[name] ?? '', (now) => { own.value = now })
    return computed({
      get: () => own.value,
      set: (value) => {
        own.value = value
        tell({ [name]: value === '' ? undefined : value })
      },
    })
  }
}
