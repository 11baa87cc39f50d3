import { parentPort, workerData } from 'node:worker_threads'
import { make, type Asked, type Kind } from './make.ts'

const { asked, kind } = workerData as { asked: Asked; kind: Kind }
parentPort?.postMessage(await make(asked, kind))
