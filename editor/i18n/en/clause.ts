import type { clause as zh } from '../zh/clause.ts'

export const clause: typeof zh = {
  clause: {},
}
