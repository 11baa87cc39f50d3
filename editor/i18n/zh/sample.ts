export const sample = {
  results: { tab: '结果', issues: '问题', explain: '说明', unit: '单位', total: '总分', grade: '等次', rank: '名次', change: '变化', all: '全部类别', changedOnly: '只看有变化', moved: '{count} 个单位等次有变化，{totals} 个单位总分有变化', same: '与原方案结果相同', synthetic: '虚构数据', blocked: '缺数据', stopped: '停止评价', empty: '没有符合的单位', noRank: '不排名', pick: '选择一个单位，查看得分的由来。' },
  explain: { total: '总分', base: '基础分', bonus: '加分', deduction: '扣分', grade: '等次', rank: '名次', back: '返回结果', outcomes: '结果运用', lost: '失分最多', flow: '计算过程', by: '失 {points} 分' },
  stages: { derive: '数据', select: '适用', award: '评分', combine: '汇总', prorate: '换算', adjust: '加减分', limit: '总分', round: '修约', grade: '等次', rank: '排名', outcome: '运用' },
  data: {
    title: '所用数据', uses: '数据', synthetic: '虚构', own: '自己的文件「{file}」', shipped: '随方案附带', madeUp: '按数据项的取值范围编造', units: '{count} 个单位',
    choose: '换成自己的数据…', again: '换一个文件…', drop: '恢复原来的数据', use: '仍用这些数据', close: '不用', list: '文件中的问题', more: '还有 {count} 处。', failed: '没有换成：{why}。原来的数据仍在。',
    faults: '「{name}」中有 {count} 处问题，相应的数据不计或按缺失处理：', refused: '「{name}」不能作为数据，原来的数据仍在：',
    trouble: { 'too-large': '「{name}」有 {size} MB，最多 {limit} MB。', encoding: '「{name}」不是文本文件。请选 JSON 格式的数据文件。' },
  },
  impact: {
    views: '影响', overview: '概览', units: '全部单位', spread: '总分分布与等次界限', spreadTitle: '总分分布', bound: '{grade}的界限', dragHint: '柱为现在，横线为改动前；拖动上方的 ▼ 可改等次界限。', gradesTitle: '各等次单位数', before: '改前', now: '现在', count: '{count} 个单位',
    moversTitle: '总分变动最大', nearTitle: '离等次界限不到 {within} 分：{count} 处', onIt: '正好', noGrade: '无等次', totalsOnly: '{count} 个单位总分有变化，等次不变', shift: '{count} 个单位由{from}变为{to}；共 {totals} 个单位总分有变化', shiftAnd: '{count} 个单位由{from}变为{to}，另有 {others} 个等次变化；共 {totals} 个单位总分有变化',
  },
}
