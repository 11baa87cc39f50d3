import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const sources = ['engine', 'server', 'editor'].flatMap((top) =>
  (readdirSync(path.join(root, top), { recursive: true }) as string[]).filter((f) => /\.(ts|vue)$/.test(f)).map((f) => path.join(top, f)))
interface Arrow { from: string; to: string; typeOnly: boolean }

/** The imports of a source text, relative ones resolved to files of the project. */
export const arrowsOf = (file: string, text: string): Arrow[] =>
  [...text.matchAll(/^\s*(?:import|export)\s+(type\s+)?[^'"]*?from\s+'([^']+)'/gm)].map((m) => ({ from: file, typeOnly: m[1] !== undefined, to: m[2]?.startsWith('.') ? path.join(path.dirname(file), m[2]) : String(m[2]) }))
const floor = (file: string): number => ['engine/model', 'engine/check', 'engine/study', 'engine/index'].findIndex((p) => file.startsWith(p.replace('check', file.startsWith('engine/score') ? 'score' : file.startsWith('engine/edit') ? 'edit' : 'check')))

/** Which arrows point where they must not. */
export function wrong(arrows: readonly Arrow[]): string[] {
  return arrows.filter(({ from, to, typeOnly }) => {
    if (to.startsWith('test/')) return true
    if (from.startsWith('engine/')) {
      if (/^(node:|vue|hono)/.test(to) || to.startsWith('server/') || to.startsWith('editor/')) return true
      if (!to.startsWith('engine/') || from === 'engine/index.ts') return false
      if (to === 'engine/index.ts' || floor(to) > floor(from)) return true
      return floor(from) === 1 && floor(to) === 1 && from.split('/')[1] !== to.split('/')[1]
    }
    if (to.startsWith('engine/')) return to !== 'engine/index.ts'
    if (from.startsWith('editor/') && to.startsWith('server/')) return !(to === 'server/app.ts' && typeOnly)
    return from.startsWith('server/') && to.startsWith('editor/')
  }).map(({ from, to }) => `${from} → ${to}`)
}

describe('the structure', () => {
  it('has arrows that point down only', () => {
    expect(wrong(sources.flatMap((file) => arrowsOf(file, readFileSync(path.join(root, file), 'utf8'))))).toEqual([])
  })
  it('would show an arrow that points up', () => {
    expect(wrong(arrowsOf('engine/model/x.ts', "import { score } from '../score/score.ts'"))).toEqual(['engine/model/x.ts → engine/score/score.ts'])
    expect(wrong(arrowsOf('engine/score/x.ts', "import { diff } from '../edit/diff.ts'"))).toEqual(['engine/score/x.ts → engine/edit/diff.ts'])
    expect(wrong(arrowsOf('editor/x.ts', "import { createApp } from '../server/app.ts'"))).toEqual(['editor/x.ts → server/app.ts'])
    expect(wrong(arrowsOf('engine/study/x.ts', "import fs from 'node:fs'"))).toEqual(['engine/study/x.ts → node:fs'])
  })
  it('holds only what belongs at the top', () => {
    const allowed = new Set(['editor', 'engine', 'server', 'rulesets', 'test', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'README.md', 'LICENSE', 'node_modules', 'dist', 'data', 'coverage'])
    expect(readdirSync(root).filter((name) => !name.startsWith('.') && !allowed.has(name))).toEqual([])
  })
  it('names no city and no year in code', () => {
    expect(sources.filter((file) => /pingdingshan|平顶山|鹰城/.test(readFileSync(path.join(root, file), 'utf8')))).toEqual([])
  })
})
