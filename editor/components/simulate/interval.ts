interface Api { value(place: number): number; coord(at: [number, number]): [number, number]; size(by: [number, number]): [number, number] }
/** Draws an interval (low, row, high) as a line with ends, `shift` of a row beside its middle. */
export const interval = (color: string, width: number, dash: number[] | null, shift: number) => (_: unknown, api: Api) => {
  const [low, row, high] = [api.value(0), api.value(1), api.value(2)]
  const [from, to] = [api.coord([low, row]), api.coord([high, row])]
  const step = api.size([0, 1])[1]
  const y = from[1] + shift * step
  const cap = Math.min(4, step / 4)
  const style = { stroke: color, lineWidth: width, fill: null, ...(dash ? { lineDash: dash } : {}) }
  const line = (x1: number, y1: number, x2: number, y2: number) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style })
  return { type: 'group', children: [line(from[0], y, to[0], y), line(from[0], y - cap, from[0], y + cap), line(to[0], y - cap, to[0], y + cap)] }
}
