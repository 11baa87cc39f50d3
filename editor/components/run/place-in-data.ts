import { split, type Cohort, type Ruleset } from '../../../engine/index.ts'
import { factLabel } from '../issue/value.ts'

/** A place in the data of units as people call it: the unit, then the fact; what has no name stays as it is. */
export function placeInData(ruleset: Ruleset, cohort: Cohort, path: string): string {
  const [list = '', id = '', part = '', name = '', ...rest] = split(path)
  if (list !== 'units' && list !== 'records') return path
  const unit = cohort.units.find((one) => one.id === id)?.name ?? id
  return [unit, ...(part === 'facts' ? [factLabel(ruleset, name)] : [part, name]), ...rest].filter((word) => word !== '').join(' · ')
}
