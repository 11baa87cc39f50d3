export const json = {
  json: {
    label: '方案的 JSON 文本', foreign: '文本编辑器的菜单和查找栏仍是英文，重新载入页面后改为中文。', reload: '重新载入', loading: '正在载入文本编辑器……', failed: '文本编辑器载入失败：{why}', tools: '文本工具',
    format: '整理格式', find: '查找', copyPath: '复制路径', copied: '已复制', openFile: '打开文件……', keys: '要用 Tab 键离开编辑区，先按 Ctrl+M;F1 列出全部命令。',
    follows: '与文档一致', followsWith: '与文档一致 · {count} 处问题',
    invalid: '这段文本还不是有效的方案，文档保持上一次的有效状态。', problems: '{count} 处问题。', keptAside: '文本已单独保存在本机，离开或刷新后仍在。', unkept: '浏览器存储已满或被关闭，离开后这段文本会丢失。',
    first: '到第一处问题', goOn: '继续编辑', discard: '放弃这段文本',
    conflict: '这段文本和文档都有改动。', theirs: '文档里的改动（{count} 项）', mine: '文本里的改动（{count} 项）', mineUnread: '文本里有 {count} 处问题，暂时看不出改动', both: '两边都保留', keepMine: '以文本为准', takeTheirs: '以文档为准',
    file: {
      title: '打开的文件：{name}', same: '“{name}”与当前文档完全相同。', differs: '“{name}”与当前文档有 {count} 处不同。接受后作为一步写入，可以撤销。', changes: '改动清单', more: '另有 {count} 处', accept: '接受 {count} 处改动', refuse: '不接受', close: '关闭',
      refused: '“{name}”不能作为方案打开，文档没有变化。共 {count} 处问题：', line: '第 {line} 行', moreIssues: '另有 {count} 处问题',
      encoding: '“{name}”的文字编码无法识别，文档没有变化。请另存为 UTF-8 编码的 JSON 后再打开。',
      'other-scheme': '“{name}”第 {line} 行写明是另一个方案（{scheme}），当前打开的是 {openScheme}，文档没有变化。请选择本方案的文件。',
      'other-year': '“{name}”第 {line} 行写明是 {year} 年度的方案，当前打开的是 {openYear} 年度，文档没有变化。请选择 {openYear} 年度的文件；确要沿用它的内容，先把文件里的 year 改为 {openYear}。',
    },
  },
}
