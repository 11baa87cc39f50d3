import { bar } from './commands/bar.ts'
import { run } from './commands/run.ts'

const spoken = (process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '').startsWith('en') ? 'en' : 'zh'

// A reader that has seen enough (`| head`) ends the output, not with an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
const progress = process.stderr.isTTY ? bar((text) => process.stderr.write(text)) : undefined
const { code, out, err } = await run(process.argv.slice(2), spoken, progress?.tell)
progress?.end()
process.stdout.write(out)
process.stderr.write(err)
process.exitCode = code
