/** JSON for people: two spaces, whatever fits a line stands on one line, and lists of words fill their lines. */
export function layOut(value: unknown, width = 140, indent = '', taken = indent.length): string {
  const flat = oneLine(value)
  if (typeof value !== 'object' || value === null || taken + flat.length <= width) return flat
  const inner = `${indent}  `
  if (Array.isArray(value)) return `[\n${(value.every((item) => typeof item !== 'object') ? filled(value, width, inner) : value.map((item) => inner + layOut(item, width, inner))).join(',\n')}\n${indent}]`
  return `{\n${entriesOf(value).map(([key, item]) => `${inner}${key}: ${layOut(item, width, inner, inner.length + key.length + 2)}`).join(',\n')}\n${indent}}`
}

const entriesOf = (value: object): [string, unknown][] => Object.entries(value).filter(([, item]) => item !== undefined).map(([key, item]) => [JSON.stringify(key), item])

function filled(words: readonly unknown[], width: number, indent: string): string[] {
  return words.map(oneLine).reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length + 3 > width) return [...lines, indent + word]
    return [...lines.slice(0, -1), `${last}, ${word}`]
  }, [])
}

function oneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  const entries = entriesOf(value)
  return entries.length === 0 ? '{}' : `{ ${entries.map(([key, item]) => `${key}: ${oneLine(item)}`).join(', ')} }`
}
