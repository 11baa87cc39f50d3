export const explain = {
  explained: {
    of: '方案', lead: '按《{title}》和{data}计算', noUnit: '数据中没有这个单位，请另选一个。', print: '打印', decided: '等次与名次', undecided: '没有等次。', adjusted: '换算、加减分与修约', noAdjustments: '没有加减分。', noOutcomes: '没有触发结果运用。',
    waterfall: '从 {full} 分到 {total} 分：失分最多的是{name}，{by} 分', waterfallFull: '从 {full} 分到 {total} 分', step: '步骤', level: '此后分数',
    fall: { start: '满分', sum: '分值合计与满分之差', lost: '失分', missing: '缺数据', off: '不适用', extra: '另加分', convert: '换算与修约', base: '基础分', bonus: '加分', deduction: '扣分', limit: '总分限制', total: '总分' },
    tree: '各项得分', lossOnly: '只看失分', indicator: '指标', earned: '得分', full: '分值', share: '得分占比', state: { given: '—', part: '—', missing: '缺数据', 'not-applicable': '不适用' }, fired: '已触发', notFired: '未触发', fact: '数据', noValue: '没有值', items: '{count} 条', answers: '{count} 份答卷', edit: '在编辑中打开',
  },
}
