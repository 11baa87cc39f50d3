import type { Words } from './fill.ts'

/** Revision tables and impact reports as documents, in Chinese. */
export const reportZh: Words = {
  'revision.title': '《{title}》\n修订对照表', 'revision.subtitle': '（{from}与 {to}对照）', 'revision.file': '修订对照表',
  'revision.intro': '本表列出由 {from}改为 {to}的全部修订，共 {count} 处：{sentence}。修改前一栏加删除线的是删去的文字，修改后一栏加下划线的是新增的文字。',
  'revision.none': '{from}与 {to}没有差别。', 'revision.open': '其中 {count} 处尚未写明说明。',
  'revision.hash': '{version}的摘要值（SHA-256）：{hash}',
  'impact.title': '《{title}》\n影响分析报告', 'impact.subtitle': '（由 {from}改为 {to}）', 'impact.file': '影响分析报告', overview: '概览',
  version: '{year} 年第 {version} 版', 'version.draft': '{year} 年草稿', 'mark.draft': '草稿', 'mark.synthetic': '数据为虚构，仅供试算', date: '{year}年{month}月{day}日',
  'heading.findings': '主要结论', 'heading.basis': '比较的版本和数据', 'heading.grades': '等次变化', 'heading.groups': '各类单位的得失', 'heading.attribution': '各部分修改的影响', 'heading.movers': '变化最大的单位', 'heading.outcomes': '结果运用的变化', 'heading.needs': '所需数据',
  'basis.synthetic': '数据是虚构的，只供试算，不代表任何单位的实际情况。', 'basis.as-of': '两个方案都按 {year} 年度计算，期间和日期相应平移。',
  'basis.made': '本报告由系统于{date}生成。总分、等次、名次均按方案的规则精确计算；平均变化四舍五入。',
  'table.revision': '修订对照表', 'table.basis': '比较的版本', 'table.data': '使用的数据', 'table.grades': '等次变化（单位数）', 'table.grades.pool': '{pool}等次变化（单位数）', 'table.groups': '各类单位的得失', 'table.attribution': '各部分修改的影响', 'table.movers': '变化最大的单位', 'table.regraded': '等次有变化的单位', 'table.outcomes': '结果运用（单位数）', 'table.needs': '缺少的数据', 'table.units': '各单位前后对照',
  'column.number': '序号', 'column.thing': '修订内容', 'column.before': '修改前', 'column.after': '修改后', 'column.reason': '说明', 'column.item': '项目', 'column.from': '原方案', 'column.to': '新方案', 'column.group': '类别', 'column.units': '单位数', 'column.winners': '得分上升', 'column.losers': '得分下降', 'column.mean': '平均变化',
  'column.better': '等次上升', 'column.worse': '等次下降', 'column.unit': '单位', 'column.category': '对象类别', 'column.total-before': '改前总分', 'column.total-after': '改后总分', 'column.difference': '变化', 'column.grade-before': '改前等次', 'column.grade-after': '改后等次', 'column.rank': '名次', 'column.rank-before': '改前名次', 'column.rank-after': '改后名次',
  'column.outcome': '结果运用', 'column.gained': '新增', 'column.lost': '减少', 'column.need': '数据', 'column.kind': '种类', 'column.lacking': '缺少的单位', 'column.policy': '缺失时', 'column.read-by': '用于', 'column.sum': '合计',
  'column.value': '内容', 'item.label': '名称', 'item.data-year': '年度', 'item.units': '单位数', 'item.kind': '性质', 'kind.synthetic': '虚构', 'kind.given': '实际数据', 'item.title': '方案名称', 'item.year': '年度', 'item.version': '版本', 'item.hash': '摘要值（SHA-256）', 'from-to': '改前＼改后',
  'group.category': '按对象类别', 'group.pool': '按排名组', 'group.attribute': '按属性', 'group.all': '全部单位', 'group.no-pool': '不参加排名', 'group.value': '{attribute}：{value}', 'group.none': '未填', true: '是', false: '否',
  'attribution.how': '每个单位的差别按沙普利值分摊到各部分修改，各部分合起来正好等于全部差别；等次以升降的级数计。', 'attribution.inert': '{sections}的修改不影响总分、等次、名次。', 'column.part': '修改的部分', 'column.total-sum': '总分合计', 'column.total-up': '总分上升', 'column.total-down': '总分下降', 'column.grade-sum': '等次合计', 'column.grade-up': '等次上升', 'column.grade-down': '等次下降',
  'movers.gain': '总分上升最多', 'movers.loss': '总分下降最多', 'movers.rise': '进位最多', 'movers.fall': '退位最多', 'movers.none': '没有单位的总分或名次有变化。',
  'state.blocked': '数据缺失', 'state.stopped': '终止评价', 'no-grade': '无等次', 'no-rank': '—', ranks: '{from}→{to}', nothing: '（无）', list: '、', more: '表中列出前 {shown} 个，另有 {count} 个见 Excel 文件。',
  'need.fact': '数据项', 'need.attribute': '单位属性', 'need.judgement': '评分人给分', 'need.ranking': '外部排名', 'need.last-year': '上年结果', 'need.category': '对象类别', 'need.fresh': '{name}（新要）', 'need.units': '{count} 个', 'need.filled': '{policy}（补了 {count} 个）', 'need.none': '无策略', 'need.dropped': '数据中有 {count} 项新方案不再使用：{names}。',
  'outcomes.none': '各项结果运用涉及的单位都没有变化。',
}
