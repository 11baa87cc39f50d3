export const frame = {
  app: { name: '法度', schemes: '方案', edit: '编辑', language: 'English', dark: '深色', light: '浅色', large: '大字', normal: '标准字', main: '主菜单' },
  schemes: { title: '考核方案', lead: '从已有年度的方案开始编辑;草稿随时保存在服务器上。', year: '{year} 年', start: '以此为基础编辑', drafts: '草稿', noDrafts: '还没有草稿。选一个年度开始。', from: '来自 {from}', changed: '{count} 处修改', open: '打开', updated: '最后修改', loading: '正在读取…', failed: '读取失败:{why}', retry: '重试' },
  status: { saved: '已保存', saving: '正在保存…', offline: '连不上服务器,修改保存在本机,将自动重试', conflict: '他人已修改同一处', full: '{label} {points}', total: '总分值 {points}', scoring: '正在计算…', scored: '{units} 个单位 {ms} 毫秒', undo: '撤销', redo: '重做' },
  conflict: { title: '同一处已被他人修改', text: '你的 {count} 处修改与已保存的内容冲突。', mine: '把我的修改放到最新版本上', theirs: '放弃我的这些修改' },
}
