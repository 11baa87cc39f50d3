import type { paper as zh } from '../zh/paper.ts'

export const paper: typeof zh = {
  paper: { hint: 'Click a sentence, or press Enter, to edit it in place', legend: 'dotted: not given by the scheme, to be confirmed before publication', print: 'Print' },
}
