import { readText, type Issue, type Ruleset, type Step } from '../../engine/index.ts'
import { markOf, pathAt, stretchOf, type Stretch } from './locate.ts'
import { rewrite } from './rewrite.ts'

/** An issue and where it stands in the text. */
export interface Placed extends Stretch { issue: Issue }

/** What can be asked about a JSON text of a ruleset. */
const verbs = {
  read: (text: string, base: Ruleset): { steps: Step[] | null; placed: Placed[] } => {
    const { steps, issues } = readText(text, base)
    return { steps, placed: issues.filter((issue) => issue.level !== 'info').map((issue) => ({ issue, ...markOf(text, issue) })) }
  },
  pathAt,
  stretchOf,
  rewrite,
}
export type TextVerbs = typeof verbs
export interface TextAsked { seq: number; verb: keyof TextVerbs; args: unknown[] }
export type TextAnswered = { seq: number; result: unknown } | { seq: number; failed: string }

self.onmessage = ({ data: { seq, verb, args } }: MessageEvent<TextAsked>) => {
  try {
    self.postMessage({ seq, result: (verbs[verb] as (...args: unknown[]) => unknown)(...args) } satisfies TextAnswered)
  } catch (error) {
    self.postMessage({ seq, failed: error instanceof Error ? error.message : String(error) } satisfies TextAnswered)
  }
}
