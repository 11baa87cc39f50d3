import type { FormatSpot, Shape } from '../../../engine/index.ts'

/** The field components there are. */
export type FieldName = 'number' | 'text' | 'name' | 'long' | 'day' | 'choice' | 'toggle' | 'id' | 'fixed' | 'reference' | 'references' | 'choices' | 'words' | 'numbers' | 'group' | 'variant' | 'condition' | 'effect' | 'source' | 'table' | 'members' | 'criteria' | 'rules' | 'bands' | 'operand'

const SOURCE = ['source']
/**
 * Format 1 as forms: for each object (by its place) its properties in order; properties of one row stand beside each
 * other. Lists of members that have pages of their own, and lists shown as small tables, are in COLUMNS.
 */
export const ROWS: { readonly [place: string]: readonly string[] } = {
  '': ['title', 'scheme year version', 'jurisdiction', 'summary', 'fullMarks format', '$schema'],
  period: ['kind start end'],
  basedOn: ['scheme year version', 'hash'],
  document: ['title', 'number published', 'note'],
  'bases/*': ['title', 'number', 'from to', 'id', ...SOURCE],
  'clauses/*': ['summary', 'textOnly', 'id'],
  'glossary/*': ['term', 'meaning', 'id', ...SOURCE],
  'categories/*': ['label', 'id', ...SOURCE],
  'categoryGroups/*': ['label', 'categories', 'id', ...SOURCE],
  'attributes/*': ['label', 'kind', 'options', 'id', ...SOURCE],
  'bodies/*': ['label', 'role', 'id', ...SOURCE],
  'methods/*': ['label', 'component', 'reference', 'id', ...SOURCE],
  'components/*': ['label', 'points missing', 'id', ...SOURCE],
  'facts/*': ['label', 'kind unit', 'min max', 'options', 'kinds', 'levels', 'sources', 'severities', 'method body', 'missing improvable', 'help', 'id', ...SOURCE],
  'derived/*': ['label', 'unit', 'derive', 'id', ...SOURCE],
  'derived/*/derive': ['op distinct', 'events', 'ratings', 'survey', 'fact target statistic within', 'numerator denominator', 'facts', 'weights', 'from to', 'ranking', 'low toLow', 'high toHigh', 'drop minimum missing', 'where'],
  'derived/*/derive/where': ['kinds', 'levels', 'sources', 'severities', 'from to', 'serious repeated resolved'],
  SharedCondition: ['label', 'conditions', 'id', ...SOURCE],
  'decisionKinds/*': ['label', 'requires', 'id', ...SOURCE],
  missing: ['policy', ...SOURCE],
  Indicator: ['label', 'number points', 'criteria', 'children', 'applies', 'mandatory lossCap', 'tags', 'retired', 'id', ...SOURCE],
  'Indicator/retired': ['year', 'reason'],
  Criterion: ['label', 'points start method', 'rules', 'caps', 'bodies', 'applies notApplicable', 'evidence', 'missing extra', 'id', ...SOURCE],
  Rule: ['label', 'conditions', 'event', 'id', ...SOURCE],
  Effect: ['type', 'params'],
  'Effect/params': ['fact', 'points per', 'from to mode', 'target direction', 'step count', 'cap', 'rows', 'guidance'],
  CauseCap: ['label', 'rules', 'points', 'id', ...SOURCE],
  AdjustmentSide: ['cap', 'gate', 'classes', 'rules'],
  'AdjustmentSide/cap': ['kind points', 'override', ...SOURCE],
  Gate: ['operator points rounded', ...SOURCE],
  AdjustmentClass: ['label', 'events', 'tariff', 'cap', 'dedupe', 'carryOver evidenceRequired', 'applies', 'id', ...SOURCE],
  'AdjustmentClass/dedupe': ['by keep', 'shares'],
  Tariff: ['kind level severity', 'points', 'id', ...SOURCE],
  Verdict: ['label', 'conditions', 'effect', 'id', ...SOURCE],
  'Verdict/effect': ['type', 'ratings', 'indicator', 'points', 'grade'],
  proration: ['method scope', 'minimumBase', ...SOURCE],
  limits: ['min max', ...SOURCE],
  rounding: ['places mode stage', ...SOURCE],
  'grades/*': ['label', 'id', ...SOURCE],
  Grading: ['label', 'categories', 'bands', 'quotas', 'requires', 'id', ...SOURCE],
  'Grading/bands/*': ['grade', 'from below', ...SOURCE],
  'Grading/quotas/*': ['grade', 'share places rounding', 'equals unfilled within', ...SOURCE],
  'Grading/requires/*': ['grade', 'conditions', 'id', ...SOURCE],
  ranking: ['method', ...SOURCE, 'pools', 'tieBreaks'],
  'ranking/pools/*': ['label', 'categories', 'where', 'id', ...SOURCE],
  'ranking/tieBreaks/*': ['quantity of order', 'id', ...SOURCE],
  History: ['label', 'type', 'grades', 'merged', 'vetoed', 'places points', 'incomparable', 'count minimumPool ties', 'exempt', 'id', ...SOURCE],
  Outcome: ['label', 'type by', 'conditions', 'recipients', 'proposedTo', 'text', 'id', ...SOURCE],
  'Outcome/recipients/*': ['body', 'attribute', 'unit'],
  workflow: ['stages', 'approvals', 'limits', 'duties'],
  'workflow/stages/*': ['label', 'id', ...SOURCE],
  'workflow/approvals/*': ['label', 'of', 'by', 'proposedBy', 'id', ...SOURCE],
  'workflow/limits/*': ['label', 'days unit', 'startsAt after', 'together', 'id', ...SOURCE],
  'workflow/duties/*': ['label', 'id', ...SOURCE],
  'delegations/*': ['label', 'to', 'level effect', 'categories', 'units', 'id', ...SOURCE],
  source: ['clause basis', 'note'],
}

/** Columns of lists: of members with pages of their own what is worth seeing at once, of small tables every property. */
export const COLUMNS: { readonly [list: string]: readonly string[] } = {
  bases: ['title', 'number'], clauses: ['id', 'summary', 'textOnly'], glossary: ['term', 'meaning'],
  categories: ['label'], categoryGroups: ['label', 'categories'], attributes: ['label', 'kind', 'options'], bodies: ['label', 'role'],
  methods: ['label', 'component', 'reference'], components: ['label', 'points', 'missing'],
  facts: ['label', 'kind', 'unit', 'method', 'body'], derived: ['label', 'derive', 'unit'], conditions: ['label', 'conditions'], decisionKinds: ['label', 'requires'],
  indicators: ['number', 'label', 'points'], 'Indicator/children': ['number', 'label', 'points'],
  'AdjustmentSide/classes': ['label', 'events', 'cap'], verdicts: ['label', 'conditions', 'effect'],
  grades: ['label'], gradings: ['label', 'bands', 'categories'], 'Grading/requires': ['grade', 'conditions'],
  'ranking/pools': ['label', 'categories', 'where'], history: ['label', 'type'], outcomes: ['label', 'type', 'by', 'conditions'],
  'workflow/stages': ['label'], 'workflow/approvals': ['label', 'of', 'by', 'proposedBy'], 'workflow/limits': ['label', 'days', 'unit', 'startsAt'], 'workflow/duties': ['label'],
  delegations: ['label', 'to', 'level', 'effect'],
  'attributes/*/options': ['label', 'id'], 'facts/*/options': ['label', 'id'], 'facts/*/kinds': ['label', 'id'], 'facts/*/levels': ['label', 'id'], 'facts/*/sources': ['label', 'id'], 'facts/*/severities': ['label', 'id'],
  'derived/*/derive/weights': ['id', 'weight'], 'derived/*/derive/facts': ['id', 'weight'], 'Criterion/bodies': ['id', 'weight'],
  'Criterion/caps': ['label', 'rules', 'points', 'id', 'source'], 'AdjustmentClass/tariff': ['kind', 'level', 'severity', 'points', 'source'],
  'Effect/params/rows': ['from', 'below', 'equals', 'points'], 'Grading/quotas': ['grade', 'share', 'places', 'rounding', 'equals', 'unfilled', 'within', 'source'],
  'Grading/bands': ['grade', 'from', 'below', 'source'], 'ranking/tieBreaks': ['quantity', 'of', 'order', 'source'], 'Outcome/recipients': ['body', 'attribute', 'unit'],
}
/** Lists shown as small tables in place; all other lists of objects are members with pages of their own. */
const TABLES = new Set(['options', 'kinds', 'levels', 'sources', 'severities', 'weights', 'facts', 'bodies', 'caps', 'tariff', 'rows', 'quotas', 'tieBreaks', 'recipients'])

/** Properties drawn otherwise than their shape says. */
const FIELDS: { readonly [place: string]: FieldName } = {
  $schema: 'fixed', format: 'fixed', 'basedOn/hash': 'fixed',
  'Indicator/criteria': 'criteria', 'Criterion/rules': 'rules', 'AdjustmentSide/rules': 'rules', 'Grading/bands': 'bands',
  'Effect/params/rows/*/equals': 'operand', 'derived/*/derive/low': 'operand', 'derived/*/derive/high': 'operand', 'clauses/*/id': 'id',
}
const NAMES = new Set(['label', 'title', 'term', 'summary'])

const told = (shape: Shape): boolean => (shape.anyOf ?? []).every((variant) => variant.const !== undefined)
/** The field that draws a property: by the table, else by the shape the format gives it. `names` tells whether it names other things. */
export function fieldOf(spot: FormatSpot, key: string, names: boolean, place: string): FieldName {
  const { shape } = spot
  const named = FIELDS[place]
  if (named) return named
  if (key === 'source') return 'source'
  if (shape.name === 'Condition' || shape.name === 'TopCondition') return 'condition'
  if (shape.name === 'Effect') return 'effect'
  if (names) return shape.type === 'array' ? 'references' : 'reference'
  if (key === 'id') return 'id'
  if (shape.enum || shape.const !== undefined || (shape.anyOf && told(shape))) return 'choice'
  if (shape.anyOf) return 'group'
  switch (shape.type) {
    case 'boolean':
      return 'toggle'
    case 'number':
    case 'integer':
      return 'number'
    case 'object':
      return 'group'
    case 'array':
      return listField(shape.items ?? {}, key, place)
    default:
      return shape.pattern?.startsWith('^\\d') ? 'day' : (shape.maxLength ?? 0) >= 4000 ? 'long' : NAMES.has(key) ? 'name' : 'text'
  }
}
function listField(item: Shape, key: string, place: string): FieldName {
  if (item.enum) return 'choices'
  if (item.type === 'number' || item.type === 'integer') return 'numbers'
  if (item.type === 'string') return 'words'
  return TABLES.has(key) && place !== 'facts' && place !== 'bodies' ? 'table' : 'members'
}
