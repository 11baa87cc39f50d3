/** What may be drawn together: places of criteria whose points keep their sum. */
export type Group = readonly number[]

/**
 * Deviations that add up to 0 and stay within ±most (whole numbers): what the drawn ones are over is taken from all in
 * proportion to the room each has left. Writes to `into` at the places of the group.
 */
export function balance(group: Group, most: Float64Array, drawn: Float64Array, into: Float64Array): void {
  let over = 0
  for (const k of group) over += into[k] = Math.round((most[k] as number) * (drawn[k] as number))
  if (over === 0) return
  const sign = over > 0 ? 1 : -1
  const room = (k: number): number => (most[k] as number) + sign * (into[k] as number)
  let all = 0
  for (const k of group) all += room(k)
  let left = Math.abs(over)
  const share = left / all
  for (const k of group) {
    const cut = Math.floor(room(k) * share)
    into[k] = (into[k] as number) - sign * cut
    left -= cut
  }
  // Rounding left less than one for each member with room.
  for (let turn = 0; left > 0; turn = (turn + 1) % group.length) {
    const k = group[turn] as number
    if (room(k) < 1) continue
    into[k] = (into[k] as number) - sign
    left--
  }
}
