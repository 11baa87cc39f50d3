export const study = {
  study: {
    asTable: '看表格', asChart: '看图',
    choose: '请选择', files: '随附版本', drafts: '草稿', cohort: '数据', units: '{count} 个单位', madeUp: '虚构数据', madeUpUnits: '虚构 {count} 个单位', working: '正在计算…', cancel: '停止', cancelled: '已停止，没有留下任何结果。', again: '重新计算', failed: '计算失败：{why}',
  },
  compare: {
    from: '原方案', to: '新方案', swap: '互换', lead: '《{from}》与《{to}》相比：', tabs: '对比', tab: { changes: '修改', revision: '修订对照表', text: '文本', impact: '影响', attribution: '归因', needs: '所需数据' }, search: '查找修改', same: '两个方案没有差别。', noneFound: '没有符合的修改。',
    switch: '计入「{change}」', offCount: '{count} 处修改未计入', lost: '另有 {count} 步离开它们不能成立，也未计入。', allOn: '全部计入', noImpact: '对每个单位的总分、等次、名次都没有影响', moved: '{totals} 个单位总分有变化，{grades} 个等次有变化，{ranks} 个名次有变化',
    data: '数据：{label}，{count} 个单位', asOf: '两个方案都按 {year} 年度计算', transition: '等次变化（单位数）', fromTo: '改前 \\ 现在', sum: '合计', slopeMoved: '「{pool}」{of} 个单位中 {count} 个名次有变化，最大的是{name}：{from} → {to}', slopeSame: '「{pool}」{of} 个单位名次都不变', places: '进退位次',
    everyone: '全部单位', notGiven: '未填', groups: '各类单位的得失', group: '类别', unitCount: '单位数', winners: '得分上升', losers: '得分下降', mean: '平均变化', better: '等次上升', worse: '等次下降', by: { category: '按对象类别', pool: '按排名组', attribute: '按属性' },
    unitsFound: '{of} 个单位中的 {count} 个', findUnit: '查找单位', only: '只看', show: { all: '全部', grade: '等次有变化', total: '总分有变化', rank: '名次有变化', up: '总分上升', down: '总分下降', without: '没有总分' }, totalBefore: '改前总分', totalAfter: '现在总分', more: '再显示（还有 {count} 个）',
    mover: { gain: '加分最多', loss: '减分最多', rise: '进位最多', fall: '退位最多' }, pool: '排名组', needsNone: '新方案需要的数据都有。', needsLead: '新方案有 {count} 项数据缺失，其中 {fresh} 项是新要的；缺的按方案的缺失策略处理，不作猜测。', need: '数据', needKind: '种类', lacking: '缺少的单位', policy: '缺失时', readBy: '用于',
    fresh: '新要', unreadable: '{count} 个单位有值但不能用', filled: '{policy}（补了 {count} 个）', noPolicy: '无策略', andMore: '{shown}等 {count} 个', listComma: '、', dropped: '数据中有 {count} 项新方案不再使用：{ids}', kinds: { fact: '数据项', attribute: '单位属性', judgement: '评分人给分', ranking: '外部排名', 'last-year': '上年结果', category: '对象类别' },
    measure: '看', editsBy: '修改按', byThing: '每个对象', bySection: '章节', exact: '{edits} 组修改的全部组合逐一计算（另有 {inert} 组不影响结果）；各部分之和等于总变化。', sampled: '{edits} 组修改按 {orders} 个随机次序计算（种子 {seed}，另有 {inert} 组不影响结果）；± 为标准误差，各部分之和仍等于总变化。', movedUnits: '{count} 个单位有变化', mostly: '主要由于', nobodyMoved: '没有单位因此变化。', firstOnly: '只列出 {of} 个中的前 {count} 个，可按名称查找。',
    settings: '年度与考核期', edit: '修改', sumOfParts: '各单位合计', lifts: '使其上升', lowers: '使其下降', aloneBetter: '单独生效升等次', aloneWorse: '单独生效降等次', close: '关闭', unitSplit: '{measure}由 {before} 变为 {after}（{difference}），由以下修改造成：', shareTitle: { total: '影响总分最大的是{edit}：各单位合计 {sum} 分，{up} 个上升，{down} 个下降', grade: '影响等次最大的是{edit}：合计 {sum} 个等次，{up} 个上升，{down} 个下降', rank: '影响名次最大的是{edit}：合计 {sum} 位，{up} 个上升，{down} 个下降' },
    notSplit: { invalid: '有的修改组合不能成立，无法分解', none: '有的修改组合下没有结果，无法分解', pool: '修改前后不在同一排名组，无法分解', grade: '有的修改组合下的等次在新方案中没有，无法分解' },
    act: { points: '改分值', added: '新增', removed: '删除', retired: '停用', restored: '恢复', replaced: '替换', moved: '移动', changed: '修改', ordered: '排序', sum: '合计' },
  },
}
