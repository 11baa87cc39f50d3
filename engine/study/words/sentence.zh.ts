import type { Words } from './fill.ts'

/** Words of rule sentences, in Chinese. `{name}` marks where a value goes. */
export const sentenceZh: Words = {
  if: '若 ', then: ',', all: ' 且 ', any: ' 或 ', not: '并非 ', open: '(', close: ')', list: '、', true: '是', false: '否', shared: '符合 {name}',
  equal: ' 等于 {value}', notEqual: ' 不等于 {value}', lessThan: ' < {value}', lessThanInclusive: ' ≤ {value}', greaterThan: ' > {value}', greaterThanInclusive: ' ≥ {value}',
  in: ' 属于 {value}', notIn: ' 不属于 {value}', contains: ' 包含 {value}', doesNotContain: ' 不包含 {value}', between: ' 在 {value} 之间', before: ' 早于 {value}', onOrBefore: ' 不晚于 {value}', after: ' 晚于 {value}', onOrAfter: ' 不早于 {value}', hasState: ' 的状态是 {value}',
  given: '已有', missing: '缺失', 'not-applicable': '不适用',
  deduct: '扣 {points} 分', award: '得 {points} 分', set: '定为 {points} 分', zero: '本项不得分',
  deductEach: '每{per}扣 {points} 分', awardEach: '每{per}得 {points} 分', once: '次', perMany: '满 {per} ', cap: ',最多 {cap} 分',
  deductShortfall: '比 {target} 每少一次扣 {points} 分', deductSteps: '每{side} {target} 一档({step},{count})扣 {points} 分', awardSteps: '每{side} {target} 一档({step},{count})得 {points} 分',
  below: '低于', above: '高于', whole: '满档才计', begun: '不满一档按一档', proportional: '按比例',
  share: '按 实际值 ÷ {target} × 满分 得分', lookup: '按表{mode}:{rows}', rowBand: '{from}~{below}:{points} 分', rowFrom: '{from} 起:{points} 分', rowBelow: '{below} 以下:{points} 分', rowEquals: '{equals}:{points} 分', rowSep: ';',
  assess: '由考核主体在 {from}~{to} 分内酌情{mode},须写明理由', mode_set: '得分', mode_deduct: '扣分', mode_award: '加分',
  'unit.category': '对象类别', 'unit.id': '单位', 'result.total': '总分', 'result.base': '基础分', 'result.bonus': '加分', 'result.deduction': '扣分', 'result.grade': '等次', 'result.rank': '名次', 'result.pool': '排名组',
}
