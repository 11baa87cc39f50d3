import { editor } from 'monaco-editor/editor'
import 'monaco-editor/features/diffEditor/register'
import 'monaco-editor/features/find/register'
import { dropSheets } from './sheets.ts'
import { followTheme, fontSize } from './theme.ts'

/** Two JSON texts side by side in an element, read only, what differs marked; unchanged stretches are folded. */
export function openDiff(host: HTMLElement, labels: readonly [string, string]) {
  const models = { original: editor.createModel('', 'json'), modified: editor.createModel('', 'json') }
  followTheme()
  const pane = editor.createDiffEditor(host, {
    automaticLayout: true, readOnly: true, originalEditable: false, renderSideBySide: true, useInlineViewWhenSpaceIsLimited: true, hideUnchangedRegions: { enabled: true }, originalAriaLabel: labels[0], modifiedAriaLabel: labels[1],
    fontSize: fontSize(), lineHeight: 1.6, minimap: { enabled: false }, scrollBeyondLastLine: false, wordWrap: 'on', renderOverviewRuler: true, useShadowDOM: false, fixedOverflowWidgets: true, unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false }, stickyScroll: { enabled: false }, renderMarginRevertIcon: false, contextmenu: false,
  })
  pane.setModel(models)
  const looks = new MutationObserver(() => {
    followTheme()
    pane.updateOptions({ fontSize: fontSize() })
  })
  looks.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] })
  return {
    show(before: string, after: string): void {
      models.original.setValue(before)
      models.modified.setValue(after)
    },
    close(): void {
      looks.disconnect()
      pane.dispose()
      models.original.dispose()
      models.modified.dispose()
      dropSheets()
    },
  }
}
