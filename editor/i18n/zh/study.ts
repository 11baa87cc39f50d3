export const study = {
  study: {
    asTable: '看表格', asChart: '看图',
    choose: '请选择', files: '随附版本', drafts: '草稿', cohort: '数据', units: '{count} 个单位', madeUp: '虚构数据', madeUpUnits: '虚构 {count} 个单位', working: '正在计算…', cancel: '停止', cancelled: '已停止，没有留下任何结果。', again: '重新计算', failed: '计算失败：{why}',
  },
  compare: {
    from: '原方案', to: '新方案', swap: '互换', lead: '《{from}》与《{to}》相比：', tabs: '对比', tab: { changes: '修改', revision: '修订对照表', text: '文本' }, search: '查找修改', same: '两个方案没有差别。', noneFound: '没有符合的修改。',
    switch: '计入「{change}」', offCount: '{count} 处修改未计入', lost: '另有 {count} 步离开它们不能成立，也未计入。', allOn: '全部计入', noImpact: '对每个单位的总分、等次、名次都没有影响', moved: '{totals} 个单位总分有变化，{grades} 个等次有变化，{ranks} 个名次有变化',
    act: { points: '改分值', added: '新增', removed: '删除', retired: '停用', restored: '恢复', replaced: '替换', moved: '移动', changed: '修改', ordered: '排序', sum: '合计' },
  },
}
