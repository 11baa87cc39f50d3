import type { ITrustedTypePolicy, ITrustedTypePolicyOptions } from 'monaco-editor/editor'

const HELD = 'data-look'
const IN_TAG = /(<[a-z][^<>]*?\s)style="/g

/** The code editor writes lines as HTML with style attributes, which the content policy refuses: they are held in another attribute … */
export const heldLooks = (name: string, options?: ITrustedTypePolicyOptions): ITrustedTypePolicy => ({
  ...options,
  name,
  createHTML: (html: string, ...rest: unknown[]): string => (options?.createHTML?.(html, ...rest) ?? html).replace(IN_TAG, `$1${HELD}="`),
})

function dress(element: HTMLElement): void {
  for (const declaration of (element.getAttribute(HELD) ?? '').split(';')) {
    const [name = '', ...value] = declaration.split(':')
    // What has been set on the element since is newer.
    if (value.length && element.style.getPropertyValue(name.trim()) === '') element.style.setProperty(name.trim(), value.join(':').trim())
  }
  element.removeAttribute(HELD)
}
/** … and set through the object model, which it allows, before anything is painted. */
export function applyLooks(root: HTMLElement): MutationObserver {
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof HTMLElement || node instanceof SVGElement)) continue
        if (node.hasAttribute(HELD)) dress(node as HTMLElement)
        node.querySelectorAll<HTMLElement>(`[${HELD}]`).forEach(dress)
      }
    }
  })
  observer.observe(root, { childList: true, subtree: true })
  return observer
}
