import { verbs, type Held } from './verbs.ts'

export interface Asked { seq: number; verb: string; args: unknown[] }
export type Answered = { seq: number; result: unknown } | { seq: number; failed: string }

const held = {} as Held

self.onmessage = ({ data: { seq, verb, args } }: MessageEvent<Asked>) => {
  try {
    const act = verbs[verb as keyof typeof verbs] as (held: Held, ...args: unknown[]) => unknown
    self.postMessage({ seq, result: act(held, ...args) } satisfies Answered)
  } catch (error) {
    self.postMessage({ seq, failed: error instanceof Error ? error.message : String(error) } satisfies Answered)
  }
}
