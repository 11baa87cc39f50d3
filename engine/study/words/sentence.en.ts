import type { Words } from './fill.ts'

/** Words of rule sentences, in English; `.of` is said where the fact has not just been named. */
export const sentenceEn: Words = {
  rule: 'If {condition}, {effect}', all: ' and ', any: ' or ', not: 'not ({inner})', 'not.shared': '“{name}” does not apply', shared: '“{name}” applies', brackets: '({inner})',
  test: '{fact} {op} {value}', pair: '{low} and {high}', list: ', ', quoted: '“{text}”', quotes: ', ', true: 'yes', false: 'no', unit: '',
  'op.equal': 'is', 'op.notEqual': 'is not', 'number.equal': '=', 'number.notEqual': '≠', 'op.lessThan': '<', 'op.lessThanInclusive': '≤', 'op.greaterThan': '>', 'op.greaterThanInclusive': '≥',
  'op.in': 'is one of', 'op.notIn': 'is none of', 'number.in': 'is one of', 'number.notIn': 'is none of', 'op.between': 'is between', 'op.before': 'is before', 'op.onOrBefore': 'is on or before', 'op.after': 'is after', 'op.onOrAfter': 'is on or after', 'op.hasState': 'is',
  'state.given': 'given', 'state.missing': 'missing', 'state.not-applicable': 'not applicable',
  decision: 'there is {value} decision “{fact}”', 'decision.true': 'a', 'decision.false': 'no', history: '“{fact}” {value}', 'history.true': 'holds', 'history.false': 'does not hold',
  deduct: 'deduct {points}', award: 'award {points}', set: 'set the points to {points}', zero: 'no points for this item', 'cap.deduct': ', at most {cap}', 'cap.award': ', at most {cap}',
  deductEach: 'deduct {points} for {per}', 'deductEach.of': 'deduct {points} for {per} of {fact}', awardEach: 'award {points} for {per}', 'awardEach.of': 'award {points} for {per} of {fact}', once: 'each one', each: 'each one', many: 'every {per}', one: 'one',
  deductShortfall: 'deduct {points} for each {one} short of {target}', 'deductShortfall.of': 'deduct {points} for each {one} that {fact} falls short of {target}',
  deductSteps: 'deduct {points} for every {step} {side} {target} ({count})', 'deductSteps.of': 'deduct {points} for every {step} that {fact} is {side} {target} ({count})',
  awardSteps: 'award {points} for every {step} {side} {target} ({count})', 'awardSteps.of': 'award {points} for every {step} that {fact} is {side} {target} ({count})',
  percentagePoint: ' percentage point', percentagePoints: ' percentage points', 'side.below': 'below', 'side.above': 'above', 'count.whole': 'whole steps only', 'count.begun': 'a begun step counts in full', 'count.proportional': 'in proportion',
  share: 'score its value ÷ {target} × full points', 'share.of': 'score {fact} ÷ {target} × full points',
  lookup: '{mode} by its value: {rows}', 'lookup.of': '{mode} by {fact}: {rows}', 'lookup.set': 'score', 'lookup.deduct': 'deduct', 'lookup.award': 'add',
  'row.band': '{from} to below {below}: {points}', 'row.from': '{from} or more: {points}', 'row.below': 'below {below}: {points}', 'row.equals': '{equals}: {points}', rows: '; ',
  assess: 'the assessing body decides {mode} from {from} to {to}, with a reason', 'assess.set': 'the points', 'assess.deduct': 'a deduction', 'assess.award': 'an award',
  applies: 'Only units for which {condition}', everybody: 'All units', requirement: '{grade} requires that {condition}',
  'verdict.zero-file': 'a file of {ratings} with a veto counts 0', 'verdict.zero-item': '“{item}” counts 0', 'verdict.fix-total': 'the total is at most {points}', 'verdict.stop': 'evaluation stops with the grade {grade}', 'verdict.cap-grade': 'the best grade is {grade}',
  'outcome.rule': '{type}', 'outcome.choice': '{type} if so decided', recipients: ', sent to {to}', proposed: ', proposed to {to}', 'the.unit': 'the unit itself',
  'outcome.copy': 'a copy of the result', 'outcome.letter': 'a letter', 'outcome.commendation': 'a commendation', 'outcome.reward': 'a reward', 'outcome.recommendation': 'a recommendation', 'outcome.warning': 'a warning', 'outcome.interview': 'an interview', 'outcome.rectification': 'an order to rectify', 'outcome.criticism': 'public criticism', 'outcome.referral': 'a referral', 'outcome.notice': 'a notice',
  'unit.category': 'category', 'unit.id': 'unit', 'result.total': 'total', 'result.base': 'base', 'result.bonus': 'bonus', 'result.deduction': 'deduction', 'result.grade': 'grade', 'result.rank': 'rank', 'result.pool': 'pool',
}
