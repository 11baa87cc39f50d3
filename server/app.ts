import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { answerTrouble, Trouble } from './errors.ts'
import { draftRoutes } from './routes/drafts.ts'
import { schemes } from './routes/schemes.ts'
import type { Library } from './services/library.ts'
import type { Database } from './store/database.ts'

const LARGEST_BODY = 8 * 1024 * 1024

/** Writes come as JSON from our own pages: a form or a page elsewhere can send neither. */
const ownPagesOnly: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const origin = c.req.header('origin')
    if (origin !== undefined && new URL(origin).host !== c.req.header('host')) throw new Trouble(403, 'origin.foreign')
    if (!c.req.header('content-type')?.startsWith('application/json')) throw new Trouble(415, 'body.json-only')
  }
  await next()
}

/** The HTTP API; `assets` adds the pages of the editor. */
export function createApp(context: { db: Database; library: Library }) {
  const app = new Hono()
    .use(secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:'], workerSrc: ["'self'"], objectSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"] },
      referrerPolicy: 'no-referrer',
    }))
    .use('/api/*', ownPagesOnly)
    .use('/api/*', bodyLimit({ maxSize: LARGEST_BODY, onError: () => { throw new Trouble(413, 'body.too-large', { limit: LARGEST_BODY }) } }))
    .get('/api/health', (c) => c.json({ status: 'ok' }))
    .route('/api/schemes', schemes(context.library))
    .route('/api/drafts', draftRoutes(context.db, context.library))
    .all('/api/*', () => { throw new Trouble(404, 'route.unknown') })
  app.onError(answerTrouble)
  return app
}
export type App = ReturnType<typeof createApp>
