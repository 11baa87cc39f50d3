import type { Answered, Asked } from './engine.worker.ts'
import type { Answer, Args, Verb } from './verbs.ts'

/** The engine in a worker of its own: questions are answered in the order they were asked; a failure rejects. */
export interface Engine {
  ask<V extends Verb>(verb: V, ...args: Args<V>): Promise<Answer<V>>
  close(): void
}

export function startEngine(): Engine {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, { done(result: unknown): void; fail(error: Error): void }>()
  let seq = 0
  worker.onmessage = ({ data }: MessageEvent<Answered>) => {
    const asked = waiting.get(data.seq)
    waiting.delete(data.seq)
    if ('failed' in data) asked?.fail(new Error(data.failed))
    else asked?.done(data.result)
  }
  return {
    ask: (verb, ...args) => new Promise((done, fail) => {
      seq += 1
      waiting.set(seq, { done: done as (result: unknown) => void, fail })
      worker.postMessage({ seq, verb, args } satisfies Asked)
    }),
    close: () => worker.terminate(),
  }
}
