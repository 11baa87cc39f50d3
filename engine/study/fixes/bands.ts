import { under } from '../../model/path.ts'
import type { Json } from '../../model/step.ts'
import type { Grading, Ruleset } from '../../model/ruleset.ts'
import type { Fix, Mender } from '../fixes.ts'
import { changes, set } from './change.ts'

/** A bound as an issue tells it; none for an open end. */
const bound = (value: unknown): number | undefined => {
  const number = Number(String(value))
  return Number.isFinite(number) ? number : undefined
}
const gradingAt = (ruleset: Ruleset, path: string): Grading | undefined => ruleset.gradings.find((g) => under('gradings', g.id) === path)
const start = (band: Grading['bands'][number]): number => band.from ?? -Infinity

/** One bound of the bands moved (undefined: left out), if there is such a band. */
function moved(ruleset: Ruleset, grading: Grading, index: number, key: 'from' | 'below', to: number | undefined, code: string): Fix[] {
  const band = grading.bands[index]
  if (!band || band[key] === to) return []
  const label = ruleset.grades.find((g) => g.id === band.grade)?.label ?? band.grade
  return [{ code: to === undefined ? `${code}-open` : code, values: { grade: label, from: band[key] ?? null, to: to ?? null }, steps: changes(ruleset, [[['gradings', grading.id, 'bands', String(index), key], to]]) }]
}

/** Bands of grades: every total in exactly one. */
export const bandFixes: { readonly [code: string]: Mender } = {
  'bands.gap': (ruleset, { path, values }) => {
    const grading = gradingAt(ruleset, path)
    if (!grading) return []
    const [from, below] = [bound(values['from']), bound(values['below'])]
    const lower = grading.bands.findIndex((b) => b.below !== undefined && b.below === from)
    const upper = grading.bands.findIndex((b) => b.from !== undefined && b.from === below)
    return [...moved(ruleset, grading, lower, 'below', below, 'band-up'), ...moved(ruleset, grading, upper, 'from', from, 'band-down')]
  },
  'bands.overlap': (ruleset, { path, values }) => {
    const grading = gradingAt(ruleset, path)
    if (!grading) return []
    const [from, below] = [bound(values['from']), bound(values['below'])]
    const upper = grading.bands.findIndex((b) => b.from !== undefined && b.from === from)
    const lower = grading.bands.findIndex((b, i) => i !== upper && b.below !== undefined && b.below === below)
    return [...moved(ruleset, grading, lower, 'below', from, 'band-cut'), ...moved(ruleset, grading, upper, 'from', below, 'band-lift')]
  },
  'bands.empty': (ruleset, { path, values }) => {
    const grading = gradingAt(ruleset, path)
    const [from, below] = [bound(values['from']), bound(values['below'])]
    const index = grading?.bands.findIndex((b) => b.from === from && b.below === below) ?? -1
    return grading ? moved(ruleset, grading, index, 'below', undefined, 'band-up') : []
  },
  'bands.order': (ruleset, { path }) => {
    const grading = gradingAt(ruleset, path)
    if (!grading) return []
    const places = grading.bands.map((_, i) => i).sort((a, b) => start(grading.bands[b] as Grading['bands'][number]) - start(grading.bands[a] as Grading['bands'][number]))
    const best = [...grading.bands].sort((a, b) => ruleset.grades.findIndex((g) => g.id === a.grade) - ruleset.grades.findIndex((g) => g.id === b.grade))
    return [{ code: 'band-order', values: {}, steps: changes(ruleset, places.map((place, i) => [['gradings', grading.id, 'bands', String(place), 'grade'], best[i]?.grade as Json] as const)) }]
  },
  'grading.none': (ruleset, { path, values }) =>
    ruleset.gradings.filter((g) => g.categories).map((g) => ({
      code: 'graded', values: { category: values['category'] ?? '', grading: g.label ?? g.id }, steps: set(ruleset, under('gradings', g.id), 'categories', [...(g.categories ?? []), path.slice('categories/'.length)]),
    })),
  'grading.several': (ruleset, { path, values }) => {
    const id = path.slice('categories/'.length)
    const naming = ruleset.gradings.filter((g) => g.categories?.includes(id))
    return naming.map((kept) => ({
      code: 'graded-once', values: { category: values['category'] ?? '', grading: kept.label ?? kept.id },
      steps: changes(ruleset, naming.filter((g) => g !== kept).map((g) => [['gradings', g.id, 'categories'], (g.categories ?? []).filter((c) => c !== id)] as const)),
    }))
  },
}
