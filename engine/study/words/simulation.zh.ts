import type { Words } from './fill.ts'

/** What a simulation finds, in Chinese. */
export const simulationZh: Words = {
  'nothing-drawn': '没有设定任何不确定的内容，结果就是规则现在的结果。',
  same: '{draws} 次抽样的总分、等次、排名全部相同。',
  'grades-move': '{units} 个单位中，有 {count} 个的等次在超过 {share}% 的抽样中改变（共 {draws} 次）。',
  'grades-hold': '{units} 个单位的等次都稳定：没有一个在超过 {share}% 的抽样中改变（共 {draws} 次）。',
  'ranks-move': '{units} 个参加排名的单位中，有 {count} 个的名次不确定；最宽的是{name}，第 {low} 至 {high} 名。',
  'ranks-hold': '{units} 个参加排名的单位，名次都稳定。',
  near: '{count} 个单位的总分距等次界限不到 {points} 分。',
  'rounding-decides': '{count} 个单位的总分距等次界限不到半个修约单位，其中 {deciding} 个的等次由修约决定。',
  rounding: '{count} 个单位的总分距等次界限不到半个修约单位，等次都不由修约决定。',
  'rounding-none': '没有单位的等次取决于修约。',
  unscored: '{count} 个单位因数据缺失，没有总分。',
  'sometimes-unscored': '{count} 个单位在部分抽样中没有等次。',
  sensitive: '名次的变动主要来自“{group}”：连同相互作用占方差的 {share}%。',
  'sensitive-unsettled': '名次的变动看来主要来自“{group}”（约占方差的 {share}%），但标准误仍较大，请增加样本。',
  'left-out': '去掉“{label}”影响最大：{moved} 个单位名次改变，最多 {most} 位。',
  'group.indicator': '指标分值', 'group.component': '组成部分', 'group.criterion': '评分点', 'group.bonus': '加分标准', 'group.deduction': '扣分标准', 'group.grades': '等次界限', 'group.lookups': '评分表界限',
  'group.surveys': '满意度调查抽样', 'group.assessors': '考核人员裁量',
}
