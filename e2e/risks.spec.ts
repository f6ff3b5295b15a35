import { expect, type Page } from '@playwright/test'
import { asked, expectAccessible, signIn, test } from './support.ts'

/** The list that a number opens is the list it counted: asked with the conditions of its address, at this moment. */
async function expectItsRows(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: '问题与责任' })).toBeVisible()
  const counted = async () => {
    const { total } = await asked(page, `findings.list${new URL(page.url()).search || '?'}&limit=1`)
    return total > 0 && (await page.getByText(new RegExp(`共 ?${total} ?`)).count()) > 0
  }
  await expect.poll(counted).toBe(true)
}

const dialog = (page: Page) => page.getByRole('dialog')

test('common problems: a number opens its rows; a risk list is drafted, edited, looked over by another hand, issued, and read by the unit', async ({
  page,
}) => {
  await signIn(page, 'secretary')
  await page.goto('/problems')
  const table = page.getByRole('table', { name: '各类问题在各类单位的发生率' })
  await expect(table).toBeVisible()
  await expectAccessible(page)
  const cell = table.getByRole('link', { name: /(?<!\d)[1-9]\d* 个问题/ }).first()
  await cell.focus()
  await page.keyboard.press('Enter')
  await expectItsRows(page)
  await page.goBack()
  await page.getByRole('button', { name: '起草风险防控清单' }).click()
  await dialog(page).getByRole('button', { name: '确认' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('主要风险防控清单')
  const address = page.url()
  const first = page.getByRole('region', { name: /^1 / })
  await first.getByLabel('责任主体').fill('单位主要负责人')
  await page.getByRole('button', { name: '增加一行' }).click()
  await expect(page.getByText('有未保存的修改')).toBeVisible()
  await page
    .getByRole('button', { name: /^删除 \d+$/ })
    .last()
    .click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('有未保存的修改')).toBeHidden()
  await expect(page.getByText('编写人不能审核自己编写的内容')).toBeVisible()
  await signIn(page, 'director')
  await page.goto(address)
  await page.getByRole('button', { name: '审核通过' }).click()
  await page.getByRole('button', { name: '印发', exact: true }).click()
  await dialog(page).getByRole('button', { name: '确认' }).click()
  await expect(page.getByRole('link', { name: /澜审委办〔\d{4}〕\d+号/ })).toBeVisible()
  await signIn(page, 'unit')
  await page.goto('/risk-lists')
  await expect(page.getByRole('table', { name: /党政部门.*主要风险防控清单/ }).first()).toBeVisible()
  await expectAccessible(page)
})

test('the comprehensive report is drafted from the records and its numbers open their rows', async ({ page }) => {
  await signIn(page, 'secretary')
  await page.goto('/compilations')
  await page.getByRole('button', { name: '起草综合报告' }).click()
  await dialog(page).getByRole('button', { name: '确认' }).click()
  await expect(page).toHaveURL(/\/compilations\/./)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('综合报告')
  await expectAccessible(page)
  const figures = page.getByRole('table', { name: '数据来源' })
  await figures.getByRole('link', { name: '发现问题数 明细', exact: true }).click()
  await expectItsRows(page)
})
