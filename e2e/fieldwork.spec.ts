import { expect, type Page } from '@playwright/test'
import { expectAccessible, signIn, test, unheard } from './support.ts'

/** The running audit of the demonstration, found as a person finds it. */
async function openRunning(page: Page, tab: string): Promise<string> {
  await page.goto('/fieldwork')
  await page
    .getByRole('link', { name: /周明远任中经济责任审计（2026年）/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026年')
  const path = new URL(page.url()).pathname
  await page.goto(`${path}?tab=${tab}`)
  return path
}

test('a decision is added to the lists, its gap shows, and a check closes it', async ({ page }) => {
  const number = `S${unheard()}`
  await signIn(page, 'auditor')
  await openRunning(page, 'lists&list=decisions')
  await page.getByRole('button', { name: '新增一行' }).click()
  const form = page.getByRole('form', { name: '重要决策事项清单' })
  await form.getByLabel('编号').fill(number)
  await form.getByLabel('决策事项').fill('采购道路检测设备')
  await form.getByRole('button', { name: '保存决策事项' }).click()
  await expect(page.getByRole('list', { name: '覆盖缺口' }).getByText(`${number} 采购道路检测设备`).first()).toBeVisible()
  await expectAccessible(page)
})

test('the unit answers what it was asked; the answer is returned, given again and accepted', async ({ page }) => {
  const material = `办公用房分配台账${unheard()}`
  await signIn(page, 'clerk')
  await openRunning(page, 'requests')
  await page.getByRole('button', { name: '调阅资料', exact: true }).click()
  const form = page.getByRole('form', { name: '调阅资料' })
  await form.getByLabel('资料名称').fill(material)
  await form.getByRole('button', { name: '提出调阅' }).click()
  await expect(form).toHaveCount(0)
  await expect(page.getByText(material)).toBeVisible()
  const answer = async (text: string, name: string) => {
    await signIn(page, 'unit')
    await page.goto(`/requests?q=${material}`)
    await page.getByRole('row', { name: new RegExp(material) }).click()
    await page.getByRole('button', { name }).click()
    await page.getByLabel('答复说明').fill(text)
    await page.getByLabel('文件', { exact: true }).setInputFiles({ name: '台账.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await page.getByRole('form').getByRole('button', { name: '提交答复' }).click()
    await expect(page.getByText(text)).toBeVisible()
  }
  const decide = async (deed: '核收' | '退回') => {
    await signIn(page, 'clerk')
    await page.goto(`/requests?q=${material}`)
    await page.getByRole('row', { name: new RegExp(material) }).click()
    await page.getByRole('button', { name: deed, exact: true }).click()
  }
  await answer('见附件', '提交答复')
  await decide('退回')
  await page.getByLabel('退回原因').fill('缺少二楼')
  await page.getByRole('form').getByRole('button', { name: '退回' }).click()
  await expect(page.getByLabel('退回原因')).toHaveCount(0)
  await answer('已补充二楼', '重新提交')
  await decide('核收')
  await expect(page.getByText('已核收').first()).toBeVisible()
})
