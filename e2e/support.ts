import { AxeBuilder } from '@axe-core/playwright'
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test'

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

/** A sign-in that was refused (a code is asked for, or was wrong) is said by the page, and by the browser too. */
const isRefusedSignIn = (message: ConsoleMessage) =>
  message.location().url.endsWith('/api/identity.login') && message.text().includes('409')

/** Signs this browser in with a demonstration login, without going through the sign-in page. */
export async function signIn(page: Page, account: string): Promise<void> {
  const logins: { account: string; password: string }[] = await (await page.request.get('/api/identity.demoLogins')).json()
  const found = logins.find((each) => each.account === account)
  const answer = await page.request.post('/api/identity.login', { data: { account, password: found?.password } })
  expect(answer.status()).toBe(200)
}

/** Colours that are on their way to what they will be are not looked at yet. */
const settled = async () => {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
  await Promise.allSettled(ending.map(({ finished }) => finished))
}

/** No violation of WCAG A or AA that a machine can find. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(settled)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(' ')) }))).toEqual([])
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

/** Opens an official's portrait for a purpose, which the page asks for first. */
export async function openDossier(page: Page, official: string): Promise<void> {
  const told = { subject: `official:${official}`, purpose: 'audit', note: '' }
  expect((await page.request.post('/api/custody.openReading', { data: told })).status()).toBe(200)
  await page.goto(`/portrait/${official}`)
}
