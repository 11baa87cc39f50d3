import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { fadu, program, root } from './run.ts'

describe('the program fadu', () => {
  it('speaks the language of its environment: LC_ALL before LANG, Chinese where neither names one', async () => {
    const help = async (environment: { [name: string]: string }): Promise<string> => (await program(['--help'], environment)).out.slice(0, 11)
    const zh = (await fadu(['--help', '--lang', 'zh'])).out.slice(0, 11)
    const en = (await fadu(['--help', '--lang', 'en'])).out.slice(0, 11)
    expect(await Promise.all([
      help({ LANG: 'zh_CN.UTF-8' }), help({ LANG: 'en_GB.UTF-8' }), help({ LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN.UTF-8' }), help({ LANG: 'C' }),
    ])).toEqual([zh, en, zh, zh])
  })
  it('says in a pipe all that it says, and ends with the code', async () => {
    const args = ['score', 'pingdingshan/2022', 'pingdingshan/2022', '--json']
    expect(await program(args)).toEqual(await fadu(args))
    expect(await program(['check', 'nowhere.json'])).toEqual(await fadu(['check', 'nowhere.json']))
    expect((await program(['check', 'package.json'])).code).toBe(1)
  })
  it('runs in any folder, through a link to it', () => {
    const { status, stdout } = spawnSync('bash', ['-c', `dir=$(mktemp -d) && ln -s "${root}server/fadu.mjs" "$dir/fadu" && "$dir/fadu" check pingdingshan/2022 --lang en | tail -n 1; code=\${PIPESTATUS[0]}; rm -r "$dir"; exit $code`], { cwd: tmpdir(), encoding: 'utf8' })
    expect([status, /^pingdingshan\/2022: 0 errors, \d+ warnings, \d+ notes\.\n$/.test(stdout)]).toEqual([0, true])
  })
  it('ends quietly when its reader has seen enough', () => {
    const { status, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', `"${process.execPath}" server/fadu.mjs check pingdingshan/2022 --json | head -c 10 >/dev/null`], { cwd: root, encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  })
})
