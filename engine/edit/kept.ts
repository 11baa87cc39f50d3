/** Ids that can stay where they are when a list is put in another order: a longest increasing subsequence of their old places. */
export function kept(ids: readonly string[], place: ReadonlyMap<string, number>): Set<string> {
  const placeOf = (id: string): number => place.get(id) ?? -1
  const tails: string[] = []
  const before = new Map<string, string | undefined>()
  for (const id of ids) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (placeOf(tails[middle] as string) < placeOf(id)) low = middle + 1
      else high = middle
    }
    before.set(id, tails[low - 1])
    tails[low] = id
  }
  const stay = new Set<string>()
  for (let id = tails.at(-1); id !== undefined; id = before.get(id)) stay.add(id)
  return stay
}
