/** How good a change is: what is missing comes first, then its cost (whole 10⁻⁸), then the number of values changed. */
export interface Rival { missing: number; cost: number; changed: number }
export const beats = (a: Rival, b: Rival): boolean => (a.missing !== b.missing ? a.missing < b.missing : a.cost !== b.cost ? a.cost < b.cost : a.changed < b.changed)
export const NOTHING: Rival = { missing: Infinity, cost: Infinity, changed: Infinity }

/** Counts what a search looks at, and ends it at a limit. */
export interface Meter { looked: number; scored: number; readonly halted: boolean; look(): void; score(): void }
export interface Limits { limit?: { looked?: number; scored?: number }; stop?: () => boolean; progress?: (done: number, total: number) => void }
const OFTEN = 1024

export function meterOf({ limit = {}, stop, progress }: Limits): Meter {
  const most = { looked: limit.looked ?? 300_000, scored: limit.scored ?? 3_000 }
  let halted = false
  const told = (): void => {
    halted ||= stop?.() === true
    progress?.(Math.min(most.looked, Math.round(most.looked * Math.max(meter.looked / most.looked, meter.scored / most.scored))), most.looked)
  }
  const meter: Meter = {
    looked: 0, scored: 0,
    get halted() { return halted },
    look() {
      if (++meter.looked % OFTEN === 0) told()
      halted ||= meter.looked >= most.looked
    },
    score() {
      meter.scored++
      told()
      halted ||= meter.scored >= most.scored
    },
  }
  return meter
}
