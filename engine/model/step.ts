/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/**
 * One change of a document: plain JSON with before and after, so that undo, autosave, review and history
 * are the same object. `path` names the object or list by ids, such as `indicators/part1/children/g1`;
 * `before` is the id of the next sibling, null at the end; an absent value is undefined (left out).
 */
export type Step =
  | { type: 'set'; path: string; key: string; from?: Json; to?: Json }
  | { type: 'insert'; path: string; value: Json; before: string | null }
  | { type: 'remove'; path: string; value: Json; before: string | null }
  /** Into `path` (a list) from `from.path`; both sides name the next sibling. */
  | { type: 'move'; id: string; from: { path: string; before: string | null }; to: { path: string; before: string | null } }
