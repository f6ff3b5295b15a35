import { expect } from '@playwright/test'
import { expectAccessible, signIn, test } from './support.ts'

test('a notice is drafted from its case, issued with the next number, served with proof, and taken out', async ({ page }) => {
  await signIn(page, 'clerk')
  await page.goto('/projects')
  await page.getByRole('row').nth(1).press('Enter')
  await page.getByLabel('文书种类', { exact: true }).selectOption({ label: '审计通知书' })
  await page.getByRole('button', { name: '起草', exact: true }).click()
  await expect(page.getByText('草稿').first()).toBeVisible()
  await expect(page.getByLabel(/^被审计单位/)).not.toHaveValue('')
  await page.getByLabel(/^审计期间/).fill('2021年3月至2025年12月')
  await page.getByLabel(/^进点日期/).fill('2026-12-01')
  await page.getByLabel(/^审计组组长/).fill('沈一凡')
  await page.getByLabel(/^审计组成员/).fill('陆川、㐂田禾')
  await page.getByLabel(/^应提供资料/).fill('1. 述职报告；\n2. 财务账簿。')
  await page.getByLabel(/^审计纪律/).fill('严格执行审计纪律。')
  await page.getByLabel(/^监督举报电话/).fill('0990-6612388')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('link', { name: 'v1', exact: true })).toBeVisible()
  await expectAccessible(page)
  const address = page.url()

  await signIn(page, 'director')
  await page.goto(address)
  await page.getByRole('button', { name: '印发', exact: true }).click()
  await expect(page.getByText('已印发').first()).toBeVisible()
  await expect(page.getByText(/澜审经责通〔\d{4}〕\d+号/).first()).toBeVisible()
  await expect(page.getByText('校验一致')).toBeVisible()

  await signIn(page, 'clerk')
  await page.goto(address)
  await page.getByRole('button', { name: '登记送出' }).click()
  await page.getByLabel('受送达人').fill('被审计单位')
  await page.getByRole('button', { name: '确定' }).click()
  await expect(page.getByText('未送达').first()).toBeVisible()
  await page.getByRole('button', { name: '登记送达' }).click()
  await page.getByLabel('签收人或见证人').fill('王文书')
  await page.getByLabel('送达证明').setInputFiles({ name: '回证.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('signed') })
  await page.getByRole('button', { name: '确定' }).click()
  await expect(page.getByText(/已送达 \d{4}/)).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载 Word' }).click()
  expect((await download).suggestedFilename()).toMatch(/澜审经责通.*\.docx$/)
})

test('register, series, templates and comparison are reached and readable by everyone', async ({ page }) => {
  await signIn(page, 'secretary')
  for (const [path, heading] of [
    ['/papers', '文书登记簿'],
    ['/paper-series', '文号系列'],
    ['/paper-templates', '文书模板'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expectAccessible(page)
  }
})
