import type { Cohort } from '../../model/record.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import { compile, type Compiled } from '../../score/columns/compile.ts'
import { UNIT } from '../../score/columns/core.ts'
import { evaluate } from '../../score/columns/evaluate.ts'
import { load, type Columns } from '../../score/columns/load.ts'
import { weightsOf, withNumbers } from '../../score/columns/weights.ts'
import { canDrag, Dragged } from '../../score/draws/dragged.ts'
import { Draws, numbersOf } from '../../score/draws/draws.ts'
import { keep, type Anew } from '../../score/draws/kept.ts'
import { Summary, type Frame } from './frame.ts'
import { settled, type SimulateOptions } from './options.ts'
import { outcomeOf, tried, type Outcome } from './trial.ts'
import { moved, uncertain, type Setting } from './uncertain.ts'

/** Draws of a ruleset and a cohort, made ready so that single weights can be dragged. */
export interface PreparedDraws {
  /** Why each step scores every draw anew and is slow; null where it is quick. `facts`: facts or bounds of tables are drawn too. */
  anew: Anew | 'facts' | null
  /** Units in the order in which frames list them. */
  units: readonly { id: string; name: string; category: string }[]
  compiled: Compiled
  columns: Columns
  draws: Draws | null
  /** One for each draw; the last is how things stand. */
  settings: readonly Setting[]
}

/** Makes the draws of `simulate` with the same options (sensitivity and leaving out apart). Throws RangeError for options that cannot be. */
export function prepareDraws(ruleset: Ruleset, cohort: Cohort, options: SimulateOptions = {}): PreparedDraws {
  const { seed, draws: count, spread, groups, weights } = settled(options)
  const compiled = compile(ruleset)
  const columns = load(compiled, cohort, options.calendar ? { calendar: options.calendar } : {})
  const open = uncertain(compiled, cohort, spread, seed, groups, weights)
  const kept = keep(evaluate(compiled, columns, { outcomes: false }))
  const settings = [...Array.from({ length: count }, (_, d) => (open.groups.length ? open.at(() => d) : open.base)), open.base]
  const facts = settings.some(({ records, numbers }) => records !== null || (numbers !== null && numbers.criteria.some((c, k) => c !== compiled.places[k]?.criterion)))
  const anew = typeof kept === 'string' ? kept : facts ? 'facts' : null
  return { anew, units: columns.units.map(({ id, name, category }) => ({ id, name, category })), compiled, columns, draws: anew === null && typeof kept !== 'string' ? new Draws(kept) : null, settings }
}

/** Follows one criterion's points: each step gives what `simulate` gives with `weights: {[criterion]: points}`. */
export interface Drag {
  anew: PreparedDraws['anew'] | 'limit'
  /** The draws at so many points of the criterion. Throws RangeError for points that cannot be. */
  at(points: number): Frame
}
/** A setting with one criterion at other points; where components follow, its own does. */
function placed({ places }: Compiled, setting: Setting, k: number, weight: number): Setting {
  const weights = setting.weights.slice()
  const fulls = setting.fulls?.slice() ?? null
  const part = places[k]?.component ?? 0
  if (fulls && !places[k]?.criterion.extra) fulls[part] = (fulls[part] as number) + weight - (weights[k] as number)
  weights[k] = weight
  return { ...setting, weights, fulls }
}
/** Begins to drag a criterion. Throws RangeError when the ruleset has none of that id. */
export function dragging(prepared: PreparedDraws, criterion: string): Drag {
  const { compiled, columns, draws, settings } = prepared
  const k = compiled.places.findIndex((p) => p.criterion.id === criterion)
  if (k < 0) throw new RangeError(`no criterion ${criterion}`)
  const { ruleset } = compiled
  const own = weightsOf(compiled)[k] as number
  const summary = new Summary(columns.units.length, ruleset.grades.length, settings.length - 1)
  const to = (setting: Setting, whole: number): number => moved(setting.drawn[k] as number, own, whole)
  const anew = (setting: Setting, whole: number): Outcome => outcomeOf(tried(compiled, columns, placed(compiled, setting, k, to(setting, whole))))
  const wholeOf = (points: number): number => {
    if (!(points >= 0 && points <= 100_000)) throw new RangeError(`no points of a criterion: ${points}`)
    return Math.round(points * UNIT)
  }
  if (!draws || !canDrag(draws.kept, k)) {
    return {
      anew: prepared.anew ?? 'limit',
      at(points) {
        const whole = wholeOf(points)
        summary.begin()
        for (const setting of settings.slice(0, -1)) summary.note(anew(setting, whole))
        return summary.frame(points, ruleset.rounding.places, anew(settings.at(-1) as Setting, whole))
      },
    }
  }
  const numbers = settings.map((s) => (s.numbers ? numbersOf(draws.kept, withNumbers(compiled, s.numbers.ruleset, s.numbers.criteria)) : null))
  const plain = numbersOf(draws.kept)
  const dragged = new Dragged(draws, k, settings.map((s) => s.weights.slice()), numbers.map((n) => n ?? plain))
  return {
    anew: null,
    at(points) {
      const whole = wholeOf(points)
      let frame: Frame | null = null
      summary.begin()
      dragged.each((d) => to(settings[d] as Setting, whole), (d, scored) => {
        const outcome = scored ? draws.out : anew(settings[d] as Setting, whole)
        if (d < settings.length - 1) summary.note(outcome)
        else frame = summary.frame(points, ruleset.rounding.places, outcome)
      })
      if (!frame) throw new RangeError('no draws')
      return frame
    },
  }
}
