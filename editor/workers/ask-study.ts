import type { StudyAnswer, StudyArgs, StudyName } from './studies.ts'
import type { StudyAsked, StudyTold } from './study.worker.ts'

/** A study that was given up before it answered. */
export class Cancelled extends Error {}

export interface Student {
  /** Asks a study; the newest question is answered next, one at a time. Rejects with what went wrong, or Cancelled. */
  ask<S extends StudyName>(study: S, args: StudyArgs<S>, tell?: (done: number, total: number) => void): Promise<StudyAnswer<S>>
  /** Gives up all that is asked: the worker is ended and leaves nothing behind. */
  cancel(): void
}

/** A worker for studies, started when first asked. */
export function startStudent(): Student {
  interface Waiting { done(result: unknown): void; fail(error: Error): void; tell?: ((done: number, total: number) => void) | undefined }
  let worker: Worker | null = null
  let seq = 0
  const waiting = new Map<number, Waiting>()
  function start(): Worker {
    const made = new Worker(new URL('./study.worker.ts', import.meta.url), { type: 'module' })
    made.onmessage = ({ data }: MessageEvent<StudyTold>) => {
      const asked = waiting.get(data.seq)
      if ('done' in data) return asked?.tell?.(data.done, data.total)
      waiting.delete(data.seq)
      if ('failed' in data) asked?.fail(new Error(data.failed))
      else asked?.done(data.result)
    }
    made.onerror = (event) => {
      for (const { fail } of waiting.values()) fail(new Error(event.message))
      waiting.clear()
    }
    return made
  }
  return {
    ask: (study, args, tell) => new Promise((done, fail) => {
      seq += 1
      waiting.set(seq, { done: done as (result: unknown) => void, fail, tell })
      worker ??= start()
      worker.postMessage({ seq, study, args } satisfies StudyAsked)
    }),
    cancel() {
      worker?.terminate()
      worker = null
      for (const { fail } of waiting.values()) fail(new Cancelled())
      waiting.clear()
    },
  }
}
