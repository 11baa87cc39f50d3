import type { Issue } from '../../model/issue.ts'
import { fill, type Lang } from './fill.ts'
import { issuesEn } from './issues.en.ts'
import { issuesZh } from './issues.zh.ts'

/** An issue as a sentence with its mend. */
export const issueSentence = (issue: Issue, lang: Lang): string => fill(lang === 'zh' ? issuesZh : issuesEn, issue.code, issue.values)
