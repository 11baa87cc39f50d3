/** Middle of some numbers. */
export const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0

export interface Contestant { name: string; run(): unknown; before?(): void }
/** Median milliseconds of each contestant; they take turns, in another order each round, so that a busy moment hits all. */
export async function race(contestants: readonly Contestant[], rounds: number, warm = 3): Promise<Map<string, number>> {
  const times = new Map(contestants.map((c) => [c.name, [] as number[]]))
  for (let round = -warm; round < rounds; round++) {
    for (let k = 0; k < contestants.length; k++) {
      const contestant = contestants[(k + Math.abs(round)) % contestants.length] as Contestant
      contestant.before?.()
      const start = performance.now()
      const done = contestant.run()
      if (done instanceof Promise) await done
      if (round >= 0) times.get(contestant.name)?.push(performance.now() - start)
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]))
}
/** A Markdown table. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
/** Three significant digits. */
export const short = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value >= 1 ? value.toFixed(2) : value.toFixed(3))
