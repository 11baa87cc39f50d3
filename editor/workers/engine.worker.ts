import { verbs, type Held } from './verbs.ts'

export interface Asked { seq: number; verb: string; args: unknown[] }
export type Answered = { seq: number; result: unknown } | { seq: number; failed: string }

const held = {} as Held

async function answer({ seq, verb, args }: Asked): Promise<void> {
  try {
    const act = verbs[verb as keyof typeof verbs] as (held: Held, ...args: unknown[]) => unknown
    self.postMessage({ seq, result: await act(held, ...args) } satisfies Answered)
  } catch (error) {
    self.postMessage({ seq, failed: error instanceof Error ? error.message : String(error) } satisfies Answered)
  }
}
let last: Promise<void> = Promise.resolve()
/** One question after the other, in the order they were asked. */
self.onmessage = ({ data }: MessageEvent<Asked>) => {
  last = last.then(() => answer(data))
}
