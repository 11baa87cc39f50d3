import type { Reply, Surroundings } from './reply.ts'
import { validate } from '../../engine/index.ts'
import { locate, readJson } from './files.ts'
import { issueList, words } from './say.ts'

/** `check FILE`: everything wrong with a ruleset, and what is only assumed. */
export async function check([name = '']: string[], { lang, rulesets }: Surroundings): Promise<Reply> {
  const file = locate(name, 'ruleset.json', rulesets)
  const { issues } = validate(await readJson(file))
  const say = words(lang)
  const count = (level: string): number => issues.filter((issue) => issue.level === level).length
  const text = issues.length === 0
    ? say('check.fine', { name })
    : `${issueList(issues, lang)}\n\n${say('check.sum', { name, errors: count('error'), warnings: count('warning'), notes: count('info') })}`
  return { data: { file, issues }, text }
}
