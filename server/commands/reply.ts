import type { Issue, Lang } from '../../engine/index.ts'

/** What a command answers: data for programs, text for people, and issues that decide the exit code. */
export interface Reply { data: { readonly [part: string]: unknown; issues: readonly Issue[] }; text: string }
/** What a command may know of its surroundings; `options` are those it is given by name. */
export interface Surroundings { lang: Lang; rulesets: string; fast: boolean; options: { readonly [name: string]: string | boolean | undefined }; progress?: Progress }
/** Told how much of the work is done. */
export type Progress = (done: number, total: number) => void

/** A command that cannot be carried out as it was asked: exit code 2, words by code. */
export class Misuse extends Error {
  constructor(readonly code: string, readonly values: Issue['values'] = {}) {
    super(code)
  }
}
/** Content that is not fit for the command: exit code 1. */
export class Unfit extends Error {
  constructor(readonly issues: Issue[]) {
    super(issues.map((issue) => issue.code).join(' '))
  }
}
