import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Indicator, Ruleset } from '../../../engine/index.ts'

type Criterion = NonNullable<Indicator['criteria']>[number]
export const read = <T>(...parts: string[]): T => JSON.parse(readFileSync(join('rulesets', ...parts), 'utf8')) as T
export const has = (...parts: string[]): boolean => existsSync(join('rulesets', ...parts))
/** Every year of every shipped scheme. */
export const years: { name: string; path: string[]; ruleset: Ruleset }[] = readdirSync('rulesets').filter((name) => has(name, 'scheme.json')).flatMap((scheme) =>
  readdirSync(join('rulesets', scheme)).filter((year) => has(scheme, year, 'ruleset.json')).map((year) => ({ name: `${scheme} ${year}`, path: [scheme, year], ruleset: read<Ruleset>(scheme, year, 'ruleset.json') })))

/** A node and all below it, in order; retired ones are left out. */
export const nodesUnder = (node: Indicator): Indicator[] => (node.retired ? [] : [node, ...(node.children ?? []).flatMap(nodesUnder)])
export const leavesOf = (ruleset: Ruleset): Indicator[] => ruleset.indicators.flatMap(nodesUnder).filter((n) => (n.criteria?.length ?? 0) > 0)
export const criteriaOf = (ruleset: Ruleset): Criterion[] => leavesOf(ruleset).flatMap((n) => n.criteria ?? [])
/** Points in ten-thousandths, so that sums are exact. */
export const tenThousandths = (points: number): number => Math.round(points * 10_000)
/** Every object with a source, with its path. */
export function sourced(node: unknown, path = ''): { path: string; source: { clause?: string; basis: string; note?: string } }[] {
  if (typeof node !== 'object' || node === null) return []
  const source = (node as { source?: { clause?: string; basis: string; note?: string } }).source
  return [...(source ? [{ path, source }] : []), ...Object.entries(node).flatMap(([key, item]) => (key === 'source' ? [] : sourced(item, `${path}/${(item as { id?: string } | null)?.id ?? key}`)))]
}
