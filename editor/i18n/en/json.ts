import type { json as zh } from '../zh/json.ts'

export const json: typeof zh = {
  json: {
    foreign: 'The menus and the search box of the text editor stay Chinese until the page is loaded again.', reload: 'Load again',
    label: 'The scheme as JSON text', loading: 'Loading the text editor…', failed: 'The text editor cannot be loaded: {why}', tools: 'Text tools',
    format: 'Tidy up', find: 'Find', copyPath: 'Copy path', copied: 'Copied', openFile: 'Open a file…', keys: 'To leave the editor with Tab, press Ctrl+M first; F1 lists all commands.',
    follows: 'Same as the document', followsWith: 'Same as the document · problems: {count}',
    invalid: 'This text is not a valid scheme yet; the document keeps its last valid state.', problems: 'Problems: {count}.', keptAside: 'The text is kept aside in this browser and survives leaving and reloading.', unkept: 'The browser\'s store is full or switched off: the text will be lost when you leave.',
    first: 'Go to the first problem', goOn: 'Keep editing', discard: 'Discard this text',
    conflict: 'Both this text and the document were changed.', theirs: 'Changed in the document ({count})', mine: 'Changed in the text ({count})', mineUnread: 'The text has problems ({count}), so its changes cannot be told yet', both: 'Keep both', keepMine: 'Keep the text', takeTheirs: 'Take the document',
    file: {
      title: 'Opened file: {name}', same: '“{name}” is the same as the document.', differs: '“{name}” differs from the document in {count} places. Accepted, they are one act that can be undone.', changes: 'Changes', more: '{count} more', accept: 'Accept {count} changes', refuse: 'Refuse', close: 'Close',
      refused: '“{name}” cannot be opened as a scheme; the document is unchanged. Problems ({count}):', line: 'Line {line}', moreIssues: '{count} more problems',
      encoding: 'The text encoding of “{name}” is not known; the document is unchanged. Save it as JSON in UTF-8 and open that.',
      'other-scheme': 'Line {line} of “{name}” says it is another scheme ({scheme}); {openScheme} is open, and unchanged. Choose a file of this scheme.',
      'other-year': 'Line {line} of “{name}” says it is the scheme of {year}; {openYear} is open, and unchanged. Choose the file of {openYear}; to take over its content all the same, first set its year to {openYear}.',
    },
  },
}
