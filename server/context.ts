import type { Library } from './services/library.ts'
import type { Database } from './store/database.ts'

/** What every route may use. */
export interface Context { db: Database; library: Library }
