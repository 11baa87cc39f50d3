export const forms = {
  forms: {
    lead: {
      overview: '方案的名称、年度、考核期和依据。', categories: '考核谁，由谁考核；条件中可用的单位属性。', facts: '为每个单位收集的数据，由数据算出的数据，以及多处共用的条件。', methods: '数据怎样得来，计入哪一部分。', indicators: '一级指标；点开可看下级指标、评分项和规则。',
      adjustments: '加分、扣分各自计分并封顶，再相抵；否决只会降低结果。', grades: '从得分到等次和名次。', outcomes: '结果出来后做什么，发给谁。', workflow: '环节、审定、时限和职责。', delegations: '哪些单位由谁考核，结果怎样采用。', clauses: '方案文件的条款编号和摘要；各处的依据从这里选。',
    },
    crumbs: '所在位置', more: '可加', actions: '操作', copy: '复制', remove: '删除', points: '{points} 分', unnamed: '未命名', newOne: '新{name}', copyMark: '（副本）',
    addMember: '新增{name}', addTo: '{name}：加一项', addOne: '＋ 选择…', addWord: '＋ 输入后回车', takeOut: '去掉{name}', empty: '还没有{name}。',
    up: '上移{name}', down: '下移{name}', copyOf: '复制{name}', removeOf: '删除{name}', dropProperty: '去掉{name}', dropThis: '去掉', noClause: '未注条款', yes: '是', no: '否', byNumber: '填数值',
    rename: '改名并更新 {count} 处引用', id: { pattern: '以小写字母开头，只用字母、数字、- 和 _', taken: '这个标识已被使用' },
    inUse: '「{name}」有 {count} 处在用，不能直接删除', goesAlong: '删除「{name}」将一并去掉 {count} 处', moreUses: '另外 {count} 处…', replaceBy: '改用', withAll: '连同依赖一起删除…', removeWhole: '删除，并去掉以上 {count} 处', keep: '不删了', lastOne: '至少要有一项，「{name}」不能删除。', and: '、',
    why: { empty: '不能为空', long: '最多 {most} 个字', pattern: '格式不对', day: '请选日期', number: '请填写数字，最多四位小数', whole: '请填整数', small: '不能小于 {least}', large: '不能大于 {most}', choice: '请从列表中选择' },
    help: {
      fullMarks: '加减分之前的满分；各指标分值之和应等于它。', Indicator_lossCap: '本指标及其下级合计最多扣这么多。', Indicator_mandatory: '不适用条件也不能免考。', Criterion_notApplicable: '规则所用的数据不适用时，本评分项怎样处理。', Criterion_caps: '几条规则合起来最多扣（加）多少。', Criterion_bodies: '权重可不填，不填即各主体相同。',
      proration_minimumBase: '适用分低于它时不换算，不出总分。', Grading_categories: '不填即适用于其余全部类别。', Grading_bands: '达到起点（含）即为该等次；终点可不填，不填即到上一等次的起点。', Outcome_by: '「自动」即条件满足就启用；「选择」须有决定。', AdjustmentSide_gate: '基础分达到才计。', AdjustmentSide_cap_override: '有这一决定的完整记录才能突破。',
      derived_derive_drop: '最高和最低各去掉几个。', components_missing: '本部分没有数据时怎样处理。', missing_policy: '未另作规定的评分项没有数据时怎样处理。', facts_improvable: '单位靠自身工作可以改善。', 'AdjustmentClass_dedupe_shares': '第一次、第二次……各按多少计，如 1、0.5。', History_minimumPool: '组内单位少于它时不取末位。',
    },
  },
}
