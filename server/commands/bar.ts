const WIDTH = 30

/** A bar of progress in one line of a terminal, written anew for each whole percent; `end` takes it away. */
export function bar(write: (text: string) => void): { tell: (done: number, total: number) => void; end: () => void } {
  let shown = -1
  return {
    tell(done, total) {
      const percent = total === 0 ? 100 : Math.floor((done * 100) / total)
      if (percent === shown) return
      shown = percent
      const full = Math.round((percent * WIDTH) / 100)
      write(`\r${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${String(percent).padStart(3)} %`)
    },
    end() {
      if (shown >= 0) write('\r\u001b[K')
    },
  }
}
