import { shallowRef } from 'vue'
import { arrange, at, split, under, type Ruleset, type Step } from '../../../engine/index.ts'
import type { Line } from './outline.ts'

/** Where what is dragged would go: before, into or after a line. */
export interface Drop { path: string; where: 'before' | 'into' | 'after' }

/** Dragging of indicators: `chosen` are taken along, a drop becomes steps. */
export function outlineDrag(ruleset: () => Ruleset, chosen: (path: string) => readonly string[], emit: (steps: Step[]) => void) {
  const dragged = shallowRef<readonly string[]>([])
  const drop = shallowRef<Drop | null>(null)

  function stepsFor({ path, where }: Drop): Step[] {
    if (where === 'into') return arrange(ruleset(), dragged.value, path === 'indicators' ? '' : path, null)
    const names = split(path)
    const list = at(ruleset(), under('', ...names.slice(0, -1))) as unknown as { id: string }[]
    const i = list.findIndex((item) => item.id === names.at(-1))
    return arrange(ruleset(), dragged.value, under('', ...names.slice(0, -2)), where === 'before' ? (names.at(-1) ?? null) : (list[i + 1]?.id ?? null))
  }
  return {
    dragged, drop,
    start(event: DragEvent, line: Line): void {
      if (line.kind !== 'node') return event.preventDefault()
      dragged.value = chosen(line.path)
      event.dataTransfer?.setData('text/plain', line.label)
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
    },
    over(event: DragEvent, line: Line): void {
      if (dragged.value.length === 0 || (line.kind !== 'node' && line.path !== 'indicators')) return
      const box = (event.currentTarget as HTMLElement).getBoundingClientRect()
      const part = (event.clientY - box.top) / box.height
      const where = line.kind === 'section' ? 'into' : part < 0.3 ? 'before' : part > 0.7 ? 'after' : 'into'
      drop.value = { path: line.path, where }
      event.preventDefault()
    },
    end(): void {
      dragged.value = []
      drop.value = null
    },
    take(event: DragEvent): void {
      event.preventDefault()
      if (drop.value && dragged.value.length) emit(stepsFor(drop.value))
      dragged.value = []
      drop.value = null
    },
  }
}
