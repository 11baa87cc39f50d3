import type { Cohort, Condition, Effect, Ruleset } from '../../engine/index.ts'
import type { Table } from './outcome.ts'

/** The scheme of the workload as a person would write it out by hand, in whole ten-thousandths: one function, no interpretation, nothing to look up. */
export type ByHand = (cohort: Cohort, table: Table) => void

const OPERATOR: { [name: string]: string } = { equal: '===', notEqual: '!==', lessThan: '<', lessThanInclusive: '<=', greaterThan: '>', greaterThanInclusive: '>=' }
const RESULT: { [name: string]: string } = { 'result.total': 'total[i]', 'result.rank': 'rank[i]', 'result.grade': 'grade[i]' }
const units = (points: number): number => Math.round(points * 10_000)

function test(rules: Ruleset, condition: Condition): string {
  if ('all' in condition) return condition.all.map((c) => test(rules, c)).join(' && ')
  if (!('fact' in condition)) throw new RangeError('the workload has conjunctions only')
  const grade = (id: unknown): number => rules.grades.findIndex((g) => g.id === id)
  const { fact, operator, value } = condition
  if (operator === 'in') return `(${(value as string[]).map((v) => `grade[i] === ${grade(v)}`).join(' || ')})`
  const left = RESULT[fact] ?? (fact === 'unit.category' ? 'unit.category' : `f.${fact}`)
  const right = fact === 'result.total' ? Number(value) * 100 : fact === 'result.grade' ? grade(value) : JSON.stringify(value)
  return `${left} ${OPERATOR[operator]} ${right}`
}
function act(effect: Effect): string {
  switch (effect.type) {
    case 'deduct': return `p -= ${units(effect.params.points)}`
    case 'award': return `p += ${units(effect.params.points)}`
    case 'deductEach': return `p -= Math.min(f.${effect.params.fact} * ${units(effect.params.points)}, ${units(effect.params.cap ?? 1e6)})`
    case 'awardEach': return `p += Math.min(f.${effect.params.fact} * ${units(effect.params.points)}, ${units(effect.params.cap ?? 1e6)})`
    default: throw new RangeError(`the workload has no ${effect.type}`)
  }
}
const criterion = (rules: Ruleset, c: NonNullable<Ruleset['indicators'][number]['criteria']>[number]): string => {
  const full = units(c.points)
  const lines = c.rules.map((r) => `    if (${test(rules, r.conditions)}) ${act(r.event)}`).join('\n')
  const body = `    p = ${c.start === 'full' ? full : 0}\n${lines}\n    earned += p < 0 ? 0 : p > ${full} ? ${full} : p`
  return c.applies ? `    if (${test(rules, c.applies)}) {\n${body}\n    } else applicable -= ${full}` : body
}
const side = (rules: Ruleset, name: 'bonus' | 'deduction'): string => {
  const [rule] = rules[name].rules ?? []
  if (!rule) throw new RangeError('the workload has one rule a side')
  return `    p = 0\n    if (${test(rules, rule.conditions)}) ${act(rule.event).replace('p -=', 'p +=')}\n    const ${name} = Math.min(p, ${units(rules[name].cap?.points ?? 1e6)})`
}

/** The text of that function for the workload. */
export function sourceByHand(rules: Ruleset): string {
  const criteria = rules.indicators.flatMap((i) => i.criteria ?? [])
  const bands = rules.gradings[0]?.bands ?? []
  const grades = bands.slice(0, -1).map((b, k) => `t >= ${(b.from ?? 0) * 100} ? ${k} : `).join('')
  return `export default function (cohort, { total, grade, rank, outcomes }) {
  const n = cohort.units.length
  const base = new Float64Array(n)
  const half = (top, bottom) => { const a = Math.abs(top); let q = Math.floor(a / bottom); if ((a - q * bottom) * 2 >= bottom) q++; return top < 0 ? -q : q }
  for (let i = 0; i < n; i++) {
    const unit = cohort.units[i], f = cohort.records[i].facts
    let p = 0, earned = 0, applicable = ${units(rules.fullMarks)}
${criteria.map((c) => criterion(rules, c)).join('\n')}
${side(rules, 'bonus')}
${side(rules, 'deduction')}
    base[i] = half(earned * ${units(rules.fullMarks)}, applicable * 100)
    const t = half(Math.max(0, earned * ${units(rules.fullMarks)} + (bonus - deduction) * applicable), applicable * 100)
    total[i] = t
    grade[i] = ${grades}${bands.length - 1}
  }
  for (const category of ${JSON.stringify(rules.ranking.pools.map((p) => p.id))}) {
    const pool = []
    for (let i = 0; i < n; i++) if (cohort.units[i].category === category) pool.push(i)
    pool.sort((a, b) => total[b] - total[a] || base[b] - base[a])
    for (let k = 0, place = 1; k < pool.length; k++) {
      const a = pool[k - 1], b = pool[k]
      if (k > 0 && !(total[a] === total[b] && base[a] === base[b])) place = k + 1
      rank[b] = place
    }
  }
  for (let i = 0; i < n; i++) {
    const f = cohort.records[i].facts
${rules.outcomes.map((o, k) => `    outcomes[${k} * n + i] = ${test(rules, o.conditions)} ? 1 : 0`).join('\n')}
  }
}
`
}
