import { describe, diff as compare, hashOf, type Ruleset } from '../../engine/index.ts'
import { readRuleset } from './files.ts'
import type { Reply, Surroundings } from './reply.ts'
import { words } from './say.ts'

const about = (ruleset: Ruleset) => ({ scheme: ruleset.scheme, year: ruleset.year, version: ruleset.version, hash: hashOf(ruleset) })

/** `diff A B`: what changed from one ruleset to another, as steps and as sentences. */
export async function diff([a = '', b = '']: string[], { lang, rulesets }: Surroundings): Promise<Reply> {
  const from = await readRuleset(a, rulesets)
  const to = await readRuleset(b, rulesets)
  const changes = describe(from.value, compare(from.value, to.value), lang)
  const say = words(lang)
  const text = changes.length ? `${changes.map((change) => change.text).join('\n')}\n\n${say('diff.sum', { count: changes.length })}` : say('diff.none')
  return { data: { from: about(from.value), to: about(to.value), changes, issues: [] }, text }
}
