import { cliEn, cliZh, fill, issueSentence, type Issue, type Lang } from '../../engine/index.ts'

type Values = Parameters<typeof fill>[2]

/** Speaks the command line's words in a language. */
export const words = (lang: Lang) => (code: string, values: Values = {}): string => fill(lang === 'zh' ? cliZh : cliEn, code, values)

/** An issue as a sentence; what the command line itself finds is in its own words. */
export const issueText = (issue: Issue, lang: Lang): string =>
  Object.hasOwn(lang === 'zh' ? cliZh : cliEn, issue.code) ? words(lang)(issue.code, issue.values) : issueSentence(issue, lang)

const MANY = 12
/** Issues one under the other; notes of one kind are only counted when there are many. */
export function issueList(issues: readonly Issue[], lang: Lang): string {
  const say = words(lang)
  const counts = new Map<string, number>()
  for (const issue of issues) if (issue.level === 'info') counts.set(issue.code, (counts.get(issue.code) ?? 0) + 1)
  const many = [...counts].filter(([, count]) => count > MANY)
  const told = issues.filter((issue) => !many.some(([code]) => code === issue.code))
  return [
    ...told.map((issue) => `${say(`level.${issue.level}`)}  ${issue.path || '/'}  [${issue.code}]\n      ${issueText(issue, lang)}`),
    ...many.map(([code, count]) => say('notes.many', { code, count })),
  ].join('\n')
}
