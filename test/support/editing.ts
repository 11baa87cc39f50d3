import type { Locator, Page } from 'playwright'

/** The edit page as its user finds things on it (in Chinese): by what they are called, never by how they are built. */
export function editing(page: Page) {
  const soon = { timeout: 20_000 }
  const centre = page.locator('.centre')
  const outline = page.getByRole('tree')
  const search = page.getByRole('searchbox', { name: '搜索指标' })
  const button = (name: string, within = centre): Locator => within.getByRole('button', { name, exact: true })
  const field = (name: string | RegExp, within = centre): Locator => within.getByLabel(name, { exact: true }).first()
  const heading = (name: string): Promise<void> => centre.getByRole('heading', { name, exact: true, level: 2 }).waitFor(soon)
  const rules = centre.getByRole('region', { name: '规则', exact: true })
  const rule = (n: number, within = rules): Locator => within.getByRole('listitem').nth(n)
  const lines = (label: string): Locator => outline.locator('[role=treeitem]').filter({ has: page.locator('.name', { hasText: new RegExp(`(^|\\s)${label.replace(/[()]/g, '\\$&')}\\s*$`) }) })
  return {
    centre, outline, search, button, field, heading, rules, rule, lines, soon,
    bar: (name: string): Locator => page.getByRole('toolbar', { name: '对所选指标' }).getByRole('button', { name, exact: true }),
    /** A property of the thing on the page: it is labelled by what the thing is called and the property. */
    property: (name: string, within = centre): Locator => field(new RegExp(` ${name}$`), within),
    /** A number or word in a rule's sentence. */
    chip: (n: number, name: string | RegExp): Locator => rule(n).getByRole('paragraph').first().getByRole('textbox', { name, exact: true }),
    /** Finds a thing of any kind by its name; `indicator` where others are called the same. */
    async find(label: string, indicator = false): Promise<void> {
      await search.fill(label)
      const found = indicator ? lines(label).and(page.locator('[data-path^="indicators/"]')) : lines(label)
      await found.first().click()
      await heading(label)
    },
    async section(name: string): Promise<void> {
      await search.fill(name)
      await lines(name).first().click()
      await search.fill('')
      await heading(name)
    },
    async addRule(pattern: RegExp, fact: string): Promise<void> {
      await button('添加规则', rules).click()
      await page.getByRole('menuitem', { name: pattern }).click()
      await page.getByRole('combobox', { name: '选择数据项' }).fill(fact)
      await page.keyboard.press('Enter')
    },
    /** Where a thing comes from: its clause, that a yearly plan says so, and which. */
    async source(clause: string, note: string, within = centre): Promise<void> {
      await within.getByLabel('条款', { exact: true }).last().selectOption(clause)
      await within.getByLabel('依据性质', { exact: true }).last().selectOption('plan')
      const asked = button('＋ 备注', within).last()
      if (await asked.count()) await asked.click()
      await within.getByLabel('备注', { exact: true }).last().fill(note)
    },
  }
}
