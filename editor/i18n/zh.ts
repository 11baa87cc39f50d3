import { check } from './zh/check.ts'
import { clause } from './zh/clause.ts'
import { edit } from './zh/edit.ts'
import { forms } from './zh/forms.ts'
import { frame } from './zh/frame.ts'
import { gallery } from './zh/gallery.ts'
import { help } from './zh/help.ts'
import { issues } from './zh/issues.ts'
import { json } from './zh/json.ts'
import { matrix } from './zh/matrix.ts'
import { paper } from './zh/paper.ts'
import { revision } from './zh/revision.ts'
import { rules } from './zh/rules.ts'
import { sample } from './zh/sample.ts'
import { study } from './zh/study.ts'

/** All words of the interface, by area; each area is a file. */
export const zh = { ...check, ...clause, ...edit, ...forms, ...frame, ...gallery, ...help, ...issues, ...json, ...matrix, ...paper, ...revision, ...rules, ...sample, ...study }
