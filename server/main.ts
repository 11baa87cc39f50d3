import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { createApp } from './app.ts'
import { library } from './services/library.ts'
import { openDatabase } from './store/database.ts'
import { FolderInUse, lockFolder } from './store/lock.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const port = Number(process.env['PORT'] ?? 8787)
const host = process.env['HOST'] ?? '127.0.0.1'
const data = path.resolve(process.env['FADU_DATA'] ?? path.join(root, 'data'))

const stop = (message: string): never => {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
if (!Number.isInteger(port) || port < 0 || port > 65535) stop(`PORT must be a number from 0 to 65535; it is ${process.env['PORT']}`)
if (!['127.0.0.1', '::1', 'localhost'].includes(host) && process.env['FADU_ALLOW_REMOTE'] !== '1') {
  stop(`There are no accounts yet, so HOST=${host} would let anyone on the network edit. Set FADU_ALLOW_REMOTE=1 to do so all the same.`)
}

const release = await lockFolder(data).catch((error: unknown) => {
  if (error instanceof FolderInUse) return stop(`Another Fadu is running on the data folder ${data}. Stop it first, or set FADU_DATA to another folder.`)
  return stop(`The data folder ${data} cannot be used: ${error instanceof Error ? error.message : String(error)}`)
})
const db = await openDatabase(path.join(data, 'database'))
const app = createApp({ db, library: library(path.join(root, 'rulesets')) })
const pages = path.relative(process.cwd(), path.join(root, 'dist/editor'))
if (existsSync(path.join(root, 'dist/editor/index.html'))) {
  app.use('/*', serveStatic({ root: pages }))
  app.get('/*', serveStatic({ path: path.join(pages, 'index.html') }))
}
const server = serve({ fetch: app.fetch, port, hostname: host }, (info) => {
  process.stdout.write(`Fadu 法度: http://${host.includes(':') ? `[${host}]` : host}:${info.port}/\n`)
})
const close = (): void => {
  server.close(() => {
    void db.destroy().then(() => { release(); process.exit(0) })
  })
  if ('closeIdleConnections' in server) server.closeIdleConnections()
}
process.on('SIGINT', close)
process.on('SIGTERM', close)
