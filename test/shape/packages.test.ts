import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { PRODUCT, TESTS, parsedOf, root } from './tree.ts'

const { dependencies, devDependencies, scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { [part: string]: { [name: string]: string } }
const named = (file: string): string[] => [...readFileSync(path.join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?'([^'.][^']*)'/g)].map((m) => m[1] ?? '')
const packageOf = (to: string): string => to.split('/').slice(0, to.startsWith('@') ? 2 : 1).join('/')
const importedBy = (files: readonly string[]): Set<string> => new Set(files.flatMap((file) => parsedOf(file).imports).map(({ to }) => packageOf(to)))
const TOOLS = ['vite.config.ts', 'test/eslint.config.js', 'server/fadu.mjs']
const isFile = (name: string): boolean => /^(\.|node:|(engine|server|editor|test|rulesets)$)/.test(name)

describe('packages', () => {
  const product = importedBy(PRODUCT)
  // Some are not imported but read as a file, by their name.
  const others = new Set([...importedBy(TESTS), ...TESTS.flatMap((file) => parsedOf(file).literals), ...TOOLS.flatMap(named).map(packageOf)])
  it('each have an importer, or a script that runs them', () => {
    const run = new Set(Object.values(scripts ?? {}).flatMap((line) => line.split(/[\s&|]+/)))
    // Types of Node and the compiler that vue-tsc drives are asked for by name in tsconfig.json and by the tools.
    const asked = new Set(['@types/node', 'typescript'])
    const idle = (list: { [name: string]: string } | undefined): string[] => Object.keys(list ?? {}).filter((name) => !product.has(name) && !others.has(name) && !run.has(name) && !asked.has(name))
    expect([idle(dependencies), idle(devDependencies)]).toEqual([[], []])
  })
  it('that the product imports, and that start what is built, are dependencies, not tools', () => {
    const starts = [...named('server/fadu.mjs').map(packageOf), String(scripts?.['serve']).split(' ')[0] ?? '']
    expect([...product, ...starts].filter((name) => !isFile(name) && !Object.hasOwn(dependencies ?? {}, name)).sort()).toEqual([])
  })
  it('are pinned to one version', () => {
    expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })
})
