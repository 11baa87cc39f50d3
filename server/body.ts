import type { Context } from 'hono'
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { parse } from '../engine/index.ts'
import { Trouble } from './errors.ts'

/** The largest request body in bytes. */
export const LARGEST_BODY = 8 * 1024 * 1024
const DEPTH = 64
const SHOWN = 10

/** Reads a JSON body by its schema. Trouble: `body.not-json` (also too deep, or with keys that objects inherit), `body.misfit` with the places. */
export function bodyOf<S extends TSchema>(schema: S): (c: Context) => Promise<Static<S>> {
  const fits = Compile(schema)
  return async (c) => {
    const { value, issues } = parse(await c.req.text(), { bytes: LARGEST_BODY, depth: DEPTH })
    if (issues.length) throw new Trouble(400, 'body.not-json', { issues })
    if (!fits.Check(value)) throw new Trouble(422, 'body.misfit', { errors: [...fits.Errors(value)].slice(0, SHOWN).map((e) => ({ path: e.instancePath, message: e.message })) })
    return value as Static<S>
  }
}
