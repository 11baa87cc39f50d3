import { parentPort } from 'node:worker_threads'
import { make, type Asked, type Kind } from './make.ts'

/** What a thread tells: a document, or what went wrong. */
export type Told = { made: Awaited<ReturnType<typeof make>> } | { failed: unknown }

parentPort?.on('message', ({ asked, kind }: { asked: Asked; kind: Kind }) => {
  make(asked, kind).then((made): Told => ({ made }), (failed: unknown): Told => ({ failed })).then((told) => parentPort?.postMessage(told))
})
