import { expect } from '@playwright/test'
import { signIn, test } from './support.ts'

test('a lead auditor takes a problem from a report, is warned of its basis, confirms it and reconciles the report', async ({ page }) => {
  await signIn(page, 'lead')
  await page.goto('/findings/extract')
  await page
    .getByText('任中经济责任', { exact: false })
    .or(page.getByText('经济责任履行情况', { exact: false }))
    .first()
    .waitFor()
  const papers = await (await page.request.get('/api/findings.papers?limit=20')).json()
  const open = papers.rows.find((row: { open: number }) => row.open > 0)
  await page.goto(`/findings/extract/${open.id}`)
  await page.getByRole('button', { name: '确认为问题' }).first().click()
  const form = page.getByRole('form', { name: '记为问题' })
  await form.getByLabel('一级类别').selectOption('F05')
  await form.getByLabel('二级类别').selectOption('F05-08')
  await form.getByRole('button', { name: '增加一类金额' }).click()
  const amount = form.getByLabel('金额（如 862.40万元 或 8,624,000.00）').last()
  await amount.fill('1,2.3万元')
  await expect(form.getByText('读不出确切数额', { exact: false })).toBeVisible()
  await amount.fill('12.3万元')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('草稿：不计入统计，不进入画像')).toBeVisible()
  await expect(page.getByText('定性与处理依据')).toBeVisible()
  await page.goto(`/findings/reconcile/${open.id}`)
  await expect(page.getByText('与记录一致').first()).toBeVisible()
})
