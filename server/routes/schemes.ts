import { Hono } from 'hono'
import { Trouble } from '../errors.ts'
import type { Library } from '../services/library.ts'

const yearOf = (text: string): number => {
  if (!/^\d{4}$/.test(text)) throw new Trouble(404, 'ruleset.unknown', {})
  return Number(text)
}

/** The shipped schemes and their files. */
export const schemes = (library: Library) =>
  new Hono()
    .get('/', async (c) => c.json(await library.list()))
    .get('/:scheme/calendar', async (c) => c.json(await library.calendarOf(c.req.param('scheme'))))
    .get('/:scheme/:year/ruleset', async (c) => c.json(await library.ruleset(c.req.param('scheme'), yearOf(c.req.param('year')))))
    .get('/:scheme/:year/cohort', async (c) => c.json(await library.cohort(c.req.param('scheme'), yearOf(c.req.param('year')))))
    .get('/:scheme/:year/cases', async (c) => c.json(await library.cases(c.req.param('scheme'), yearOf(c.req.param('year')))))
