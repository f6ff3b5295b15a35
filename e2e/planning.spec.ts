import { expect, type Page, request } from '@playwright/test'
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

/** The organs answer what they were asked, each at its own desk. */
async function answerAll(base: string, letters: readonly { organ: string }[]): Promise<void> {
  for (const organ of new Set(letters.map((letter) => letter.organ))) {
    const desk = await request.newContext({ baseURL: base })
    const logins: { account: string; password: string }[] = await (await desk.get('/api/identity.demoLogins')).json()
    const name = organ === 'stateAssets' ? 'assets' : organ
    const login = logins.find(({ account }) => account === name)
    await desk.post('/api/identity.login', { data: { account: name, password: login?.password } })
    const { rows } = await (await desk.get('/api/planning.letters')).json()
    for (const { id, version, repliedOn } of rows.filter((row: { repliedOn: string | null }) => row.repliedOn === null))
      if (!repliedOn) await desk.post('/api/planning.reply', { data: { id, version, opinions: [] } })
    await desk.dispose()
  }
}

const markCard = async (page: Page, column: string, name: string) => {
  const card = page.getByRole('region', { name: column }).locator('.plan-card', { hasText: name })
  await card.focus()
  await card.press(' ')
}
/** One step of the procedure for what is marked. */
async function takeStep(page: Page, step: string, number?: string): Promise<void> {
  await page.locator('.batch-bar').getByRole('button', { name: step, exact: true }).click()
  const dialog = page.getByRole('dialog')
  if (number) await dialog.getByLabel('文号').fill(number)
  await dialog.getByLabel('说明').fill('按程序办理')
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(dialog).toBeHidden()
}

test('from the recommendation to the resolution: why, pinned by key, consulted, approved, a project; then June, a re-plan, and both versions compared', async ({
  page,
  baseURL,
}) => {
  test.slow()
  await signIn(page, 'secretary')
  const plan = await openPlan(page, 'next')
  await expectAccessible(page)
  await page.getByRole('button', { name: /一键推荐|年中重排/ }).click()
  await expect(page.getByText(/已推荐 \d+ 项/)).toBeVisible({ timeout: 60_000 })
  const first = page.getByRole('region', { name: '推荐候选' }).locator('.plan-card').first()
  const name = (await first.locator('b').first().textContent()) ?? ''
  await first.click()
  const why = page.getByRole('complementary', { name: '为何推荐' })
  await expect(why.getByText('距上次审计', { exact: true }).first()).toBeVisible()
  await expect(why.getByRole('heading', { name: '安排理由' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await first.focus()
  await first.press('p')
  await page.getByRole('dialog').getByLabel('理由').fill('与省厅专项审计统筹')
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await expect(page.getByText(/已固定/)).toBeVisible()
  await page.goto(`/plans/${plan.id}`)
  await markCard(page, '推荐候选', name)
  await takeStep(page, '提请征求意见')
  await answerAll(baseURL ?? '', (await (await page.request.get('/api/planning.letters?limit=200')).json()).rows)
  const { opinions } = await (await page.request.get(`/api/planning.course?plan=${plan.id}`)).json()
  for (const { id, stance, outcome } of opinions)
    if (stance !== 'agree' && outcome === null)
      await page.request.post('/api/planning.settle', { data: { id, outcome: 'adopted', answer: '采纳' } })
  await page.goto('about:blank')
  await signIn(page, 'director')
  await page.goto(`/plans/${plan.id}`)
  await markCard(page, '征求意见', name)
  await takeStep(page, '提交联席会议')
  await markCard(page, '联席会议审议', name)
  await takeStep(page, '会议通过，报请审批')
  await page.goto('about:blank')
  await signIn(page, 'secretary')
  await page.goto(`/plans/${plan.id}`)
  await markCard(page, '审计委员会审批', name)
  await takeStep(page, '审批下达', `澜审委〔${plan.year - 1}〕88号`)
  await page.getByRole('button', { name: '年中重排' }).click()
  await expect(page.getByText(/已推荐 \d+ 项/)).toBeVisible({ timeout: 60_000 })
  await page.goto('about:blank')
  await signIn(page, 'clerk')
  await page.goto(`/plans/${plan.id}`)
  await page.getByRole('region', { name: '已下达' }).locator('.plan-card', { hasText: name }).click()
  await why.getByRole('link', { name: '立项' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '立项' })).toBeVisible()
  await page.goto(`/plans/${plan.id}/compare`)
  await expect(page.getByRole('table', { name: '前后差异' })).toBeVisible()
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
