import { expect, type Page } from '@playwright/test'
import { asked, closeReading, expectAccessible, signIn, test, unheard } from './support.ts'

const hero = async (page: Page): Promise<string> => (await asked(page, 'auditees.list?keyword=LJ0001&limit=1')).rows[0].id

test('a portrait opens only for a purpose, and the director then sees who read it and what for', async ({ page }) => {
  await signIn(page, 'lead')
  const official = await hero(page)
  await closeReading(page, official)
  await page.goto('/portrait/LJ0001')
  await expect(page.getByText('请先说明用途')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('radio', { name: '督促整改' }).check()
  await page.getByLabel('说明', { exact: true }).fill('核对整改进度')
  await page.getByRole('button', { name: '查阅', exact: true }).click()
  await expect(page.getByText(/查阅用途：督促整改/)).toBeVisible()
  await signIn(page, 'director')
  await closeReading(page, official)
  await page.goto('/portrait/LJ0001')
  await page.getByRole('button', { name: '查阅', exact: true }).click()
  await page.getByRole('button', { name: '谁看过' }).click()
  await expect(page.getByRole('row', { name: /沈一凡.*督促整改：核对整改进度/ }).first()).toBeVisible()
})

/** A finding of the usual level, about which nothing is proposed. */
async function usual(page: Page): Promise<string> {
  const { rows } = await asked(page, 'findings.list?limit=100')
  for (const { id } of rows.toReversed()) {
    const { level, waiting } = await asked(page, `custody.level?subject=finding:${id}`)
    if (level === 'internal' && waiting === null) return id
  }
  throw new Error('no finding of the usual level')
}

test('a secrecy level is raised at once and lowered only when another person decides', async ({ page }) => {
  await signIn(page, 'lead')
  const decision = `澜审办〔2026〕${unheard()}号`
  await page.goto(`/findings?open=${await usual(page)}`)
  await page.getByRole('button', { name: /^密级：/ }).click()
  await page.getByLabel('拟改为').selectOption({ label: '工作秘密' })
  await page.getByLabel('理由').fill('含未公开事项')
  await page.getByRole('button', { name: '提高', exact: true }).click()
  await page.getByRole('button', { name: '密级：工作秘密' }).click()
  await page.getByLabel('拟改为').selectOption({ label: '内部' })
  await page.getByLabel('理由').fill('事项已公开')
  await page.getByLabel('决定文号').fill(decision)
  await page.getByRole('button', { name: '提请降密' }).click()
  await expect(page.getByRole('button', { name: '提请降密' })).toHaveCount(0)
  await signIn(page, 'director')
  await page.goto('/custody')
  const row = page.getByRole('row').filter({ hasText: decision })
  await row.getByRole('button', { name: '同意', exact: true }).click()
  await expect(row.getByText('已同意')).toBeVisible()
})
