import { Hono } from 'hono'
import Type, { type Static, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Trouble } from '../errors.ts'
import type { Step } from '../../engine/index.ts'
import * as drafts from '../services/drafts.ts'
import type { Library } from '../services/library.ts'
import type { Database } from '../store/database.ts'

const closed = <P extends Type.TProperties>(properties: P) => Type.Object(properties, { additionalProperties: false })
const Path = Type.String({ maxLength: 2000 })
const Id = Type.String({ minLength: 1, maxLength: 120 })
const Sibling = Type.Union([Id, Type.Null()])
const StepBody = Type.Union([
  closed({ type: Type.Literal('set'), path: Path, key: Id, from: Type.Optional(Type.Unknown()), to: Type.Optional(Type.Unknown()) }),
  closed({ type: Type.Enum(['insert', 'remove']), path: Path, value: Type.Unknown(), before: Sibling }),
  closed({ type: Type.Literal('move'), id: Id, from: closed({ path: Path, before: Sibling }), to: closed({ path: Path, before: Sibling }) }),
])
const Post = closed({ revision: Type.Integer({ minimum: 0 }), steps: Type.Array(StepBody, { minItems: 1, maxItems: 5000 }) })
const Create = closed({ scheme: Type.String({ pattern: '^[a-z][A-Za-z0-9_-]{0,63}$' }), year: Type.Integer({ minimum: 1900, maximum: 2200 }) })

/** Reads a JSON body by its schema; Trouble `body.not-json`, `body.misfit` with the places. */
function reader<S extends TSchema>(schema: S): (request: Request) => Promise<Static<S>> {
  const compiled = Compile(schema)
  return async (request) => {
    const body: unknown = await request.json().catch(() => { throw new Trouble(400, 'body.not-json') })
    if (FORBIDDEN.test(JSON.stringify(body))) throw new Trouble(422, 'body.forbidden-key')
    if (!compiled.Check(body)) throw new Trouble(422, 'body.misfit', { errors: [...compiled.Errors(body)].slice(0, 10).map((e) => ({ path: e.instancePath, message: e.message })) })
    return body as Static<S>
  }
}
const FORBIDDEN = /"(__proto__|constructor|prototype)":/
const readPost = reader(Post)
const readCreate = reader(Create)
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const idOf = (text: string): string => {
  if (!UUID.test(text)) throw new Trouble(404, 'draft.unknown', { id: text.slice(0, 60) })
  return text
}
const ACTOR = 'local'

/** Drafts: the document, and the steps that change it. */
export const draftRoutes = (db: Database, library: Library) =>
  new Hono()
    .get('/', async (c) => c.json(await drafts.list(db)))
    .post('/', async (c) => c.json(await drafts.create(db, library, await readCreate(c.req.raw), ACTOR), 201))
    .get('/:id', async (c) => c.json(await drafts.read(db, idOf(c.req.param('id')))))
    .get('/:id/steps', async (c) => c.json(await drafts.since(db, idOf(c.req.param('id')), Number(c.req.query('since') ?? 0) || 0)))
    .post('/:id/steps', async (c) => c.json(await drafts.post(db, idOf(c.req.param('id')), (await readPost(c.req.raw)) as { revision: number; steps: Step[] }, ACTOR)))
