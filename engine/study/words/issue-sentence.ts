import type { Issue } from '../../model/issue.ts'
import { fill, type Lang, type Words } from './fill.ts'
import { issuesEn } from './issues.en.ts'
import { issuesZh } from './issues.zh.ts'

/** A value that is itself a code (or several) in words, where the language has words for it. */
function spoken(words: Words, name: string, value: Issue['values'][string]): Issue['values'][string] {
  const codes = String(value).split(' ')
  return codes.every((code) => Object.hasOwn(words, `${name}.${code}`)) ? codes.map((code) => words[`${name}.${code}`]).join(words['separator']) : value
}

/** An issue as a sentence with its mend. */
export function issueSentence({ code, values }: Issue, lang: Lang): string {
  const words = lang === 'zh' ? issuesZh : issuesEn
  return fill(words, code, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, spoken(words, name, value)])))
}
