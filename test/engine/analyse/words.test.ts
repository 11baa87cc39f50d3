import { readFileSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { findingsEn } from '../../../engine/study/words/findings.en.ts'
import { findingsZh } from '../../../engine/study/words/findings.zh.ts'

const folder = 'engine/study/analyse'
const source = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8')).join('\n')
const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((m) => String(m[1])).sort()

it('both languages have the same sentences with the same values in them', () => {
  expect(Object.keys(findingsZh)).toEqual(Object.keys(findingsEn))
  const differ = Object.keys(findingsZh).filter((code) => [...new Set(places(findingsZh[code] ?? ''))].join() !== [...new Set(places(findingsEn[code] ?? ''))].join())
  expect(differ).toEqual([])
})

it('every code that analysis writes has a sentence, and every sentence a code', () => {
  const codes = [...source.matchAll(/'([a-z-]+\.[a-z-]+)'/g)].map((m) => String(m[1])).filter((code) => !/^(unit|history|result)\.|\.ts$|^lookup.no-row$/.test(code))
  const made = ['rule', 'verdict', 'outcome', 'requirement', 'pool', 'class', 'applies'].map((what) => `${what}.dead`).concat(['rule', 'verdict', 'outcome', 'requirement', 'pool'].map((what) => `${what}.always`), ['class.no-dedupe-bonus', 'class.no-dedupe-deduction'])
  const written = new Set([...codes, ...made, 'bands.gap', 'bands.overlap'])
  const dotted = Object.keys(findingsZh).filter((code) => code.includes('.'))
  expect([...written].filter((code) => !dotted.includes(code))).toEqual([])
  expect(dotted.filter((code) => !written.has(code))).toEqual([])
})
