import { expect, type Page } from '@playwright/test'
import { asked, done, expectAccessible, signIn, test } from './support.ts'

type Review = { id: string; version: number; state: string; official: string; findings: string[] }
type Case = { project: string; review: Review }
/** The city's objection, however far an earlier try has taken it; once it is decided, the official objects anew. */
async function objection(page: Page): Promise<Case> {
  const { rows } = await asked(page, 'projects.list?q=LJ-&limit=100')
  for (const { id } of rows) {
    const { reviews }: { reviews: Review[] } = await asked(page, `projects.sides?id=${id}`)
    const open = reviews.find(({ state }) => ['raised', 'accepted', 'concluded'].includes(state))
    if (open) return { project: id, review: open }
    const former = reviews.find(({ state }) => state === 'decided')
    if (!former) continue
    const again = { id, official: former.official, findings: former.findings.slice(0, 1), text: '仍有异议' }
    const raised = await page.request.post('/api/projects.raise', { data: again })
    if (raised.ok()) return { project: id, review: await raised.json() }
  }
  throw new Error('no objection waits')
}

/** Another group looks again and says what it thinks: its pages are walked in the journey of one audit. */
async function lookedAt(page: Page): Promise<string> {
  await signIn(page, 'committee')
  const { project, review } = await objection(page)
  if (review.state === 'raised')
    await done(page, 'projects.accept', { id: review.id, version: review.version, reviewers: ['reviewer', 'adjudicator'] })
  await signIn(page, 'reviewer')
  if (review.state !== 'concluded') {
    const version = review.version + (review.state === 'raised' ? 1 : 0)
    await done(page, 'projects.conclude', { id: review.id, version, conclusion: '宜更正表述' })
  }
  return project
}

test('the official sees his own findings with what was decided for him, where an objection goes, and nothing of the checker', async ({
  page,
}) => {
  await signIn(page, 'official')
  await page.goto('/my-audits')
  await expect(page.getByRole('heading', { name: '以往审计中与本人（本单位）有关的问题' })).toBeVisible()
  await expect(page.getByText(/向审计委员会办公室提出，30日内提出，90日内作出决定/).first()).toBeVisible()
  await expect(page.getByText('核对通过')).toHaveCount(0)
  await expectAccessible(page)
})

test('an objection is upheld: the finding says the new, and the correction lists every place and every recipient', async ({ page }) => {
  const project = await lookedAt(page)
  await signIn(page, 'committee')
  await page.goto(`/projects/${project}`)
  await page.getByRole('button', { name: '作出复查决定' }).click()
  const form = page.getByRole('form', { name: '作出复查决定' })
  await form.getByLabel('结论').selectOption({ label: '申诉成立' })
  await form.getByLabel('理由').fill('事实有出入')
  await form.getByLabel('更正方式').selectOption({ label: '更正表述' })
  await form.getByLabel('更正后的表述').fill('经复查，仅涉及一项。')
  await form.getByRole('button', { name: '作出复查决定' }).click()
  await expect(page.getByText('已作出复查决定').first()).toBeVisible()

  await page.goto('/result-corrections?show=open')
  const row = page.getByRole('row').filter({ hasText: '处未办' }).first()
  await expect(row).toBeVisible({ timeout: 20_000 })
  await row.click()
  await expect(page.getByRole('heading', { name: '涉及之处与接收单位' })).toBeVisible()
  await expect(page.getByRole('cell', { name: /组织部门/ }).first()).toBeVisible()
  await expectAccessible(page)

  await signIn(page, 'organisation')
  await page.goto('/correction-notices')
  await page.getByRole('button', { name: '签收更正通知' }).first().click()
  const receipt = page.getByRole('form', { name: '签收更正通知' })
  await receipt.getByRole('button', { name: '签收更正通知' }).click()
  await expect(receipt).toHaveCount(0)
  await expect(page.getByText('已通知').first()).toBeVisible()
})

test('an audit of 2018 is shown in the three grades of its time, with the answer of the higher office', async ({ page }) => {
  await signIn(page, 'clerk')
  const { rows } = await asked(page, 'findings.list?q=F-18-002')
  await page.goto(`/findings?open=${rows[0].id}`)
  await expect(page.getByText('主管责任').first()).toBeVisible()
  await expect(page.getByText('省审复〔2019〕2号', { exact: false })).toBeVisible()
})
