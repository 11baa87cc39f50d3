export const edit = {
  edit: {
    lead: '{title} · {year} 年 · 草稿 · 示例数据:{data}', outline: '指标体系', search: '搜索指标', none: '没有符合的指标', points: '分值', assumed: '待定', assumedHelp: '方案未给出,发布前须确认',
    mode: { form: '表单', matrix: '评分表', paper: '文本', json: 'JSON' }, modes: '编辑方式', inspector: '检视', pane: { impact: '影响', issues: '问题', clause: '条款', history: '历史', comments: '批注' },
    choose: '从左侧选一项指标,改动分值或规则,右侧立即看到各单位的变化。', undo: '撤销', redo: '重做', label: '名称', clause: '条款', applies: '适用', appliesAll: '全部对象', start: '起始', full: '满分起扣', zero: '零分起加', method: '方式', body: '考核主体', rules: '规则', missing: '缺数据时', policyDefault: '按总规定',
    grades: '等次界限', gradesLead: '总分达到界限(含)即为该等次。', caps: '加减分上限', bonus: '加分最多', deduction: '扣分原则上最多', hard: '硬上限', soft: '软上限,须有决定才能突破', retired: '已停用', extra: '满分之外', sections: '其他',
  },
  number: { invalid: '请填写数字,最多四位小数', negative: '不能小于 0' },
}
