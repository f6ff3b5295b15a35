import { existsSync } from 'node:fs'

const runs = 7
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const middle = (times: readonly number[]) => Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0)

/** In the page: when something was first painted, and when the frame with the first rows was. */
const watch = (selector: string) => `
  window.shown = new Promise((done) => {
    const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => {
      const first = performance.getEntriesByName('first-contentful-paint')[0]
      done([first ? first.startTime : 0, performance.now()])
    }))
    const look = () => document.querySelector(${JSON.stringify(selector)}) ? painted() : requestAnimationFrame(look)
    look()
  })`

export type FirstRows = { firstPaintMs: number; firstRowsMs: number; againMs: number }
/**
 * A page opened in a real browser, each time in a fresh one: milliseconds from the address to the first paint and to the
 * frame with the first rows (`selector`); and to the rows again when the scripts are in the browser's cache. Null without a browser.
 */
export async function firstRows(address: string, selector: string): Promise<FirstRows | null> {
  const { chromium } = await import('@playwright/test')
  const path = [process.env.CHROMIUM_PATH ?? '', chromium.executablePath(), ...browsers].find((each) => existsSync(each))
  if (!path) return null
  const browser = await chromium.launch({ executablePath: path })
  const times: { paint: number; rows: number; again: number }[] = []
  try {
    for (let run = 0; run < runs; run++) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.addInitScript(watch(selector))
      const opened = async (): Promise<[number, number]> => {
        await page.goto(address)
        return page.evaluate('window.shown')
      }
      const [paint, rows] = await opened()
      const [, again] = await opened()
      times.push({ paint, rows, again })
      await page.close()
    }
  } finally {
    await browser.close()
  }
  const of = (key: keyof (typeof times)[number]) => middle(times.map((each) => each[key]))
  return { firstPaintMs: of('paint'), firstRowsMs: of('rows'), againMs: of('again') }
}
