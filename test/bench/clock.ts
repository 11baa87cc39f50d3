/** Middle of some numbers. */
export const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0

export interface Contestant { name: string; run(): unknown }
/** Milliseconds of processor time of this process: other programs on the machine do not count. */
export const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
/** Median milliseconds of each contestant; they take turns, in another order each round, so that a busy moment hits all. */
export async function race(contestants: readonly Contestant[], rounds: number, warm = 3, clock = spent): Promise<Map<string, number>> {
  const times = new Map(contestants.map((c) => [c.name, [] as number[]]))
  for (let round = -warm; round < rounds; round++) {
    for (let k = 0; k < contestants.length; k++) {
      const contestant = contestants[(k + Math.abs(round)) % contestants.length] as Contestant
      // Once untimed: nobody pays for the caches the one before has filled.
      await contestant.run()
      const start = clock()
      const done = contestant.run()
      if (done instanceof Promise) await done
      if (round >= 0) times.get(contestant.name)?.push(clock() - start)
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]))
}
/** A Markdown table. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
/** Three significant digits. */
export const short = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value >= 1 ? value.toFixed(2) : value.toFixed(3))
