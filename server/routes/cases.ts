import { Hono } from 'hono'
import Type from 'typebox'
import { CaseFile } from '../../engine/index.ts'
import { bodyOf } from '../body.ts'
import type { Context } from '../context.ts'
import * as cases from '../services/cases.ts'
import { idOf } from './drafts.ts'

const putBody = bodyOf(Type.Object({ revision: Type.Integer({ minimum: 0 }), cases: CaseFile }, { additionalProperties: false }))
/** There are no accounts: whoever reaches the server is the one user of this machine. */
const ACTOR = 'local'

/** The worked cases of a draft: one file, kept whole, with a revision against lost changes. */
export const caseRoutes = ({ db, library }: Context) =>
  new Hono()
    .get('/:id/cases', async (c) => c.json(await cases.read(db, library, idOf(c.req.param('id')))))
    .put('/:id/cases', async (c) => c.json(await cases.put(db, library, idOf(c.req.param('id')), await putBody(c), ACTOR)))
