import path from 'node:path'
import { isLoopback } from './guard.ts'

export interface Config { port: number; host: string; data: string; remote: boolean }
/** A setting that cannot be used; the message says how to mend it. */
export class Misconfigured extends Error {}

/** Settings from environment variables: PORT (8787), HOST (127.0.0.1), FADU_DATA (a folder), FADU_ALLOW_REMOTE=1. Throws Misconfigured. */
export function configOf(environment: { readonly [name: string]: string | undefined }, defaultData: string): Config {
  const { PORT = '8787', HOST = '127.0.0.1', FADU_DATA = defaultData, FADU_ALLOW_REMOTE } = environment
  const port = Number(PORT)
  if (!/^\d+$/.test(PORT) || port > 65535) throw new Misconfigured(`PORT must be a number from 0 to 65535; it is "${PORT}".`)
  const remote = FADU_ALLOW_REMOTE === '1'
  if (!isLoopback(HOST) && !remote) {
    throw new Misconfigured(`There are no accounts, so with HOST=${HOST} anyone on the network could edit. Leave HOST out, or set FADU_ALLOW_REMOTE=1 if that is what you want.`)
  }
  return { port, host: HOST, data: path.resolve(FADU_DATA), remote }
}
