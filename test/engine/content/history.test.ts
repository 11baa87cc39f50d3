import { describe, expect, it } from 'vitest'
import { apply, diff, hashOf, invert, newYear, type Json, type Ruleset } from '../../../engine/index.ts'
import { follow, type YearHistory } from '../../support/following-year.ts'
import { has, read, years } from './schemes.ts'

const followed = years.filter((y) => has(...y.path, 'history.json')).map((y) => {
  const history = read<YearHistory>(...y.path, 'history.json')
  return { ...y, history, last: read<Ruleset>(history.from.scheme, String(history.from.year), 'ruleset.json') }
})
const json = (value: unknown): Json => value as Json

describe.each(followed)('the history of $name', ({ ruleset, history, last }) => {
  it('leads from last year to this year, and back', () => {
    const steps = history.entries.flatMap((e) => e.steps)
    expect(apply(json(last), steps)).toEqual(ruleset)
    expect(apply(json(ruleset), invert(steps))).toEqual(last)
  })
  it('starts with the bare new year of exactly that ruleset', () => {
    expect(history.from).toEqual({ scheme: last.scheme, year: last.year, version: last.version, hash: hashOf(last) })
    expect(history.entries[0]?.steps).toEqual(diff(last, newYear(last, ruleset.year)))
    expect(ruleset.basedOn).toEqual(history.from)
  })
  it('says of each of its changes who made it, why, and under which clause', () => {
    const clauses = new Set(ruleset.clauses.map((c) => c.id))
    expect(history.entries.length).toBe(19)
    expect(history.entries.filter((e) => e.by === '' || e.why === '' || e.steps.length === 0 || !clauses.has(e.clause))).toEqual([])
    expect(new Set(history.entries.map((e) => e.why)).size).toBe(history.entries.length)
  })
  it('has every kind of step', () => {
    expect(new Set(history.entries.flatMap((e) => e.steps.map((s) => s.type)))).toEqual(new Set(['set', 'insert', 'move']))
  })
  it('can be made anew from last year', () => {
    expect(follow(last, history, ruleset.year)).toEqual({ history, ruleset })
  })
})
