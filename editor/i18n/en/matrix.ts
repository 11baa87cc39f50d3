import type { matrix as zh } from '../zh/matrix.ts'

export const matrix: typeof zh = {
  matrix: {
    component: 'Component', sum: 'Sum', full: 'Full marks', loose: 'Outside the total', off: 'Sums to {sum}, but {declared} is stated', several: '{count} criteria in this cell: press F2 to fill in each',
    empty: 'Empty: points typed here make a new criterion', computed: 'Sum of what stands below', none: 'There are no indicators or methods yet.', leavesOnly: 'Last level only', join: ', ',
    kept: '{count} cells were not taken; their text stays until you mend it', next: 'Go to next', drop: 'Drop', dropAll: 'Drop all', dropOne: 'Drop “{text}”', line: '“{text}” {row} · {column}: {why}',
    why: { invalid: 'not a number, or more than four decimal places', negative: 'cannot be below 0', several: 'several criteria in this cell: fill in each' },
    filled: '{count} cells filled', waits: '{count} to be mended', skipped: '{count} left alone (sums or retired)', outside: '{count} beyond the table, left out',
    keys: 'Keyboard', keysText: 'Arrows move, Shift+arrows select; type or press F2 to edit, Enter or Tab to accept, Esc to cancel; Ctrl+C and Ctrl+V exchange blocks with spreadsheets; Ctrl+D fills down, Ctrl+R fills right, Delete sets to 0; Alt+Shift+left or right changes the column width; Esc and then Tab leaves the table.',
  },
}
