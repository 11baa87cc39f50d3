import { Hono } from 'hono'
import Type from 'typebox'
import type { Step } from '../../engine/index.ts'
import { bodyOf } from '../body.ts'
import type { Context } from '../context.ts'
import { Trouble } from '../errors.ts'
import * as comments from '../services/comments.ts'
import * as drafts from '../services/drafts.ts'

const closed = <P extends Type.TProperties>(properties: P) => Type.Object(properties, { additionalProperties: false })
const Path = Type.String({ maxLength: 2000 })
const Id = Type.String({ minLength: 1, maxLength: 120 })
const Sibling = Type.Union([Id, Type.Null()])
const Place = closed({ path: Path, before: Sibling })
const StepBody = Type.Union([
  closed({ type: Type.Literal('set'), path: Path, key: Id, from: Type.Optional(Type.Unknown()), to: Type.Optional(Type.Unknown()) }),
  closed({ type: Type.Enum(['insert', 'remove']), path: Path, value: Type.Unknown(), before: Sibling }),
  closed({ type: Type.Literal('move'), id: Id, from: Place, to: Place }),
])
const postBody = bodyOf(closed({ revision: Type.Integer({ minimum: 0 }), steps: Type.Array(StepBody, { minItems: 1, maxItems: 5000 }) }))
const whyBody = bodyOf(closed({ why: Type.String({ maxLength: 1000 }) }))
const commentBody = bodyOf(closed({ path: Path, text: Type.String({ minLength: 1, maxLength: 4000 }), thread: Type.Optional(Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })) }))
const resolveBody = bodyOf(closed({ resolved: Type.Boolean() }))
const Scheme = Type.String({ pattern: '^(?!(constructor|prototype)$)[a-z][A-Za-z0-9_-]{0,63}$' })
const Year = Type.Integer({ minimum: 1900, maximum: 2200 })
const createBody = bodyOf(Type.Union([
  closed({ scheme: Scheme, year: Year, newYear: Type.Optional(Year) }),
  closed({ blank: Type.Literal(true), scheme: Scheme, year: Year, title: Type.String({ minLength: 1, maxLength: 300 }), lang: Type.Enum(['zh', 'en']) }),
]))

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** The id of a draft as a path gives it. Trouble: `draft.unknown`. */
export const idOf = (text: string): string => {
  if (!UUID.test(text)) throw new Trouble(404, 'draft.unknown', { id: text.slice(0, 60) })
  return text
}
const revisionOf = (text: string | undefined): number => {
  if (text !== undefined && !/^\d{1,9}$/.test(text)) throw new Trouble(422, 'query.misfit', { name: 'since' })
  return Number(text ?? 0)
}
/** There are no accounts: whoever reaches the server is the one user of this machine. */
const ACTOR = 'local'

/** Drafts: the document, and the steps that change it. */
export const draftRoutes = ({ db, library }: Context) =>
  new Hono()
    .get('/', async (c) => c.json(await drafts.list(db)))
    .post('/', async (c) => c.json(await drafts.create(db, library, await createBody(c), ACTOR), 201))
    .get('/:id', async (c) => c.json(await drafts.read(db, idOf(c.req.param('id')))))
    .get('/:id/steps', async (c) => c.json(await drafts.since(db, idOf(c.req.param('id')), revisionOf(c.req.query('since')))))
    .post('/:id/steps', async (c) => {
      const { revision, steps } = await postBody(c)
      return c.json(await drafts.post(db, idOf(c.req.param('id')), { revision, steps: steps as Step[] }, ACTOR))
    })
    .patch('/:id/steps/:revision', async (c) => {
      const { why } = await whyBody(c)
      return c.json(await drafts.explainStep(db, idOf(c.req.param('id')), revisionOf(c.req.param('revision')), why.trim(), ACTOR))
    })
    .get('/:id/comments', async (c) => c.json(await comments.list(db, idOf(c.req.param('id')))))
    .post('/:id/comments', async (c) => c.json(await comments.add(db, idOf(c.req.param('id')), await commentBody(c), ACTOR), 201))
    .patch('/:id/comments/:comment', async (c) => {
      const { resolved } = await resolveBody(c)
      return c.json(await comments.resolve(db, idOf(c.req.param('id')), idOf(c.req.param('comment')), resolved, ACTOR))
    })
