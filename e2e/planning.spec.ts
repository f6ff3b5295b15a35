import { expect, type Page } from '@playwright/test'
import { expectAccessible, signIn, test } from './support.ts'

type Plan = { id: string; year: number; title: string }
const plans = async (page: Page): Promise<Plan[]> => (await (await page.request.get('/api/planning.plans')).json()).rows
async function openPlan(page: Page, which: 'this' | 'next'): Promise<Plan> {
  const rows = (await plans(page)).toSorted((one, other) => one.year - other.year)
  const plan = which === 'this' ? rows[0] : rows.at(-1)
  if (!plan) throw new Error('no plan')
  await page.goto(`/plans/${plan.id}`)
  await expect(page.getByRole('heading', { level: 1, name: `${plan.year} 年度经济责任审计计划` })).toBeVisible()
  return plan
}

test('the secretary recommends, asks why, moves one by hand and takes it back, and compares two versions', async ({ page }) => {
  await signIn(page, 'secretary')
  const plan = await openPlan(page, 'next')
  await expectAccessible(page)
  await page.getByRole('button', { name: '一键推荐' }).click()
  await expect(page.getByText(/已推荐 \d+ 项/)).toBeVisible({ timeout: 40_000 })
  const candidates = page.getByRole('region', { name: '推荐候选' })
  await candidates.locator('.plan-card').first().click()
  const why = page.getByRole('complementary', { name: '为何推荐' })
  await expect(why.getByText('距上次审计', { exact: true }).first()).toBeVisible()
  await expect(why.getByRole('heading', { name: '安排理由' })).toBeVisible()
  await why.getByRole('button', { name: '本年不排' }).click()
  await page.getByRole('dialog').getByLabel('理由').fill('与省厅专项审计统筹')
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await expect(page.getByText(/本年度不排/)).toBeVisible()
  await page.locator('.toast').getByRole('button', { name: /撤销/ }).click()
  await page.goto(`/plans/${plan.id}/compare`)
  await expect(page.getByRole('table', { name: '前后差异' })).toBeVisible()
  await expectAccessible(page)
})

test('an organ answers its letter item by item, and the office sees it', async ({ page }) => {
  await signIn(page, 'finance')
  await page.goto('/letters')
  await page
    .getByRole('row', { name: /财政部门/ })
    .first()
    .click()
  await page.getByRole('combobox', { name: /^态度/ }).first().selectOption({ label: '不同意' })
  await page.getByLabel(/^意见/).first().fill('该单位正在办理决算，建议下半年进点')
  await page.getByRole('button', { name: '回复', exact: true }).click()
  await expect(page.getByText('该单位正在办理决算，建议下半年进点')).toBeVisible()
  await signIn(page, 'secretary')
  const plan = (await plans(page)).toSorted((one, other) => other.year - one.year)[0]
  await page.goto(`/plans/${plan?.id}/course`)
  await expect(page.getByText('该单位正在办理决算，建议下半年进点')).toBeVisible()
  await expectAccessible(page)
})

test('the director sees the year in five views, and the years together', async ({ page }) => {
  await signIn(page, 'director')
  const plan = await openPlan(page, 'this')
  await expect(page.getByRole('region', { name: '已下达' }).locator('.plan-card').first()).toBeVisible()
  for (const view of ['表格', '甘特', '日历', '地图']) {
    await page.getByRole('button', { name: view, exact: true }).click()
    await expectAccessible(page)
  }
  await page.goto(`/plans/${plan.id}/years`)
  await expect(page.getByRole('heading', { name: '力量与需求' })).toBeVisible()
  await expectAccessible(page)
  for (const path of ['/teams', '/patrol', '/plan-rules', '/entrusted']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
})
