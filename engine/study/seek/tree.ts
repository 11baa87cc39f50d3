import type { Choice, Tree } from './branch.ts'
import { ALWAYS, NEVER, SLACK, addsOf, formsOf, readForms, turnedBy, type Form, type Forms } from './forms.ts'
import type { Judge } from './judge.ts'
import { costOf, type Span } from './span.ts'
import type { Sums } from './sums.ts'
import type { Row, Table } from './table.ts'

/** What a form may come to at least and at most, decided at once where it can be. */
function decide(forms: Forms, adds: readonly (readonly Float64Array[])[]): { place: Int32Array; kept: number[] } {
  const kept: number[] = []
  const place = Int32Array.from(forms.list, (form, f) => {
    const [low, high] = adds.reduce(([a, b], list) => [a + Math.min(0, ...list.map((x) => x[f] as number)), b + Math.max(0, ...list.map((x) => x[f] as number))], [form.start, form.start])
    if ((high as number) < -SLACK) return NEVER
    return (low as number) >= 0 ? ALWAYS : kept.push(f) - 1
  })
  return { place, kept }
}

export interface Planted { tree: Omit<Tree, 'weigh'>; /** The lever of each branch. */ spans: readonly number[]; forms: Forms }
/** The search over points: levers that move most first; forms only where changes add up. */
export function plant(table: Table, spans: readonly Span[], sums: Sums, judge: Judge): Planted {
  const forms = formsOf(table, spans, sums, judge)
  const all = table.rows.map((list) => list.map((row) => Float64Array.from(forms.list, (form) => addsOf(form, row))))
  const { place, kept } = table.adds ? decide(forms, all) : { place: new Int32Array(forms.list.length).fill(ALWAYS), kept: [] }
  const put = (f: number): number => (f < 0 ? f : (place[f] as number))
  const own: Forms = {
    ...forms, list: kept.map((f) => forms.list[f] as Form), before: new Map([...forms.before].map(([pairs, list]) => [pairs, list.map(put)])),
    prospects: forms.prospects.map((p) => ({ ...p, reach: p.reach.map(put), under: p.under.map(put) })),
  }
  const order = spans.flatMap((s, j) => (s.lever.type === 'points' ? [j] : [])).map((j) => {
    const choices = (table.rows[j] as readonly Row[]).map((row, k): Choice => ({ value: row.value, cost: costOf(spans[j] as Span, row.value), changes: 1, amount: row.value - (spans[j] as Span).now, adds: Float64Array.from(kept, (f) => all[j]?.[k]?.[f] as number) }))
    return { j, choices, force: choices.reduce((most, c) => Math.max(most, ...c.adds.map((a) => Math.abs(a) / c.cost)), 0) }
  }).sort((a, b) => b.force - a.force || a.j - b.j)
  const [best, worst] = [table.base.grade.slice(), table.base.grade.slice()]
  return {
    forms: own, spans: order.map((o) => o.j),
    tree: {
      levers: order.map((o) => o.choices), kept: sums.kept.map((set) => set.map((j) => order.findIndex((o) => o.j === j))), start: Float64Array.from(own.list, (f) => f.start),
      least: (values) => {
        if (!table.adds) return 0
        readForms(own, values, best, worst)
        return judge.least(best, worst, (pairs) => turnedBy(own, values, pairs))
      },
    },
  }
}
