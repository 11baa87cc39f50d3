import { at, placeName, split, under, type Lang, type Ruleset } from '../../../engine/index.ts'

/** Members of these are shown inside what they belong to. */
const INSIDE = new Set(['rules', 'caps', 'bands', 'tariff', 'requires', 'quotas', 'options', 'kinds', 'levels', 'sources', 'severities', 'recipients'])
/** The nearest place at or above a path that can be opened: a member of a list with an id, a root such as `proration`, or '' for the whole. */
export function openPath(ruleset: Ruleset, path: string): string {
  const names = split(path)
  let open = names[0] ?? ''
  for (let i = 1; i < names.length; i++) {
    if (INSIDE.has(names[i] as string)) break
    const here = under('', ...names.slice(0, i + 1))
    const found = at(ruleset, here)
    if (Array.isArray(at(ruleset, under('', ...names.slice(0, i)))) && typeof found === 'object' && found !== null) open = here
  }
  return at(ruleset, open) === undefined ? '' : open
}
/** The name of a place by the labels of what stands there; the whole document by its title. */
export const placeOf = (ruleset: Ruleset, path: string, lang: Lang): string => placeName(ruleset, path, lang) || ruleset.title
