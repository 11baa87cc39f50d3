import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright'

const FLAGS = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const places = (): string[] => [process.env['CHROMIUM_PATH'] ?? '', chromium.executablePath(), '/usr/bin/chromium', '/usr/bin/google-chrome'].filter((p) => p !== '' && existsSync(p))

/** A real browser: the one named, Playwright's, the system's, or Debian's installed now (as root). Throws with the mend when there is none. */
export async function launch(): Promise<Browser> {
  if (places().length === 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { stdio: 'inherit' })
  }
  const found = places()[0]
  if (found === undefined) throw new Error('The browser tests need Chromium: install it (apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH to one.')
  return chromium.launch({ executablePath: found, args: FLAGS })
}
