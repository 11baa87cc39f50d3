import { Hono } from 'hono'
import Type from 'typebox'
import { bodyOf } from '../body.ts'
import type { Context } from '../context.ts'
import * as reasons from '../services/reasons.ts'

const Name = Type.String({ minLength: 1, maxLength: 120 })
/** Text that Word and Excel can hold: no control characters but tab and line feed. */
const Text = Type.String({ maxLength: 2000, pattern: '^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f\\ufffe\\uffff]*$' })
const Path = Type.String({ minLength: 1, maxLength: 600, pattern: '^[^\\u0000-\\u001f]+$' })
const putBody = bodyOf(Type.Object({ a: Name, b: Name, path: Path, was: Text, text: Text }, { additionalProperties: false }))
/** There are no accounts: whoever reaches the server is the one user of this machine. */
const ACTOR = 'local'

/** Why things differ between two versions: the last column of their revision table. */
export const reasonRoutes = ({ db, library }: Context) =>
  new Hono()
    .get('/', async (c) => c.json(await reasons.list(db, library, { a: c.req.query('a') ?? '', b: c.req.query('b') ?? '' })))
    .put('/', async (c) => {
      const { a, b, ...made } = await putBody(c)
      return c.json(await reasons.put(db, library, { a, b }, made, ACTOR))
    })
