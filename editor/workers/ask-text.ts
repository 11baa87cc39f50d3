import type { TextAnswered, TextAsked, TextVerbs } from './text.worker.ts'

/** A reader of JSON text in a worker of its own: questions are answered in order; a failure rejects. */
export interface TextReader {
  ask<V extends keyof TextVerbs>(verb: V, ...args: Parameters<TextVerbs[V]>): Promise<ReturnType<TextVerbs[V]>>
  close(): void
}

export function startTextReader(): TextReader {
  const worker = new Worker(new URL('./text.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, { done(result: unknown): void; fail(error: Error): void }>()
  let seq = 0
  worker.onmessage = ({ data }: MessageEvent<TextAnswered>) => {
    const asked = waiting.get(data.seq)
    waiting.delete(data.seq)
    if ('failed' in data) asked?.fail(new Error(data.failed))
    else asked?.done(data.result)
  }
  return {
    ask: (verb, ...args) => new Promise((done, fail) => {
      seq += 1
      waiting.set(seq, { done: done as (result: unknown) => void, fail })
      worker.postMessage({ seq, verb, args } satisfies TextAsked)
    }),
    close: () => worker.terminate(),
  }
}
