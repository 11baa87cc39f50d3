export const matrix = {
  matrix: {
    component: '计分部分', sum: '合计', full: '满分', loose: '不计入总分', off: '合计 {sum} 分，与写明的 {declared} 分不符', several: '此格有 {count} 个评分项，按 F2 分别填写',
    empty: '空格：填入分值即新增评分项', computed: '由下级分值合计', none: '还没有指标或考核方式。', leavesOnly: '只看末级指标', join: ',',
    kept: '{count} 格的内容没有采用，改好前一直保留', next: '到下一处', drop: '放弃', dropAll: '全部放弃', dropOne: '放弃「{text}」', line: '「{text}」 {row} · {column}:{why}',
    why: { invalid: '不是数字，或者小数超过四位', negative: '不能小于 0', several: '此格有几个评分项，须分别填写' },
    filled: '已填 {count} 格', waits: '{count} 格待改', skipped: '{count} 格由系统计算或已停用，未填', outside: '{count} 格超出表外，未填',
    keys: '键盘操作', keysText: '方向键移动，Shift+方向键选取；直接键入或按 F2 编辑，Enter 或 Tab 确认，Esc 放弃；Ctrl+C、Ctrl+V 与电子表格互相复制；Ctrl+D 向下填充，Ctrl+R 向右填充，Delete 清零；Alt+Shift+左右键调整列宽；先按 Esc 再按 Tab 离开表格。',
  },
}
