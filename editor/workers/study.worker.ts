import { studies, type Tell } from './studies.ts'

export interface StudyAsked { seq: number; study: string; args: unknown[] }
export type StudyTold = { seq: number; done: number; total: number } | { seq: number; result: unknown } | { seq: number; failed: string }

const TELL_MS = 50
self.onmessage = ({ data: { seq, study, args } }: MessageEvent<StudyAsked>) => {
  const say = (told: StudyTold): void => self.postMessage(told)
  let last = 0
  const tell: Tell = (done, total) => {
    const now = performance.now()
    if (now - last < TELL_MS && done < total) return
    last = now
    say({ seq, done, total })
  }
  try {
    const act = studies[study as keyof typeof studies] as (tell: Tell, ...args: unknown[]) => unknown
    say({ seq, result: act(tell, ...args) })
  } catch (error) {
    say({ seq, failed: error instanceof Error ? error.message : String(error) })
  }
}
