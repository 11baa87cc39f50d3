import type { paper as zh } from '../zh/paper.ts'

export const paper: typeof zh = {
  paper: {},
}
