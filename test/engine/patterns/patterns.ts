import { patterns as adjustments } from './adjustments.ts'
import { patterns as credits } from './credits.ts'
import { patterns as deductions } from './deductions.ts'
import { patterns as files } from './files.ts'
import { patterns as grades } from './grades.ts'
import { patterns as surveys } from './surveys.ts'
import { patterns as verdicts } from './verdicts.ts'
import { patterns as weights } from './weights.ts'

/** The fifty worked examples in order. */
export const patterns = [...adjustments, ...credits, ...deductions, ...files, ...grades, ...surveys, ...verdicts, ...weights].sort((a, b) => (a.id < b.id ? -1 : 1))
