import { describe, expect, it } from 'vitest'
import { apply, fresh, put, validate, type Json, type Ruleset } from '../../../engine/index.ts'
import { read } from '../content/schemes.ts'

const shipped = read<Ruleset>('pingdingshan', '2022', 'ruleset.json')
const [outcome] = shipped.outcomes

describe('a new recipient', () => {
  const told = (recipients: Json[]): Json => fresh(apply(shipped, put(shipped, ['outcomes', outcome?.id ?? '', 'recipients'], recipients)), ['outcomes', outcome?.id ?? '', 'recipients', '+'], '')
  const [first, second] = shipped.bodies.map(({ id }) => id)
  it('is the unit itself, then the bodies that are not told yet', () => {
    expect([told([]), told([{ body: first ?? '' }]), told([{ unit: true }]), told([{ unit: true }, { body: first ?? '' }])]).toEqual([{ unit: true }, { body: second }, { body: first }, { body: second }])
  })
  it('is sound as it stands', () => {
    const now = apply(shipped, put(shipped, ['outcomes', outcome?.id ?? '', 'recipients'], [told([])]))
    expect([now.outcomes[0]?.recipients, validate(now).issues.filter(({ level }) => level === 'error')]).toEqual([[{ unit: true }], []])
  })
})
