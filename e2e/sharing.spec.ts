import { expect } from '@playwright/test'
import { signIn, test } from './support.ts'

test('who can see a case and why stands in its drawer, and the organ it was served on finds it under what it received', async ({
  page,
}) => {
  await signIn(page, 'director')
  await page.goto('/sharing?standing=expired')
  await expect(page.getByRole('heading', { level: 1, name: '共享' })).toBeVisible()
  await expect(page.getByRole('row', { name: /已到期/ }).first()).toBeVisible()
  await signIn(page, 'organisation')
  const { rows } = await (await page.request.get('/api/sharing.grants?direction=received&limit=200')).json()
  const received = (kind: string) => rows.find((each: { kind: string }) => each.kind === kind)
  await page.goto(`/projects?open=${received('project').record}`)
  await expect(page.getByRole('complementary').or(page.getByRole('dialog')).first()).toBeVisible()
  await page.goto(`/papers/${received('issuedPaper').record}`)
  await expect(page.getByText('市委组织部').first()).toBeVisible()
  await signIn(page, 'finance')
  const lapsed = await (await page.request.get('/api/sharing.grants?standing=expired&limit=1')).json()
  const answer = await page.request.get(`/api/projects.one?id=${lapsed.rows[0].record}`)
  expect([answer.status(), (await answer.json()).code]).toEqual([409, 'grantExpired'])
})

test('a recusal is listed with its ground, and the person recused finds nothing of the official', async ({ page }) => {
  await signIn(page, 'director')
  await page.goto('/recusals')
  await expect(page.getByRole('row', { name: /auditor/ })).toBeVisible()
  const { rows } = await (await page.request.get('/api/sharing.recusals')).json()
  await signIn(page, 'auditor')
  expect((await page.request.get(`/api/auditees.one?id=${rows[0].subject}`)).status()).toBe(404)
})
