import { apply, blank, score, synthetic, type Cohort, type Issue, type Lang, type Ruleset, type Scored, type Sheet, type Step } from '../../../engine/index.ts'
import type { Moved } from '../../composables/useSample.ts'

const source = { basis: 'assumed' } as const
const LEAF = 'indicators/part-1/children/leaf-1'
const CRITERION = `${LEAF}/criteria/criterion-1`

/** A small made-up scheme to show components with: facts of several kinds, rules of several forms, a bonus. */
function specimen(lang: Lang): Ruleset {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en)
  const named = (id: string, label: string) => ({ id, label })
  const steps: Step[] = [
    { type: 'set', path: '', key: 'facts', from: [], to: [
      { id: 'late', label: word('逾期报送次数', 'Late reports'), kind: 'count', unit: word('次', ''), min: 0, max: 12, source },
      { id: 'done', label: word('任务完成率', 'Tasks done'), kind: 'ratio', min: 0, max: 1, source },
      { id: 'team', label: word('已成立领导小组(名称较长,用来看换行的样子)', 'Leading group set up'), kind: 'boolean', source },
      { id: 'level', label: word('创建级别', 'Level of the award'), kind: 'choice', options: [named('national', word('国家级', 'National')), named('provincial', word('省级', 'Provincial')), named('none', word('无', 'None'))], source },
    ] },
    { type: 'set', path: CRITERION, key: 'rules', from: [], to: [
      { id: 'late', conditions: { all: [{ fact: 'late', operator: 'greaterThanInclusive', value: 1 }] }, event: { type: 'deductEach', params: { fact: 'late', points: 5, cap: 20 } }, source },
      { id: 'team', conditions: { all: [{ fact: 'team', operator: 'equal', value: false }] }, event: { type: 'deduct', params: { points: 10 } }, source },
      { id: 'level', conditions: { any: [{ fact: 'level', operator: 'notEqual', value: 'none' }, { not: { fact: 'done', operator: 'lessThan', value: 0.9 } }] }, event: { type: 'lookup', params: { fact: 'done', mode: 'deduct', rows: [{ below: 0.6, points: 20 }, { from: 0.6, below: 0.9, points: 5 }, { from: 0.9, points: 0 }] } }, source },
    ] },
  ]
  return apply(blank('specimen', new Date().getFullYear(), word('样例方案(虚构)', 'Specimen scheme (made up)'), lang), steps)
}

export interface Shown { ruleset: Ruleset; cohort: Cohort; /** What could be wrong with a file of data. */ faults: Issue[]; rows: Moved[]; sheet: Sheet; scored: Scored }
/** The specimen scored on made-up data, before and after a change. */
export function shown(lang: Lang): Shown {
  const before = specimen(lang)
  const ruleset = apply(before, [{ type: 'set', path: `${CRITERION}/rules/team`, key: 'event', from: { type: 'deduct', params: { points: 10 } }, to: { type: 'deduct', params: { points: 25 } } }])
  const cohort = synthetic(before, lang, 30)
  const then = new Map(score(before, cohort, { trace: false }).sheets.map((sheet) => [sheet.unit, sheet]))
  const scored = score(ruleset, cohort)
  const rowOf = ({ unit, name, category, state, total, grade, rank }: Sheet) => ({ unit, name, category, state, total, grade, rank })
  const rows = scored.sheets.map((sheet): Moved => {
    const old = then.get(sheet.unit)
    return { ...rowOf(sheet), before: old ? rowOf(old) : null }
  })
  const sheet = scored.sheets[0]
  if (!sheet) throw new RangeError('an empty specimen')
  const faults = (['late', 'done'] as const).map((fact): Issue => ({ level: 'error', code: 'fact.below-range', path: `records/${sheet.unit}/facts/${fact}`, values: { got: -1, min: 0 }, message: '' }))
  return { ruleset, cohort, faults, rows, sheet, scored }
}
export const places = { leaf: LEAF, criterion: CRITERION }
