export const edit = {
  edit: {
    lead: '{title} · {year} 年 · 草稿 · 示例数据：{data}', outline: '指标体系', search: '搜索指标', none: '没有符合的指标', points: '分值', assumed: '待定', assumedHelp: '方案未给出，发布前须确认',
    mode: { form: '表单', matrix: '评分表', paper: '文本', json: 'JSON' }, modes: '编辑方式', inspector: '检视', pane: { impact: '影响', issues: '问题', clause: '条款', history: '历史', comments: '批注' },
    scoringFailed: '试算失败：{why}。先改正“问题”里的错误，再看影响。',
    choose: '从左侧选一项指标，改动分值或规则，右侧立即看到各单位的变化。', undo: '撤销', redo: '重做', label: '名称', clause: '条款', applies: '适用', appliesAll: '全部对象', start: '起始', full: '满分起扣', zero: '零分起加', method: '方式', body: '考核主体', rules: '规则', missing: '缺数据时', policyDefault: '按总规定',
    grades: '等次界限', gradesLead: '总分达到界限（含）即为该等次。', caps: '加减分上限', bonus: '加分最多', deduction: '扣分原则上最多', hard: '硬上限', soft: '软上限，须有决定才能突破', retired: '已停用', error: '此处有错误', warning: '此处有提醒', extra: '满分之外', sections: '其他',
  },
  number: { drag: '左右拖动改数', invalid: '请填写数字，最多四位小数', negative: '不能小于 0' },
  section: { overview: '概况', categories: '对象与机构', facts: '事实', methods: '考核方式与部分', indicators: '指标体系', adjustments: '加减分与否决', grades: '等次与排名', outcomes: '结果运用', workflow: '流程时限', delegations: '分级考核', clauses: '条款' },
  outline: { acts: '对所选指标', add: '新增', addInside: '新增下级', duplicate: '复制', retire: '停用', restore: '恢复', remove: '删除', newIndicator: '新指标', copyMark: '（副本）' },
  retire: { cancel: '取消', title: '停用指标', lead: '停用后不再计分，但保留在方案中：{names}', year: '从哪一年起', reason: '理由（必填）', yes: '停用' },
}
