export const revision = {
  revision: {
    thing: 'What is revised', before: 'Before', after: 'After', reason: 'Reason', reasonOf: 'Reason for changing {thing}', placeholder: 'Why this is changed', nothing: '(none)', lead: '{count} revisions, {explained} explained.', pending: '{count} reasons not saved yet', allKept: 'All reasons are saved',
    search: 'Find a revision or reason', onlyOpen: 'Only those without a reason', whole: 'The table lists every revision between the two versions, whatever is switched off.', failed: 'The reasons cannot be read: {why}', loose: '{count} reasons no longer have a revision', remove: 'Remove',
    state: { kept: 'Saved', sending: 'Saving…', unsent: 'Not saved yet, will be tried again', refused: 'Not saved: too long, or with characters that cannot be used' }, conflict: 'Somebody else has written this reason:', takenAway: 'Somebody else has removed this reason.', mine: 'Use mine', theirs: 'Use theirs',
  },
  report: {
    revision: 'Revision table', impact: 'Impact report', busy: 'Being made…', failed: 'The file was not made: {why}', unsaved: 'Some reasons are not saved yet; the file was not made.', whole: 'The file covers every change between the two versions.',
    trouble: { 'version.unfit': 'One of the versions still has errors; mend them on the Check page first.', 'cohort.unfit': 'The data do not fit the rules and cannot be scored.', 'report.stopped': 'The file was not made: the work was ended.' },
  },
}
