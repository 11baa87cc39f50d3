import type { ComputedRef, InjectionKey, Ref } from 'vue'
import type { Condition, Probe, Ruleset, Spot } from '../../../engine/index.ts'
import type { Choice } from './SearchPicker.vue'
import type { Setting } from './test.ts'

/** What every part of a condition shares with the editor it stands in. */
export interface ConditionContext {
  ruleset: ComputedRef<Ruleset>
  setting: ComputedRef<Setting>
  /** Everything that may be asked, shared conditions last. */
  choices: ComputedRef<Choice[]>
  /** How each part is decided for the unit it is tried on, by spot. */
  probes: ComputedRef<ReadonlyMap<string, Probe>>
  /** May the last test go? */
  required: ComputedRef<boolean>
  dragged: Ref<Spot | null>
  /** Takes the condition as it is now to be; `spot` gets the focus. */
  put(next: Condition | null | undefined, group: string, spot?: Spot | null): void
  root(): Condition
}
export const CONDITION: InjectionKey<ConditionContext> = Symbol('condition')
export const keyOf = (spot: Spot): string => spot.join('.')
/** Where a negated part stands with its negations. */
export const outside = (spot: Spot): Spot => (spot.at(-1) === 'not' ? outside(spot.slice(0, -1)) : spot)
/** A picked name as a condition's `choice`: a quantity, or a shared condition. */
export const SHARED = 'condition '
