import type { Page } from 'playwright'

/** Drops a file onto an element, as from the desktop; a number for its content is so many bytes. */
export const dropFile = (page: Page, selector: string, name: string, content: Uint8Array | string | number): Promise<void> =>
  page.locator(selector).evaluate((element, { file, parts }) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([typeof parts === 'string' ? parts : new Uint8Array(parts)], file))
    for (const type of ['dragover', 'drop']) element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }))
  }, { file: name, parts: typeof content === 'object' ? [...content] : content } as { file: string; parts: string | number })
