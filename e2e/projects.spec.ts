import { expect, type Page } from '@playwright/test'
import { expectAccessible, signIn, test } from './support.ts'

type Row = { id: string; state: string; title: string }
const portfolio = async (page: Page): Promise<Row[]> => (await (await page.request.get('/api/projects.portfolio?running=true')).json()).rows
const inState = async (page: Page, state: string): Promise<Row> => {
  const row = (await portfolio(page)).find((each) => each.state === state)
  if (!row) throw new Error(state)
  return row
}

test('an official replies to the draft by his own account; the lead auditor answers, and adoption waits for the unit', async ({ page }) => {
  await signIn(page, 'official')
  await page.goto('/my-audits')
  const form = page.getByRole('form', { name: '答复征求意见稿 全稿' })
  await form.getByLabel('意见').selectOption({ label: '不同意' })
  await form.getByLabel('说明').fill('该事项发生在任职之前')
  await form.getByRole('button', { name: '答复征求意见稿' }).click()
  await expect(page.getByText('该事项发生在任职之前')).toBeVisible()
  await expectAccessible(page)

  await signIn(page, 'lead')
  const { id } = await inState(page, 'commented')
  await page.goto(`/projects/${id}`)
  const answer = page.getByRole('form', { name: '说明是否采纳意见' })
  await answer.getByLabel('结论').selectOption({ label: '部分采纳' })
  await answer.getByLabel('理由').fill('已核减相应金额')
  await answer.getByRole('button', { name: '说明是否采纳意见' }).click()
  await expect(page.getByText('已核减相应金额')).toBeVisible()
  await expect(page.getByText(/尚未答复且未逾期/)).toBeVisible()
})

test('a changed holiday counts the reply’s last day again, and the room shows both', async ({ page }) => {
  await signIn(page, 'director')
  const { id } = await inState(page, 'commented')
  const clocks = async (): Promise<{ rule: string; dueOn: string; state: string; fromOn: string }[]> =>
    (await (await page.request.get(`/api/projects.deadlines?id=${id}`)).json()).filter(
      (each: { rule: string; state: string }) => each.rule === 'reply.draft' && each.state === 'running',
    )
  const [before] = await clocks()
  const working = await page.request.post('/api/regulations.saveDay', {
    data: { day: before?.dueOn, working: false, note: '地方假日', version: 0 },
  })
  expect(working.status()).toBe(200)
  await expect.poll(async () => (await clocks())[0]?.dueOn, { timeout: 20_000 }).not.toBe(before?.dueOn)
  await page.goto(`/projects/${id}`)
  await expect(page.getByText(/工作日历变动/).first()).toBeVisible()
  await expectAccessible(page)
})

test('a termination that was consulted is approved by another hand, and nothing more can be done but read', async ({ page }) => {
  await signIn(page, 'secretary')
  const todo = (await (await page.request.get('/api/notices.workbench')).json()).todos.find((each: { id: string }) =>
    each.id.startsWith('side:'),
  )
  await page.goto(todo.to)
  await page.getByRole('button', { name: '审计委员会批准终止' }).click()
  await page.getByLabel('审计委员会批复文号').fill('澜审委〔2026〕9号')
  await page.getByRole('button', { name: '审计委员会批准终止' }).click()
  await expect(page.getByRole('list').getByText('已终止').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: '下一步' })).toHaveCount(0)
})

test('a project is opened, gets its team and its notice, and entry is refused until the statutory days have passed', async ({ page }) => {
  await signIn(page, 'lead')
  const row = await inState(page, 'teamed')
  await signIn(page, 'director')
  await page.goto(`/projects/${row.id}`)
  await page.getByRole('button', { name: '签发审计通知书' }).click()
  const notice = page.getByRole('form', { name: '签发审计通知书' })
  await notice.getByLabel('文号').fill('澜审经责通〔2026〕99号')
  await notice.getByLabel('说明').fill('同意签发')
  await notice.getByRole('button', { name: '签发审计通知书' }).click()
  await expect(page.getByText('通知书已签发').first()).toBeVisible()

  await signIn(page, 'clerk')
  await page.goto(`/projects/${row.id}`)
  const today: string = (await (await page.request.get('/api/identity.me')).json()).today
  for (const index of [0, 1]) {
    const form = page.getByRole('form', { name: '登记送达' })
    await form.getByLabel('收件人').selectOption({ index })
    await form.getByLabel('送达日期').fill(today)
    await form.getByLabel('签收人').fill('办公室')
    await form.getByRole('button', { name: '登记送达' }).click()
    await expect(page.getByText(index === 0 ? /审计通知书 →/ : '通知书已送达').first()).toBeVisible()
  }
  await signIn(page, 'director')
  await page.goto(`/projects/${row.id}`)
  await page.getByRole('button', { name: '批准审计实施方案' }).click()
  await page.getByLabel('说明').fill('局长办公会同意')
  await page.getByRole('button', { name: '批准审计实施方案' }).click()
  await expect(page.getByText('实施方案已批准').first()).toBeVisible()
  await signIn(page, 'lead')
  await page.goto(`/projects/${row.id}`)
  await expect(page.getByRole('button', { name: '进点' })).toBeDisabled()
  await expect(page.getByText(/不足法定工作日，最早/)).toBeVisible()
})

test('the portfolio draws itself in four ways, each an address, and a number opens its rows', async ({ page }) => {
  await signIn(page, 'lead')
  for (const view of ['gantt', 'board', 'calendar', 'map']) {
    await page.goto(`/portfolio?view=${view}&scope=all`)
    await expect(page.getByRole('heading', { level: 1, name: '项目总览' })).toBeVisible()
    await expectAccessible(page)
  }
  await page.goto('/portfolio?view=board&scope=all')
  await page.getByRole('link', { name: /^进点实施 \d+$/ }).click()
  await expect(page).toHaveURL(/\/projects\?state=/)
})
