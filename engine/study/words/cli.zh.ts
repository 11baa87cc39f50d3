import type { Words } from './fill.ts'

/** The command line, in Chinese. */
export const cliZh: Words = {
  usage: `fadu：检查、计分、比较年度考核规则

  fadu check 文件                     检查规则是否成立
  fadu score 规则 数据                计算各单位得分、等次和排名
  fadu explain 规则 数据 单位         说明一个单位（编号或名称）的结果如何得出
  fadu cases 规则                     运行规则附带的算例
  fadu analyse 规则                   规则自身的毛病：失效、空档、重复、漏洞
  fadu coverage 规则                  方案各条款由什么落实
  fadu diff 甲 乙                     两份规则之间改了什么
  fadu simulate 规则 数据             多次抽样：名次、总分有多稳，哪些单位临近等次界限
  fadu report 甲 乙 数据              影响分析报告：由甲改为乙影响哪些单位（Word、Excel）
  fadu revision 甲 乙                 修订对照表（Word、Excel）
  fadu new-year 方案 年度             以最近一年为底稿开始新的年度

规则、数据、甲、乙可以写文件，也可以写规则目录下的“方案/年度”。

  --json              输出数据而不是表格
  --lang zh|en        文字的语言（默认看 LC_ALL、LANG，否则中文）
  --rulesets 目录     方案所在目录（默认为随附的方案）
  --fast              计分时不用第二个求值器复核
  --draws 次数        抽样次数（默认 1000）
  --seed 整数         随机种子，同一种子结果逐字节相同（默认 1）
  --spread 范围       不确定的内容，如 points=10%,grades=1,surveys；另有
                      adjustments=10%、lookups=30%、assessors=50%、
                      keep=component|total|none、shape=even|middle
  --near P,S%         怎样算临界：距界限几分，或多大比例的抽样改变等次（默认 0.5,5%）
  --samples 行数      敏感性分析的样本行数（默认 0，不做）
  --groups 分组       敏感性的分组：indicator、component 或 criterion
  --leave-out         逐个去掉指标，看名次如何变化
  --docx 文件         report、revision 写成 Word 文件
  --xlsx 文件         report、revision 写成 Excel 文件
  --help              显示本说明

退出码：0 正常，1 有错误级别的问题，2 用法不对。`,
  'use.no-command': '请写明要做什么，例如：fadu check SCHEME/YEAR。用 fadu --help 查看全部命令。',
  'use.unknown-command': '没有“{name}”这个命令。用 fadu --help 查看全部命令。',
  'use.arguments': 'fadu {name} 需要：{wanted}；现在给了 {given} 个。',
  'use.option': '选项无法识别：{reason}',
  'use.lang': '语言只有 zh 和 en，没有“{value}”。',
  'use.no-file': '没有文件 {file}，{folder} 下也没有这个名称的规则。',
  'use.unreadable': '文件 {file} 无法读取（{reason}）。',
  'use.no-output': '请写明写到哪里：--docx 文件 或 --xlsx 文件。',
  'use.unwritable': '文件 {file} 无法写入（{reason}）。',
  'report.written': '已写入 {file}',
  'use.no-unit': '数据中没有单位“{unit}”。请写单位编号或全称。',
  'use.unit-ambiguous': '有几个单位都叫“{unit}”：{ids}。请写编号。',
  'use.year': '“{value}”不是 1900 至 2200 之间的年度。',
  'use.no-scheme': '{folder} 下没有方案“{scheme}”。',
  'use.no-year-before': '方案“{scheme}”在 {year} 年之前没有可作底稿的年度。',
  'use.year-exists': '{file} 已经存在；已经开始的年度不会被覆盖。',
  'use.no-cases': '{file} 旁边没有 cases.json。',
  'use.near': '--near 中的“{value}”无法识别，例如：0.5,5%。',
  'use.spread': '--spread 中的“{part}”无法识别，例如：points=10%,grades=1,surveys。',
  'use.count': '--{name} 须为 {least} 至 {most} 的整数。',
  'use.groups': '--groups 只有 indicator、component、criterion，没有“{value}”。',
  'level.error': '错误',
  'level.warning': '警告',
  'level.info': '提示',
  'notes.many': '另有 {code} 类提示 {count} 条，用 --json 查看。',
  'check.fine': '{name}：没有问题。',
  'check.sum': '{name}：错误 {errors} 个，警告 {warnings} 个，提示 {notes} 个。',
  'score.head': '{title} {year} 年度，第 {version} 版，摘要 {hash}',
  'score.cohort': '{label}，摘要 {hash}',
  'score.synthetic': '数据为虚构。',
  'score.sum': '共 {units} 个单位：已计分 {scored} 个，终止评价 {stopped} 个，因数据缺失未计分 {blocked} 个。',
  'score.checked': '两个求值器结果一致。',
  'score.unchecked': '未用第二个求值器复核（--fast），不是正式结果。',
  'score.disagree': '两个求值器结果不一致，不得发布。',
  'column.rank': '排名',
  'column.unit': '单位',
  'column.category': '类别',
  'column.base': '基础分',
  'column.bonus': '加分',
  'column.deduction': '扣分',
  'column.total': '总分',
  'column.grade': '等次',
  'column.ranks': '名次区间',
  'column.totals': '总分区间',
  'column.grades': '各等次的可能',
  'column.group': '来源',
  'column.rank-first': '名次：单独',
  'column.rank-all': '名次：连同相互作用',
  'column.total-first': '总分：单独',
  'column.total-all': '总分：连同相互作用',
  'column.indicator': '去掉的指标',
  'column.points': '分值',
  'column.moved': '名次改变的单位',
  'column.mean': '平均位移',
  'column.most': '最大位移',
  'column.regraded': '等次改变的单位',
  'simulate.foot': '抽样 {draws} 次，种子 {seed}，范围 {spread}。区间含九成抽样（5% 至 95%）。',
  'column.clause': '条款',
  'column.summary': '内容',
  'column.honoured': '由何落实',
  'column.case': '算例',
  'column.result': '结果',
  'state.blocked': '数据缺失',
  'state.stopped': '终止评价',
  'explain.head': '{name}（{category}）：总分 {total}，等次 {grade}，排名 {rank}',
  'explain.clause': '〔{clause}〕',
  'stage.derive': '数据',
  'stage.select': '适用范围',
  'stage.award': '评分项',
  'stage.combine': '合计',
  'stage.prorate': '换算',
  'stage.adjust': '加减分',
  'stage.limit': '限制',
  'stage.round': '取整',
  'stage.grade': '等次',
  'stage.rank': '排名',
  'stage.outcome': '结果运用',
  'cases.pass': '与手算一致',
  'cases.fail': '{unit} 的 {what}：应为 {expected}，实为 {actual}',
  'cases.sum': '{count} 个算例中 {passed} 个与手算一致。',
  'analyse.sum': '{name}：错误 {errors} 个，警告 {warnings} 个，提示 {notes} 个。',
  'coverage.text-only': '仅为文字：{reason}',
  'coverage.nothing': '尚无落实',
  'coverage.sum': '共 {clauses} 条：规则已落实 {honoured} 条，仅为文字 {textOnly} 条，未落实 {open} 条。',
  'diff.none': '没有差别。',
  'diff.sum': '共 {count} 处改动。',
  'new-year.done': '已写入 {file}：{title} {year} 年度第 1 版，以 {from} 为底稿。改动之前，各项数值沿用上年。',
  'column.title': '名称',
  'coverage.more': '等另 {count} 项',
  'coverage.assumed': '（{count} 处为暂定）',
  separator: '、',
  'case.differs': '{unit} 的 {what}：应为 {expected}，实为 {got}。',
  'clause.open': '条款 {clause}（{summary}）尚无落实。请让有关内容引用它，或写明为何仅为文字。',
  'clause.unlisted': '引用了条款 {clause}，但条款清单中没有它。',
  none: '–',
}
