import { Worker } from 'node:worker_threads'
import type { Asked, Kind, Made } from './make.ts'

/** The work was given up: by who asked for it, or because it took more memory or time than it may. */
export class Stopped extends Error {}

const LONGEST_MS = 10 * 60_000

function start(asked: Asked, kind: Kind, signal: AbortSignal): Promise<Made> {
  if (signal.aborted) return Promise.reject(new Stopped())
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./report.worker.mjs', import.meta.url), { workerData: { asked, kind }, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 2048 } })
    const stop = (): void => {
      reject(new Stopped())
      void worker.terminate()
    }
    const timer = setTimeout(stop, LONGEST_MS)
    signal.addEventListener('abort', stop, { once: true })
    worker.once('message', resolve)
    worker.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Stopped() : error))
    worker.once('exit', () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      reject(new Stopped())
    })
  })
}

let last: Promise<unknown> = Promise.resolve()
/** Makes a document in a thread of its own, one after the other, so that requests are answered meanwhile. Rejects with Stopped when the signal ends it. */
export function makeApart(asked: Asked, kind: Kind, signal: AbortSignal): Promise<Made> {
  const made = last.then(() => start(asked, kind, signal))
  last = made.catch(() => undefined)
  return made
}
