import { type APIRequestContext, expect, type Page, request } from '@playwright/test'
import { arrived, expectAccessible, signIn, test, unheard } from './support.ts'

type Plan = { id: string; year: number; title: string; state: string }
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
  const opinion = '该单位正在办理决算，建议下半年进点'
  await signIn(page, 'finance')
  const asked: { id: string; plan: string; count: number; repliedOn: string | null }[] = (
    await (await page.request.get('/api/planning.letters')).json()
  ).rows
  const letters = asked.filter(({ count }) => count > 1).toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const open = letters.find(({ repliedOn }) => repliedOn === null)
  if (open) {
    await page.goto(`/letters?open=${open.id}`)
    await page.getByRole('combobox', { name: /^态度/ }).first().selectOption({ label: '不同意' })
    await page.getByLabel(/^意见/).first().fill(opinion)
    await page.getByRole('button', { name: '回复', exact: true }).click()
    await expect(page.getByText(opinion)).toBeVisible()
  }
  await signIn(page, 'secretary')
  await page.goto(`/plans/${letters.at(-1)?.plan}/course`)
  await expect(page.getByText(opinion).first()).toBeVisible()
  await expectAccessible(page)
})

type Item = {
  id: string
  version: number
  tenure: string
  name: string
  team: string
  window: number
  stage: string
  change: string
  together: string | null
  pin: object | null
}
const itemsOf = async (hand: APIRequestContext, plan: Plan): Promise<Item[]> =>
  (await (await hand.get(`/api/planning.plan?id=${plan.id}`)).json()).items
const act = async (hand: APIRequestContext, name: string, data: object) => {
  const answer = await hand.post(`/api/${name}`, { data })
  expect([name, answer.status(), answer.ok() ? '' : await answer.text()]).toEqual([name, 200, ''])
  return answer.json()
}
/** A desk of another hand, beside the browser. */
async function deskOf(base: string, account: string): Promise<APIRequestContext> {
  const desk = await request.newContext({ baseURL: base })
  const logins: { account: string; password: string }[] = await (await desk.get('/api/identity.demoLogins')).json()
  await act(desk, 'identity.login', { account, password: logins.find((login) => login.account === account)?.password })
  return desk
}

/** The organs answer what they were asked about these, each at its own desk. */
async function answerFor(base: string, organs: ReadonlySet<string>, whom: readonly Item[]): Promise<void> {
  const isAbout = ({ items }: { items: string[] }) => whom.some(({ id }) => items.includes(id))
  for (const organ of organs) {
    const desk = await deskOf(base, organ === 'stateAssets' ? 'assets' : organ)
    const { rows } = await (await desk.get('/api/planning.letters')).json()
    for (const { id, version } of rows.filter(isAbout)) await act(desk, 'planning.reply', { id, version, opinions: [] })
    await desk.dispose()
  }
}

/** A first plan by a few moves, and two candidates of different teams: one to follow to June, alone in its slot with what is under way; one to pin. */
async function recommended(hand: APIRequestContext, plan: Plan): Promise<[Item, Item]> {
  const { id } = await act(hand, 'planning.recommend', { plan: plan.id, replan: plan.state === 'approved', moves: 2000 })
  await expect.poll(async () => (await (await hand.get(`/api/planning.run?id=${id}`)).json()).state, { timeout: 60_000 }).toBe('done')
  const { items, figures } = await (await hand.get(`/api/planning.plan?id=${plan.id}`)).json()
  // After a re-plan some candidates wait for days that only a change not yet approved will give: those are approved together with that change.
  const fits = ({ team, window }: Item) => {
    const days = figures.load.find((each: { team: string }) => each.team === team)?.windows[window - 1]
    return days && days.used <= days.have
  }
  const free: Item[] = items.filter((item: Item) => item.stage === 'candidate' && item.change === 'add' && !item.pin && !item.together)
  const underWay: Item[] = items.filter(({ stage }: Item) => ['consulting', 'meeting', 'committee'].includes(stage))
  const isAlone = ({ team, window }: Item) => !underWay.some((item) => item.team === team && item.window === window)
  const ready = free.filter(fits)
  const pairs = ready.flatMap((other) => ready.filter((one) => one.team !== other.team && isAlone(one)).map((one) => ({ one, other })))
  const { one, other } = pairs[0] ?? {}
  if (!one || !other) throw new Error('no two candidates of different teams')
  return [one, other]
}

/** The card of one official in a column, marked; the board shows nobody else. */
async function markCard(page: Page, plan: Plan, column: string, { name }: Item): Promise<void> {
  await page.goto(`/plans/${plan.id}?q=${encodeURIComponent(name)}`)
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
/** The same step for what the browser does not click. */
async function stepFor(hand: APIRequestContext, plan: Plan, step: string, whom: readonly Item[], resolution: object = {}): Promise<void> {
  const ids = whom.map(({ id }) => id)
  const items = (await itemsOf(hand, plan)).filter(({ id }) => ids.includes(id)).map(({ id, version }) => ({ id, version }))
  await act(hand, 'planning.step', { plan: plan.id, step, items, text: '按程序办理', ...resolution })
}

const quarters = ['01-01 03-31', '04-01 06-30', '07-01 09-30', '10-01 12-31']
/** June: everybody of a team is called away for the quarter. Answers how to call them back. */
async function callAway(hand: APIRequestContext, { team, window }: Item, year: number): Promise<() => Promise<void>> {
  const [from, to] = (quarters[window - 1] ?? '').split(' ')
  const { teams } = await (await hand.get(`/api/planning.teams?year=${year}`)).json()
  const members: { id: string }[] = teams.find((each: { id: string }) => each.id === team).members
  const away = { kind: 'secondment', startsOn: `${year}-${from}`, endsOn: `${year}-${to}`, share: 100, note: '整组抽调专项' }
  const absences: { id: string }[] = []
  for (const { id } of members) absences.push(await act(hand, 'planning.saveAbsence', { auditor: id, ...away }))
  return async () => {
    for (const { id } of absences) await act(hand, 'planning.dropAbsence', { id })
  }
}

test('from the recommendation to the resolution: why, pinned by key, consulted, approved; in June a team falls away, a re-plan, both versions compared; and a project from the plan', async ({
  page,
  baseURL,
}) => {
  test.slow()
  const base = baseURL ?? ''
  await signIn(page, 'secretary')
  const plan = await openPlan(page, 'next')
  await expectAccessible(page)
  const [one, other] = await recommended(page.request, plan)
  await page.goto(`/plans/${plan.id}?q=${encodeURIComponent(other.name)}`)
  const card = page.getByRole('region', { name: '推荐候选' }).locator('.plan-card', { hasText: other.name })
  await card.click()
  const why = page.getByRole('complementary', { name: '为何推荐' })
  await expect(why.getByText('距上次审计', { exact: true }).first()).toBeVisible()
  await expect(why.getByRole('heading', { name: '安排理由' })).toBeVisible()
  await arrived(page)
  await card.focus()
  await card.press('p')
  await page.getByRole('dialog').getByLabel('理由').fill('与省厅专项审计统筹')
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await expect(page.getByText(/已固定/)).toBeVisible()
  await markCard(page, plan, '推荐候选', one)
  await takeStep(page, '提请征求意见')
  await stepFor(page.request, plan, 'consult', [other])
  await answerFor(base, new Set(['discipline', 'organisation', 'patrol', 'staffing', 'finance', 'stateAssets']), [one, other])
  const director = await deskOf(base, 'director')
  for (const step of ['table', 'agree']) await stepFor(director, plan, step, [one, other])
  await director.dispose()
  await markCard(page, plan, '审计委员会审批', one)
  await takeStep(page, '审批下达', `澜审委〔${plan.year - 1}〕${unheard()}号`)
  await stepFor(page.request, plan, 'approve', [other], { number: `澜审委〔${plan.year - 1}〕${unheard()}号` })

  const back = await callAway(page.request, one, plan.year)
  await page.goto(`/plans/${plan.id}?q=${encodeURIComponent(one.name)}`)
  await page.getByRole('button', { name: '年中重排' }).click()
  await expect(page.getByText(/已推荐 \d+ 项/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('region', { name: '推荐候选' }).locator('.plan-card', { hasText: one.name })).toContainText(/调整|调减/)
  await page.goto(`/plans/${plan.id}/compare`)
  await expect(page.getByRole('table', { name: '前后差异' }).getByRole('row', { name: new RegExp(one.name) })).toBeVisible()
  await expectAccessible(page)
  await back()

  await signIn(page, 'clerk')
  await page.goto(`/plans/${plan.id}?q=${encodeURIComponent(other.name)}&open=${other.tenure}`)
  await why.getByRole('link', { name: '立项' }).click()
  const form = page.getByRole('form', { name: '立项' })
  await expect(form.getByRole('checkbox', { checked: true }).first()).toBeVisible()
  await form.getByLabel('审计单位').fill('澜江市审计局')
  await form.getByRole('button', { name: '立项' }).click()
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(other.name)
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
