import type { Words } from './fill.ts'

/** What a new scheme is begun with, in Chinese. */
export const starterZh: Words = {
  category: '全部单位', body: '考核办公室', method: '日常评价', component: '日常评价', part: '第一部分', leaf: '第一项指标', criterion: '第一项指标',
  best: '优秀', good: '良好', fair: '合格', poor: '不合格', grading: '等次划分', sample: '按数据项取值范围生成的虚构数据', unit: '虚构单位{n}',
}
