import { split, type Ruleset } from '../../../engine/index.ts'

type Root = keyof Ruleset
/** A chapter of the outline: the properties and lists of the document it shows. */
export interface Section { id: string; roots: readonly Root[] }

/** Every property of a ruleset stands in exactly one section; a section is addressed by its first root. */
export const SECTIONS: readonly Section[] = [
  { id: 'overview', roots: ['title', 'scheme', 'year', 'version', 'format', 'jurisdiction', 'summary', 'fullMarks', 'period', 'basedOn', 'document', 'bases', 'glossary', '$schema'] },
  { id: 'categories', roots: ['categories', 'categoryGroups', 'attributes', 'bodies'] },
  { id: 'facts', roots: ['facts', 'derived', 'conditions', 'decisionKinds'] },
  { id: 'methods', roots: ['methods', 'components', 'missing'] },
  { id: 'indicators', roots: ['indicators'] },
  { id: 'adjustments', roots: ['bonus', 'deduction', 'verdicts'] },
  { id: 'grades', roots: ['grades', 'gradings', 'ranking', 'proration', 'limits', 'rounding', 'history'] },
  { id: 'outcomes', roots: ['outcomes'] },
  { id: 'workflow', roots: ['workflow'] },
  { id: 'delegations', roots: ['delegations'] },
  { id: 'clauses', roots: ['clauses'] },
]

/** The section a path lies in; the overview for the empty path and for what no section names. */
export const sectionOf = (path: string): Section =>
  SECTIONS.find((s) => s.roots.includes(split(path)[0] as Root)) ?? (SECTIONS[0] as Section)
/** The path that stands for a section. */
export const pathOfSection = (section: Section): string => (section.id === 'overview' ? '' : (section.roots[0] ?? ''))
