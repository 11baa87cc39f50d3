export const zh = {
  app: { name: '法度', schemes: '方案', edit: '编辑', language: 'English', dark: '深色', light: '浅色', large: '大字', normal: '标准字', main: '主菜单' },
  schemes: { title: '考核方案', lead: '从已有年度的方案开始编辑;草稿随时保存在服务器上。', year: '{year} 年', start: '以此为基础编辑', drafts: '草稿', noDrafts: '还没有草稿。选一个年度开始。', from: '来自 {from}', changed: '{count} 处修改', open: '打开', updated: '最后修改', loading: '正在读取…', failed: '读取失败:{why}', retry: '重试' },
  edit: {
    lead: '{title} · {year} 年 · 草稿 · 示例数据:{data}', outline: '指标体系', search: '搜索指标', none: '没有符合的指标', points: '分值', assumed: '待定', assumedHelp: '方案未给出,发布前须确认',
    choose: '从左侧选一项指标,改动分值或规则,右侧立即看到各单位的变化。', undo: '撤销', redo: '重做', label: '名称', clause: '条款', applies: '适用', appliesAll: '全部对象', start: '起始', full: '满分起扣', zero: '零分起加', method: '方式', body: '考核主体', rules: '规则', missing: '缺数据时', policyDefault: '按总规定',
    grades: '等次界限', gradesLead: '总分达到界限(含)即为该等次。', caps: '加减分上限', bonus: '加分最多', deduction: '扣分原则上最多', hard: '硬上限', soft: '软上限,须有决定才能突破', retired: '已停用', extra: '满分之外', sections: '其他',
  },
  status: { saved: '已保存', saving: '正在保存…', offline: '连不上服务器,修改保存在本机,将自动重试', conflict: '他人已修改同一处', full: '{label} {points}', total: '总分值 {points}', scoring: '正在计算…', scored: '{units} 个单位 {ms} 毫秒', undo: '撤销', redo: '重做' },
  conflict: { title: '同一处已被他人修改', text: '你的 {count} 处修改与已保存的内容冲突。', mine: '把我的修改放到最新版本上', theirs: '放弃我的这些修改' },
  results: { tab: '结果', issues: '问题', explain: '说明', unit: '单位', total: '总分', grade: '等次', rank: '名次', change: '变化', all: '全部类别', changedOnly: '只看有变化', moved: '{count} 个单位等次有变化,{totals} 个单位总分有变化', same: '与原方案结果相同', synthetic: '虚构数据', blocked: '缺数据', stopped: '停止评价', empty: '没有符合的单位', noRank: '不排名', pick: '选择一个单位,查看得分的由来。' },
  issues: { none: '没有发现问题。', lead: '{errors} 个错误,{warnings} 个提醒' },
  explain: { total: '总分', base: '基础分', bonus: '加分', deduction: '扣分', grade: '等次', rank: '名次', back: '返回结果', outcomes: '结果运用', lost: '失分最多', flow: '计算过程', by: '失 {points} 分' },
  number: { invalid: '请填写数字,最多四位小数', negative: '不能小于 0' },
  stages: { derive: '数据', select: '适用', award: '评分', combine: '汇总', prorate: '换算', adjust: '加减分', limit: '总分', round: '修约', grade: '等次', rank: '排名', outcome: '运用' },
}
