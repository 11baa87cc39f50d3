export const simulate = {
  simulate: {
    of: '方案', and: '并列方案', none: '不并列', lead: '《{title}》在“{label}”（{units} 个单位）上抽样 {draws} 次。', otherLead: '并列《{title}》：', otherYear: '按 {year} 年度计算', tabs: '模拟', tab: { ranks: '名次', grades: '等次', boundary: '临界' },
    badLink: '链接里的“{part}”读不懂，其余按常规设置。', reset: '恢复常规设置', tooMuch: '{units} 个单位抽样 {draws} 次超出浏览器的内存，请减少抽样次数或单位数。',
    knobs: '抽样设置', draws: '抽样次数', times: '{count} 次', seed: '种子', uncertain: '不确定的内容', points: '指标分值', ways: { none: '不变', share: '按比例浮动', points: '按分值浮动' }, most: '浮动不超过', point: '分', keep: '保持不变', keeps: { component: '各部分合计', total: '总分', none: '不保持' },
    grades: '等次界限 ±', lookups: '评分表界限 ±', adjustments: '加扣分标准 ±', assessors: '考核人员裁量 ±', surveys: '满意度调查的抽样误差', shape: '浮动方式', shapes: { even: '均匀', middle: '靠近中间' }, nearTitle: '怎样算临界', nearPoints: '总分距界限不超过', nearShare: '等次改变的抽样超过', wrong: '请填 {least} 到 {most} 之间的数', wrongWhole: '请填 {least} 到 {most} 之间的整数',
    noPools: '这个方案没有参加排名的单位。', pool: '排名组', ranksMove: '“{pool}”{of} 个单位中 {count} 个名次不确定；最宽的是{name}，第 {low} 至 {high} 名', ranksHold: '“{pool}”{of} 个单位的名次都稳定', interval: '5–95 % 区间', median: '中位', now: '现在', other: '并列方案', rankNow: '现在名次', rankLow: '5 %', rankHigh: '95 %', wide: '宽度', totalNow: '现在总分', totals: '总分 5–95 %', otherRank: '并列方案名次', otherRanks: '并列方案 5–95 %',
    rankKey: '◆ 现在的名次；○ 中位名次；实线为 5–95 % 的抽样所在的名次。', otherKey: '虚线为《{title} {year}》。', firstOnly: '图中只画前 {count} 个，全部 {of} 个见表格。',
    gradesOpen: '{of} 个单位中 {count} 个的等次不确定；最不确定的是{name}，{share}% 的抽样等次改变', gradesSure: '{of} 个单位的等次都确定', noGrade: '无等次', category: '类别', gradeNow: '现在等次', changes: '改变 %', otherGrade: '并列方案等次', otherChanges: '并列方案改变 %', show: '显示', onlyOpen: '只看不确定的（{count}）', allUnits: '全部单位（{count}）', noneOpen: '没有等次不确定的单位。', gradeKey: '各段从左到右依次为{grades}，以深浅和花纹区分。', comma: '、', gradeCounts: '各等次单位数', mean: '抽样平均',
    nearList: '{count} 个单位临界：总分距界限不超过 {points} 分，或超过 {share}% 的抽样等次改变', nearNone: '没有临界单位：总分都离界限 {points} 分以上，等次改变的抽样都不超过 {share}%', nearBy: { draws: '抽样中改变', points: '离界限近' }, bound: '最近界限', distance: '相差', toward: '可能变为', why: '原因', roundingList: '{count} 个单位修约前离界限不到半个修约单位，其中 {deciding} 个的等次由修约决定', roundingNone: '没有单位的等次取决于修约', exact: '修约前', decides: '由修约决定', yes: '是', no: '否',
  },
}
