import { describe, expect, it } from 'vitest'
import { nearText, readNear, readSpread, spreadText } from '../../../../engine/index.ts'

const ALL = 'points=20%,keep=total,adjustments=10%,grades=1.5,lookups=30%,surveys,assessors=100%,shape=middle'

describe('a spread as a text', () => {
  it('is written as it was read', () => {
    for (const text of [ALL, 'points=0.5', 'points=7%', 'points=12.25%,keep=none', 'surveys', '']) expect([spreadText(readSpread(text).spread), readSpread(text).problem]).toEqual([text, null])
  })
  it('says which part cannot be', () => {
    const problems = ['weights=3', 'points=200%', 'points=20000', 'points', 'points=-1', 'grades=5%', 'lookups=0.2', 'lookups=60%', 'surveys=1', 'assessors=2', 'keep=half', 'shape=round', 'grades=1,adjustments=1']
    expect(problems.map((text) => readSpread(text).problem)).toEqual([...problems.slice(0, -1), 'adjustments=1'])
  })
})

describe('limits of what is near, as a text', () => {
  it('are written as they were read', () => {
    for (const text of ['0.5,5%', '0,0%', '12,7.5%', '3.25,100%']) expect(nearText(readNear(text) ?? { points: -1, share: 0 })).toBe(text)
  })
  it('are none for other texts', () => {
    for (const text of ['', '0.5', '0.5,5', '-1,5%', '1,101%', '1;5%']) expect(readNear(text)).toBe(null)
  })
})
