import { expect } from '@playwright/test'
import { expectAccessible, signIn, test } from './support.ts'

test('register, series, templates and comparison are reached and readable by everyone', async ({ page }) => {
  await signIn(page, 'secretary')
  for (const [path, heading] of [
    ['/papers', '文书登记簿'],
    ['/paper-series', '文号系列'],
    ['/paper-templates', '文书模板'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expectAccessible(page)
  }
})
