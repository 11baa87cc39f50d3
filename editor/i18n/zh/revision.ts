export const revision = {
  revision: {
    thing: '修订内容', before: '修改前', after: '修改后', reason: '说明', reasonOf: '修改{thing}的说明', placeholder: '为什么这样改', nothing: '（无）', lead: '{count} 处修订，已说明 {explained} 处。', pending: '{count} 条说明尚未保存', allKept: '说明均已保存',
    search: '查找修订或说明', onlyOpen: '只看没有说明的', whole: '对照表列出两个版本之间的全部修订，不受单项开关影响。', failed: '说明无法读取：{why}', loose: '{count} 条说明已没有对应的修订', remove: '删除',
    state: { kept: '已保存', sending: '正在保存…', unsent: '尚未保存，会自动重试', refused: '没有保存：文字太长或含有不能使用的字符' }, conflict: '另一处已写下这条说明：', takenAway: '另一处已删去这条说明。', mine: '用我的', theirs: '用对方的',
  },
  report: {
    revision: '修订对照表', impact: '影响分析报告', busy: '正在生成…', failed: '文件没有生成：{why}', unsaved: '还有说明没有保存，文件没有生成。', whole: '文件包含两个版本之间的全部修改。',
    trouble: { 'version.unfit': '其中一个版本还有错误，请先到“检查”页改正。', 'cohort.unfit': '数据不符合规则，无法计分。', 'report.stopped': '文件没有生成：计算被中断。' },
  },
}
