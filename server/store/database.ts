import fs from 'node:fs'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import {
  CompiledQuery, Kysely, Migrator, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler,
  type DatabaseConnection, type Dialect, type Driver, type QueryResult,
} from 'kysely'
import { migrations } from './migrations.ts'
import type { Tables } from './tables.ts'

type Emscripten = { NODEFS?: Ops; FS: { filesystems: { NODEFS: Ops } } }
interface Ops { stream_ops: { fsync?: (stream: { nfd: number }) => number } }
const EIO = 29

/** PGlite's file system with a real flush to disk: its own never calls fsync, so an acknowledged write could be lost. */
class DurableFS extends NodeFS {
  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const started = await super.init(pg, options)
    const flush = (module: unknown): void => {
      const { NODEFS, FS } = module as Emscripten
      ;(NODEFS ?? FS.filesystems.NODEFS).stream_ops.fsync = ({ nfd }) => {
        try {
          fs.fdatasyncSync(nfd)
          return 0
        } catch (error) {
          const code = (error as NodeJS.ErrnoException).code
          return code === 'EINVAL' || code === 'EBADF' ? 0 : EIO
        }
      }
    }
    started.emscriptenOpts.preRun = [...(started.emscriptenOpts.preRun as (typeof flush)[]), flush] as typeof started.emscriptenOpts.preRun
    return started
  }
}
/** PGlite's own start parameters without -F (which turns fsync off) and with a flush method its file system has. */
const PARAMETERS = ['--single', '-O', '-j', '-c', 'search_path=public', '-c', 'exit_on_error=false', '-c', 'log_checkpoints=false', '-c', 'max_worker_processes=0', '-c', 'max_parallel_workers=0', '-c', 'max_parallel_workers_per_gather=0', '-c', 'io_method=sync', '-c', 'wal_sync_method=fsync', '-c', 'max_parallel_maintenance_workers=0']

class LiteConnection implements DatabaseConnection {
  constructor(private readonly lite: PGlite) {}
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affectedRows } = await this.lite.query<R>(query.sql, [...query.parameters])
    return { rows, numAffectedRows: BigInt(affectedRows ?? 0) }
  }
  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new RangeError('the embedded database does not stream')
  }
}
/** One connection, taken in turn. */
class LiteDriver implements Driver {
  private turn: Promise<void> = Promise.resolve()
  private done: (() => void) | undefined
  constructor(private readonly lite: PGlite) {}
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.turn
    let release: () => void = () => undefined
    this.turn = new Promise((resolve) => { release = resolve })
    await before
    this.done = release
    return new LiteConnection(this.lite)
  }
  async releaseConnection(): Promise<void> { this.done?.() }
  async beginTransaction(connection: DatabaseConnection): Promise<void> { await connection.executeQuery(CompiledQuery.raw('begin')) }
  async commitTransaction(connection: DatabaseConnection): Promise<void> { await connection.executeQuery(CompiledQuery.raw('commit')) }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> { await connection.executeQuery(CompiledQuery.raw('rollback')) }
  async destroy(): Promise<void> { await this.lite.close() }
}
const dialect = (lite: PGlite): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new LiteDriver(lite),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})

export type Database = Kysely<Tables>

/** Opens (and brings up to date) the embedded database in a folder that this process holds alone. */
export async function openDatabase(folder: string): Promise<Database> {
  const options: PGliteOptions = { fs: new DurableFS(folder), startParams: PARAMETERS }
  const db = new Kysely<Tables>({ dialect: dialect(await PGlite.create(options)) })
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (error) throw error
  return db
}
