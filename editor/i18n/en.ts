import { check } from './en/check.ts'
import { clause } from './en/clause.ts'
import { edit } from './en/edit.ts'
import { forms } from './en/forms.ts'
import { frame } from './en/frame.ts'
import { gallery } from './en/gallery.ts'
import { help } from './en/help.ts'
import { issues } from './en/issues.ts'
import { json } from './en/json.ts'
import { matrix } from './en/matrix.ts'
import { paper } from './en/paper.ts'
import { revision } from './en/revision.ts'
import { rules } from './en/rules.ts'
import { sample } from './en/sample.ts'
import { study } from './en/study.ts'

/** All words of the interface, by area; each area is a file. */
export const en = { ...check, ...clause, ...edit, ...forms, ...frame, ...gallery, ...help, ...issues, ...json, ...matrix, ...paper, ...revision, ...rules, ...sample, ...study }
