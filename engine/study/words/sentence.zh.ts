import type { Words } from './fill.ts'

/** Words of rule sentences, in Chinese. `{name}` marks where a value goes; `.of` is said where the fact has not just been named. */
export const sentenceZh: Words = {
  rule: '若 {condition}，{effect}', all: ' 且 ', any: ' 或 ', not: '并非（{inner}）', 'not.shared': '不符合「{name}」', shared: '符合「{name}」', brackets: '（{inner}）',
  test: '{fact} {op} {value}', pair: '{low} 至 {high}', list: '、', quoted: '「{text}」', quotes: '', true: '是', false: '否', unit: ' {unit}',
  'op.equal': '为', 'op.notEqual': '不为', 'number.equal': '=', 'number.notEqual': '≠', 'op.lessThan': '<', 'op.lessThanInclusive': '≤', 'op.greaterThan': '>', 'op.greaterThanInclusive': '≥',
  'op.in': '属于', 'op.notIn': '不属于', 'number.in': '是其一：', 'number.notIn': '不是其一：', 'op.between': '介于', 'op.before': '早于', 'op.onOrBefore': '不晚于', 'op.after': '晚于', 'op.onOrAfter': '不早于', 'op.hasState': '的数据',
  'state.given': '已填报', 'state.missing': '缺失', 'state.not-applicable': '不适用',
  decision: '{value}「{fact}」的决定', 'decision.true': '有', 'decision.false': '没有', history: '{value}「{fact}」', 'history.true': '符合', 'history.false': '不符合',
  deduct: '扣 {points} 分', award: '得 {points} 分', set: '按 {points} 分计', zero: '本项不得分', 'cap.deduct': '，最多扣 {cap} 分', 'cap.award': '，最多得 {cap} 分',
  deductEach: '{per}扣 {points} 分', 'deductEach.of': '按 {fact} {per}扣 {points} 分', awardEach: '{per}得 {points} 分', 'awardEach.of': '按 {fact} {per}得 {points} 分', once: '每次', each: '每{unit}', many: '每满 {per}', one: '1 {unit}',
  deductShortfall: '比 {target}每少 {one}扣 {points} 分', 'deductShortfall.of': '{fact} 比 {target}每少 {one}扣 {points} 分',
  deductSteps: '比 {target} 每{side} {step}扣 {points} 分（{count}）', 'deductSteps.of': '{fact} 比 {target} 每{side} {step}扣 {points} 分（{count}）',
  awardSteps: '比 {target} 每{side} {step}得 {points} 分（{count}）', 'awardSteps.of': '{fact} 比 {target} 每{side} {step}得 {points} 分（{count}）',
  percentagePoint: ' 个百分点', percentagePoints: ' 个百分点', 'side.below': '低', 'side.above': '高', 'count.whole': '不足一档不计', 'count.begun': '不足一档按一档计', 'count.proportional': '不足一档按比例计',
  share: '按 实际值 ÷ {target} × 满分计分', 'share.of': '按 {fact} ÷ {target} × 满分计分',
  lookup: '分档{mode}：{rows}', 'lookup.of': '按 {fact} 分档{mode}：{rows}', 'lookup.set': '计分', 'lookup.deduct': '扣分', 'lookup.award': '加分',
  'row.band': '{from} 至不满 {below}：{points} 分', 'row.from': '{from}及以上：{points} 分', 'row.below': '不满 {below}：{points} 分', 'row.equals': '{equals}：{points} 分', rows: '；',
  assess: '由考核主体在 {from} 至 {to} 分之间酌情{mode}，并写明理由', 'assess.set': '计分', 'assess.deduct': '扣分', 'assess.award': '加分',
  applies: '只考核 {condition} 的单位', everybody: '考核全部对象', requirement: '评为 {grade} 须 {condition}',
  'verdict.zero-file': '{ratings} 中有否决项的案卷按 0 分计', 'verdict.zero-item': '「{item}」按 0 分计', 'verdict.fix-total': '总分最多 {points} 分', 'verdict.stop': '停止评价，定为 {grade}', 'verdict.cap-grade': '最高只能评为 {grade}',
  'outcome.rule': '{type}', 'outcome.choice': '经决定可{type}', recipients: '，发至 {to}', proposed: '，报 {to}', 'the.unit': '本单位',
  'outcome.copy': '抄送结果', 'outcome.letter': '发函', 'outcome.commendation': '通报表扬', 'outcome.reward': '给予奖励', 'outcome.recommendation': '予以推荐', 'outcome.warning': '予以提醒', 'outcome.interview': '进行约谈', 'outcome.rectification': '责令整改', 'outcome.criticism': '通报批评', 'outcome.referral': '移送处理', 'outcome.notice': '发通知',
  'unit.category': '对象类别', 'unit.id': '单位', 'result.total': '总分', 'result.base': '基础分', 'result.bonus': '加分', 'result.deduction': '扣分', 'result.grade': '等次', 'result.rank': '名次', 'result.pool': '排名组',
}
