import { Hono } from 'hono'
import Type from 'typebox'
import { Cohort } from '../../engine/index.ts'
import { bodyOf } from '../body.ts'
import type { Context } from '../context.ts'
import * as cohorts from '../services/cohorts.ts'
import { idOf } from './drafts.ts'

const putBody = bodyOf(Type.Object({ name: Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000-\\u001f]+$' }), cohort: Cohort }, { additionalProperties: false }))
/** There are no accounts: whoever reaches the server is the one user of this machine. */
const ACTOR = 'local'

/** The data a draft is tried on: those beside its version, or its own. */
export const cohortRoutes = ({ db, library }: Context) =>
  new Hono()
    .get('/:id/cohort', async (c) => c.json(await cohorts.read(db, library, idOf(c.req.param('id')))))
    .put('/:id/cohort', async (c) => c.json(await cohorts.put(db, idOf(c.req.param('id')), await putBody(c), ACTOR)))
    .delete('/:id/cohort', async (c) => c.json(await cohorts.drop(db, library, idOf(c.req.param('id')), ACTOR)))
