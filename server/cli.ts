import { run } from './commands/run.ts'

const spoken = (process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '').startsWith('en') ? 'en' : 'zh'

// A reader that has seen enough (`| head`) ends the output, not with an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
const { code, out, err } = await run(process.argv.slice(2), spoken)
process.stdout.write(out)
process.stderr.write(err)
process.exitCode = code
