import { validate, validateCohort, type Cohort, type Issue, type Ruleset } from '../../../engine/index.ts'
import { issuesEn } from '../../../engine/study/words/issues.en.ts'
import { issuesZh } from '../../../engine/study/words/issues.zh.ts'
import { criterion, fact, flat, given, named, rule, sourced, type Sample } from '../../support/pattern.ts'

/** Code and place of each issue; each must have a sentence in both languages whose every value is given. */
export function told(issues: readonly Issue[]): [code: string, path: string][] {
  for (const { code, values } of issues) {
    const sentences = [issuesZh[code], issuesEn[code]]
    const lacking = sentences.flatMap((text) => [...(text ?? '{words}').matchAll(/\{([\w-]+)\}/g)].map((m) => m[1] ?? '')).filter((name) => values[name] === undefined)
    if (lacking.length) throw new RangeError(`${code} lacks ${lacking.join(' ')}`)
  }
  return issues.map(({ code, path }) => [code, path])
}
/** What is said of a document, assumptions apart. */
export const problems = (input: unknown): Issue[] => validate(input).issues.filter((i) => i.code !== 'assumed')
/** Code and place of everything wrong with a ruleset. */
export const wrong = (input: unknown): [string, string][] => told(problems(input))
export const wrongCohort = (rules: Ruleset, input: unknown): [string, string][] => told(validateCohort(rules, input).issues)

/** A made-up ruleset that is sound: one leaf, one rule, a fact of each kind that conditions compare. */
export const sound = (more: Partial<Ruleset> = {}): Ruleset =>
  flat([criterion('late', 100, [rule('each', given('lateness'), { type: 'deductEach', params: { fact: 'lateness', points: 1 } })])], {
    attributes: [{ id: 'size', label: 'size', kind: 'choice', options: named('small', 'large'), source: { basis: 'scheme' } }],
    facts: [fact('lateness', 'count', { max: 99 }), fact('rate', 'ratio', { max: 1 }), fact('mark', 'number', { min: 0, max: 100 }), fact('open', 'boolean'), fact('level', 'choice', { options: named('low', 'high') }), fact('day', 'date'), fact('list', 'events', { kinds: named('praise'), levels: named('city'), sources: named('press'), severities: named('grave') }), fact('files', 'ratings'), fact('poll', 'survey', { options: named('yes', 'no') })],
    ...more,
  })
/** A sound ruleset after a change of its JSON. */
export function changed(change: (json: { [key: string]: never }) => void): unknown {
  const json = structuredClone(sound()) as unknown as { [key: string]: never }
  change(json)
  return json
}
/** Where the only rule's conditions stand. */
export const CONDITIONS = 'indicators/item/criteria/late/rules/each/conditions'
export const sample = (facts: Sample['facts'] = { lateness: 0 }): Cohort => ({
  format: 1, scheme: 'sample', year: 2022, label: 'made up', synthetic: true, units: [{ id: 'u1', name: 'u1', category: 'bureau', order: 1 }], records: [{ unit: 'u1', facts }], history: [],
})
export { sourced }
