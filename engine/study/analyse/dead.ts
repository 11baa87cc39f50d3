import { namesOf } from '../../model/names.ts'
import { under } from '../../model/path.ts'
import type { Condition } from '../../model/ruleset.ts'
import { ANYTHING, acting, failing, where, whereGiven, type Boxes } from './boxes.ts'
import type { Step } from '../../model/step.ts'
import { fixed, type Finding } from './finding.ts'
import { removal, ruleRemoval, setting } from './mend.ts'
import type { World } from './places.ts'

interface Asked {
  /** What stands there: decides the words. */
  what: 'rule' | 'verdict' | 'outcome' | 'requirement' | 'pool' | 'class' | 'applies'
  path: string
  condition: Condition
  /** Records that come this far. */
  above: Boxes
  /** Names the effect reads: a condition on them alone only says that they are given. */
  reads?: ReadonlySet<string>
}
const all: Boxes = [ANYTHING]

function asked(world: World): Asked[] {
  const { ruleset } = world
  const optional = (what: Asked['what'], path: string, condition: Condition | undefined, above: Boxes): Asked[] => (condition ? [{ what, path, condition, above }] : [])
  return [
    ...world.nodes.flatMap((n) => optional('applies', n.path, n.node.applies, n.above)),
    ...world.criteria.flatMap((c) => optional('applies', c.path, c.criterion.applies, c.above)),
    ...world.rules.map(({ rule, path, criterion }): Asked => ({ what: 'rule', path, condition: rule.conditions, above: criterion ? criterion.concerns : all, ...('fact' in rule.event.params ? { reads: new Set([rule.event.params.fact]) } : {}) })),
    ...(['bonus', 'deduction'] as const).flatMap((side) => ruleset[side].classes.flatMap((c) => optional('class', under(side, 'classes', c.id), c.applies, all))),
    ...ruleset.verdicts.flatMap((v) => optional('verdict', under('verdicts', v.id), v.conditions, all)),
    ...ruleset.ranking.pools.flatMap((p) => optional('pool', under('ranking/pools', p.id), p.where, all)),
    ...ruleset.gradings.flatMap((g) => (g.requires ?? []).flatMap((r) => optional('requirement', under('gradings', g.id, 'requires', r.id), r.conditions, all))),
    ...ruleset.outcomes.flatMap((o) => optional('outcome', under('outcomes', o.id), o.conditions, all)),
  ]
}

/** Rules and other conditional things that can never act, conditions that always hold, and parts of conditions that decide nothing. */
export const dead = (world: World): Finding[] => asked(world).flatMap((one) => (one.above?.length === 0 ? [] : judge(world, one)))

function judge(world: World, one: Asked): Finding[] {
  const { what, path, condition, above } = one
  // An outcome acts also where a name does not concern the unit.
  const acts = what === 'outcome' ? above && where(condition, above, world) : acting(condition, namesOf(condition, world.shared), above, world)
  if (!acts) return [{ level: 'info', code: 'analysis.too-complex', path, values: {} }]
  if (acts.length === 0) return [{ level: what === 'requirement' ? 'error' : 'warning', code: `${what}.dead`, path, values: {}, ...fixed(mendDead(world, one)) }]
  const fails = failing(condition, above, world)
  if (!fails || fails.length) return parts(world, one)
  if (isDeliberate(world, condition) || onlyGiven(world, one)) return []
  if (what === 'applies' || what === 'class') return [{ level: 'info', code: 'applies.always', path, values: {}, ...fixed(alwaysKnown(world, condition) ? setting(world.ruleset, path, 'applies', undefined) : []) }]
  return [{ level: what === 'rule' || what === 'verdict' ? 'warning' : 'info', code: `${what}.always`, path, values: {} }]
}
/** Names that no record can lack. */
const alwaysKnown = (world: World, condition: Condition): boolean => [...namesOf(condition, world.shared).values].every((name) => [...world.domains.of(name).states].every((s) => s === 'given'))
function mendDead({ ruleset }: World, { what, path }: Asked): Step[] {
  const [list, id] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)]
  return what === 'rule' ? ruleRemoval(ruleset, path) : what === 'verdict' || what === 'outcome' ? removal(ruleset, list, id) : []
}

/** A condition on nothing but what the effect reads is a way to say "if it is given". */
const onlyGiven = (world: World, { condition, reads }: Asked): boolean => {
  const { values, states } = namesOf(condition, world.shared)
  return reads !== undefined && [...values, ...states].every((name) => reads.has(name))
}
/** A test that lists every choice there is was meant to hold always. */
function isDeliberate(world: World, condition: Condition): boolean {
  if ('all' in condition && condition.all.length === 1 && condition.all[0]) return isDeliberate(world, condition.all[0])
  if (!('fact' in condition) || condition.operator !== 'in') return false
  const { values } = world.domains.of(condition.fact)
  return values.kind === 'word' && !values.choices.others && Array.isArray(condition.value) && values.choices.listed.size === new Set(condition.value).size
}

interface Part { code: 'condition.part-never' | 'condition.part-always'; condition: Condition; at: readonly (string | number)[] }
/** Members of all and any that never change the answer. */
function parts({ ruleset, ...world }: World, { path, condition, above, what }: Asked): Finding[] {
  const ready = what === 'outcome' ? above : above && whereGiven(above, namesOf(condition, world.shared).values, world)
  const property = what === 'pool' ? 'where' : what === 'applies' || what === 'class' ? 'applies' : 'conditions'
  return useless({ ruleset, ...world }, condition, ready, []).map((part) => ({
    level: part.code === 'condition.part-never' ? 'warning' : 'info', code: part.code, path, values: { part: JSON.stringify(part.condition) },
    ...fixed(setting(ruleset, path, property, leftOut(condition, part.at))),
  }))
}
function useless(world: World, condition: Condition, ready: Boxes, at: readonly (string | number)[]): Part[] {
  if (!ready || !ready.length || !('all' in condition || 'any' in condition)) return []
  const [key, list] = 'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const)
  const found: Part[] = []
  for (const [i, part] of list.entries()) {
    const context = key === 'any' ? ready : list.reduce<Boxes>((rest, c, j) => rest && (j === i ? rest : where(c, rest, world)), ready)
    const here = [...at, key, i]
    // Of parts that imply each other one stays.
    const idle = list.length > 1 && context && context.length > 0 && !found.some((f) => f.at.length === here.length) && !isDeliberate(world, part) && isNamed(world, part, list.filter((_, j) => j !== i))
    if (idle && where(part, context, world, key === 'any')?.length === 0) found.push({ code: key === 'any' ? 'condition.part-never' : 'condition.part-always', condition: part, at: here })
    else found.push(...useless(world, part, context, here))
  }
  return found
}
/** Are the names of a part asked for elsewhere too? Else it still requires them to be given. */
const isNamed = (world: World, part: Condition, others: readonly Condition[]): boolean => {
  const rest = new Set(others.flatMap((c) => [...namesOf(c, world.shared).values]))
  return [...namesOf(part, world.shared).values].every((name) => rest.has(name))
}
/** The condition without the member at a place. */
function leftOut(condition: Condition, at: readonly (string | number)[]): Condition {
  const [key, i, ...rest] = at as [string, number, ...(string | number)[]]
  const list = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
  const changed = rest.length ? list.map((c, j) => (j === i ? leftOut(c, rest) : c)) : list.filter((_, j) => j !== i)
  return key === 'all' ? { all: changed } : { any: changed }
}
