import { expect, type Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { done, expectAccessible, signIn, test, unheard } from './support.ts'

const aNew = (what: string) => `e2e-${what}-${unheard().toLowerCase()}`

/** An account that opens: made by one administrator and confirmed by another. */
async function openedAccount(page: Page): Promise<{ account: string; password: string }> {
  const account = aNew('factor')
  const seat = { role: 'reviewer', jurisdiction: '990100' }
  await signIn(page, 'sysadmin')
  const made = await page.request.post('/api/identity.createAccount', { data: { account, name: '季测', ...seat } })
  expect(made.status()).toBe(200)
  const { order, password } = await made.json()
  await signIn(page, 'secadmin')
  expect((await page.request.post('/api/identity.decideOrder', { data: { id: order, confirm: true } })).status()).toBe(200)
  await page.context().clearCookies()
  return { account, password }
}

/** Ties an account to who somebody is at the provider: asked for by one administrator, confirmed by another. */
async function tied(page: Page, account: string, issuer: string, subject: string): Promise<void> {
  await signIn(page, 'sysadmin')
  const { order } = await done(page, 'identity.proposeSubject', { account, issuer, subject, ground: '统一身份对照表' })
  await signIn(page, 'secadmin')
  await done(page, 'identity.decideOrder', { id: order, confirm: true })
  await page.context().clearCookies()
}

async function signInByHand(page: Page, given: { account: string; password: string }): Promise<void> {
  await page.goto('/')
  await page.getByLabel('账号', { exact: true }).fill(given.account)
  await page.getByLabel('密码', { exact: true }).fill(given.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

test('an account takes two people: one makes it, another confirms, and only then does it open', async ({ page, browser }) => {
  const account = aNew('account')
  const name = `季${unheard()}`
  await signIn(page, 'sysadmin')
  await page.goto('/accounts')
  await page.getByRole('button', { name: '新建账号' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('账号', { exact: true }).fill(account)
  await form.getByLabel('姓名', { exact: true }).fill(name)
  await form.getByLabel('角色', { exact: true }).selectOption({ label: '复核人员' })
  await expectAccessible(page)
  await form.getByRole('button', { name: '新建账号' }).click()
  const password = await form.locator('.secret-text').innerText()
  await expect(form.getByText('岗位须经安全保密管理员核准后生效。')).toBeVisible()

  const person = await (await browser.newContext()).newPage()
  const refused = await person.request.post('/api/identity.login', { data: { account, password } })
  expect([refused.status(), (await refused.json()).code]).toEqual([409, 'seatAwaited'])

  await signIn(page, 'secadmin')
  await page.goto('/orders?state=waiting')
  await expectAccessible(page)
  await page.getByRole('row', { name }).getByRole('button', { name: '办理' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '核准' }).click()
  await expect(page.getByRole('row', { name })).toHaveCount(0)
  await page.goto(`/accounts?open=${account}`)
  await expect(page.getByRole('complementary').getByText('复核人员')).toBeVisible()
  await expectAccessible(page)
  await person.close()
})

test('the second factor is set up from the picture or the text, and then the password alone opens nothing', async ({ page }) => {
  const { account, password } = await openedAccount(page)
  await signInByHand(page, { account, password })
  await expect(page.getByRole('button', { name: /季测 · 复核人员/ })).toBeVisible()
  await page.goto('/me')
  const enrolling = page.getByRole('form', { name: '登记' })
  await enrolling.getByLabel('密码', { exact: true }).fill(password)
  await enrolling.getByRole('button', { name: '登记' }).click()
  await expect(page.getByRole('img', { name: '动态口令' })).toBeVisible()
  await expectAccessible(page)
  const totp = new TOTP({ secret: Secret.fromBase32(await page.locator('.secret-text').innerText()) })
  await page.getByLabel('动态口令或备用码').fill(totp.generate())
  await page.getByRole('button', { name: '启用' }).click()
  const codes = page.getByRole('list', { name: '备用码' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  const recovery = await codes.first().innerText()
  await page.getByRole('button', { name: '已抄下' }).click()
  await expect(page.getByText(/启用，备用码剩 10 个/)).toBeVisible()

  await page.getByRole('button', { name: /季测 · 复核人员/ }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible()
  await signInByHand(page, { account, password })
  await expect(page.getByRole('heading', { name: '第二步：动态口令' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('动态口令或备用码').fill('000000')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('不正确')
  await page.getByLabel('动态口令或备用码').fill(recovery)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('button', { name: /季测 · 复核人员/ })).toBeVisible()
})

test('single sign-on: the provider asks who one is, and sends him back signed in to the page he wanted; whom it does not know here stays out', async ({
  page,
}) => {
  const { account } = await openedAccount(page)
  const atProvider = async (subject: string) => {
    await page.goto('/me')
    await page.getByRole('button', { name: '统一身份认证登录 · 市政务平台' }).click()
    await expect(page.getByRole('heading', { name: '市政务平台' })).toBeVisible()
    const issuer = new URL(page.url()).origin
    await page.getByLabel('用户名').fill(subject)
    await page.getByRole('button', { name: '进入' }).click()
    return issuer
  }
  const issuer = await atProvider(`nobody-${account}`)
  await expect(page.getByRole('alert')).toContainText('没有对应的账号')
  await expectAccessible(page)
  await tied(page, account, issuer, `subject-${account}`)
  await atProvider(`subject-${account}`)
  await expect(page.getByRole('heading', { level: 1, name: '我的账号' })).toBeVisible()
  await expect(page).toHaveURL(/\/me$/)
  await expect(page.getByRole('row', { name: /统一身份认证.*本次/ })).toBeVisible()
})

test('behind the government’s gateway one press is enough; without its secret nobody is believed', async ({ page, browser }) => {
  const { account } = await openedAccount(page)
  const through = async (secret: string) => {
    const headers = { 'x-remote-account': account, 'x-gateway-secret': secret }
    const visitor = await (await browser.newContext({ extraHTTPHeaders: headers })).newPage()
    await visitor.goto('/')
    await expect(visitor.getByRole('button', { name: '登录', exact: true })).toBeVisible()
    return visitor
  }
  const liar = await through('made-up')
  expect((await liar.request.post('/api/identity.enterByGateway', { data: {} })).status()).toBe(409)
  await expect(liar.getByRole('button', { name: account })).toHaveCount(0)
  const visitor = await through('gateway-of-the-tests')
  await visitor.getByRole('button', { name: account }).click()
  await expect(visitor.getByRole('button', { name: /季测 · 复核人员/ })).toBeVisible()
  await Promise.all([liar, visitor].map((each) => each.context().close()))
})

test('a person with two seats changes over in the menu and works on in the other', async ({ page }) => {
  await signIn(page, 'twoseats')
  await page.goto('/')
  await page.getByRole('button', { name: /杜衡/ }).click()
  const other = page.getByRole('group', { name: '切换岗位' }).getByRole('button', { pressed: false })
  const role = (await other.innerText()).split(' · ')[0] ?? ''
  await other.click()
  await expect(page.getByRole('button', { name: `杜衡 · ${role}` })).toBeVisible()
  await page.goto('/me')
  await expect(page.getByRole('row', { name: /青川县审计局.*已到期/ })).toBeVisible()
})

test('the security administrator changes a setting with its source, which stands from today', async ({ page }) => {
  await signIn(page, 'secadmin')
  await page.goto('/security')
  await page
    .getByRole('row', { name: /机器令牌最长天数/ })
    .getByRole('button', { name: '修改' })
    .click()
  await page.getByLabel('新值').fill('90')
  await page.getByLabel('依据', { exact: true }).fill('安全管理制度第四章')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('row', { name: /机器令牌最长天数 90 安全管理制度第四章/ })).toBeVisible()
  await expectAccessible(page)
})
