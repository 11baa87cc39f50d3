export const check = {
  check: {
    lead: '方案能否成立：逐条证明，列出问题，核对条款，运行算例。', edit: '回到编辑', tabs: '检查内容', first: '正在检查，首次需要几秒…', search: '搜索', searchIn: '在「{name}」中搜索', count: '共 {count} 项', found: '{all} 项中的 {count} 项', csv: '导出 CSV', notFound: '没有符合的内容。', all: '显示全部 {count} 项',
    state: '结果', statement: '证明的内容', level: '程度', place: '位置', what: '内容', clause: '条款', summary: '条款内容',
    tab: { proofs: '证明', lints: '问题与提示', coverage: '条款覆盖', cases: '算例' },
    proof: {
      proved: '已证明', failed: '不成立', open: '待检查', none: '还没有可证明的内容。', example: '一个这样的单位', more: '还有 {count} 处，见「问题与提示」。', comparing: '正在用两个求值器各算一遍示例数据…', blocked: '先改正错误，才能计算和比较。', misshapen: '方案的格式有误，改正后才能推断。',
      points: '每一类单位的适用分值都合为满分', bands: '每一个总分恰好落入一个等次', grades: '每一个等次都有单位能够达到', tables: '分档表中每一个取值恰好落入一档', rules: '没有永不生效、被遮盖或重复扣分的规则', caps: '没有总是用满或从不起作用的上限', evaluators: '两个求值器在示例数据上的结果完全一致',
    },
    coverage: {
      lead: '共 {clauses} 个条款：{honoured} 个有规则落实，{text} 个只是文字，{none} 个尚未落实；{open} 个值待定。', by: '由什么落实', uses: '处数', assumed: '待定', filter: '按状态筛选', all: '全部条款', honoured: '已落实', text: '仅为文字', none: '未落实', unlisted: '未列入目录', open: '待定', nothing: '没有规则引用这一条款', more: '等 {count} 处', empty: '方案没有条款目录。', objects: '各项的条款', toObjects: '按各项查看', toClauses: '按条款查看', onlyOpen: '只看待定（{count}）',
    },
    item: {
      event: '事件', rating: '评分', judgement: '评定', judgements: '评定的分值', decision: '决定', decisions: '决定', exemption: '不适用的部分', exemptions: '不适用的部分', unsaid: '待填', more: '更多',
      id: '对象', kind: '种类', date: '日期', level: '级别', source: '来源', severity: '程度', title: '名称', achievement: '成果', document: '文号', amount: '数额', serious: '情节严重', repeatedOf: '重复的是', resolved: '已整改', evidence: '佐证材料', claimed: '上期已计',
      value: '评分', by: '评定人', recused: '回避', vetoes: '一票否决', rule: '规则', points: '分值', reason: '理由', approver: '批准人', secondPerson: '复核人',
    },
    cases: {
      lead: '{count} 个算例，{failed} 个不符。', running: '正在运行算例…', title: '名称', total: '应得总分', differences: '不符之处', diff: '{what}应为 {expected}，得 {got}', passed: '相符', failed: '{count} 处不符', empty: '还没有算例。从示例数据的一个单位新增，或复制已有算例。', filter: '按结果筛选', all: '全部算例', onlyFailed: '只看不符', onlyPassed: '只看相符', json: '导出 JSON',
      fromUnit: '从单位新增算例…', add: '新增', choose: '从左侧选一个算例查看和修改。', gone: '没有这个算例，可能已删除。', detail: '所选算例', trouble: '算例没有运行：{why}', alone: '该单位单独计算的总分与在全体中不同（有的规则取决于其他单位），算例以单独计算为准。',
      copy: '复制', copyOf: '{name}（副本）', remove: '删除', removeSure: '再按一次，删除「{name}」', lines: '应得与实得', what: '项目', expected: '应得', got: '实得', same: '相符', differs: '不符', accept: '以实得为准', acceptSure: '再按一次，应得改为 {got}', unexpect: '不再核对「{name}」', expectMore: '增加核对的项目…',
      unit: '单位的数据（只列与基线不同的）', unitOf: '单位 {id} 的数据（只列与基线不同的）', usual: '基线：{value}', reset: '「{name}」恢复为基线', resetHelp: '恢复为基线', leave: '「{name}」改为未填报', leaveHelp: '改为未填报', asBaseline: '全部数据与基线相同。', addFact: '改一项数据…', addAttribute: '改一项属性…', numerator: '分子', denominator: '分母', wrong: '读不懂，没有改动',
      arithmetic: '算式', arithmeticHint: '逐行写明手工计算的过程', fired: '触发', notFired: '不触发', unknown: '没有这一项', flag: { capped: '{name}达到上限', lifted: '{name}上限经决定突破', 'gate-shut': '{name}门槛未达到', filled: '{name}', verdict: '判定「{name}」', pending: '「{name}」待审定', blocked: '「{name}」缺数据', prorated: '按适用分值折算', 'rounding-critical': '修约改变了等次', quota: '受名额限制', tied: '并列' }, filled: { block: '缺数据待补', zero: '缺数据按零计', 'exclude-and-prorate': '缺数据不计、折算', 'category-mean': '缺数据取同类平均', 'last-year': '缺数据取上年' }, part: { state: '状态', base: '基础分', bonus: '加分', deduction: '扣分', total: '总分', grade: '等次', rank: '名次', unit: '单位', outcome: '结果运用：{name}', flag: '标记：{name}' }, state: { scored: '已计分', blocked: '缺数据', stopped: '停止评定' },
      saved: { saved: '已保存', saving: '正在保存…', offline: '连不上服务器，算例保存在本机，将自动重试', conflict: '算例已被他人修改', stuck: '服务器拒绝了算例，改动仍保存在本机', full: '未保存，且本机存储已满。请勿关闭此页' }, mine: '以我的为准', theirs: '放弃我的改动',
    },
  },
}
