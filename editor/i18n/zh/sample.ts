export const sample = {
  results: { tab: '结果', issues: '问题', explain: '说明', unit: '单位', total: '总分', grade: '等次', rank: '名次', change: '变化', all: '全部类别', changedOnly: '只看有变化', moved: '{count} 个单位等次有变化,{totals} 个单位总分有变化', same: '与原方案结果相同', synthetic: '虚构数据', blocked: '缺数据', stopped: '停止评价', empty: '没有符合的单位', noRank: '不排名', pick: '选择一个单位,查看得分的由来。' },
  explain: { total: '总分', base: '基础分', bonus: '加分', deduction: '扣分', grade: '等次', rank: '名次', back: '返回结果', outcomes: '结果运用', lost: '失分最多', flow: '计算过程', by: '失 {points} 分' },
  stages: { derive: '数据', select: '适用', award: '评分', combine: '汇总', prorate: '换算', adjust: '加减分', limit: '总分', round: '修约', grade: '等次', rank: '排名', outcome: '运用' },
}
