export type Lang = 'zh' | 'en'
/** Sentences by code, with `{name}` where a value goes. */
export interface Words { readonly [code: string]: string }

/** A sentence with its values; a code without words is shown as it is, so that nothing is hidden. */
export const fill = (words: Words, code: string, values: { readonly [name: string]: string | number | boolean | null }): string =>
  (words[code] ?? code).replace(/\{([\w-]+)\}/g, (_, name: string) => String(values[name] ?? ''))
