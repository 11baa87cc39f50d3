import type { json as zh } from '../zh/json.ts'

export const json: typeof zh = {
  json: {},
}
