import type { Words } from './fill.ts'

/** What a comparison of two rulesets says, in Chinese. */
export const comparisonZh: Words = {
  same: '两个方案使全部 {units} 个单位的总分、等次、名次和结果运用都相同。',
  totals: '{units} 个单位中，{moved} 个总分有变化：上升 {winners} 个，下降 {losers} 个；平均变化 {mean} 分。',
  'totals-none': '{units} 个单位的总分都没有变化。',
  gain: '总分上升最多的是{name}，{by} 分。',
  loss: '总分下降最多的是{name}，{by} 分。',
  grades: '{count} 个单位等次有变化：{moves}。',
  grade: '{count} 个由{from}变为{to}',
  'grades-none': '没有单位的等次有变化。',
  'no-grade': '无等次',
  list: '，',
  ranks: '{count} 个单位名次有变化。',
  'ranks-none': '没有单位的名次有变化。',
  rise: '进位最多的是{name}，{by} 位。',
  fall: '退位最多的是{name}，{by} 位。',
  outcome: '“{outcome}”由 {before} 个单位变为 {after} 个（新增 {gained} 个，减少 {lost} 个）。',
  without: '{count} 个单位没有总分（数据缺失 {blocked} 个，被否决终止 {stopped} 个），不在总分和名次的比较之内。',
  needs: '新方案有 {count} 项数据缺失，其中 {fresh} 项是新要的；缺失的按方案的缺失策略处理，不作猜测。',
  'needs-none': '新方案需要的数据都有。',
}
