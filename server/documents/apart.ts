import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Asked, Kind, Made } from './make.ts'
import type { Told } from './report.worker.ts'

/** The work was given up: by who asked for it, or because it took more memory or time than it may. */
export class Stopped extends Error {}

const LONGEST_MS = 10 * 60_000
const IDLE_MS = 60_000
const MOST_MB = 2048
let worker: Worker | null = null
let idle: NodeJS.Timeout | undefined

/** Ends the thread; the next document starts another. */
function end(): void {
  void worker?.terminate()
  worker = null
}
function start(): Worker {
  const made = new Worker(new URL('./report.worker.mjs', import.meta.url), { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MOST_MB } })
  made.once('exit', () => { if (worker === made) worker = null })
  return made
}
const gaveUp = ({ name, code }: NodeJS.ErrnoException): boolean => name === 'AbortError' || code === 'ERR_WORKER_OUT_OF_MEMORY'

async function work(asked: Asked, kind: Kind, signal: AbortSignal): Promise<Made> {
  if (signal.aborted) throw new Stopped()
  clearTimeout(idle)
  const mine = (worker ??= start())
  mine.ref()
  mine.postMessage({ asked, kind })
  try {
    const [told] = (await once(mine, 'message', { signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]) })) as [Told]
    if ('failed' in told) throw told.failed
    return told.made
  } catch (error) {
    if (!(error instanceof Error) || !gaveUp(error)) throw error
    end()
    throw new Stopped()
  } finally {
    mine.unref()
    idle = setTimeout(end, IDLE_MS).unref()
  }
}

let last: Promise<unknown> = Promise.resolve()
/** Makes a document in a thread of its own, one after the other, so that requests are answered meanwhile; the thread ends when nothing was asked for a minute. Rejects with Stopped when the signal ends it. */
export function makeApart(asked: Asked, kind: Kind, signal: AbortSignal): Promise<Made> {
  const made = last.then(() => work(asked, kind, signal))
  last = made.catch(() => undefined)
  return made
}
