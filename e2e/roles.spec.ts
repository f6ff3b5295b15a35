import { expect } from '@playwright/test'
import { signIn, test } from './support.ts'

test('one press on a demonstration login opens the workbench', async ({ page }) => {
  await page.goto('/auditees?class=A')
  await page.getByRole('button', { name: /· clerk$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: '被审计对象库' })).toBeVisible()
  await expect(page).toHaveURL(/class=A/)
})

test('an audited official sees neither the register nor anybody’s portrait', async ({ page }) => {
  await signIn(page, 'official')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: '我的待办' })).toBeVisible()
  await expect(page.getByRole('link', { name: '被审计对象库' })).toHaveCount(0)
  expect((await page.request.get('/api/auditees.list')).status()).toBe(403)
  expect((await page.request.get('/api/portrait.list')).status()).toBe(403)
})

test('the audit administrator sees the trail, in which a portrait that was opened stands', async ({ page }) => {
  await signIn(page, 'adjudicator')
  const { rows } = await (await page.request.get('/api/portrait.list?limit=1')).json()
  await page.goto(`/portrait/${rows[0].id}`)
  await page.getByRole('radio', { name: '审计项目' }).check()
  await page.getByRole('button', { name: '查阅', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: rows[0].name })).toBeVisible()
  // The former reader's page asks nothing more in the next one's name.
  await page.goto('about:blank')
  await signIn(page, 'auditadmin')
  await page.goto('/trail')
  await expect(page.getByRole('row', { name: /adjudicator.*portrait\.one|portrait\.one.*adjudicator/ }).first()).toBeVisible()
  expect((await page.request.get('/api/portrait.list')).status()).toBe(403)
})

test('English is one switch away and stays', async ({ page }) => {
  await signIn(page, 'clerk')
  await page.goto('/')
  await page.getByRole('button', { name: /张敏/ }).click()
  await page.getByText('English').first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', /en/)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', /en/)
})
