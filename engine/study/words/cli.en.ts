import type { Words } from './fill.ts'

/** The command line, in English. */
export const cliEn: Words = {
  usage: `fadu: check, score and compare yearly assessment rulesets

  fadu check FILE                       is a ruleset sound?
  fadu score RULESET COHORT             scores, grades and ranks of every unit
  fadu explain RULESET COHORT UNIT      why a unit (id or name) has its result
  fadu cases RULESET                    run the worked examples of a ruleset
  fadu analyse RULESET                  faults of the rules: dead ones, gaps, doubles, loopholes
  fadu coverage RULESET                 each clause, and what honours it
  fadu diff A B                         what changed from one ruleset to another
  fadu simulate RULESET COHORT          many draws: how sure ranks and totals are, and who is near a bound
  fadu report A B COHORT                the impact of changing A into B, as Word and Excel files
  fadu revision A B                     the revision table, as Word and Excel files
  fadu new-year SCHEME YEAR             start a year from the latest one before it

RULESET, COHORT, A and B are files, or SCHEME/YEAR of the rulesets folder.

  --json              data instead of tables
  --lang zh|en        language of words (else by LC_ALL or LANG, else zh)
  --rulesets FOLDER   where schemes lie (else those that come with Fadu)
  --fast              score: do not check the result by the second evaluator
  --draws N           how many draws (default 1000)
  --seed N            the same seed gives the same bytes (default 1)
  --spread WHAT       what is uncertain, such as points=10%,grades=1,surveys; also
                      adjustments=10%, lookups=30%, assessors=50%,
                      keep=component|total|none, shape=even|middle
  --near POINTS,SHARE what counts as near a bound (default 0.5,5%)
  --samples N         rows of the sensitivity design (default 0: none)
  --groups BY         sensitivity by indicator, component or criterion
  --leave-out         leave out one indicator after the other
  --docx FILE         report, revision: write a Word file
  --xlsx FILE         report, revision: write an Excel file
  --help              this text

Exit code: 0 fine, 1 at least one issue of level error, 2 not used as above.`,
  'use.no-command': 'Say what to do, for example: fadu check SCHEME/YEAR. `fadu --help` lists all commands.',
  'use.unknown-command': 'There is no command “{name}”. `fadu --help` lists all commands.',
  'use.arguments': '`fadu {name}` takes {wanted}; {given} given.',
  'use.option': 'Option not understood: {reason}',
  'use.lang': 'There are words in zh and en, not in “{value}”.',
  'use.no-file': 'There is no file {file}, and no ruleset of that name under {folder}.',
  'use.unreadable': 'The file {file} cannot be read ({reason}).',
  'use.no-output': 'Say where to write: --docx FILE or --xlsx FILE.',
  'use.unwritable': 'The file {file} cannot be written ({reason}).',
  'report.written': 'Written: {file}',
  'use.no-unit': 'The cohort has no unit “{unit}”. Give its id or its full name.',
  'use.unit-ambiguous': 'Several units are called “{unit}”: {ids}. Give the id.',
  'use.year': '“{value}” is not a year from 1900 to 2200.',
  'use.no-scheme': 'There is no scheme “{scheme}” under {folder}.',
  'use.no-year-before': 'The scheme “{scheme}” has no year before {year} to start from.',
  'use.year-exists': '{file} exists already; a year that has been begun is never overwritten.',
  'use.no-cases': 'There is no cases.json beside {file}.',
  'use.near': '“{value}” in --near is not known; an example: 0.5,5%.',
  'use.spread': '“{part}” in --spread is not known; an example: points=10%,grades=1,surveys.',
  'use.count': '--{name} must be a whole number from {least} to {most}.',
  'use.groups': '--groups is indicator, component or criterion, not “{value}”.',
  'level.error': 'error',
  'level.warning': 'warning',
  'level.info': 'note',
  'notes.many': '{count} notes of the kind {code}; --json lists them.',
  'check.fine': '{name}: no issues.',
  'check.sum': '{name}: {errors} errors, {warnings} warnings, {notes} notes.',
  'score.head': '{title} {year}, version {version}, hash {hash}',
  'score.cohort': '{label}, hash {hash}',
  'score.synthetic': 'Made-up data.',
  'score.sum': '{units} units: {scored} scored, {stopped} stopped by a verdict, {blocked} not scored because data are missing.',
  'score.checked': 'Both evaluators agree.',
  'score.unchecked': 'Not checked by the second evaluator (--fast): not an official result.',
  'score.disagree': 'The evaluators do not agree: this result must not be released.',
  'column.rank': 'Rank',
  'column.unit': 'Unit',
  'column.category': 'Category',
  'column.base': 'Base',
  'column.bonus': 'Bonus',
  'column.deduction': 'Deduction',
  'column.total': 'Total',
  'column.grade': 'Grade',
  'column.ranks': 'Places',
  'column.totals': 'Totals',
  'column.grades': 'Chance of each grade',
  'column.group': 'Source',
  'column.rank-first': 'Ranks: alone',
  'column.rank-all': 'Ranks: with all it acts with',
  'column.total-first': 'Totals: alone',
  'column.total-all': 'Totals: with all it acts with',
  'column.indicator': 'Left out',
  'column.points': 'Points',
  'column.moved': 'Units that move',
  'column.mean': 'Mean places',
  'column.most': 'Most places',
  'column.regraded': 'Other grade',
  'simulate.foot': '{draws} draws, seed {seed}, spread {spread}. Intervals hold nine tenths of the draws (5% to 95%).',
  'column.clause': 'Clause',
  'column.summary': 'Summary',
  'column.honoured': 'Honoured by',
  'column.case': 'Case',
  'column.result': 'Result',
  'state.blocked': 'data missing',
  'state.stopped': 'stopped',
  'explain.head': '{name} ({category}): total {total}, grade {grade}, rank {rank}',
  'explain.clause': ' [{clause}]',
  'stage.derive': 'Facts',
  'stage.select': 'What applies',
  'stage.award': 'Criteria',
  'stage.combine': 'Sums',
  'stage.prorate': 'Proration',
  'stage.adjust': 'Bonus and deduction',
  'stage.limit': 'Limits',
  'stage.round': 'Rounding',
  'stage.grade': 'Grade',
  'stage.rank': 'Rank',
  'stage.outcome': 'Outcomes',
  'cases.pass': 'as computed',
  'cases.fail': '{unit}, {what}: expected {expected}, is {actual}',
  'cases.sum': '{passed} of {count} cases as computed by hand.',
  'analyse.sum': '{name}: {errors} errors, {warnings} warnings, {notes} notes.',
  'coverage.text-only': 'text only: {reason}',
  'coverage.nothing': 'nothing honours it',
  'coverage.sum': '{clauses} clauses: {honoured} honoured by the ruleset, {textOnly} text only, {open} open.',
  'diff.none': 'No difference.',
  'diff.sum': '{count} changes.',
  'new-year.done': '{file} written: {title} {year}, version 1, based on {from}. Its values are last year’s until you change them.',
  'column.title': 'Title',
  'coverage.more': ' and {count} more',
  'coverage.assumed': ' ({count} assumed)',
  separator: ', ',
  'case.differs': '{unit}, {what}: expected {expected}, is {got}',
  'clause.open': 'Nothing honours clause {clause} ({summary}). Let something cite it, or say why it is text only.',
  'clause.unlisted': 'Clause {clause} is cited but is not in the list of clauses.',
  none: '–',
}
