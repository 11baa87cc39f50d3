import { existsSync } from 'node:fs'
import path from 'node:path'
import { analyse as findingsOf, findingExample, findingSentence, type CaseFile, type Cohort, type Finding, type Issue, type Lang, type Ruleset } from '../../engine/index.ts'
import { readJson, readRuleset } from './files.ts'
import { Unfit, type Reply, type Surroundings } from './reply.ts'
import { words } from './say.ts'

const issueOf = (found: Finding, ruleset: Ruleset): Issue => ({ level: found.level, code: found.code, path: found.path, values: found.values, message: findingSentence(found, ruleset, 'en') })
const MANY = 12

/** Findings one under the other with the unit that shows each; notes of one kind are only counted when there are many. */
function listed(found: readonly Finding[], ruleset: Ruleset, lang: Lang): string {
  const say = words(lang)
  const counts = new Map<string, number>()
  for (const f of found) if (f.level === 'info') counts.set(f.code, (counts.get(f.code) ?? 0) + 1)
  const many = [...counts].filter(([, count]) => count > MANY)
  const told = found.filter((f) => !many.some(([code]) => code === f.code)).map((f) =>
    [`${say(`level.${f.level}`)}  ${f.path || '/'}  [${f.code}]`, findingSentence(f, ruleset, lang), findingExample(f, ruleset, lang)].filter((line) => line !== '').join('\n      '))
  return [...told, ...many.map(([code, count]) => say('notes.many', { code, count }))].join('\n')
}

/** `analyse RULESET`: faults of the rules themselves, with the worked cases and the sample that lie beside them. */
export async function analyse([name = '']: string[], { lang, rulesets }: Surroundings): Promise<Reply> {
  const { file, value: ruleset, issues } = await readRuleset(name, rulesets)
  if (issues.some((issue) => issue.level === 'error')) throw new Unfit(issues)
  const beside = async <T>(part: string): Promise<T | undefined> => {
    const place = path.join(path.dirname(file), part)
    return existsSync(place) ? ((await readJson(place)) as T) : undefined
  }
  const [cases, cohort] = [await beside<CaseFile>('cases.json'), await beside<Cohort>('cohort.json')]
  const found = findingsOf(ruleset, { ...(cases ? { cases } : {}), ...(cohort ? { cohort } : {}) })
  const count = (level: string): number => found.filter((f) => f.level === level).length
  const say = words(lang)
  const sum = say('analyse.sum', { name, errors: count('error'), warnings: count('warning'), notes: count('info') })
  return {
    data: { file, findings: found.map((f) => ({ ...f, sentence: findingSentence(f, ruleset, lang) })), issues: found.map((f) => issueOf(f, ruleset)) },
    text: found.length ? `${listed(found, ruleset, lang)}\n\n${sum}` : sum,
  }
}
