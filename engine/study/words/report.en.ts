import type { Words } from './fill.ts'

/** Revision tables and impact reports as documents, in English. */
export const reportEn: Words = {
  'revision.title': 'Revision table: \n{title}', 'revision.subtitle': '({from} and {to})', 'revision.file': 'Revision table',
  'revision.intro': 'This table lists every revision from {from} to {to}: {count} in all ({sentence}). Struck out in the column before: words that are gone; underlined in the column after: words that are new.',
  'revision.none': '{from} and {to} do not differ.', 'revision.open': 'Without a reason so far: {count}.',
  'revision.hash': 'Hash (SHA-256) of {version}: {hash}',
  'impact.title': 'Impact report: \n{title}', 'impact.subtitle': '({from} replaced by {to})', 'impact.file': 'Impact report', overview: 'Overview',
  version: '{year}, version {version}', 'version.draft': '{year}, draft', 'mark.draft': 'Draft', 'mark.synthetic': 'Synthetic data, for trial only', date: '{year}-{month}-{day}',
  'heading.findings': 'Main findings', 'heading.basis': 'Versions and data compared', 'heading.grades': 'Changes of grade', 'heading.groups': 'Gains and losses by group', 'heading.movers': 'Units that move most', 'heading.outcomes': 'Changes of outcomes', 'heading.needs': 'Data needed',
  'basis.synthetic': 'The data are made up, for trial only; they tell nothing of any real unit.', 'basis.as-of': 'Both rulesets are read in the year {year}; periods and days are moved alike.',
  'basis.made': 'Made by the system on {date}. Totals, grades and ranks are computed exactly by the rules of each ruleset; means are rounded, halves away from zero.',
  'table.revision': 'Revision table', 'table.basis': 'Versions compared', 'table.data': 'Data used', 'table.grades': 'Changes of grade (units)', 'table.grades.pool': 'Changes of grade in {pool} (units)', 'table.groups': 'Gains and losses by group', 'table.movers': 'Units that move most', 'table.regraded': 'Units that change grade', 'table.outcomes': 'Outcomes (units)', 'table.needs': 'Data that are lacking', 'table.units': 'All units before and after',
  'column.number': 'No.', 'column.thing': 'What is revised', 'column.before': 'Before', 'column.after': 'After', 'column.reason': 'Reason', 'column.item': 'Item', 'column.from': 'Before', 'column.to': 'After', 'column.group': 'Group', 'column.units': 'Units', 'column.winners': 'Gain', 'column.losers': 'Lose', 'column.mean': 'Mean change',
  'column.better': 'Better grade', 'column.worse': 'Worse grade', 'column.unit': 'Unit', 'column.category': 'Category', 'column.total-before': 'Total before', 'column.total-after': 'Total after', 'column.difference': 'Change', 'column.grade-before': 'Grade before', 'column.grade-after': 'Grade after', 'column.rank': 'Rank', 'column.rank-before': 'Rank before', 'column.rank-after': 'Rank after',
  'column.outcome': 'Outcome', 'column.gained': 'New', 'column.lost': 'No longer', 'column.need': 'Data', 'column.kind': 'Kind', 'column.lacking': 'Units that lack it', 'column.policy': 'When missing', 'column.read-by': 'Used by', 'column.sum': 'Sum',
  'column.value': 'Value', 'item.label': 'Name', 'item.data-year': 'Year', 'item.units': 'Units', 'item.kind': 'Kind', 'kind.synthetic': 'synthetic (made up)', 'kind.given': 'real data', 'item.title': 'Title', 'item.year': 'Year', 'item.version': 'Version', 'item.hash': 'Hash (SHA-256)', 'from-to': 'Before \\ after',
  'group.category': 'By category', 'group.pool': 'By pool', 'group.attribute': 'By attribute', 'group.all': 'All units', 'group.no-pool': 'Not ranked', 'group.value': '{attribute}: {value}', 'group.none': 'not given', true: 'yes', false: 'no',
  'movers.gain': 'Largest gains', 'movers.loss': 'Largest losses', 'movers.rise': 'Most places gained', 'movers.fall': 'Most places lost', 'movers.none': 'No unit changes total or rank.',
  'state.blocked': 'data missing', 'state.stopped': 'stopped', 'no-grade': 'no grade', 'no-rank': '—', ranks: '{from}→{to}', nothing: '(none)', list: ', ', more: 'The first {shown} are shown; {count} more are in the Excel file.',
  'need.fact': 'Fact', 'need.attribute': 'Attribute of a unit', 'need.judgement': 'Points an assessor gives', 'need.ranking': 'Outside ranking', 'need.last-year': 'Result of last year', 'need.category': 'Category', 'need.fresh': '{name} (new)', 'need.units': '{count}', 'need.filled': '{policy} (put in for {count})', 'need.none': 'no policy', 'need.dropped': 'Of the data the later ruleset no longer uses {count}: {names}.',
  'outcomes.none': 'No outcome follows for other units than before.',
}
