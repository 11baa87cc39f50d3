export const rules = {
  rules: {
    if: '条件', effect: '得分办法', none: '没有条件。', addCondition: '条件', addGroup: '条件组', pickFact: '选择数据项', search: '输入名称查找', noMatch: '没有符合的数据项', more: '还有 {count} 项，请继续输入',
    fact: '数据项', operator: '比较方式', value: '值', low: '下限', high: '上限', to: '至', holds: '成立', notHere: '此处不能使用这个数据项', several: '{first}等 {count} 项', listSep: '、',
    compareFact: '改为与另一数据项比较', compareValue: '改为与固定值比较', percentInvalid: '请填写百分数，最多两位小数', dayInvalid: '请填写日期，如 2022-04-01',
    not: '并非', negate: '取反', unnegate: '取消取反', wrap: { all: '放入“全部满足”组', any: '放入“任一满足”组' }, unwrap: '拆开此组', up: '上移', down: '下移', remove: '删除', joinLabel: '满足方式', join: { all: '全部满足', any: '满足任一' }, groupActions: '条件组操作', conditionActions: '条件操作',
    group: { facts: '数据项', derived: '派生数据', unit: '单位属性', decision: '决定', result: '结果', history: '历年结果', shared: '公用条件' },
    op: { equal: '等于', notEqual: '不等于', lessThan: '<', lessThanInclusive: '≤', greaterThan: '>', greaterThanInclusive: '≥', in: '是其中之一', notIn: '不在其中', between: '介于', before: '早于', onOrBefore: '不晚于', after: '晚于', onOrAfter: '不早于', hasState: '数据状态为' },
    part: { fact: '数据项', shared: '公用条件', operator: '比较方式', option: '值', state: '数据状态', join: '满足方式', direction: '方向', count: '不足一档', mode: '作用', number: '数值' },
    state: { given: '已填报', missing: '缺失', 'not-applicable': '不适用' }, bool: { true: '是', false: '否' },
    probe: { true: '成立', false: '不成立', missing: '缺数据', 'not-applicable': '不适用' }, lacks: '取决于：{names}',
    hits: '样本中 {hits}/{units} 个单位触发', hitsHelp: '用示例数据计算', edit: '编辑规则', close: '收起', tryOn: '试算单位', fires: '触发', firesNot: '不触发',
    type: {
      deduct: '扣固定分', award: '得固定分', deductEach: '按次扣分', awardEach: '按次得分', deductShortfall: '每少一次扣分', deductSteps: '按差距分档扣分', awardSteps: '按差距分档得分', share: '按完成比例得分', lookup: '分档对照', assess: '评定范围', set: '定为固定分', zero: '不得分',
    },
    typeLabel: '得分办法',
    field: { fact: '按数据项', target: '目标值', points: '分值', per: '每满', cap: '最多', step: '每档', direction: '方向', count: '不足一档', mode: '作用', from: '最少', to: '最多', guidance: '评分指引', rows: '对照表', below: '至' },
    direction: { below: '低于目标', above: '高于目标' }, count: { whole: '不计', begun: '按一档计', proportional: '按比例计' }, mode: { set: '计分', deduct: '扣分', award: '加分' },
    addCap: '设上限', addPer: '按每满若干计', addGuidance: '写评分指引', drop: '去掉{name}', noFacts: '还没有可用的数据项，请先在“事实”中建立。',
    rows: { label: '对照表', from: '起（含）', below: '至（不含）', equals: '值', points: '分', grade: '等次', units: '单位', add: '加一行', sort: '排序', remove: '删除此行', paste: '可从 Excel 粘贴', fault: { empty: '没有值落入此行', overlap: '与下一行重叠：{from} 至 {below}', gap: '与下一行之间有空：{from} 至 {below}', 'gap-below': '{from} 至 {below} 没有对应的行', 'gap-above': '{from} 至 {below} 没有对应的行', doubled: '与前面的行重复' }, badNumber: '请填写数字，最多四位小数', cell: '第 {row} 行 {column}' },
    list: '规则', listEmpty: '还没有规则。', add: '添加规则', duplicate: '复制', reorder: '拖动或按 Alt+↑↓ 调整次序', actions: '规则操作', chooseFor: '选择用于“{name}”的数据项',
    template: {
      shortfall: '每少一次扣分', each: '每次（件）扣分', awardEach: '每次（件）得分', threshold: '达到比例得分', share: '按完成比例得分', absent: '未做到不得分', absentDeduct: '未做到扣分', present: '做到得分', steps: '每低于目标一档扣分', lookup: '分档对照', assess: '评定范围',
    },
    templateNote: { shortfall: '例：每少一次扣 0.5 分', each: '例：每件扣 1 分', awardEach: '例：每件得 0.5 分', threshold: '例：达到 90% 得 2 分', share: '例：实际值 ÷ 目标 × 满分', absent: '例：未建立不得分', absentDeduct: '例：未成立扣 0.5 分', present: '例：名单报送得 1 分', steps: '例：每低 1 个百分点扣 0.1 分', lookup: '例：优、良、中、差', assess: '例：酌情扣 1 至 5 分' },
    bands: { title: '等次界限', count: '{count} 个' },
  },
}
