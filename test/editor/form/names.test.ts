import { describe, expect, it } from 'vitest'
import { calledBy, thingName } from '../../../editor/components/form/form.ts'
import { candidates, put, apply, type Ruleset } from '../../../engine/index.ts'
import { read } from '../../engine/content/schemes.ts'

const shipped = read<Ruleset>('pingdingshan', '2022', 'ruleset.json')
const CRITERION = ['indicators', 'part-lead', 'children', 'lead-thought', 'children', 'thought-study', 'criteria', 'thought-sessions']
const RULE = '若 专题学习次数 < 4 次，比 4 次每少 1 次扣 0.5 分'

describe('a thing without a name of its own', () => {
  it('is called by what it says or holds', () => {
    expect([`${CRITERION.join('/')}/rules/short`, 'bonus/classes/honours/tariff/honour-national', 'ranking/tieBreaks/field'].map((path) => thingName(shipped, path, 'zh'))).toEqual([RULE, '表扬表彰，国家级', '实地考核'])
  })
  it('is called by its kind, with its place where there are several', () => {
    const cap = (id: string) => ({ id, rules: ['short'], points: 1, source: { basis: 'assumed' } })
    const capped = apply(shipped, put(shipped, [...CRITERION, 'caps'], [cap('c1'), cap('c2')]))
    expect(thingName(shipped, 'gradings/all', 'zh')).toBe('等次划分')
    expect(thingName(capped, [...CRITERION, 'caps', 'c2'].join('/'), 'zh')).toBe('合并上限 2')
  })
  it('is offered by its sentence where rules are chosen', () => {
    expect(calledBy(shipped, candidates(shipped, [...CRITERION, 'caps', '0', 'rules', '0']) ?? [], 'zh').map(({ id, label }) => [id, label])).toEqual([['short', RULE]])
  })
})
