import type { Decision, Record, Unit } from '../../../engine/index.ts'

/** Puts into made-up records what chance would seldom bring: a lifted cap, findings, ties, values that are absent, and an exemption. */
export function mark(units: readonly Unit[], records: readonly Record[], year: number): void {
  const decision = (kind: string, more: Partial<Decision> = {}): Decision => ({ id: `d-${kind}`, kind, reason: '示例理由', approver: '示例审批机关', document: '示例决定', date: `${year}-12-20`, secondPerson: '示例经办人', ...more })
  const at = (name: string): Record => {
    const record = records.find((r) => r.unit === units.find((u) => u.name === name)?.id)
    if (!record) throw new RangeError(`no unit ${name}`)
    return record
  }
  const heavy = at('郏县')
  heavy.facts['faults'] = [1, 2, 3].map((i) => ({ id: `${heavy.unit}-fault-${i}`, kind: 'criticism', level: 'central', date: `${year}-0${i}-08`, title: `示例事项 ${i}`, serious: i === 1 }))
  heavy.decisions = [decision('cap-override', { amount: 12 })]
  at('市水利局').decisions = [decision('serious-finding')]
  at('市商务局').decisions = [decision('major-problem'), decision('accountability')]
  at('市司法局').decisions = [decision('outstanding'), decision('project')]
  at('市林业局').decisions = [decision('cap-override', { amount: 15, document: undefined })]
  at('市委台办').facts['oathShare'] = { state: 'not-applicable', reason: '本年度无应宣誓人员', by: '示例考核主体' }
  at('市文联').facts['passRate'] = { state: 'not-applicable', reason: '本年度未组织测试', by: '示例考核主体' }
  at('平顶山海关').exemptions = [{ id: 'responsibility-files', reason: '案卷由上级机关统一评查', by: '示例考核主体' }]
  at('示例盐业公司').facts['thoughtSessions'] = { state: 'missing', reason: '尚未报送' }
  const twin = at('省水文局驻平单位')
  const facts = structuredClone(at('省地质局驻平单位').facts)
  for (const [id, value] of Object.entries(facts)) twin.facts[id] = value
}
