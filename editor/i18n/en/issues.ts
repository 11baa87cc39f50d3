import type { issues as zh } from '../zh/issues.ts'

export const issues: typeof zh = {
  issues: { none: 'No issues found.', lead: '{errors} errors, {warnings} warnings' },
}
