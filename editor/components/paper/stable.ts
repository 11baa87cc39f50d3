import type { Block } from '../../../engine/index.ts'

/** The new blocks, where nothing changed the old ones themselves, so that only what changed is drawn again. */
export function stable(before: readonly Block[], now: readonly Block[]): Block[] {
  const known = new Map(before.map((block) => [block.id, block]))
  return now.map((block) => {
    const old = known.get(block.id)
    return old && JSON.stringify(old) === JSON.stringify(block) ? old : block
  })
}

/** Blocks in sheets of a modest number, to be drawn one after another; a table stands alone. */
export function chunks(blocks: readonly Block[], size = 40): Block[][] {
  const found: Block[][] = [[]]
  for (const block of blocks) {
    const last = found.at(-1) as Block[]
    if (block.kind === 'table' || last.length >= size || last.at(-1)?.kind === 'table') found.push([block])
    else last.push(block)
  }
  return found
}
