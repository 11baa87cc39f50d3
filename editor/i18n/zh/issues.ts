export const issues = {
  issues: { none: '没有发现问题。', lead: '{errors} 个错误,{warnings} 个提醒' },
}
