import type { MiddlewareHandler } from 'hono'
import { Trouble } from './errors.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
/** Is a host name (as in a URL, without port) this machine only? */
export const isLoopback = (name: string): boolean => LOOPBACK.has(name) || name === '::1'

const nameOf = (host: string): string | null => (URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : null)

/** Refuses requests under a name that is not this machine: a foreign page whose name was pointed here (DNS rebinding). */
export const ownNameOnly: MiddlewareHandler = async (c, next) => {
  const name = nameOf(c.req.header('host') ?? new URL(c.req.url).host)
  if (name === null || !isLoopback(name)) throw new Trouble(403, 'host.foreign')
  await next()
}

/** Writes come as JSON from our own pages: a form or a page elsewhere can send neither. */
export const ownPagesOnly: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const foreign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== (c.req.header('host') ?? new URL(c.req.url).host))
    if (foreign || (site !== undefined && site !== 'same-origin' && site !== 'none')) throw new Trouble(403, 'origin.foreign')
    if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) throw new Trouble(415, 'body.json-only')
  }
  await next()
}
