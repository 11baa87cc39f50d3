import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from '../../server/commands/run.ts'
import { clearFolders, newFolder } from '../server/process.ts'
import { fadu, root } from './run.ts'

const folder = newFolder()
afterAll(clearFolders)
const file = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text)
  return path.join(folder, name)
}

describe('the command line', () => {
  it('says how it is used, in the language asked for, else in that of the environment', async () => {
    expect(await fadu(['--help', '--lang', 'en'])).toEqual({ code: 0, out: expect.stringContaining('fadu score RULESET COHORT') as string, err: '' })
    expect((await fadu(['-h'])).out.startsWith('fadu\uff1a检查、计分、比较年度考核规则')).toBe(true)
    expect((await run(['--help'], 'en')).out.startsWith('fadu: check, score and compare')).toBe(true)
    expect((await run(['--help', '--lang', 'zh'], 'en')).out.startsWith('fadu\uff1a检查')).toBe(true)
  })
  it('ends with 2 and a sentence when it is not used as it should be', async () => {
    const said = async (...args: string[]): Promise<[number | null, string, string]> => {
      const { code, out, err } = await fadu([...args, '--lang', 'en'])
      return [code, out, err.trim()]
    }
    expect(await said()).toEqual([2, '', 'Say what to do, for example: fadu check SCHEME/YEAR. `fadu --help` lists all commands.'])
    expect(await said('toString')).toEqual([2, '', 'There is no command “toString”. `fadu --help` lists all commands.'])
    expect(await said('score', 'pingdingshan/2022')).toEqual([2, '', '`fadu score` takes RULESET COHORT; 1 given.'])
    expect(await said('check', 'nowhere.json')).toEqual([2, '', `There is no file nowhere.json, and no ruleset of that name under ${root}rulesets.`])
    expect(await said('check', '../../etc/2022')).toEqual([2, '', `There is no file ../../etc/2022, and no ruleset of that name under ${root}rulesets.`])
    expect(await said('explain', 'pingdingshan/2022', 'pingdingshan/2022', 'nobody')).toEqual([2, '', 'The cohort has no unit “nobody”. Give its id or its full name.'])
    expect(await said('check', 'x', '--bogus')).toEqual([2, '', "Option not understood: Unknown option '--bogus'"])
  })
  it('does not speak a language it does not know', async () => {
    expect(await fadu(['--help', '--lang', 'fr'])).toEqual({ code: 2, out: '', err: '语言只有 zh 和 en\uff0c没有“fr”。\n' })
  })
  it('answers misuse as data when data are asked for', async () => {
    const { code, out } = await fadu(['check', 'nowhere.json', '--json', '--lang', 'en'])
    expect([code, JSON.parse(out)]).toEqual([2, { issues: [{
      level: 'error', code: 'use.no-file', path: '', values: { file: 'nowhere.json', folder: `${root}rulesets` },
      message: `There is no file nowhere.json, and no ruleset of that name under ${root}rulesets.`,
    }] }])
  })
  it('ends with 1 and the place when a file is not JSON or not a ruleset', async () => {
    const broken = file('broken.json', '{"format": 1,\n  oops}')
    const { code, out, err } = await fadu(['check', broken, '--json'])
    const { issues } = JSON.parse(out) as { issues: { code: string; values: object }[] }
    expect([code, err, issues.map((i) => [i.code, i.values])]).toEqual([1, '', [['parse.not-json', { line: 2, column: 3 }]]])
    for (const text of ['[]', '"x"', '{}', 'null', '{"__proto__":{}}']) expect((await fadu(['check', file('odd.json', text)])).code).toBe(1)
    expect((await fadu(['score', file('odd.json', '{}'), 'pingdingshan/2022'])).code).toBe(1)
    expect((await fadu(['score', 'pingdingshan/2022', file('odd.json', '{}')])).code).toBe(1)
  })
})
