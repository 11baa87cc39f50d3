import type { Context } from 'hono'

/** Trouble a caller can mend: a stable code, a status and values for the wording. */
export class Trouble extends Error {
  constructor(readonly status: 400 | 403 | 404 | 409 | 413 | 415 | 422, readonly code: string, readonly values: { [name: string]: unknown } = {}) {
    super(code)
  }
}

/** Answers with problem+json (RFC 9457); what is not foreseen is logged here and told without internals. */
export function answerTrouble(error: unknown, c: Context): Response {
  const trouble = error instanceof Trouble ? error : null
  if (!trouble) console.error(JSON.stringify({ level: 'error', path: c.req.path, method: c.req.method, error: error instanceof Error ? error.stack : String(error) }))
  const status = trouble?.status ?? 500
  const body = { type: 'about:blank', title: trouble?.code ?? 'internal', status, code: trouble?.code ?? 'internal', ...trouble?.values }
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } })
}
