import { editor, MarkerSeverity, Uri, type IDisposable, type IRange } from 'monaco-editor/editor'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/caretOperations/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/codelens/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/cursorUndo/register'
import 'monaco-editor/features/dropOrPasteInto/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/format/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/gotoLine/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/indentation/register'
// The list of suggestions comes with the inline ones, which stay switched off.
import 'monaco-editor/features/inlineCompletions/register'
import 'monaco-editor/features/lineSelection/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/longLinesHelper/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/quickCommand/register'
import 'monaco-editor/features/smartSelect/register'
import 'monaco-editor/features/snippet/register'
import 'monaco-editor/features/suggest/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/wordHighlighter/register'
import 'monaco-editor/features/wordOperations/register'
import 'monaco-editor/features/wordPartOperations/register'
import { jsonDefaults } from 'monaco-editor/languages/features/json/register'
import { describedSchema, type Lang } from '../../../engine/index.ts'
import type { TextEdit } from '../../workers/rewrite.ts'
import { dropSheets } from './sheets.ts'
import { followTheme, fontSize } from './theme.ts'

export interface Mark { from: number; to: number; level: 'error' | 'warning'; message: string }
export type Pane = ReturnType<typeof openPane>
const FOLDER = 'inmemory://document/'
let count = 0

/**
 * Completion and hover in a language; the words of the code editor itself stay those it was loaded with. A text that
 * names its schema (`$schema`, from where it is kept as a file) is offered ours under that name: nothing is fetched.
 */
export function speak(lang: Lang, named = ''): void {
  const schema = describedSchema(lang)
  const own = named !== '' && URL.canParse(named, FOLDER) ? [{ uri: new URL(named, FOLDER).href, schema }] : []
  jsonDefaults.setModeConfiguration({ completionItems: true, hovers: true, tokens: true, foldingRanges: true, selectionRanges: true, documentFormattingEdits: true, documentRangeFormattingEdits: true, documentSymbols: true, diagnostics: false, colors: false })
  jsonDefaults.setDiagnosticsOptions({ validate: false, enableSchemaRequest: false, schemas: [{ uri: `inmemory://ruleset/${lang}.json`, fileMatch: ['*'], schema }, ...own] })
}

/** A code editor for one JSON text in an element; everything in it is told in UTF-16 offsets. */
export function openPane(host: HTMLElement, text: string, label: string) {
  const model = editor.createModel(text, 'json', Uri.parse(`${FOLDER}${++count}.json`))
  model.setEOL(editor.EndOfLineSequence.LF)
  model.updateOptions({ tabSize: 2, insertSpaces: true, bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } })
  followTheme()
  const pane = editor.create(host, {
    model, ariaLabel: label, automaticLayout: true, fontSize: fontSize(), lineHeight: 1.6, fontFamily: "ui-monospace, 'Cascadia Mono', Consolas, Menlo, 'Noto Sans Mono CJK SC', monospace",
    minimap: { enabled: false }, scrollBeyondLastLine: false, wordWrap: 'on', wrappingIndent: 'indent', useShadowDOM: false, contextmenu: true, fixedOverflowWidgets: true,
    lineNumbersMinChars: 6, unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true, nonBasicASCII: false }, stickyScroll: { enabled: false },
    inlineSuggest: { enabled: false }, occurrencesHighlight: 'off', renderWhitespace: 'none', codeLens: false, wordBasedSuggestions: 'off', dropIntoEditor: { enabled: false }, pasteAs: { enabled: false }, padding: { top: 6, bottom: 6 },
  })
  const here = pane.createDecorationsCollection()
  const range = (from: number, to: number): IRange => {
    const [start, end] = [model.getPositionAt(from), model.getPositionAt(to)]
    return { startLineNumber: start.lineNumber, startColumn: start.column, endLineNumber: end.lineNumber, endColumn: end.column }
  }
  const looks = new MutationObserver(() => {
    followTheme()
    pane.updateOptions({ fontSize: fontSize() })
  })
  looks.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] })
  const heard: IDisposable[] = []
  return {
    text: (): string => model.getValue(),
    caret: (): number => model.getOffsetAt(pane.getPosition() ?? { lineNumber: 1, column: 1 }),
    focus: (): void => pane.focus(),
    hasFocus: (): boolean => pane.hasTextFocus(),
    /** Told of every change of the text, and of every move of the caret by the user. */
    listen(changed: () => void, moved: () => void): void {
      heard.push(model.onDidChangeContent(changed), pane.onDidChangeCursorPosition(({ reason }) => { if (reason === editor.CursorChangeReason.Explicit) moved() }))
    },
    /** Replaces stretches one after another, each told on the text after those before it; can be undone, keeps caret and scroll. */
    replace(edits: readonly TextEdit[]): void {
      const top = pane.getScrollTop()
      model.pushStackElement()
      for (const { offset, length, content } of edits) model.pushEditOperations(pane.getSelections(), [{ range: range(offset, offset + length), text: content, forceMoveMarkers: false }], () => null)
      model.pushStackElement()
      pane.setScrollTop(top)
    },
    mark: (marks: readonly Mark[]): void => editor.setModelMarkers(model, 'ruleset', marks.map(({ from, to, level, message }) => ({ ...range(from, Math.max(to, from + 1)), message, severity: level === 'error' ? MarkerSeverity.Error : MarkerSeverity.Warning }))),
    /** Lights a stretch up, and if asked brings it into view; never takes the focus. */
    show(from: number, to: number, reveal: boolean): void {
      const lines = range(from, to)
      here.set([{ range: lines, options: { isWholeLine: true, className: 'json-here', linesDecorationsClassName: 'json-here-edge' } }])
      if (reveal) pane.revealRangeNearTopIfOutsideViewport(lines)
    },
    showNothing: (): void => here.clear(),
    goTo(offset: number): void {
      const position = model.getPositionAt(offset)
      pane.setPosition(position)
      pane.revealPositionInCenterIfOutsideViewport(position)
      pane.focus()
    },
    run: (action: string): void => {
      pane.focus()
      void pane.getAction(action)?.run()
    },
    close(): void {
      looks.disconnect()
      heard.forEach((one) => one.dispose())
      pane.dispose()
      model.dispose()
      dropSheets()
    },
  }
}
