import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible, signIn, test, unheard } from './support.ts'

const tag = unheard()
const title = `设备采购回扣线索${tag}`
const text = '按规定办理，情况属实'
let lead = ''

/** Somebody takes a step without a page: what the page of the step looks like is told by the others. */
async function pass(page: Page, account: string, step: string, input: object = {}): Promise<void> {
  await signIn(page, account)
  const { version } = (await (await page.request.get(`/api/leads.one?id=${lead}`)).json()).lead
  expect((await page.request.post(`/api/leads.${step}`, { data: { id: lead, version, text, ...input } })).status()).toBe(200)
}

/** Opens the lead as somebody, presses one step's button and fills its form. */
async function take(page: Page, account: string, step: string, fill: (form: Locator) => Promise<void>): Promise<void> {
  await signIn(page, account)
  await page.goto(`/leads?open=${lead}`)
  await page.getByRole('button', { name: step, exact: true }).click()
  const form = page.getByRole('form', { name: step })
  await fill(form)
  await form.getByRole('button', { name: '确定' }).click()
  await expect(form).toBeHidden()
}

async function draft(page: Page): Promise<void> {
  await page.goto('/findings?q=合同管理不规范')
  await page
    .getByRole('row', { name: /合同管理不规范/ })
    .first()
    .click()
  await page.getByRole('button', { name: '移送', exact: true }).click()
  const form = page.getByRole('form', { name: '登记线索' })
  for (const [label, value] of [
    ['移送事项', title],
    ['涉及人员', '采购科负责人'],
    ['移送意见', text],
    ['反馈要求', text],
  ] as const)
    await form.getByLabel(label).fill(value)
  await form.getByLabel('定性', { exact: true }).fill('涉嫌违反职务要求')
  await form.getByRole('button', { name: '增加证据' }).click()
  await form.getByLabel('证据名称 1').fill('供应商情况说明')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(page).toHaveURL(/\/leads\?open=/)
  lead = new URL(page.url()).searchParams.get('open') ?? ''
}

test('a lead goes from a finding to the discipline body and back; the official sees nothing of it', async ({ page }) => {
  await signIn(page, 'lead')
  await draft(page)
  await expect(page.getByText('建议：澜江市纪委监委').first()).toBeVisible()
  await page.getByRole('button', { name: '确定受理机关' }).click()
  const route = page.getByRole('form', { name: '确定受理机关' })
  await route.getByRole('button', { name: '确定' }).click()
  await expect(route).toBeHidden()
  await expectAccessible(page)

  await pass(page, 'committee', 'convene', { assessors: ['discipline'] })
  await pass(page, 'discipline', 'opine', { stance: 'agree' })
  await pass(page, 'committee', 'assess')
  await pass(page, 'director', 'approve')
  await take(page, 'lead', '移送', async (form) => {
    await expect(form.getByText('移送后不能撤回')).toBeVisible()
    await form.getByLabel('移送处理书文号').fill(`澜审移〔2026〕${tag}号`)
    await form.getByLabel('说明').fill(text)
  })
  await take(page, 'discipline', '签收', async () => undefined)
  const papers = page.getByRole('list', { name: '文书与证据' })
  await expect(papers.getByRole('link', { name: `审计移送处理书 澜审移〔2026〕${tag}号` })).toBeVisible()
  await expect(papers.getByRole('link', { name: '移送回执' })).toBeVisible()
  await expect(papers.getByRole('link', { name: '会商研判纪要' })).toHaveCount(0)
  await pass(page, 'discipline', 'accept')
  await pass(page, 'discipline', 'begin')
  await take(page, 'discipline', '登记处理结果', async (form) => {
    await form.getByLabel('处理方式').selectOption({ label: '批评教育' })
    await form.getByLabel('文号').fill(`澜纪决〔2026〕${tag}号`)
    await form.getByLabel('说明').fill(text)
  })
  await pass(page, 'discipline', 'feedBack', { reference: `澜纪函〔2026〕${tag}号` })
  await pass(page, 'director', 'close')

  await signIn(page, 'official')
  await page.goto('/')
  await expect(page.getByRole('link', { name: '我的待办' })).toBeVisible()
  await expect(page.getByRole('link', { name: '线索移送' })).toHaveCount(0)
  expect((await page.request.get('/api/leads.list')).status()).toBe(403)
  expect(await (await page.request.get('/api/findings.list?limit=100')).text()).not.toContain(title)
})
