import { AxeBuilder } from '@axe-core/playwright'
import { test as base, type ConsoleMessage, type Cookie, expect, type Page } from '@playwright/test'

/** A browser page that fails its test on any error said on the console or thrown by a script. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const troubles: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !isAskedTooEarly(message) && !isRefusedSignIn(message))
        troubles.push(message.text())
    })
    page.on('pageerror', (error) => troubles.push(error.message))
    await use(page)
    expect(troubles).toEqual([])
  },
})

/** Before anybody has signed in, asking who is here is answered 401; before a purpose is told, a portrait 409: the browser says so. */
const isAskedTooEarly = (message: ConsoleMessage) => {
  const { url } = message.location()
  const isStranger = url.endsWith('/api/identity.me') && message.text().includes('401')
  return isStranger || (url.includes('/api/portrait.one?') && message.text().includes('409'))
}

/** A sign-in that was refused (a code is asked for, or was wrong; nobody here is meant) is said by the page, and by the browser too. */
const isRefusedSignIn = (message: ConsoleMessage) =>
  /\/api\/identity\.(login|finishOutside)$/.test(message.location().url) && message.text().includes('409')

/** A word that no other test, no other worker and no earlier try has used. */
export const unheard = (): string => `${Date.now().toString(36)}${process.pid.toString(36)}`.toUpperCase()

/** Sessions this worker has opened: each sign-in costs the server the hash of a password. */
const sessions = new Map<string, Cookie[]>()

/** Signs this browser in with a demonstration login, without going through the sign-in page; the former reader's page asks nothing more. */
export async function signIn(page: Page, account: string): Promise<void> {
  if (page.url() !== 'about:blank') await page.goto('about:blank')
  const context = page.context()
  await context.clearCookies()
  await context.addCookies(sessions.get(account) ?? [])
  if (sessions.has(account) && (await page.request.get('/api/identity.me')).ok()) return
  await context.clearCookies()
  const logins: { account: string; password: string }[] = await (await page.request.get('/api/identity.demoLogins')).json()
  const found = logins.find((each) => each.account === account)
  const answer = await page.request.post('/api/identity.login', { data: { account, password: found?.password } })
  expect(answer.status()).toBe(200)
  sessions.set(account, await context.cookies())
}

/** The answer to a question, asked in the name of whoever is signed in. */
export async function asked(page: Page, question: string) {
  const answer = await page.request.get(`/api/${question}`)
  expect([question, answer.status()]).toEqual([question, 200])
  return answer.json()
}

/** An act of whoever is signed in, without a page. */
export async function done(page: Page, act: string, data: object) {
  const answer = await page.request.post(`/api/${act}`, { data })
  expect([act, answer.status(), answer.ok() ? '' : await answer.text()]).toEqual([act, 200, ''])
  return answer.json()
}

/** Goes to an address as a link of the app does; the first one of a browser opens the app. */
export async function walkTo(page: Page, address: string): Promise<void> {
  if (page.url() === 'about:blank') await page.goto(address)
  else await page.evaluate((to) => history.pushState({}, '', to), address)
}

/** What was asked for has come: no list and no card of the page waits any more. */
export async function arrived(page: Page): Promise<void> {
  await expect(page.locator('.waiting, [aria-busy="true"], .ant-spin-spinning')).toHaveCount(0)
}

/** Colours that are on their way to what they will be are not looked at yet. */
const settled = async () => {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
  await Promise.allSettled(ending.map(({ finished }) => finished))
}

/** Of many rows alike the first ones are looked at. */
const alike = ['tbody tr:nth-child(n+9)', '.plan-card:nth-child(n+5)']

/** No violation of WCAG A or AA that a machine can find; of colours alone where nothing else has changed. */
export async function expectAccessible(page: Page, of: 'everything' | 'colours' = 'everything'): Promise<void> {
  const look = async () => {
    await page.evaluate(settled)
    const axe = new AxeBuilder({ page })
    for (const each of alike) axe.exclude(each)
    const rules = of === 'colours' ? axe.withRules(['color-contrast']) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    const { violations } = await rules.analyze()
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(' ')) }))).toEqual([])
  }
  // What is still changing its colours or coming in is looked at again; what is wrong stays wrong.
  await expect(look).toPass({ intervals: [300, 1000, 3000], timeout: 20_000 })
}

export const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`),
})
export const paper = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
type Upload = { name: string; mimeType: string; buffer: Buffer }

/** Takes files through the import page: kind, files, check, import. Answers once the result is shown. */
export async function importFiles(page: Page, what: string, files: readonly Upload[]): Promise<void> {
  await page.goto(`/imports/new?what=${what}`)
  await page.getByLabel('选择文件', { exact: true }).setInputFiles([...files])
  await page.getByRole('button', { name: '试读，不写入' }).click()
  await expect(page.getByText('以上是试读结果，尚未写入任何数据')).toBeVisible()
  await page.getByRole('button', { name: '正式导入' }).click()
  await expect(page.getByRole('button', { name: '再导入一批' })).toBeVisible({ timeout: 60_000 })
}

/** A reading that an earlier try left open ends: the page asks for a purpose again. */
export async function closeReading(page: Page, official: string): Promise<void> {
  await page.request.post('/api/custody.closeReading', { data: { subject: `official:${official}` } })
}

/** Opens an official's portrait for a purpose, which the page asks for first. */
export async function openDossier(page: Page, official: string): Promise<void> {
  const told = { subject: `official:${official}`, purpose: 'audit', note: '' }
  expect((await page.request.post('/api/custody.openReading', { data: told })).status()).toBe(200)
  await page.goto(`/portrait/${official}`)
}
