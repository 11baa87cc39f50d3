export type Level = 'error' | 'warning' | 'info'

/** Something wrong or worth knowing, somewhere; words come from the language files by `code`. */
export interface Issue {
  level: Level
  /** Stable, dotted, such as `bands.gap`. */
  code: string
  /** Where, by ids; '' is the whole document. */
  path: string
  values: { [name: string]: string | number | boolean | null }
  /** Code and values in one line, for logs; people read the language files' sentence. */
  message: string
}

/** An issue whose message is its code and values; people read the language files' sentence. */
export const issue = (level: Level, code: string, path: string, values: Issue['values'] = {}): Issue => ({
  level, code, path, values, message: `${code}${Object.entries(values).map(([k, v]) => ` ${k}=${v}`).join('')}`,
})
