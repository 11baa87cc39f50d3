import path from 'node:path'
import { createServer } from 'vite'
import '../../server/main.ts'

// The program and, beside it, the editor as it is being written: one command, one Ctrl+C.
const vite = await createServer({ configFile: path.resolve(import.meta.dirname, '../../vite.config.ts') })
await vite.listen()
vite.printUrls()
