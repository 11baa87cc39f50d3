import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { LARGEST_BODY } from './body.ts'
import type { Context } from './context.ts'
import { answerTrouble, Trouble } from './errors.ts'
import { ownNameOnly, ownPagesOnly } from './guard.ts'
import { caseRoutes } from './routes/cases.ts'
import { cohortRoutes } from './routes/cohorts.ts'
import { draftRoutes } from './routes/drafts.ts'
import { reasonRoutes } from './routes/reasons.ts'
import { reportRoutes } from './routes/reports.ts'
import { schemes } from './routes/schemes.ts'
import { sourceRoutes } from './routes/sources.ts'

const SELF = ["'self'"]
const NONE = ["'none'"]

/** The HTTP API. `anyName`: also answer under other names than this machine's own (behind a proxy, or in a network). */
export function createApp(context: Context, { anyName = false } = {}) {
  const app = new Hono()
    .use(secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: SELF, scriptSrc: SELF, styleSrc: SELF, imgSrc: [...SELF, 'data:'], workerSrc: [...SELF, 'blob:'], objectSrc: NONE, baseUri: NONE, formAction: SELF, frameAncestors: NONE,
      },
      xFrameOptions: 'DENY',
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: false,
    }))
    .use(async (c, next) => (anyName ? next() : ownNameOnly(c, next)))
    .use('/api/*', ownPagesOnly)
    .use('/api/*', bodyLimit({ maxSize: LARGEST_BODY, onError: () => { throw new Trouble(413, 'body.too-large', { limit: LARGEST_BODY }) } }))
    .use('/api/*', async (c, next) => {
      await next()
      c.header('cache-control', 'no-store')
    })
    .get('/api/health', (c) => c.json({ status: 'ok' }))
    .route('/api/schemes', schemes(context.library))
    .route('/api/drafts', draftRoutes(context))
    .route('/api/drafts', caseRoutes(context))
    .route('/api/drafts', cohortRoutes(context))
    .route('/api/reasons', reasonRoutes(context))
    .route('/api/reports', reportRoutes(context))
    .route('/api/sources', sourceRoutes(context))
    .all('/api/*', () => { throw new Trouble(404, 'route.unknown') })
  app.onError(answerTrouble)
  return app
}
export type App = ReturnType<typeof createApp>
