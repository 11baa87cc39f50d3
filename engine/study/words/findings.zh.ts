import type { Words } from './fill.ts'

/** What analysis finds, in Chinese: what is wrong, then how to mend it. */
export const findingsZh: Words = {
  quoted: '「{name}」', list: '、', more: ' 等另外 {count} 处',
  'analysis.too-complex': '「{label}」的条件组合过多,无法逐一推断。请拆成几个较短的条件。',
  'rule.dead': '「{owner}」的规则「{label}」永远不会生效:按数据的取值范围,条件不可能成立。请改条件,或删去这条规则。',
  'verdict.dead': '否决情形「{label}」永远不会成立。请改条件,或删去。',
  'outcome.dead': '结果运用「{label}」永远不会触发。请改条件,或删去。',
  'requirement.dead': '「{owner}」的等次要求不可能满足,没有单位能得到该等次。请改条件。',
  'pool.dead': '排名组「{label}」不可能有单位。请改条件。',
  'class.dead': '加减分类别「{label}」不适用于任何单位。请改适用条件。',
  'applies.dead': '「{label}」不适用于任何单位。请改适用条件,或停用。',
  'applies.always': '「{label}」的适用条件总是成立,写与不写一样。可以删去。',
  'rule.always': '「{owner}」的规则「{label}」只要有数据就会生效,条件不起作用。请核对界限。',
  'verdict.always': '否决情形「{label}」对每个单位都成立。请核对条件。',
  'outcome.always': '结果运用「{label}」对每个单位都触发。如非有意,请核对条件。',
  'requirement.always': '「{owner}」的等次要求总是满足,不起作用。请核对条件。',
  'pool.always': '排名组「{label}」的条件总是成立,可以删去。',
  'condition.part-never': '「{label}」的条件中,“{part}”永远不成立,可以删去这一部分。',
  'condition.part-always': '「{label}」的条件中,“{part}”由其余部分已能推出,可以删去这一部分。',
  'fact.unused': '数据项「{label}」没有任何规则使用。不必收集,可以删去。',
  'derived.unused': '派生数据「{label}」没有任何规则使用,可以删去。',
  'attribute.unused': '单位属性「{label}」没有任何条件使用,可以删去。',
  'shared.unused': '共用条件「{label}」没有被引用,可以删去。',
}
