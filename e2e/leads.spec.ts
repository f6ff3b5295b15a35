import { expect, type Page } from '@playwright/test'
import { expectAccessible, signIn, test } from './support.ts'

const title = '设备采购回扣线索'

/** Opens the lead of this journey as somebody, and presses one step's button. */
async function press(page: Page, account: string, step: string): Promise<void> {
  await signIn(page, account)
  await page.goto(`/leads?q=${encodeURIComponent(title)}`)
  await page.getByRole('row', { name: new RegExp(title) }).click()
  await page.getByRole('button', { name: step, exact: true }).click()
}
async function take(
  page: Page,
  account: string,
  step: string,
  fill: (form: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<void> {
  await press(page, account, step)
  const form = page.getByRole('form', { name: step })
  await fill(form)
  await form.getByRole('button', { name: '确定' }).click()
  await expect(form).toBeHidden()
}
const says = (text: string) => async (form: ReturnType<Page['getByRole']>) => form.getByLabel('说明').fill(text)

test('a lead goes from a finding to the discipline body and back; the official sees nothing of it', async ({ page }) => {
  await signIn(page, 'lead')
  await page.goto('/findings?q=合同管理不规范')
  await page
    .getByRole('row', { name: /合同管理不规范/ })
    .first()
    .click()
  await page.getByRole('button', { name: '移送', exact: true }).click()
  const draft = page.getByRole('form', { name: '登记线索' })
  await draft.getByLabel('移送事项').fill(title)
  await draft.getByLabel('干部管理权限').selectOption({ label: '市管干部' })
  await draft.getByLabel('涉及人员').fill('采购科负责人')
  await draft.getByLabel('定性', { exact: true }).fill('涉嫌违反职务要求')
  await draft.getByLabel('移送意见').fill('请依法调查处理')
  await draft.getByLabel('反馈要求').fill('请书面反馈')
  await draft.getByRole('button', { name: '增加证据' }).click()
  await draft.getByLabel('证据名称 1').fill('供应商情况说明')
  await draft.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('建议：澜江市纪委监委').first()).toBeVisible()
  await page.getByRole('button', { name: '确定受理机关' }).click()
  const route = page.getByRole('form', { name: '确定受理机关' })
  await route.getByRole('button', { name: '确定' }).click()
  await expect(route).toBeHidden()
  await expectAccessible(page)

  await take(page, 'committee', '提请会商研判', says('请研判是否移送'))
  await take(page, 'discipline', '提出研判意见', says('事实清楚，同意移送'))
  await take(page, 'committee', '形成研判结论', async (form) => form.getByLabel('研判结论').fill('同意移送市纪委监委'))
  await take(page, 'director', '批准移送', says('同意移送办理'))
  await take(page, 'lead', '移送', async (form) => {
    await expect(form.getByText('移送后不能撤回')).toBeVisible()
    await form.getByLabel('移送处理书文号').fill('澜审移〔2026〕900号')
    await says('请依法处理并反馈')(form)
  })
  await take(page, 'discipline', '签收', async () => undefined)
  await take(page, 'discipline', '受理', says('属于职责范围'))
  await take(page, 'discipline', '开展调查', says('成立核查组核实'))
  await take(page, 'discipline', '登记处理结果', async (form) => {
    await form.getByLabel('处理方式').selectOption({ label: '批评教育' })
    await form.getByLabel('文号').fill('澜纪决〔2026〕90号')
    await says('给予批评教育处理')(form)
  })
  await take(page, 'discipline', '书面反馈', async (form) => {
    await form.getByLabel('文号').fill('澜纪函〔2026〕91号')
    await says('处理结果反馈如上')(form)
  })
  await expect(page.getByText('已书面反馈').first()).toBeVisible()

  await signIn(page, 'official')
  await page.goto('/')
  await expect(page.getByRole('link', { name: '线索移送' })).toHaveCount(0)
  expect((await page.request.get('/api/leads.list')).status()).toBe(403)
  const asked = await page.request.get('/api/findings.list?limit=100')
  expect(await asked.text()).not.toContain(title)
})
