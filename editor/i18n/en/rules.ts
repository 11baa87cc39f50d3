import type { rules as zh } from '../zh/rules.ts'

export const rules: typeof zh = {
  rules: {},
}
