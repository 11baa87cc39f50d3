import { ceil, cmp, exact, floor, fraction, mul, round, type Exact } from '../../model/decimal.ts'
import type { Grading } from '../../model/ruleset.ts'
import { byMerit, groups, ordered } from '../order.ts'
import { note, readiness, type Pass, type Stage, type Work } from '../work.ts'

/** Stage 9: the band of the rounded total, then what a grade requires, then grade-capping verdicts, then quotas. */
export const grade: Stage = (pass) => {
  for (const work of pass.works) {
    if (work.stopped !== null) work.grade = work.stopped
    else if (work.rounded !== null) first(pass, work)
  }
  for (const grading of pass.plan.ruleset.gradings) {
    // The best grade first: who finds no place there may want one of the next.
    const quotas = [...(grading.quotas ?? [])].sort((a, b) => indexOf(pass, a.grade) - indexOf(pass, b.grade))
    for (const quota of quotas) {
      const mine = ordered(pass.works).filter((w) => gradingOf(pass, w) === grading)
      if (quota.within === 'grading') allot(pass, quota, mine, grading.id)
      else for (const category of new Set(mine.map((w) => w.unit.category))) allot(pass, quota, mine.filter((w) => w.unit.category === category), category)
    }
  }
}

type Quota = NonNullable<Grading['quotas']>[number]
/** The grading of a unit's category: the one that names it, else the one that names none. */
export const gradingOf = (pass: Pass, work: Work): Grading | undefined => {
  const { gradings } = pass.plan.ruleset
  return gradings.find((g) => g.categories?.includes(work.unit.category)) ?? gradings.find((g) => !g.categories)
}

/** The band that holds a total: from its start (inclusive) to below its end, or the next band's start. */
export function bandOf(grading: Grading, total: Exact): Grading['bands'][number] | undefined {
  const bands = [...grading.bands].sort((a, b) => (b.from ?? -Infinity) - (a.from ?? -Infinity))
  return bands.find((band, i) => {
    const end = band.below ?? bands[i - 1]?.from
    return (band.from === undefined || cmp(total, exact(band.from)) >= 0) && (end === undefined || cmp(total, exact(end)) < 0)
  })
}

function first(pass: Pass, work: Work): void {
  const grading = gradingOf(pass, work)
  const band = grading && work.rounded && bandOf(grading, work.rounded)
  if (!grading || !band || !work.rounded || !work.total) {
    work.blocked.push('gradings')
    return
  }
  note(pass, work, 'grade', 'band', `gradings/${grading.id}/bands/${band.grade}`, { total: work.rounded, from: band.from === undefined ? null : exact(band.from) }, band.grade, { clause: band.source.clause })
  const unrounded = bandOf(grading, work.total)
  if (unrounded?.grade !== band.grade) work.flags.add('rounding-critical')
  work.grade = band.grade
  for (const verdict of pass.plan.ruleset.verdicts) {
    if (verdict.effect.type !== 'cap-grade' || !work.holds.has(`verdict:${verdict.id}`)) continue
    const best = indexOf(pass, verdict.effect.grade)
    work.bestGrade = Math.max(work.bestGrade, best)
    if (indexOf(pass, work.grade) >= best) continue
    note(pass, work, 'grade', 'cap-grade', `verdicts/${verdict.id}`, { before: work.grade }, verdict.effect.grade, { rule: verdict.id, clause: verdict.source.clause })
    work.grade = verdict.effect.grade
  }
  settle(pass, work, grading)
}
/** Goes down to the best grade whose requirements hold. */
function settle(pass: Pass, work: Work, grading: Grading): void {
  while (work.grade !== null && !mayHave(pass, work, grading, work.grade)) {
    const next: { id: string } | undefined = pass.plan.ruleset.grades[indexOf(pass, work.grade) + 1]
    if (!next) break
    note(pass, work, 'grade', 'requirement', `gradings/${grading.id}`, { before: work.grade }, next.id, { clause: grading.source.clause })
    work.grade = next.id
  }
}
const indexOf = (pass: Pass, id: string): number => pass.plan.ruleset.grades.findIndex((g) => g.id === id)

/** Do the requirements of a grade hold? One whose facts are missing does not. */
const mayHave = (pass: Pass, work: Work, grading: Grading, id: string): boolean =>
  (grading.requires ?? []).filter((r) => r.grade === id).every((r) => {
    const key = `requires:${grading.id}/${r.id}`
    const question = pass.plan.question.get(key)
    return question !== undefined && readiness(work, question.names) === 'given' && work.holds.has(key)
  })

/** Gives the places of a quota to the best units; who finds none goes to the next grade. */
function allot(pass: Pass, quota: Quota, pool: readonly Work[], name: string): void {
  const level = indexOf(pass, quota.grade)
  const lower = pass.plan.ruleset.grades[level + 1]
  if (!lower) return
  const compare = byMerit(pass)
  const wants = (w: Work): boolean => w.grade === quota.grade
  const places = placesOf(quota, pool.length)
  // A place lapses when a unit that stands in it by its total may not have the grade.
  const order = groups(pool.filter((w) => (quota.unfilled === 'lapse' ? w.grade !== null && indexOf(pass, w.grade) >= level : wants(w))), compare)
  let used = 0
  for (const group of order) {
    const fits = used + group.length <= places || (used < places && quota.equals === 'all')
    if (!fits) {
      for (const work of group.filter(wants)) {
        note(pass, work, 'grade', 'quota', 'gradings', { places, pool: name, of: pool.length, before: quota.grade }, lower.id, { clause: quota.source.clause })
        work.grade = lower.id
        const grading = gradingOf(pass, work)
        if (grading) settle(pass, work, grading)
        work.flags.add('quota')
      }
    }
    used += group.length
  }
}
function placesOf(quota: Quota, size: number): number {
  if (quota.places !== undefined) return quota.places
  const exactPlaces = mul(exact(quota.share ?? 1), fraction(BigInt(size)))
  if (quota.rounding === 'down') return Number(floor(exactPlaces))
  if (quota.rounding === 'up') return Number(ceil(exactPlaces))
  return Number(round(exactPlaces, 0, 'half-up').n)
}
