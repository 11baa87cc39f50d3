import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright'
import { apply, blank, type Ruleset, type Step } from '../../engine/index.ts'
import { startSite } from '../support/site.ts'

/** Measures the editor in Chromium: size of the first load, time from a keystroke to the updated impact, long tasks while a weight is dragged, and a ruleset of 5,000 leaves. */
const RUNS = 40
const site = await startSite()
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN
const high = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length * 0.95)] ?? NaN
const ms = (value: number): string => `${value.toFixed(1)} ms`
const row = (what: string, value: string): void => { process.stdout.write(`| ${what} | ${value} |\n`) }
const LONG_TASKS = 'window.long = []; new PerformanceObserver((list) => window.long.push(...list.getEntries().map((e) => e.duration))).observe({ type: "longtask" })'
const longTasks = (page: Page): Promise<number[]> => page.evaluate('window.long.splice(0)')

/** Kilobytes of script until the impact stands there: of the page, and of its workers. */
async function firstLoad(page: Page, address: string): Promise<{ page: number; workers: number }> {
  const scripts = new Map<string, Promise<number>>()
  page.on('response', (reply) => { if (reply.url().endsWith('.js') && !scripts.has(reply.url())) scripts.set(reply.url(), reply.body().then((body) => gzipSync(body).length / 1000)) })
  await page.goto(address)
  await page.waitForSelector('[data-tour=inspector] table.dense tbody tr')
  const sizes = await Promise.all([...scripts].map(async ([url, size]) => ({ worker: url.includes('worker'), size: await size })))
  const sum = (worker: boolean): number => Math.round(sizes.filter((s) => s.worker === worker).reduce((all, { size }) => all + size, 0))
  return { page: sum(false), workers: sum(true) }
}
/** From the input event until the frame that shows the impact is drawn. */
async function keystrokes(page: Page, field: string): Promise<number[]> {
  return page.evaluate(async ({ field: selector, runs }) => {
    const input = document.querySelector<HTMLInputElement>(selector)
    const watched = document.querySelector('[data-tour=inspector]')
    if (!input || !watched) throw new Error(`no ${selector}`)
    const times: number[] = []
    for (let i = 0; i < runs; i++) {
      const changed = new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`no impact of value ${i}`)), 20_000)
        const observer = new MutationObserver(() => { observer.disconnect(); clearTimeout(late); requestAnimationFrame(() => setTimeout(resolve)) })
        observer.observe(watched, { subtree: true, childList: true, characterData: true, attributes: true })
      })
      const start = performance.now()
      input.value = String(1 + (i % 9) / 2)
      input.dispatchEvent(new Event('input', { bubbles: true }))
      await changed
      times.push(performance.now() - start)
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    return times
  }, { field, runs: RUNS })
}
async function dragWeight(page: Page): Promise<number[]> {
  const box = await page.locator('[data-criterion] .field .grip').first().boundingBox()
  if (!box) throw new Error('no weight to drag')
  await page.locator('[data-criterion] .field').first().hover()
  await page.mouse.move(box.x + 8, box.y + 8)
  await longTasks(page)
  await page.mouse.down()
  for (let i = 0; i < 120; i++) {
    await page.mouse.move(box.x + 8 + 40 * Math.sin(i / 8), box.y + 8)
    await page.waitForTimeout(16)
  }
  await page.mouse.up()
  await page.waitForTimeout(300)
  return longTasks(page)
}

/** From the input event of the slider until the frame that shows the answer is drawn, and the worker's part of it. */
async function dragDraws(page: Page, address: string): Promise<{ painted: number[]; worked: number[] }> {
  await page.goto(address)
  await page.waitForSelector('[data-slider]', { timeout: 60_000 })
  return page.evaluate(async (steps) => {
    const slider = document.querySelector<HTMLInputElement>('[data-slider]')
    const told = document.querySelector<HTMLElement>('[data-points]')
    if (!slider || !told) throw new Error('no weight to drag')
    const [painted, worked]: [number[], number[]] = [[], []]
    for (let i = 0; i < steps; i++) {
      const answered = new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`no answer to step ${i}`)), 20_000)
        const observer = new MutationObserver(() => { observer.disconnect(); clearTimeout(late); requestAnimationFrame(() => setTimeout(resolve)) })
        observer.observe(told, { attributeFilter: ['data-points'] })
      })
      const start = performance.now()
      slider.value = String(1 + ((i * 7) % 40) / 10)
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      await answered
      painted.push(performance.now() - start)
      worked.push(Number(told.dataset['ms']))
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
    return { painted, worked }
  }, DRAG_STEPS)
}
const DRAG_STEPS = 120
const within = (list: readonly number[]): string => `median ${ms(median(list))}, 95 % ${ms(high(list))}, longest ${ms(Math.max(...list))}; ${Math.round((list.filter((t) => t <= 16).length / list.length) * 100)} % within 16 ms`

const LEAVES = 5000
const FACTS = 20
/** A made-up scheme with so many leaves, in fifty parts; each takes points for each of a count. */
function large(): { steps: Step[]; document: Ruleset } {
  const source = { basis: 'assumed' } as const
  const start = blank('large', 2000, 'large', 'en')
  const parts = Array.from({ length: 50 }, (_, p) => ({
    id: `p${p}`, label: `Part ${p}`, source,
    children: Array.from({ length: LEAVES / 50 }, (_unused, l) => ({ id: `p${p}-l${l}`, label: `Leaf ${p}.${l}`, source, criteria: [{ id: `p${p}-c${l}`, label: 'c', method: 'daily', points: 0.02, start: 'full', rules: [{ id: 'each', conditions: { all: [{ fact: `f${l % FACTS}`, operator: 'greaterThanInclusive', value: 1 }] }, event: { type: 'deductEach', params: { fact: `f${l % FACTS}`, points: 0.005 } }, source }], source }] })),
  }))
  const facts = Array.from({ length: FACTS }, (_, f) => ({ id: `f${f}`, label: `Count ${f}`, kind: 'count', max: 10, method: 'daily', source }))
  const steps = [{ type: 'set', path: '', key: 'facts', from: start.facts, to: facts }, { type: 'set', path: '', key: 'indicators', from: start.indicators, to: parts }] as unknown as Step[]
  return { steps, document: apply(start, steps) }
}

process.stdout.write('| measured in Chromium | |\n| --- | --- |\n')
const page = await site.open()
await page.addInitScript(LONG_TASKS)
const draft = await site.newDraft('pingdingshan', 2022)
const shipped = await site.document(draft)
const first = shipped.indicators[0]?.children?.[0]
const at = `indicators/${shipped.indicators[0]?.id}/children/${first?.id}/children/${first?.children?.[0]?.id}`
const loaded = await firstLoad(page, `${site.url}/edit/${draft}?at=${encodeURIComponent(at)}`)
row('script of the first load of the editor, gzip', `page ${loaded.page} kB, worker ${loaded.workers} kB`)
await page.waitForSelector('[data-criterion] .field .grip')
await page.evaluate('document.querySelector("[data-criterion] .field .grip").previousElementSibling.setAttribute("data-bench", "")')
const typed = await keystrokes(page, '[data-bench]')
row('typing in a points field to the updated impact of all units', `median ${ms(median(typed))}, 95 % ${ms(high(typed))}`)
const dragged = await dragWeight(page)
row('tasks over 50 ms while a weight is dragged for two seconds', `${dragged.length}${dragged.length ? ` (longest ${ms(Math.max(...dragged))})` : ''}`)

const { painted, worked } = await dragDraws(page, `${site.url}/simulate?of=pingdingshan/2022&tab=drag`)
row('a weight dragged over 1,000 draws of 133 units: in the worker', within(worked))
row('… from the input to the drawn frame', within(painted))

const { steps } = large()
const created = (await (await fetch(`${site.url}/api/drafts`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ blank: true, scheme: 'large', year: 2000, title: 'large', lang: 'en' }) })).json()) as { id: string }
await fetch(`${site.url}/api/drafts/${created.id}/steps`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ revision: 0, steps }) })
const started = performance.now()
await page.goto(`${site.url}/edit/${created.id}?at=${encodeURIComponent('indicators/p0/children/p0-l0')}`)
await page.waitForSelector('[data-tour=inspector] table.dense tbody tr', { timeout: 120_000 })
row(`a ruleset of ${LEAVES} leaves, opened and scored`, ms(performance.now() - started))
await longTasks(page)
const scroller = page.locator('.outline .scroller')
for (let i = 0; i < 60; i++) {
  await scroller.evaluate((box, to) => { box.scrollTop = to }, i * 2500)
  await page.waitForTimeout(16)
}
const scrolled = await longTasks(page)
row('… scrolled through: tasks over 50 ms', `${scrolled.length}`)
await page.fill('.outline input[type=search]', 'Leaf 42.17')
await page.waitForSelector('[role=treeitem]:has-text("Leaf 42.17")')
const searched = await longTasks(page)
row('… searched: longest task', ms(Math.max(0, ...searched)))
await page.fill('.outline input[type=search]', '')
await page.waitForSelector('[data-criterion] .field .grip')
await page.evaluate('document.querySelector("[data-criterion] .field .grip").previousElementSibling.setAttribute("data-bench", "")')
const edited = await keystrokes(page, '[data-bench]')
row('… typing in a points field to the updated impact', `median ${ms(median(edited))}, 95 % ${ms(high(edited))}`)
await site.close()
