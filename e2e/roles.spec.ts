import { expect } from '@playwright/test'
import { closeReading, signIn, test, walkTo } from './support.ts'

test('one press on a demonstration login opens the workbench', async ({ page }) => {
  await page.goto('/auditees?class=A')
  await page.getByRole('button', { name: /· clerk$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: '被审计对象库' })).toBeVisible()
  await expect(page).toHaveURL(/class=A/)
})

/** Each demonstration login: the page that tells most of its work, under which heading, and one question it must not have answered. */
const desks = {
  clerk: ['/portfolio', '项目总览', 'trail.list'],
  auditor: ['/fieldwork', '现场审计', 'identity.accounts'],
  lead: ['/findings', '问题与责任', 'trail.list'],
  reviewer: ['/projects', '审计项目', 'identity.orders'],
  adjudicator: ['/clocks', '法定期限', 'custody.decisions'],
  director: ['/result-rules', '成果送谁', 'identity.accounts'],
  committee: ['/plans', '年度计划', 'trail.list'],
  secretary: ['/teams', '审计力量', 'identity.securityRules'],
  organisation: ['/entrusted', '委托审计名单', 'fieldwork.list'],
  discipline: ['/letters', '计划征求意见', 'planning.plans'],
  patrol: ['/patrol', '巡察轮次', 'planning.rules'],
  staffing: ['/letters', '计划征求意见', 'fieldwork.list'],
  finance: ['/sharing', '共享', 'links.queue'],
  assets: ['/letters', '计划征求意见', 'intake.batches'],
  congress: ['/rectification', '整改台账', 'planning.letters'],
  liaison: ['/reports', '审计成果库', 'planning.letters'],
  county: ['/auditees', '被审计对象库', 'trail.list'],
  unit: ['/my-audits', '我的审计', 'auditees.list'],
  official: ['/my-audits', '我的审计', 'portrait.list'],
  sysadmin: ['/accounts', '账号', 'projects.list'],
  secadmin: ['/orders', '授权核准', 'search.find?q=x'],
  auditadmin: ['/trail', '留痕', 'findings.list'],
} as const
const accounts = Object.keys(desks) as (keyof typeof desks)[]

/** Two tests, so that both workers share the walk. */
for (const half of [0, 1])
  test(`each role has its workbench and its own page, and is refused what is not its business (${half + 1} of 2)`, async ({ page }) => {
    for (const account of accounts.filter((_, at) => at % 2 === half)) {
      const [address, heading, closed] = desks[account]
      await signIn(page, account)
      await page.goto('/')
      await expect(page.getByRole('heading', { level: 1, name: '我的待办' })).toBeVisible()
      await walkTo(page, address)
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
      expect([account, closed, (await page.request.get(`/api/${closed}`)).status()]).toEqual([account, closed, 403])
    }
  })

test('a county clerk finds nothing of the city’s cases, and the city’s case answers as if it were not there', async ({ page }) => {
  await signIn(page, 'clerk')
  const { rows } = await (await page.request.get('/api/projects.list?limit=1&q=2026-JT-ZS01')).json()
  await signIn(page, 'county')
  const answer = await page.request.get(`/api/projects.one?id=${rows[0].id}`)
  const nowhere = await page.request.get('/api/projects.one?id=0196c0de-0000-7000-8000-000000000001')
  expect([answer.status(), await answer.json()]).toEqual([404, await nowhere.json()])
  await page.goto('/projects?q=2026-JT-ZS01')
  await expect(page.getByRole('heading', { level: 1, name: '审计项目' })).toBeVisible()
  await expect(page.getByText('2026-JT-ZS01')).toHaveCount(0)
})

test('the audit administrator sees the trail, in which a portrait that was opened stands', async ({ page }) => {
  await signIn(page, 'adjudicator')
  const { rows } = await (await page.request.get('/api/portrait.list?limit=1')).json()
  await closeReading(page, rows[0].id)
  await page.goto(`/portrait/${rows[0].id}`)
  await page.getByRole('radio', { name: '审计项目' }).check()
  await page.getByRole('button', { name: '查阅', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: rows[0].name })).toBeVisible()
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
