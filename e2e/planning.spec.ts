import { expect, type Page } from '@playwright/test'
import { arrived, asked, done, expectAccessible, signIn, test, unheard } from './support.ts'

type Plan = { id: string; year: number; title: string }
type Letter = { id: string; version: number; repliedOn: string | null }
const plans = async (page: Page): Promise<Plan[]> => (await (await page.request.get('/api/planning.plans')).json()).rows
async function openPlan(page: Page, which: 'this' | 'next'): Promise<Plan> {
  const rows = (await plans(page)).toSorted((one, other) => one.year - other.year)
  const plan = which === 'this' ? rows[0] : rows.at(-1)
  if (!plan) throw new Error('no plan')
  await page.goto(`/plans/${plan.id}`)
  await expect(page.getByRole('heading', { level: 1, name: `${plan.year} 年度经济责任审计计划` })).toBeVisible()
  return plan
}

const opinion = '该单位正在办理决算，建议下半年进点'

/** The finance department answers its latest letter item by item, on its page. */
async function answerByHand(page: Page): Promise<void> {
  await signIn(page, 'finance')
  const { rows } = await asked(page, 'planning.letters')
  const letter = rows
    .filter(({ repliedOn }: Letter) => repliedOn === null)
    .toSorted((one: Letter, other: Letter) => (one.id < other.id ? 1 : -1))[0]
  await page.goto(`/letters?open=${letter.id}`)
  await page.getByRole('combobox', { name: /^态度/ }).first().selectOption({ label: '不同意' })
  await page.getByLabel(/^意见/).first().fill(opinion)
  await page.getByRole('button', { name: '回复', exact: true }).click()
  await expect(page.getByText(opinion)).toBeVisible()
}

/** The organs that have not answered agree, each at its own desk. */
async function answerAll(page: Page): Promise<void> {
  for (const organ of ['organisation', 'discipline', 'patrol', 'staffing', 'finance', 'assets']) {
    await signIn(page, organ)
    const { rows } = await asked(page, 'planning.letters')
    for (const { id, version } of rows.filter(({ repliedOn }: Letter) => repliedOn === null))
      await done(page, 'planning.reply', { id, version, opinions: [] })
  }
}

/** One press recommends; the best so far is enough here. */
async function recommended(page: Page, button: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  const solved = page.getByText(/已推荐 \d+ 项/)
  const better = page.getByRole('status').filter({ hasText: /求解中.*\d+%.*\d\.\d/ })
  await expect(better.or(solved).first()).toBeVisible({ timeout: 60_000 })
  // It may have found the best by itself meanwhile.
  await page
    .getByRole('button', { name: '停止，保留最好结果' })
    .click({ timeout: 3000 })
    .catch(() => undefined)
  await expect(solved).toBeVisible({ timeout: 60_000 })
}

const markCard = async (page: Page, column: string, name: string) => {
  const card = page.getByRole('region', { name: column }).locator('.plan-card', { hasText: name }).first()
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
}) => {
  test.slow()
  await signIn(page, 'secretary')
  const plan = await openPlan(page, 'next')
  await expectAccessible(page)
  await recommended(page, /一键推荐|年中重排/)
  await page.goto(`/plans/${plan.id}`)
  const first = page.getByRole('region', { name: '推荐候选' }).locator('.plan-card').first()
  const name = (await first.locator('b').first().textContent()) ?? ''
  await first.click()
  const why = page.getByRole('complementary', { name: '为何推荐' })
  await expect(why.getByText('距上次审计', { exact: true }).first()).toBeVisible()
  await expect(why.getByRole('heading', { name: '安排理由' })).toBeVisible()
  await arrived(page)
  await first.focus()
  await first.press('p')
  await page.getByRole('dialog').getByLabel('理由').fill('与省厅专项审计统筹')
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await expect(page.getByText(/已固定/)).toBeVisible()
  await page.goto(`/plans/${plan.id}`)
  await markCard(page, '推荐候选', name)
  await takeStep(page, '提请征求意见')
  await answerByHand(page)
  await answerAll(page)
  await signIn(page, 'secretary')
  await page.goto(`/plans/${plan.id}/course`)
  await expect(page.getByText(opinion).first()).toBeVisible()
  await expectAccessible(page)
  const { opinions } = await asked(page, `planning.course?plan=${plan.id}`)
  for (const { id, stance, outcome } of opinions)
    if (stance !== 'agree' && outcome === null) await done(page, 'planning.settle', { id, outcome: 'adopted', answer: '采纳' })
  await signIn(page, 'director')
  await page.goto(`/plans/${plan.id}`)
  await markCard(page, '征求意见', name)
  await takeStep(page, '提交联席会议')
  await markCard(page, '联席会议审议', name)
  await takeStep(page, '会议通过，报请审批')
  await signIn(page, 'secretary')
  await page.goto(`/plans/${plan.id}`)
  await markCard(page, '审计委员会审批', name)
  await takeStep(page, '审批下达', `澜审委〔${plan.year - 1}〕${unheard()}号`)
  await recommended(page, '年中重排')
  await signIn(page, 'clerk')
  await page.goto(`/plans/${plan.id}`)
  await page.getByRole('region', { name: '已下达' }).locator('.plan-card', { hasText: name }).first().click()
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
})
