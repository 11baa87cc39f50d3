import { createI18n } from 'vue-i18n'
import { describe, expect, it } from 'vitest'
import { lineName } from '../../editor/components/check/line.ts'
import { en } from '../../editor/i18n/en.ts'
import { zh } from '../../editor/i18n/zh.ts'
import { under, type CaseFile, type Ruleset } from '../../engine/index.ts'
import { read } from '../engine/content/schemes.ts'

const ruleset = read<Ruleset>('pingdingshan', '2022', 'ruleset.json')
const cases = read<CaseFile>('pingdingshan', '2022', 'cases.json')
const { global } = createI18n({ legacy: false, locale: 'zh', messages: { zh, en } })

describe('a line of a worked case', () => {
  it('names a mark on the sheet in words, never by its code', () => {
    const flags = [...new Set(cases.cases.flatMap((one) => one.expect.flatMap((e) => e.flags ?? [])))]
    const names = (['zh', 'en'] as const).map((lang) => {
      global.locale.value = lang
      return flags.map((flag) => lineName(ruleset, under('flags', flag), global.t))
    })
    expect([flags.length > 5, names.flat().filter((name) => /check\.|:[a-z]/.test(name))]).toEqual([true, []])
    global.locale.value = 'zh'
    expect(['capped:bonus', 'pending:excellent-years', 'tied'].map((flag) => lineName(ruleset, under('flags', flag), global.t))).toEqual(['标记：加分达到上限', '标记：「连续优秀年数」待审定', '标记：并列'])
  })
})
