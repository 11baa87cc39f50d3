import { editor } from 'monaco-editor/editor'

/** The code editor's colours by the tokens of the page; a number is how opaque, in 255ths, as two hexadecimal digits. */
const COLOURS: { readonly [place: string]: string } = {
  'editor.background': 'paper', 'editor.foreground': 'ink', 'editorLineNumber.foreground': 'ink-soft', 'editorLineNumber.activeForeground': 'ink', 'editorCursor.foreground': 'accent',
  'editor.selectionBackground': 'accent-soft', 'editor.inactiveSelectionBackground': 'accent-soft', 'editor.selectionHighlightBackground': 'accent-soft', 'editor.wordHighlightBackground': 'accent-soft', 'editor.wordHighlightTextBackground': 'accent-soft',
  'editor.lineHighlightBackground': 'ground', 'editor.lineHighlightBorder': 'ground', 'editorIndentGuide.background1': 'line', 'editorIndentGuide.activeBackground1': 'line-strong', 'editorBracketMatch.background': 'accent-soft', 'editorBracketMatch.border': 'accent',
  'editor.findMatchBackground': 'assumed-soft', 'editor.findMatchBorder': 'assumed', 'editor.findMatchHighlightBackground': 'assumed-soft', 'editorError.foreground': 'act', 'editorWarning.foreground': 'assumed', 'editorInfo.foreground': 'accent',
  'editorWidget.background': 'raised', 'editorWidget.foreground': 'ink', 'editorWidget.border': 'line-strong', 'widget.shadow': 'line', 'widget.border': 'line-strong', focusBorder: 'accent', foreground: 'ink', descriptionForeground: 'ink-soft', disabledForeground: 'ink-soft', 'icon.foreground': 'ink',
  'input.background': 'paper', 'input.foreground': 'ink', 'input.border': 'line-strong', 'input.placeholderForeground': 'ink-soft', 'inputOption.activeBackground': 'accent-soft', 'inputOption.activeBorder': 'accent', 'inputOption.activeForeground': 'accent',
  'inputValidation.errorBackground': 'act-soft', 'inputValidation.errorForeground': 'act', 'inputValidation.errorBorder': 'act',
  'editorSuggestWidget.background': 'raised', 'editorSuggestWidget.foreground': 'ink', 'editorSuggestWidget.border': 'line-strong', 'editorSuggestWidget.selectedBackground': 'accent-soft', 'editorSuggestWidget.selectedForeground': 'ink', 'editorSuggestWidget.highlightForeground': 'accent', 'editorSuggestWidget.focusHighlightForeground': 'accent', 'editorSuggestWidget.selectedIconForeground': 'ink',
  'editorHoverWidget.background': 'raised', 'editorHoverWidget.foreground': 'ink', 'editorHoverWidget.border': 'line-strong', 'editorHoverWidget.statusBarBackground': 'ground', 'textLink.foreground': 'accent', 'textLink.activeForeground': 'accent', 'textCodeBlock.background': 'ground',
  'list.hoverBackground': 'ground', 'list.hoverForeground': 'ink', 'list.focusBackground': 'accent-soft', 'list.focusForeground': 'ink', 'list.activeSelectionBackground': 'accent-soft', 'list.activeSelectionForeground': 'ink', 'list.highlightForeground': 'accent', 'list.focusHighlightForeground': 'accent',
  'quickInput.background': 'raised', 'quickInput.foreground': 'ink', 'quickInputList.focusBackground': 'accent-soft', 'quickInputList.focusForeground': 'ink', 'pickerGroup.foreground': 'accent', 'pickerGroup.border': 'line', 'keybindingLabel.background': 'ground', 'keybindingLabel.foreground': 'ink', 'keybindingLabel.border': 'line', 'keybindingLabel.bottomBorder': 'line-strong',
  'menu.background': 'raised', 'menu.foreground': 'ink', 'menu.selectionBackground': 'accent-soft', 'menu.selectionForeground': 'ink', 'menu.separatorBackground': 'line', 'menu.border': 'line-strong',
  'editorGutter.foldingControlForeground': 'ink-soft', 'editor.foldBackground': 'accent-soft', 'editorOverviewRuler.border': 'line', 'scrollbarSlider.background': 'line-strong 66', 'scrollbarSlider.hoverBackground': 'line-strong 99', 'scrollbarSlider.activeBackground': 'line-strong cc', 'scrollbar.shadow': 'line',
  'editorMarkerNavigation.background': 'raised', 'editorMarkerNavigationError.background': 'act', 'editorMarkerNavigationError.headerBackground': 'act-soft', 'editorMarkerNavigationWarning.background': 'assumed', 'editorMarkerNavigationWarning.headerBackground': 'assumed-soft',
}
const WORDS: { readonly [token: string]: string } = {
  '': 'ink', 'string.key.json': 'accent', 'string.value.json': 'ink', 'number.json': 'fine', 'keyword.json': 'assumed', 'delimiter.bracket.json': 'ink-soft', 'delimiter.array.json': 'ink-soft', 'delimiter.colon.json': 'ink-soft', 'delimiter.comma.json': 'ink-soft',
}

/** Makes and chooses the code editor's theme from the page's present colours. */
export function followTheme(): void {
  const page = getComputedStyle(document.documentElement)
  const colour = (told: string): string => {
    const [token = '', opacity = ''] = told.split(' ')
    return `${page.getPropertyValue(`--${token}`).trim()}${opacity}`
  }
  const mapped = (places: { readonly [name: string]: string }): [string, string][] => Object.entries(places).map(([name, told]) => [name, colour(told)])
  editor.defineTheme('paper', {
    base: document.documentElement.classList.contains('dark') ? 'vs-dark' : 'vs', inherit: true,
    rules: mapped(WORDS).map(([token, foreground]) => ({ token, foreground: foreground.slice(1) })), colors: Object.fromEntries(mapped(COLOURS)),
  })
  editor.setTheme('paper')
}
/** The size of text in tables, in pixels. */
export const fontSize = (): number => Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--size-table')) || 13
