import { describe, expect, it } from 'vitest'
import { apply, at, invert, referencesOf, refusedId, removal, removeAll, rename, replacement, score, split, under, uses, validate, type Cohort, type Json, type Ruleset, type Step } from '../../../engine/index.ts'
import { read, years } from '../content/schemes.ts'

const shipped = read<Ruleset>('pingdingshan', '2022', 'ruleset.json')
const cohort = read<Cohort>('pingdingshan', '2022', 'cohort.json')
const troubles = (ruleset: Ruleset): string[] => validate(ruleset).issues.filter((i) => i.level !== 'info').map((i) => `${i.code} ${i.path}`)
/** Every thing of a document that has an id, by its path. */
function things(node: Json, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.flatMap((item) => (typeof item === 'object' && item !== null && 'id' in item ? [under(path, String((item as { id: Json }).id)), ...things(item, under(path, String((item as { id: Json }).id)))] : []))
  return Object.entries(node).flatMap(([key, inner]) => things(inner, under(path, key)))
}
const references = referencesOf(shipped)
const named = new Set(references.map((r) => r.to))
const members = new Set(references.map((r) => under('', ...r.names)))
const kindOf = (path: string): string => split(path).filter((_, i, all) => (all.length - i) % 2 === 0).join(' ').replace(/(children )+/, '')
/** Things of every kind, some of each spread over the document; members that only name another thing by their id are no things of their own. */
const all = things(shipped as unknown as Json).filter((path) => !members.has(`${path}/id`))
const own = [...new Set(all.map(kindOf))].flatMap((kind) => all.filter((path) => kindOf(path) === kind)).flatMap((path, _, list) => {
  const same = list.filter((other) => kindOf(other) === kindOf(path))
  return same.indexOf(path) % Math.ceil(same.length / 6) === 0 ? [path] : []
})
const fresh = (path: string): string => (split(path).at(-2) === 'clauses' ? '新条款' : 'quite-new')

describe('uses', () => {
  it('finds every reference of the shipped schemes at the thing it names', () => {
    for (const { ruleset } of years) expect(referencesOf(ruleset).filter((r) => r.to === null || at(ruleset, r.to) === undefined)).toEqual([])
  })
  it('lists what depends on a fact, each property once', () => {
    expect(uses(shipped, 'facts/fileReviews').map((use) => `${use.path} ${use.key}`)).toEqual(['derived/fileMean/derive ratings', 'verdicts/bad-file/effect ratings'])
  })
  it('finds the uses of what stands inside a thing', () => {
    expect(uses(shipped, 'facts/awards').map((use) => use.to)).toContain('facts/awards/kinds/honour')
    expect(uses(shipped, 'facts/awards/kinds/honour').every((use) => use.path.startsWith('bonus/classes'))).toBe(true)
  })
  it('does not count what a thing says of itself', () => {
    const { steps } = removal(shipped, 'indicators/part-lead') as { steps: Step[] }
    expect(steps.length).toBe(1)
  })
})

describe('renaming', () => {
  it('of any thing of the shipped scheme brings no new trouble, and is undone exactly', () => {
    const before = troubles(shipped)
    const renamed = own.map((path) => ({ path, there: under('', ...split(path).slice(0, -1), fresh(path)), steps: rename(shipped, path, fresh(path)) }))
    for (const { path, there, steps } of renamed) {
      const after = apply(shipped, steps)
      expect(apply(after, invert(steps)), path).toEqual(shipped)
      expect(at(after, there), path).toBeDefined()
      if (!named.has(path)) continue
      expect(referencesOf(after).filter((r) => r.to === null), path).toEqual([])
      expect(uses(after, there).length, path).toBe(uses(shipped, path).length)
    }
    const one = [...new Map(renamed.map(({ path }) => [kindOf(path), path])).values()].toSorted((x, y) => y.length - x.length)
    const every = one.reduce((doc, path) => apply(doc, rename(doc, path, `${fresh(path)}${one.indexOf(path)}`)), shipped)
    expect(troubles(every).length).toBe(before.length)
  })
  it('changes no result', () => {
    const totals = (ruleset: Ruleset): (string | number | null)[][] => score(ruleset, cohort, { trace: false }).sheets.map((s) => [s.total, s.rank])
    const paths = ['methods/daily', 'components/field', 'bodies/justice-bureau', 'conditions/enforcing', 'ranking/pools/pool-government', 'grades/good', 'clauses/五(一)', 'indicators/part-lead', 'derived/fileMean']
    const renamed = paths.reduce((doc, path) => apply(doc, rename(doc, path, fresh(path))), shipped)
    expect(renamed.grades.map((g) => g.id)).toContain('quite-new')
    expect(totals(renamed)).toEqual(totals(shipped))
  })
  it('refuses an id that is none, or is taken in a list that shares its ids', () => {
    expect(refusedId(shipped, 'facts/awards', 'Awards')).toBe('pattern')
    expect(refusedId(shipped, 'facts/awards', 'constructor')).toBe('pattern')
    expect(refusedId(shipped, 'facts/awards', 'fileMean')).toBe('taken')
    expect(refusedId(shipped, 'indicators/part-lead', 'thought-sessions')).toBe('taken')
    expect(refusedId(shipped, 'facts/awards', 'awards')).toBe('')
    expect(() => rename(shipped, 'facts/awards', 'faults')).toThrow(RangeError)
  })
})

describe('removal', () => {
  it('takes out what nothing uses, and names the uses of what is used', () => {
    expect(removal(shipped, 'facts/fileReviews')).toEqual({ uses: uses(shipped, 'facts/fileReviews') })
    const unused = own.find((path) => /^workflow\/duties\//.test(path)) as string
    const { steps } = removal(shipped, unused) as { steps: Step[] }
    expect(at(apply(shipped, steps), unused)).toBeUndefined()
    expect(apply(apply(shipped, steps), invert(steps))).toEqual(shipped)
  })
  it('leaves the last member where one must stay', () => {
    expect(removal(shipped, 'gradings/all')).toEqual({ last: true })
    expect(removeAll(shipped, 'gradings/all')).toBeNull()
  })
  it('lets another stand in everywhere', () => {
    const steps = replacement(shipped, 'bodies/justice-bureau', 'bodies/cyber-office')
    const after = apply(shipped, steps)
    expect(at(after, 'bodies/justice-bureau')).toBeUndefined()
    expect(troubles(after)).toEqual(troubles(shipped))
    expect(apply(after, invert(steps))).toEqual(shipped)
  })
  it('with what depends on it leaves no unknown name, tells exactly what goes, and is undone exactly', () => {
    for (const path of own.filter((p) => named.has(p))) {
      const all = removeAll(shipped, path)
      if (all === null) continue
      const after = apply(shipped, all.steps)
      expect(apply(after, invert(all.steps)), path).toEqual(shipped)
      expect(referencesOf(after).filter((r) => r.to === null), path).toEqual([])
      for (const { path: gone, key } of all.along) expect(key === '' ? at(after, gone) : JSON.stringify(at(after, under(gone, key))), `${path} ${gone} ${key}`).not.toEqual(key === '' ? at(shipped, gone) : JSON.stringify(at(shipped, under(gone, key))))
    }
  })
  it('takes a rule along rather than let it fire for all, a word out of a list, an optional property off', () => {
    const along = (path: string): string[] => removeAll(shipped, path)?.along.map((a) => `${a.path} ${a.key}`) ?? []
    expect(along('decisionKinds/cap-override')).toEqual(['deduction/cap override'])
    expect(along('categories/party')).toContain('delegations/city categories')
    expect(along('facts/fileReviews')).toEqual(['derived/fileMean ', expect.stringMatching(/rules\/share $/), 'verdicts/bad-file '])
  })
})
