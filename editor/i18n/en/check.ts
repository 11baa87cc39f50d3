import type { check as zh } from '../zh/check.ts'

export const check: typeof zh = {
  check: {},
}
