export const issues = {
  issues: {
    none: '没有发现问题。', lead: '{errors} 个错误，{warnings} 个提醒，{infos} 个提示', checking: '正在检查…', failed: '检查没有完成：{why}。改动任何一处会重新检查。', search: '搜索问题', level: '按程度筛选', levels: '全部程度', notFound: '没有符合的问题。',
    error: '错误', warning: '提醒', info: '提示', data: '示例数据', related: '相关：', yes: '是', no: '否', left: '未填报', total: '总分', category: '类别', events: '{count} 件事项', ratings: '{count} 个评分',
    state: { missing: '缺失', 'not-applicable': '不适用' }, is: '{name}为 {value}', and: '、', join: '；', more: ' 等另 {count} 项', example: '例如：一个{what} 的单位。', exampleOf: '例如：「{category}」中一个{what} 的单位。', exampleBare: '例如：「{category}」中的单位。',
    mend: '修正：{what}',
    fix: {
      places: '修约为 {to}', sum: '把标明的分值改为各项之和 {to}', cap: '把上限降为满分 {to}', components: '把各部分的分值改为其评分项之和', component: '把「{label}」改为 {to} 分', prorate: '按比例换算适用分值', minimum: '把最低基数降为 {to}', full: '把分值降为本项满分 {to}', range: '把评定范围改为 {from} 至 {to}',
      'band-up': '把「{grade}」的上界由 {from} 改为 {to}', 'band-up-open': '去掉「{grade}」的上界 {from}', 'band-down': '把「{grade}」的下界由 {from} 改为 {to}', 'band-down-open': '去掉「{grade}」的下界 {from}', 'band-cut': '把「{grade}」的上界由 {from} 降为 {to}', 'band-cut-open': '去掉「{grade}」的上界 {from}', 'band-lift': '把「{grade}」的下界由 {from} 升为 {to}', 'band-lift-open': '去掉「{grade}」的下界 {from}', 'band-order': '按界限高低重排等次',
      graded: '把「{category}」并入等次划分「{grading}」', 'graded-once': '「{category}」只由等次划分「{grading}」评定', 'row-up': '把下一档的上界由 {from} 改为 {to}', 'row-up-open': '去掉最高一档的上界 {from}', 'row-down': '把上一档的下界由 {from} 改为 {to}', 'row-down-open': '去掉最低一档的下界 {from}', 'row-cut': '把低档的上界由 {from} 降为 {to}', 'row-lift': '把高档的下界由 {from} 升为 {to}',
      swap: '把 {from} 与 {to} 对调', 'no-row': '删去取值 {value} 的后一档', 'no-condition': '删去条件', 'no-property': '删去属性 {property}', rename: '把后一个 {from} 改名为 {to}', nearest: '把 {from} 改为「{label}」（{to}）', unname: '删去对 {id} 的引用', 'list-clause': '把条款 {clause} 加入条款目录', feed: '让该方式计入「{label}」', finding: '照分析的建议修改',
    },
    assumed: '待定的值（{count}）', assumedLead: '这些值方案没有给出，发布前须逐一确认。', noneAssumed: '没有待定的值。', confirm: '确认', confirmOne: '确认「{name}」', confirmShown: '确认列出的 {count} 个…', confirmNote: '依据（将写入这 {count} 个值）：', confirmHint: '例如：2023 年度考核工作方案', cancel: '取消', moreAssumed: '还有 {count} 个，搜索可缩小范围。',
  },
}
