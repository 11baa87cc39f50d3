import { createHash } from 'node:crypto'
import { mkdirSync, statSync } from 'node:fs'
import net from 'node:net'

export class FolderInUse extends Error {
  constructor(readonly folder: string) {
    super(`the data folder is in use by another process: ${folder}`)
  }
}

/** Holds a folder for this process alone, by an abstract socket (Linux) or named pipe (Windows) that dies with it. Rejects with FolderInUse. */
export async function lockFolder(folder: string): Promise<() => void> {
  mkdirSync(folder, { recursive: true })
  const { dev, ino } = statSync(folder)
  const key = `fadu-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32)}`
  const name = process.platform === 'win32' ? `\\\\.\\pipe\\${key}` : process.platform === 'linux' ? `\0${key}` : `/tmp/${key}.sock`
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy())
    server.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? new FolderInUse(folder) : error))
    server.listen(name, () => {
      server.unref()
      resolve(() => server.close())
    })
  })
}
