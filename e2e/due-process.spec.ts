import { expect, type Page } from '@playwright/test'
import { expectAccessible, signIn, test } from './support.ts'

type Review = { id: string; version: number; state: string }
const waiting = async (page: Page): Promise<{ project: string; review: Review }> => {
  const { rows } = await (await page.request.get('/api/projects.portfolio?running=true')).json()
  for (const { id } of rows) {
    const { reviews } = await (await page.request.get(`/api/projects.sides?id=${id}`)).json()
    const review = reviews.find(({ state }: Review) => state === 'raised')
    if (review) return { project: id, review }
  }
  throw new Error('no objection waits')
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
  await signIn(page, 'committee')
  const { project, review } = await waiting(page)
  const accepted = await page.request.post('/api/projects.accept', {
    data: { id: review.id, version: review.version, reviewers: ['reviewer', 'adjudicator'] },
  })
  expect(accepted.status()).toBe(200)
  await signIn(page, 'reviewer')
  const concluded = await page.request.post('/api/projects.conclude', {
    data: { id: review.id, version: review.version + 1, conclusion: '宜更正表述' },
  })
  expect(concluded.status()).toBe(200)
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
  await page.getByRole('form', { name: '签收更正通知' }).getByRole('button', { name: '签收更正通知' }).click()
  await expect(page.getByText('已通知').first()).toBeVisible()
})
