import { expect, type Page } from '@playwright/test'
import { arrived, asked, expectAccessible, openDossier, signIn, test, walkTo } from './support.ts'

/** The pages, walked through by who works there: one sign-in for several, to keep the run short. */
const rounds: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  clerk: [
    ['/', '我的待办'],
    ['/auditees', '被审计对象库'],
    ['/places', '区划与单位'],
    ['/regulations', '法规库'],
    ['/clocks', '法定期限'],
    ['/calendar', '工作日历'],
    ['/imports', '数据导入'],
    ['/reports', '审计成果库'],
    ['/search?q=整改', '检索'],
    ['/mentions', '关联确认'],
    ['/projects', '审计项目'],
    ['/findings', '问题与责任'],
    ['/rectification', '整改台账'],
    ['/portraits', '干部画像'],
    ['/sharing', '共享'],
    ['/result-rules', '成果送谁'],
    ['/fieldwork', '现场审计'],
    ['/requests', '资料调阅'],
    ['/portfolio', '项目总览'],
    ['/plans', '年度计划'],
    ['/teams', '审计力量'],
    ['/patrol', '巡察轮次'],
    ['/entrusted', '委托审计名单'],
    ['/plan-rules', '计划规则'],
    ['/paper-compare', '文书比较'],
    ['/corrections', '更正申请'],
    ['/custody', '涉密与个人信息'],
    ['/me', '我的账号'],
  ],
  secretary: [
    ['/recusals', '回避'],
    ['/papers', '文书登记簿'],
    ['/paper-series', '文号系列'],
    ['/paper-templates', '文书模板'],
  ],
  lead: [
    ['/findings/figures', '问题统计'],
    ['/findings/repeats', '重复问题'],
    ['/findings/classes', '问题分类'],
  ],
  discipline: [['/letters', '计划征求意见']],
  official: [
    ['/', '我的待办'],
    ['/my-audits', '我的审计'],
    ['/corrections', '更正申请'],
  ],
  auditadmin: [
    ['/trail', '留痕'],
    ['/trail/standing', '留痕核验'],
  ],
  sysadmin: [['/accounts', '账号']],
  secadmin: [
    ['/orders', '授权核准'],
    ['/security', '安全设置'],
  ],
}

type Named = readonly [string, string]
/** A long walk in parts, so that both workers share it. */
const parts = (list: readonly Named[], most = 6): readonly (readonly Named[])[] =>
  Array.from({ length: Math.ceil(list.length / most) }, (_, at) => list.slice(at * most, at * most + most))

const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }

/** No wider than a narrow screen. */
async function expectFits(page: Page, address: string): Promise<void> {
  await page.setViewportSize(narrow)
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(overflow, address).toBe(0)
  await page.setViewportSize(wide)
}

/** The same page with the colours of the dark. */
async function expectReadableInTheDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, 'colours')
  await page.emulateMedia({ colorScheme: 'light' })
}

async function stands(page: Page, [address, heading]: Named): Promise<void> {
  await walkTo(page, address)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  await arrived(page)
}

async function portraitOf(page: Page): Promise<string> {
  const { rows } = await asked(page, 'auditees.list?keyword=LJ0001&limit=1')
  return rows[0].id
}

for (const [account, round] of Object.entries(rounds))
  for (const [at, part] of parts(round).entries())
    test(`the pages of ${account} stand, in the light, in the dark and on a narrow screen${at === 0 ? '' : ` (${at + 1})`}`, async ({
      page,
    }) => {
      test.slow()
      await signIn(page, account)
      for (const [index, each] of part.entries()) {
        await stands(page, each)
        await expectAccessible(page)
        // Dark is the same pages with other colours: every sixth one shows whether the colours hold.
        if (index % 6 === 0) await expectReadableInTheDark(page)
        if (account === 'clerk') await expectFits(page, each[0])
      }
    })

test('the portrait has no accessibility violation', async ({ page }) => {
  await signIn(page, 'clerk')
  await openDossier(page, await portraitOf(page))
  await expect(page.getByRole('heading', { level: 1, name: '周明远' })).toBeVisible()
  await arrived(page)
  await expectAccessible(page)
  await expectReadableInTheDark(page)
})

test('the sign-in page has no accessibility violation', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByLabel('密码', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await expectReadableInTheDark(page)
})

test('the menu is reached and used by keyboard alone', async ({ page }) => {
  await signIn(page, 'clerk')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: '我的待办' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('周明远')
  await expect(page.getByRole('option', { name: /周明远/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('周明远').first()).toBeVisible()
})
