import type { forms as zh } from '../zh/forms.ts'

export const forms: typeof zh = {
  forms: {},
}
