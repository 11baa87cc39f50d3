import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { Trouble } from './errors.ts'

/** The built editor in a folder: files as they are, any other page name is its index; files with a hash in their name may be kept. */
export function pages(folder: string) {
  const root = path.relative(process.cwd(), folder)
  return new Hono()
    .use('/*', async (c, next) => {
      await next()
      if (c.res.ok) c.header('cache-control', c.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    })
    .use('/*', serveStatic({ root }))
    .get('/:file{.+\\.[a-z0-9]+}', () => { throw new Trouble(404, 'route.unknown') })
    .get('/*', serveStatic({ path: path.join(root, 'index.html') }))
}
