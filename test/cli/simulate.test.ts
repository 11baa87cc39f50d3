import { describe, expect, it } from 'vitest'
import type { Simulation } from '../../engine/index.ts'
import { bar } from '../../server/commands/bar.ts'
import { run } from '../../server/commands/run.ts'
import { spreadOf } from '../../server/commands/spread.ts'
import { fadu, program } from './run.ts'

const NAME = 'pingdingshan/2022'
const simulate = (...more: string[]): string[] => ['simulate', NAME, NAME, '--draws', '20', '--spread', 'points=20%,grades=1,surveys', ...more]

describe('fadu simulate', () => {
  it('gives the same bytes twice, in another process too, and others for another seed', async () => {
    const [first, second] = [await program(simulate('--json', '--seed', '5')), await program(simulate('--json', '--seed', '5'))]
    expect([first.code, first.err, first.out === second.out, (await fadu(simulate('--json', '--seed', '6'))).out === first.out]).toEqual([0, '', true, false])
    const found = JSON.parse(first.out) as Simulation
    expect([found.key.seed, found.key.options.draws, found.units.length, found.drawn.map((d) => d.id).slice(-2)]).toEqual([5, 20, found.cohort.units, ['grades', 'surveys']])
  })
  it('lists as near what it is told to', async () => {
    const near = async (limits: string): Promise<number> => (JSON.parse((await fadu(simulate('--json', '--near', limits))).out) as Simulation).near.length
    expect([await near('0,100%'), await near('1000,100%') > 100]).toEqual([0, true])
  })
  it('reports in both languages', async () => {
    expect((await fadu(simulate('--lang', 'zh'))).out.includes('抽样 20 次，种子 1，范围 points=20%,grades=1,surveys。')).toBe(true)
    expect((await fadu(simulate('--lang', 'en'))).out.includes('20 draws, seed 1, spread points=20%,grades=1,surveys.')).toBe(true)
  })
  it('refuses what it does not understand, in words', async () => {
    for (const wrong of [['--spread', 'weights=3'], ['--spread', 'points=200%'], ['--spread', 'lookups=0.2'], ['--draws', '0'], ['--draws', 'many'], ['--groups', 'all'], ['--near', '5']]) {
      const { code, err } = await fadu(['simulate', NAME, NAME, ...wrong])
      expect([code, err.length > 20, err.startsWith('use.')]).toEqual([2, true, false])
    }
  })
  it('tells its progress to a terminal', async () => {
    const said: string[] = []
    const line = bar((text) => said.push(text))
    await run(simulate('--json'), 'zh', line.tell)
    line.end()
    expect([said.length > 10, said.at(-2)?.endsWith('100 %'), said.at(-1)]).toEqual([true, true, '\r\u001b[K'])
  })
})

describe('a spread in words', () => {
  it('is read part by part', () => {
    expect(spreadOf('points=20%,adjustments=10%,grades=1.5,lookups=30%,surveys,assessors=100%,keep=total,shape=middle')).toEqual({
      points: { by: 'share', most: 0.2, keep: 'total', shape: 'middle' }, adjustments: { most: 0.1, shape: 'middle' }, grades: { most: 1.5, shape: 'middle' }, lookups: { most: 0.3, shape: 'middle' }, surveys: true, assessors: { most: 1, shape: 'middle' },
    })
    expect(spreadOf('points=0.5')).toEqual({ points: { by: 'points', most: 0.5 } })
  })
})
