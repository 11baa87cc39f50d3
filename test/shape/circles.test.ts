import { describe, expect, it } from 'vitest'
import { PRODUCT, parsedOf, read, type Parsed } from './tree.ts'

/** Circles of imports, each from its first file in the order given; those of types alone are no circles at run time. */
export function circles(files: readonly Parsed[]): string[] {
  const next = new Map(files.map(({ file, imports }) => [file, imports.filter((i) => !i.typeOnly).map((i) => i.to)]))
  const found: string[] = []
  const done = new Set<string>()
  const visit = (file: string, trail: readonly string[]): void => {
    const seen = trail.indexOf(file)
    if (seen >= 0) found.push([...trail.slice(seen), file].join(' → '))
    if (seen >= 0 || done.has(file)) return
    for (const to of next.get(file) ?? []) visit(to, [...trail, file])
    done.add(file)
  }
  for (const { file } of files) visit(file, [])
  return found
}

describe('imports', () => {
  it('make no circle', () => {
    expect(circles(PRODUCT.map(parsedOf))).toEqual([])
  })
  it('would be shown in a circle', () => {
    const files = [read('a.ts', "import { b } from './b.ts'"), read('b.ts', "import { c } from './c.ts'"), read('c.ts', "import { a } from './a.ts'\nimport type { B } from './b.ts'")]
    expect(circles(files)).toEqual(['a.ts → b.ts → c.ts → a.ts'])
    expect(circles([read('a.ts', "import { type B } from './b.ts'"), read('b.ts', "import { a } from './a.ts'")])).toEqual([])
  })
})
