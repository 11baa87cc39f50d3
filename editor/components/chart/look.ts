/** The colours and letters a chart is drawn with: those of the page as they are now. */
export interface ChartLook { ink: string; soft: string; line: string; accent: string; act: string; fine: string; /** For what falls, which nobody must act on. */ fall: string; paper: string; font: string; size: number }

/** Read from the tokens of the page; asked again when theme or text size change. */
export function readLook(): ChartLook {
  const page = getComputedStyle(document.documentElement)
  const token = (name: string): string => page.getPropertyValue(name).trim()
  return { ink: token('--ink'), soft: token('--ink-soft'), line: token('--line-strong'), accent: token('--accent'), act: token('--act'), fine: token('--fine'), fall: token('--assumed'), paper: token('--paper'), font: token('--font'), size: (Number.parseFloat(token('--size-table')) || 13) - 1 }
}
