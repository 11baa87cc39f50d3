import { describe, expect, it } from 'vitest'
import { commandOf } from '../../../editor/components/simulate/command.ts'
import { knobsOf, spreadOf } from '../../../editor/components/simulate/knobs.ts'
import { DEFAULTS, queryOf, readSettings, type Settings } from '../../../editor/components/simulate/settings.ts'
import { readSpread } from '../../../engine/index.ts'

const OTHER: Settings = { draws: 200, seed: 7, spread: readSpread('points=0.5,keep=none,grades=1.5,surveys,assessors=50%,shape=middle').spread, near: { points: 1, share: 0.1 } }

describe('the settings of a simulation', () => {
  it('come back from the link they were put in, and leave out what is as usual', () => {
    expect([readSettings(queryOf(OTHER)), queryOf(DEFAULTS)]).toEqual([{ settings: OTHER, problem: null }, { draws: undefined, seed: undefined, spread: undefined, near: undefined }])
    expect(readSettings({}).settings).toEqual(DEFAULTS)
  })
  it('say which part of a link cannot be read', () => {
    const problems = [{ draws: '0' }, { seed: '-1' }, { spread: 'points=10%,half' }, { near: '5' }].map((query) => readSettings(query).problem)
    expect(problems).toEqual(['draws=0', 'seed=-1', 'half', 'near=5'])
  })
  it('an empty spread leaves nothing uncertain', () => {
    expect(readSettings({ spread: '' })).toEqual({ settings: { ...DEFAULTS, spread: {} }, problem: null })
  })
  it('are set by knobs in per cent and come out the same', () => {
    for (const spread of [OTHER.spread, DEFAULTS.spread, {}, readSpread('points=7%,keep=total,adjustments=12.5%,lookups=30%').spread]) expect(spreadOf(knobsOf(spread))).toEqual(spread)
    expect(knobsOf(OTHER.spread)).toEqual({ by: 'points', most: 0.5, keep: 'none', grades: 1.5, lookups: 0, adjustments: 0, assessors: 50, surveys: true, shape: 'middle' })
  })
  it('stand in the command that gives the same again', () => {
    expect(commandOf({ ruleset: 's/2000', cohort: 's/2000' }, DEFAULTS)).toBe('fadu simulate s/2000 s/2000 --draws 1000 --seed 1 --spread points=10%')
    expect(commandOf({ ruleset: 'a b.json', cohort: 'c.json' }, { ...OTHER, spread: {} }, ['--samples', '64'])).toBe("fadu simulate 'a b.json' c.json --draws 200 --seed 7 --spread '' --near 1,10% --samples 64")
  })
})
