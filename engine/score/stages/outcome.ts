import { note, readiness, see, type Stage } from '../work.ts'

/** Stage 11: which outcomes follow from the result and its history. */
export const outcome: Stage = (pass) => {
  for (const work of pass.works) {
    if (work.blocked.length) continue
    for (const rule of pass.plan.ruleset.outcomes) {
      const key = `outcome:${rule.id}`
      const question = pass.plan.question.get(key)
      if (!question || !work.holds.has(key) || readiness(work, question.names) === 'missing') continue
      work.outcomes.push(rule.id)
      const because = Object.fromEntries([...question.names.values].map((name) => [name, see(work, name) ?? null]))
      note(pass, work, 'outcome', rule.type, `outcomes/${rule.id}`, because, rule.by, { rule: rule.id, clause: rule.source.clause })
    }
  }
}
