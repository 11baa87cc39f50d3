/** One deliberate fault: pieces of source that are replaced (each must stand there exactly once), and what it would do to results. */
export interface Mutation { what: string; edits: readonly (readonly [file: string, from: string, to: string])[]; tests: readonly string[] }

const SCORING = ['test/engine/fine-print', 'test/engine/patterns', 'test/engine/cases', 'test/engine/model/calendar.test.ts', 'test/engine/laws/conditions.test.ts']
const CHECKING = ['test/engine/check/bands.test.ts', 'test/engine/check/totals.test.ts', 'test/engine/check/conditions.test.ts', 'test/engine/check/structure.test.ts', 'test/engine/check/parse.test.ts', 'test/engine/check/references.test.ts', 'test/engine/check/effects.test.ts', 'test/engine/check/settings.test.ts', 'test/engine/check/cohort.test.ts']

const stage = (name: string): string => `engine/score/stages/${name}.ts`
const one = (what: string, file: string, from: string, to: string): Mutation => ({ what, edits: [[file, from, to]], tests: SCORING })
const inCheck = (what: string, name: string, from: string, to: string): Mutation => ({ what: `check: ${what}`, edits: [[`engine/check/${name}.ts`, from, to]], tests: CHECKING })
const NET = 'const net = sub(add(work.base, work.bonus), work.deduction)'

/** Faults in the arithmetic, the stages of scoring and the checks; every one must turn a test red. */
export const MUTATIONS: readonly Mutation[] = [
  // Rounding and bounds.
  one('rounding: half-even for half-up', 'engine/model/decimal.ts', "(mode === 'half-up' || whole % 2n === 1n)", '(whole % 2n === 1n)'),
  one('rounding: half-up for half-even', 'engine/model/decimal.ts', "(mode === 'half-up' || whole % 2n === 1n)", '(whole >= 0n)'),
  one('rounding: down rounds up from a half', 'engine/model/decimal.ts', "mode !== 'down' && ", ''),
  one('rounding of the total left out', stage('round'), 'work.rounded = rounded(work.total, places, mode)', 'work.rounded = rounded(work.total, 4, mode)'),
  one('total + 0.01', stage('limit'), NET, "const net = add(exact('0.01'), sub(add(work.base, work.bonus), work.deduction))"),
  one('total - 0.01', stage('limit'), NET, "const net = sub(sub(add(work.base, work.bonus), work.deduction), exact('0.01'))"),
  one('bands: < for <= at the lower bound', stage('grade'), 'cmp(total, exact(band.from)) >= 0', 'cmp(total, exact(band.from)) > 0'),
  one('bands: <= for < at the upper bound', stage('grade'), 'cmp(total, exact(end)) < 0', 'cmp(total, exact(end)) <= 0'),
  one('grades by the unrounded total', stage('grade'), 'bandOf(grading, work.rounded)', 'bandOf(grading, work.total ?? work.rounded)'),
  one('components rounded though only the total should be', stage('prorate'), "if (rounding.stage === 'components-and-total')", 'if (rounding.places >= 0)'),
  one('components not rounded though they should be', stage('prorate'), "if (rounding.stage === 'components-and-total')", 'if (rounding.places < 0)'),
  // Criteria.
  one('criterion may fall below 0', stage('award'), 'clamp(sub(add(start, awarded), deducted), ZERO, full)', 'min(sub(add(start, awarded), deducted), full)'),
  one('criterion may exceed its points', stage('award'), 'clamp(sub(add(start, awarded), deducted), ZERO, full)', 'max(sub(add(start, awarded), deducted), ZERO)'),
  one('cap of a cause dropped', stage('award'), 'if (over.n === 0n) continue', 'if (over.n >= 0n) continue'),
  one('missing taken as fulfilled', stage('award'), "if (states.includes('missing')) a.state = 'missing'", ''),
  one('begun steps counted as whole ones', 'engine/score/effects.ts', "params.count === 'whole' ? floor(exactSteps) : ceil(exactSteps)", 'floor(exactSteps)'),
  one('whole steps counted as begun ones', 'engine/score/effects.ts', "params.count === 'whole' ? floor(exactSteps) : ceil(exactSteps)", 'ceil(exactSteps)'),
  // Means and missing values.
  one('mean over all categories instead of the own one', stage('combine'), '`${work.unit.category} ${item.criterion.id}`', '`${item.criterion.id}`'),
  one('trimmed mean drops at one end only', 'engine/score/derivations.ts', 'sorted.slice(of.drop, sorted.length - of.drop)', 'sorted.slice(of.drop)'),
  one('minimum of raters off by one', 'engine/score/derivations.ts', 'numbers.length < minimum ? null', 'numbers.length <= minimum ? null'),
  one('minimum of answers off by one', 'engine/score/derivations.ts', 'valid < (of.minimum ?? 0)', 'valid <= (of.minimum ?? 0)'),
  // Proration.
  one('proration: denominator is the full marks', stage('prorate'), 'result = div(mul(part.earned, full), applicable)', 'result = div(mul(part.earned, full), full)'),
  one('proration: denominator is the own component', stage('prorate'), 'result = div(mul(part.earned, full), applicable)', 'result = div(mul(part.earned, full), part.applicable)'),
  one('proration: least base off by a hair', stage('prorate'), 'cmp(applicable, exact(proration.minimumBase ?? 0)) < 0', 'cmp(applicable, exact(proration.minimumBase ?? 0)) <= 0'),
  // Adjustments.
  one('cap of a side dropped', stage('adjust'), 'const result = min(raw, lifted)', 'const result = raw'),
  { what: 'cap and net swapped: the net is capped, not each side', tests: SCORING, edits: [
    [stage('adjust'), 'const result = min(raw, lifted)', 'const result = raw'],
    [stage('limit'), NET, 'const net = add(work.base, min(sub(work.bonus, work.deduction), exact(pass.plan.ruleset.bonus.cap?.points ?? 1000)))'],
  ] },
  one('a decision lifts the soft cap also downwards', stage('adjust'), 'const lifted = max(cap, exact(latest.amount))', 'const lifted = exact(latest.amount)'),
  one('an incomplete decision lifts the cap', stage('adjust'), 'd.amount !== undefined && isComplete(d, kind)', 'd.amount !== undefined'),
  one('gate: > for >=', stage('adjust'), "side.gate.operator === 'greaterThan' ? difference > 0 : difference >= 0", 'difference > 0'),
  one('gate: >= for >', stage('adjust'), "side.gate.operator === 'greaterThan' ? difference > 0 : difference >= 0", 'difference >= 0'),
  one('de-duplication removed', stage('adjust'), 'if (!c.dedupe) return raw', 'if (raw.n >= 0n) return raw'),
  one('de-duplication keeps the lowest', stage('adjust'), 'group.sort((a, b) => cmp(b.points, a.points))', 'group.sort((a, b) => cmp(a.points, b.points))'),
  one('period: the last day left out', stage('adjust'), 'event.date > end', 'event.date >= end'),
  // Limits and verdicts.
  one('limit at the bottom dropped', stage('limit'), 'if (limits.min !== undefined) total = max(total, exact(limits.min))', ''),
  one('a fixed total raises', stage('limit'), 'total = min(total, fixedAt)', 'total = fixedAt'),
  one('a grade-capping verdict ignored', stage('grade'), 'work.grade = verdict.effect.grade', 'work.grade = String(work.grade)'),
  one('a verdict zeroes only its criterion, not what stands below an indicator', stage('award'), 'a.item.criterion.id === target || stands(a.item.node, target)', 'a.item.criterion.id === target'),
  // Quotas, ranks, history.
  one('quota rounded up for down', stage('grade'), "if (quota.rounding === 'down') return Number(floor(exactPlaces))", "if (quota.rounding === 'down') return Number(ceil(exactPlaces))"),
  one('quota one place short', stage('grade'), 'used + group.length <= places', 'used + group.length < places'),
  one('quota: equals at the cut all fail', stage('grade'), "(used < places && quota.equals === 'all')", 'false'),
  one('tie-breaks in reverse order', 'engine/score/order.ts', 'for (const tie of tieBreaks) {', 'for (const tie of [...tieBreaks].reverse()) {'),
  one('tie-break: low for high', 'engine/score/order.ts', "tie.order === 'high' ? cmp(y, x) : cmp(x, y)", 'cmp(x, y)'),
  one('ranks 1-2-2-3 for 1-2-2-4', stage('rank'), "method === 'dense' ? 1 : group.length", '1'),
  one('last places: one too few', 'engine/score/history.ts', 'let left = rule.count', 'let left = rule.count - 1'),
  one('last places: least pool off by one', 'engine/score/history.ts', 'inPool.length < rule.minimumPool', 'inPool.length <= rule.minimumPool'),
  one('streak one year too long', 'engine/score/history.ts', 'let length = 1', 'let length = 2'),
  one('streak goes on over a missing year', 'engine/score/history.ts', 'if (!found || !found.every(qualifies)) return length', 'if (!found && at.year > 2000) continue\n    if (!found || !found.every(qualifies)) return length'),
  one('regression: > for >=', 'engine/score/history.ts', 'work.rank - past.rank >= rule.places', 'work.rank - past.rank > rule.places'),
  one('time limits count the day of delivery', 'engine/model/calendar.ts', 'let time = timeOf(from) + dayMs', 'let time = timeOf(from)'),
  // Order and conditions.
  one('limits before adjustments', 'engine/score/score.ts', 'prorate, adjust, limit, round', 'prorate, limit, adjust, round'),
  one('conditions: < for <=', 'engine/model/operators.ts', "lessThanInclusive: { kinds: ['number'], operand: 'scalar', standard: true, test: compare((a, b) => a <= b) }", "lessThanInclusive: { kinds: ['number'], operand: 'scalar', standard: true, test: compare((a, b) => a < b) }"),
  // Checks.
  inCheck('the greatest total need not have a grade', 'bands', 'cmp(high, highest.below) >= 0', 'cmp(high, highest.below) > 0'),
  inCheck('a gap counts even where no total can stand', 'bands', 'cmp(band.below, above.from) < 0 && cmp(ceilTo(band.below, places), above.from) < 0', 'cmp(band.below, above.from) < 0'),
  inCheck('bands that touch overlap', 'bands', 'cmp(band.below, above.from) > 0', 'cmp(band.below, above.from) >= 0'),
  inCheck('points above full marks pass', 'totals', 'cmp(most, full) > 0', 'cmp(most, full) > 1'),
  inCheck('extra points count to the maximum', 'totals', 'if (!c.extra && ', 'if ('),
  inCheck('a condition that is not known is taken as met', 'totals', "return 'depends'\n  return OPERATORS", 'return true\n  return OPERATORS'),
  inCheck('a circle of one is none', 'circles', 'next === goal || ', ''),
  inCheck('five decimal places pass', 'values', '{1,4}', '{1,5}'),
  inCheck('a bound outside the range of the fact passes', 'conditions', 'Number(v) > (seen.max ?? Infinity)', 'Number(v) > Infinity'),
  inCheck('a name of another phase may be asked', 'conditions', "if (phase === 'grades') return null", ''),
  inCheck('a newer format is read as if it were ours', 'structure', 'Number(format) > FORMAT', 'Number(format) > FORMAT + 1'),
  inCheck('a name written twice passes', 'scan', 'top?.keys?.has(key)', 'top?.keys?.has(`${key} `)'),
  inCheck('one level more passes', 'scan', 'if (open.length === limit)', 'if (open.length > limit)'),
]
