import { nudge, type Ruleset, type Step } from '../../../engine/index.ts'
import type { Line } from './outline.ts'

/** What the outline offers to the keyboard. */
export interface OutlineActs {
  lines(): readonly Line[]
  selected(): string
  chosen(): readonly string[]
  ruleset(): Ruleset
  go(i: number, extend: boolean): void
  toggle(line: Line): void
  step(steps: Step[]): void
  act(name: 'add' | 'duplicate' | 'remove'): void
}

const NUDGES = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' } as const

/** The keys of a tree (WAI-ARIA), and Alt with arrows to move what is chosen. */
export function outlineKeys(acts: OutlineActs): (event: KeyboardEvent) => void {
  return (event) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event
    const lines = acts.lines()
    const i = lines.findIndex((line) => line.path === acts.selected())
    const line = lines[i]
    const done = (act: () => void): void => {
      event.preventDefault()
      act()
    }
    if (altKey && key in NUDGES) return done(() => acts.step(nudge(acts.ruleset(), acts.chosen(), NUDGES[key as keyof typeof NUDGES])))
    if (ctrlKey || metaKey) {
      if (key === 'Enter') done(() => acts.act('add'))
      else if (key.toLowerCase() === 'd') done(() => acts.act('duplicate'))
      return
    }
    switch (key) {
      case 'ArrowDown': return done(() => acts.go(i + 1, shiftKey))
      case 'ArrowUp': return done(() => acts.go(i - 1, shiftKey))
      case 'Home': return done(() => acts.go(0, shiftKey))
      case 'End': return done(() => acts.go(lines.length - 1, shiftKey))
      case 'ArrowRight': return line && !line.leaf ? done(() => (line.open ? acts.go(i + 1, false) : acts.toggle(line))) : undefined
      case 'ArrowLeft': {
        if (!line) return
        if (line.open && !line.leaf) return done(() => acts.toggle(line))
        const parent = lines.slice(0, i).findLastIndex((other) => other.depth < line.depth)
        return done(() => acts.go(parent, false))
      }
      case 'Delete': return done(() => acts.act('remove'))
    }
  }
}
