import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { expectAccessible, signIn, test } from './support.ts'

test('the audit administrator signs a checkpoint, keeps it, checks the trail against it and prints its sheet', async ({ page }) => {
  await signIn(page, 'auditadmin')
  await page.goto('/trail')
  await page.getByRole('link', { name: '核验与检查点' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '留痕核验' })).toBeVisible()
  await page.getByRole('button', { name: '签发检查点' }).click()
  await page.getByRole('link', { name: /签发，入链 \d+ 条/ }).click()
  await expect(page.getByRole('img', { name: '检查点二维码' })).toBeVisible()
  await expectAccessible(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载检查点' }).click()])
  const kept = readFileSync(await download.path())
  expect(JSON.parse(kept.toString())).toMatchObject({ format: 'guantong-checkpoint-1', signature: { algorithm: 'ed25519' } })

  await page.goto('/trail/standing')
  const file = page.getByLabel('与外存检查点比对（可不选）')
  await file.setInputFiles({ name: 'kept.json', mimeType: 'application/json', buffer: kept })
  await page.getByRole('button', { name: '立即核验' }).click()
  await expect(page.getByText(/留痕完整：共 \d+ 条/)).toBeVisible()
  await expect(page.getByText(/比对 .* 的检查点/)).toBeVisible()
  await expectAccessible(page)

  const forged = Buffer.from(kept.toString().replace(/"rows": \d+/, '"rows": 1'))
  await file.setInputFiles({ name: 'forged.json', mimeType: 'application/json', buffer: forged })
  await page.getByRole('button', { name: '立即核验' }).click()
  await expect(page.getByText('检查点的签名与内容不符')).toBeVisible()
})

test('an attempt that was refused stands in the trail, and a page of another site cannot act', async ({ page }) => {
  await signIn(page, 'clerk')
  expect((await page.request.post('/api/trail.checkpoint', { data: {} })).status()).toBe(403)
  const foreign = await page.request.post('/api/identity.logout', { data: {}, headers: { origin: 'https://elsewhere.example' } })
  expect([foreign.status(), (await foreign.json()).code]).toEqual([403, 'crossSite'])
  await signIn(page, 'auditadmin')
  await page.goto('/trail?kind=refused')
  await expect(page.getByRole('row', { name: /clerk.*被拒.*签发检查点/ }).first()).toBeVisible()
})
