import { Hono } from 'hono'
import Type from 'typebox'
import { bodyOf } from '../body.ts'
import type { Context } from '../context.ts'
import { Trouble } from '../errors.ts'
import * as sources from '../services/sources.ts'

const closed = <P extends Type.TProperties>(properties: P) => Type.Object(properties, { additionalProperties: false })
const Line = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '^[^\\u0000-\\u001f]+$' })
const putBody = bodyOf(closed({ name: Line(200), text: Type.String({ minLength: 1, maxLength: 1_000_000 }) }))
const checkBody = bodyOf(closed({ path: Line(2000), clause: Line(40), sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) }))

const schemeOf = (text: string): string => {
  if (!/^[a-z][A-Za-z0-9_-]{0,63}$/.test(text)) throw new Trouble(404, 'scheme.unknown', {})
  return text
}
/** There are no accounts: whoever reaches the server is the one user of this machine. */
const ACTOR = 'local'

/** The source documents of schemes: their clauses in every version, and what was checked against them. */
export const sourceRoutes = ({ db }: Context) =>
  new Hono()
    .get('/:scheme', async (c) => c.json(await sources.read(db, schemeOf(c.req.param('scheme')))))
    .put('/:scheme', async (c) => c.json(await sources.put(db, schemeOf(c.req.param('scheme')), await putBody(c), ACTOR)))
    .post('/:scheme/checks', async (c) => c.json(await sources.check(db, schemeOf(c.req.param('scheme')), await checkBody(c), ACTOR), 201))
