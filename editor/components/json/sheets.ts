/**
 * Stands in for the code editor's own `domStylesheets` module (the build puts it there): the same functions over
 * constructed style sheets, which the content policy allows, where the original writes <style> elements, which it does not.
 */
interface Store { add(disposable: { dispose(): void }): unknown }
const HEAD = document.head

class AdoptedSheet {
  readonly sheet = new CSSStyleSheet({ media: 'screen' })
  className = ''
  private css = ''
  constructor(readonly container: Node) {
    document.adoptedStyleSheets.push(this.sheet)
  }
  get textContent(): string {
    return this.css
  }
  set textContent(css: string) {
    this.css = css
    this.sheet.replaceSync(css)
  }
  remove(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet)
    made.delete(this)
  }
}
const made = new Set<AdoptedSheet>()

export function createStyleSheet(container: Node = HEAD, before?: (sheet: AdoptedSheet) => void, store?: Store): AdoptedSheet {
  const sheet = new AdoptedSheet(container)
  made.add(sheet)
  before?.(sheet)
  store?.add({ dispose: () => sheet.remove() })
  return sheet
}
let shared: AdoptedSheet | null = null
const sharedSheet = (): AdoptedSheet => (shared ??= createStyleSheet())

export function createCSSRule(selector: string, css: string, { sheet } = sharedSheet()): void {
  if (css) sheet.insertRule(`${selector} {${css}}`, 0)
}
export function removeCSSRulesContainingSelector(name: string, { sheet } = sharedSheet()): void {
  for (let i = sheet.cssRules.length - 1; i >= 0; i--) {
    const rule = sheet.cssRules[i]
    if (rule instanceof CSSStyleRule && rule.selectorText.includes(name)) sheet.deleteRule(i)
  }
}
/** Only inline suggestions ask for it, and they are switched off. */
export const createStyleSheetFromObservable = (): { dispose(): void } => ({ dispose: () => undefined })

/** Takes away the sheets of editors that are gone from the page. */
export function dropSheets(): void {
  for (const sheet of made) if (sheet.container !== HEAD && !sheet.container.isConnected) sheet.remove()
}
