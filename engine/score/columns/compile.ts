import { under } from '../../model/path.ts'
import type { Condition, Criterion, Indicator, MissingPolicy, Ruleset } from '../../model/ruleset.ts'
import { coreOf, scaled, sideCore, type Core } from './core.ts'
import { layOut, programsOf, type Layout, type Programs } from './layout.ts'
import { programOf, type Node, type Program } from './program.ts'

/** A question about facts that is no rule: applies, class, verdict, pool. */
export interface Asked { index: number; program: Program }
export interface Branch { indicator: Indicator; parent: number; applies: Asked | null; lossCap: number | null; first: number; end: number; children: number[] }
export interface Place {
  core: Core
  criterion: Criterion
  branch: number
  component: number
  /** Its first rule among all. */
  rule: number
  applies: Asked | null
  policy: MissingPolicy
  /** Verdicts that zero it. */
  zeroing: number[]
}
export interface Side { name: 'bonus' | 'deduction'; core: Core; rule: number; classes: { id: string; asked: Asked | null; applies: boolean }[] }

/** A ruleset laid out for columns: data only, made again from the parts that changed. */
export interface Compiled {
  ruleset: Ruleset
  layout: Layout
  programs: Programs
  branches: readonly Branch[]
  places: readonly Place[]
  sides: readonly [Side, Side]
  verdicts: readonly (Asked | null)[]
  pools: readonly (Asked | null)[]
  requires: readonly (readonly Program[])[]
  outcomes: readonly Program[]
  asked: readonly Asked[]
  /** Number of rules, those of sides included. */
  rules: number
  full: number
  components: readonly { id: string; full: number }[]
  flags: readonly string[]
  /** Columns of results and history that conditions read, with the numbers those of base, bonus and deduction are compared with; null = with another column. */
  read: ReadonlyMap<number, readonly number[] | null>
}
export const FLAGS = ['prorated', 'capped:bonus', 'capped:deduction', 'lifted:bonus', 'lifted:deduction', 'gate-shut:bonus', 'gate-shut:deduction', 'rounding-critical', 'quota', 'tied', 'filled:zero', 'filled:last-year', 'filled:category-mean', 'filled:exclude-and-prorate'] as const
export type Flag = (typeof FLAGS)[number]
export const flag = (name: Flag): number => FLAGS.indexOf(name)

function readBy(programs: readonly Program[], layout: Layout): Compiled['read'] {
  const found = new Map<number, number[] | null>()
  const name = (slot: number): string => layout.slots[slot]?.name ?? ''
  const take = (slot: number, literals: readonly number[] | null): void => {
    if (!name(slot).startsWith('result.') && !name(slot).startsWith('history.')) return
    const known = found.get(slot)
    found.set(slot, known === null || literals === null ? null : [...(known ?? []), ...literals])
  }
  const walk = (node: Node): void => {
    switch (node.type) {
      case 'test': return take(node.slot, (Array.isArray(node.value) ? (node.value as readonly unknown[]) : [node.value]).filter((v) => typeof v === 'number'))
      case 'pair': return [node.slot, node.other].forEach((slot) => take(slot, null))
      case 'not': return walk(node.node)
      default: node.nodes.forEach(walk)
    }
  }
  programs.forEach((p) => walk(p.root))
  return found
}

/** Lays a valid ruleset out for columns; from `before` it takes everything whose objects are the same. Throws RangeError for an unknown reference. */
export function compile(ruleset: Ruleset, before?: Compiled): Compiled {
  const layout = layOut(ruleset, before)
  const programs = programsOf(ruleset, layout, before)
  const asked: Asked[] = []
  const ask = (condition: Condition | undefined): Asked | null => {
    if (!condition) return null
    const made = { index: asked.length, program: programOf(condition, layout, programs) }
    asked.push(made)
    return made
  }
  const componentOf = new Map(ruleset.methods.map((m) => [m.id, ruleset.components.findIndex((c) => c.id === m.component)]))
  const branches: Branch[] = []
  const places: Place[] = []
  let rules = 0
  const visit = (indicator: Indicator, parent: number): void => {
    if (indicator.retired !== undefined && indicator.retired.year <= ruleset.year) return
    const index = branches.length
    const branch: Branch = { indicator, parent, applies: ask(indicator.applies), lossCap: indicator.lossCap === undefined ? null : scaled(indicator.lossCap), first: places.length, end: 0, children: [] }
    branches.push(branch)
    if (parent >= 0) branches[parent]?.children.push(index)
    for (const criterion of indicator.criteria ?? []) {
      const core = coreOf(criterion, layout, programs)
      const component = componentOf.get(criterion.method) ?? -1
      if (component < 0) throw new RangeError(`${criterion.id}: method ${criterion.method} feeds no component`)
      const policy = criterion.missing ?? ruleset.components[component]?.missing ?? ruleset.missing?.policy ?? 'block'
      places.push({ core, criterion, branch: index, component, rule: rules, applies: ask(criterion.applies), policy, zeroing: zeroing(ruleset, branches, index, criterion.id) })
      rules += core.firings.length
    }
    for (const child of indicator.children ?? []) visit(child, index)
    branch.end = places.length
  }
  ruleset.indicators.forEach((indicator) => visit(indicator, -1))
  const side = (name: 'bonus' | 'deduction'): Side => {
    const core = sideCore(name, ruleset[name].rules ?? NO_RULES[name], layout, programs)
    const made: Side = { name, core, rule: rules, classes: ruleset[name].classes.map((c) => ({ id: c.id, applies: c.applies !== undefined, asked: ask(c.applies) })) }
    rules += core.firings.length
    return made
  }
  const sides: [Side, Side] = [side('bonus'), side('deduction')]
  const verdicts = ruleset.verdicts.map((v) => ask(v.conditions))
  const pools = ruleset.ranking.pools.map((p) => ask(p.where))
  const requires = ruleset.gradings.map((g) => (g.requires ?? []).map((r) => programOf(r.conditions, layout, programs)))
  const outcomes = ruleset.outcomes.map((o) => programOf(o.conditions, layout, programs))
  return {
    ruleset, layout, programs, branches, places, sides, verdicts, pools, requires, outcomes, asked, rules,
    full: scaled(ruleset.fullMarks), components: ruleset.components.map((c) => ({ id: c.id, full: scaled(c.points) })),
    flags: [...FLAGS, ...ruleset.verdicts.map((v) => `verdict:${v.id}`), ...ruleset.history.map((h) => `pending:${h.id}`)],
    read: readBy([...requires.flat(), ...outcomes], layout),
  }
}
const NO_RULES = { bonus: [], deduction: [] }
/** Verdicts whose indicator is the criterion itself or stands above it. */
function zeroing(ruleset: Ruleset, branches: readonly Branch[], branch: number, criterion: string): number[] {
  return ruleset.verdicts.flatMap((v, i) => {
    if (v.effect.type !== 'zero-item') return []
    if (v.effect.indicator === criterion) return [i]
    for (let at = branch; at >= 0; at = branches[at]?.parent ?? -1) if (branches[at]?.indicator.id === v.effect.indicator) return [i]
    return []
  })
}
const branchPath = (compiled: Compiled, index: number): string => {
  const branch = compiled.branches[index]
  if (!branch) throw new RangeError(`no indicator ${index}`)
  return branch.parent < 0 ? under('indicators', branch.indicator.id) : under(branchPath(compiled, branch.parent), 'children', branch.indicator.id)
}
/** Where a criterion stands. */
export const placePath = (compiled: Compiled, place: Place): string => under(branchPath(compiled, place.branch), 'criteria', place.criterion.id)

/** The compiled form of a changed ruleset: only what changed is laid out anew. */
export const withRuleset = (compiled: Compiled, ruleset: Ruleset): Compiled => (compiled.ruleset === ruleset ? compiled : compile(ruleset, compiled))
