import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { configOf, Misconfigured } from './config.ts'
import { isLoopback } from './guard.ts'
import { pages } from './pages.ts'
import { library } from './services/library.ts'
import { openDatabase } from './store/database.ts'
import { FolderInUse, lockFolder } from './store/lock.ts'

const LAST_REQUESTS_MS = 5000
const root = fileURLToPath(new URL('..', import.meta.url))

/** Ends the start with a sentence that says what to mend. */
function refuse(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
function settings() {
  try {
    return configOf(process.env, path.join(root, 'data'))
  } catch (error) {
    if (error instanceof Misconfigured) return refuse(error.message)
    throw error
  }
}

const { port, host, data, remote } = settings()
const release = await lockFolder(data).catch((error: unknown) => refuse(
  error instanceof FolderInUse
    ? `Another Fadu is running on the data folder ${data}. Stop it first, or set FADU_DATA to another folder.`
    : `The data folder ${data} cannot be used: ${reasonOf(error)}`,
))
const db = await openDatabase(path.join(data, 'database')).catch((error: unknown) => refuse(`The database in ${data} cannot be opened: ${reasonOf(error)}`))

const app = createApp({ db, library: library(path.join(root, 'rulesets')) }, { anyName: remote })
const built = path.join(root, 'dist/editor')
const hasPages = existsSync(path.join(built, 'index.html'))
if (hasPages) app.route('/', pages(built))

const server = serve({ fetch: app.fetch, port, hostname: host }, (info) => {
  process.stdout.write(`Fadu 法度: http://${host.includes(':') ? `[${host}]` : host}:${info.port}/\n`)
  if (!hasPages) process.stdout.write('The editor is not built, so this address answers the API only: npm run build.\n')
  if (!isLoopback(host)) process.stdout.write('There are no accounts: anyone who reaches this address can edit.\n')
})
server.on('error', (error: NodeJS.ErrnoException) => refuse(
  error.code === 'EADDRINUSE' ? `Port ${port} is taken by another program. Set PORT to another number.` : `The server cannot listen on ${host}:${port}: ${error.message}`,
))

/** Lets running requests end, then closes the database and leaves. */
let closing = false
function close(): void {
  if (closing) return
  closing = true
  server.close(() => void db.destroy().then(() => {
    release()
    process.exit(0)
  }))
  if (!('closeIdleConnections' in server)) return
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS).unref()
}
process.on('SIGINT', close)
process.on('SIGTERM', close)
