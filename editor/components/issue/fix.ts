import { describe, type Fix, type Lang, type Ruleset } from '../../../engine/index.ts'

type T = (key: string, values?: { [name: string]: unknown }) => string
const MOST = 120
/** What a way to mend will do, as a sentence; one that the analysis found is told by its steps, which only fit the document it saw. */
export function fixText(ruleset: Ruleset, fix: Fix, fresh: boolean, lang: Lang, t: T): string {
  if (fix.code !== 'finding') return t('issues.mend', { what: t(`issues.fix.${fix.code}`, fix.values) })
  const what = fresh ? describe(ruleset, fix.steps, lang).map((change) => change.text).join(t('issues.join')) : t('issues.fix.finding')
  return t('issues.mend', { what: what.length > MOST ? `${what.slice(0, MOST)}…` : what })
}
