import { validate } from '../check/validate.ts'
import { criteriaOf } from '../check/walk.ts'
import type { Issue } from '../model/issue.ts'
import { at, under } from '../model/path.ts'
import type { Ruleset } from '../model/ruleset.ts'
import { analyse } from './analyse/analyse.ts'
import type { Finding } from './analyse/finding.ts'
import type { AnalyseOptions } from './analyse/places.ts'
import { findingSentence } from './analyse/sentence.ts'
import { placeName } from './describe.ts'
import { fixes, type Fix } from './fixes.ts'
import type { Lang } from './words/fill.ts'
import { issueSentence } from './words/issue-sentence.ts'

/** Something wrong with a ruleset, as an issue or a finding, with an example and the ways to mend it. */
export interface Problem extends Pick<Finding, 'level' | 'code' | 'path' | 'values' | 'related' | 'counterexample'> { by: 'check' | 'study' | 'data'; fixes: Fix[] }
/** All that is wrong, what is only assumed, and whether the rules could be analysed (a document that lacks its shape cannot). */
export interface Examined { problems: Problem[]; assumed: Issue[]; analysed: boolean }

/** For so many issues ways to mend are looked for; each must be tried on the whole document. */
const MENDED = 40

/** A problem as a sentence with its mend. */
export function problemSentence(problem: Problem, ruleset: Ruleset, lang: Lang): string {
  const told = problem.by === 'study' ? findingSentence(problem, ruleset, lang) : problem.code
  return told === problem.code ? issueSentence({ ...problem, values: inWords(problem.values, ruleset, lang), message: problem.code }, lang) : told
}
/** The lists that values of issues name members of. */
const NAMED: { readonly [value: string]: readonly string[] } = { kind: ['decisionKinds'], fact: ['facts', 'derived'], method: ['methods'] }
/** Values with labels for ids and for paths, where the ruleset has them. */
function inWords(values: Problem['values'], ruleset: Ruleset, lang: Lang): Problem['values'] {
  const labelOf = (path: string): string | undefined => {
    const found = at(ruleset, path)
    return typeof found === 'object' && found !== null && !Array.isArray(found) && typeof found['label'] === 'string' ? found['label'] : undefined
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => {
    if (name === 'by') return [name, String(value).split(', ').map((path) => labelOf(path) ?? (placeName(ruleset, path, lang) || path)).join(lang === 'zh' ? '、' : ', ')]
    if (name === 'criterion') return [name, criteriaOf(ruleset).find(({ criterion }) => criterion.id === value)?.criterion.label ?? value]
    return [name, (NAMED[name] ?? []).map((list) => labelOf(under(list, String(value)))).find((label) => label !== undefined) ?? value]
  }))
}
/** An issue about data as a problem nobody mends in the rules. */
export const dataProblem = ({ level, code, path, values }: Issue): Problem => ({ level, code, path, values, by: 'data', fixes: [] })

/** Checks and analyses a ruleset; where both name one fault it is told once, with the example of the analysis and the mends of the check, else of the analysis. */
export function examine(ruleset: Ruleset, options: AnalyseOptions = {}): Examined {
  const { ruleset: shaped, issues } = validate(ruleset)
  const faults = issues.filter((i) => i.code !== 'assumed')
  const findings = shaped ? analyse(shaped, options) : []
  const known = new Set(findings.map(({ code, path }) => `${code} ${path}`))
  const mends = new Map(faults.slice(0, MENDED).map((found) => [found, fixes(ruleset, found, issues)]))
  const told = findings.map((finding): Problem => {
    const { level, code, path, values, related, counterexample } = finding
    const more = faults.filter((i) => i.code === code && i.path === path).flatMap((i) => mends.get(i) ?? [])
    const own: Fix[] = finding.fix && more.length === 0 ? [{ code: 'finding', values: {}, steps: finding.fix }] : []
    return { level, code, path, values, ...(related ? { related } : {}), ...(counterexample ? { counterexample } : {}), by: 'study', fixes: [...more, ...own] }
  })
  const rest = faults.filter(({ code, path }) => !known.has(`${code} ${path}`)).map((found): Problem => {
    const { level, code, path, values } = found
    return { level, code, path, values, by: 'check', fixes: mends.get(found) ?? [] }
  })
  return { problems: [...rest, ...told], assumed: issues.filter((i) => i.code === 'assumed'), analysed: shaped !== undefined }
}
