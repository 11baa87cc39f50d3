export const frame = {
  app: {
    name: '法度', schemes: '方案', edit: '编辑', check: '检查', compare: '对比', simulate: '模拟', explain: '说明', help: '帮助', language: 'English', dark: '深色', light: '浅色', large: '大字', normal: '标准字', main: '主菜单', noDraft: '先打开一份草稿',
    about: '考核方案即规则：编写、检查、试算、发布', data: '数据：{data}', state: { draft: '草稿' }, find: '查找与命令', findHint: '指标、单位、页面或操作的名称…', findNone: '没有符合的。', kind: { page: '页面', action: '操作', thing: '方案内容', unit: '单位' },
    switchTheme: '切换深色、浅色', switchSize: '切换大字、标准字',
  },
  shortcuts: {
    title: '键盘快捷键', group: { everywhere: '任何地方', outline: '大纲', matrix: '评分表', number: '数字框' },
    everywhere: { palette: '查找与命令', sheet: '本页', undo: '撤销', redo: '重做' },
    outline: { walk: '上一项、下一项', fold: '收起、展开', move: '上移、下移', level: '升级、降级', many: '多选', add: '新增同级', duplicate: '复制', remove: '删除' },
    matrix: { cell: '移动', type: '输入', copy: '与 Excel 互相复制', fill: '向下、向右填充', leave: '放弃输入' },
    number: { step: '加减 0.5', drag: '拖动左端的 ↔ 改数' },
  },
  schemes: { title: '考核方案', lead: '从已有年度的方案开始编辑；草稿随时保存在服务器上。', year: '{year} 年', start: '以此为基础编辑', drafts: '草稿', noDrafts: '还没有草稿。选一个年度开始。', from: '来自 {from}', changed: '{count} 处修改', open: '打开', updated: '最后修改', loading: '正在读取…', failed: '读取失败：{why}', retry: '重试' },
  status: { saved: '已保存', saving: '正在保存…', offline: '连不上服务器，修改保存在本机，将自动重试', conflict: '有修改等你选择', stuck: '服务器拒绝了最后的修改，修改仍保存在本机', full: '未保存，且本机存储已满。请勿关闭此页', retry: '立即重试', total: '总分值 {points}', scoring: '正在计算…', scored: '{units} 个单位 {ms} 毫秒' },
  conflict: { title: '同一处已被他人修改', text: '你有 {count} 处修改与已保存的内容不一致。逐处选择，未选择前两边都不会丢失。', mine: '我的修改', theirs: '已保存的修改', keepMine: '用我的', keepTheirs: '用已保存的', gone: '这一处已被删去，无法放回', unknown: '所在之处已改变' },
  history: { of: '「{name}」及其下的修改，新的在前', all: '本草稿的全部修改，新的在前', none: '还没有修改。', local: '本机用户', back: '恢复原值', addWhy: '补充理由', editWhy: '改写理由', why: '修改理由', save: '保存', because: '理由：{why}' },
  comments: { write: '写批注', on: '对「{name}」写批注…', add: '发表', answer: '回复（回车发送）', everywhere: '全部位置', resolvedToo: '含已解决', none: '此处没有批注。', resolve: '标为已解决', reopen: '重新打开', resolvedBy: '{by} 于 {at} 标为已解决' },
  scheme: {
    new: '新建方案', newLead: '从一份最小的方案开始，所有数值都标为“待定”。', title: '名称', id: '标识', idRule: '小写英文字母开头，只用字母、数字、- 和 _', year: '年度', yearRule: '请填 1900 到 2200 之间的年份', create: '新建',
    file: '随附版本', version: '版本', hash: '校验值', assumed: '待定数值', count: '{count} 处', data: '样本数据', noData: '无', realData: '有', newYear: '新建 {year} 年草案', origin: '来源', changes: '修改数', fresh: '新建', refused: { scheme_taken: '已有同名标识的方案，请换一个标识。' },
  },
}
