import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { asked, csv, importFiles, openDossier, paper, signIn, test, unheard } from './support.ts'

const tag = `E2E${unheard()}`
const units = csv('单位.csv', [
  '编号,单位全称,简称,类别,级别,上级编号,区划代码,统一社会信用代码,曾用名',
  `${tag}-1,临川市试验局,市试验局,党政部门,正县处级,,990100,,`,
  `${tag}-2,临川市测验中心,,事业单位,正乡科级,${tag}-1,990100,,`,
  `${tag}-3,临川市坏行,,不存在的类别,正乡科级,,990100,,`,
])
const officials = csv('干部.csv', ['编号,姓名,性别,出生年月,曾用名', `${tag}-G1,符晓岚,女,1975-03,`, `${tag}-G2,宗正礼,男,1970-11,`])
const tenures = csv('任职.csv', [
  '官员编号,单位编号,职务,主要负责人,任职起,任职止,对象类别,依据文号',
  `${tag}-G1,${tag}-1,局长,是,2021-03-01,,B,试组〔2021〕1号`,
  `${tag}-G2,${tag}-2,主任,是,2020-05-01,,C,`,
])
const report = paper(
  `${tag}.txt`,
  `关于临川市试验局有关情况的报告\n一、基本情况\n2023年，市试验局局长符晓岚主持了专题会议。\n二、整改\n符晓岚同志督促限期整改（${tag}），整改工作已完成。\n有关材料由宗正礼提供。\n`,
)
const seeds = '../shared/data/seeds'
const laws = '../shared/data/laws'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

test('three workbooks come in, the bad row is named by its cell, and the good ones are there', async ({ page }) => {
  await signIn(page, 'clerk')
  await page.goto('/imports/new?what=units')
  await page.getByLabel('选择文件', { exact: true }).setInputFiles([units])
  await page.getByRole('button', { name: '试读，不写入' }).click()
  const row = page.getByRole('row', { name: /单位\.csv.*4.*类别.*不存在的类别/ })
  await expect(row).toBeVisible()
  await page.getByRole('button', { name: '正式导入' }).click()
  await expect(page.getByRole('button', { name: '再导入一批' })).toBeVisible()
  await importFiles(page, 'officials', [officials])
  await importFiles(page, 'tenures', [tenures])
  await page.goto(`/auditees?keyword=${tag}-G1`)
  await expect(page.getByRole('row', { name: /符晓岚/ })).toContainText('局长')
})

test('the same workbook again changes nothing', async ({ page }) => {
  await signIn(page, 'clerk')
  await importFiles(page, 'officials', [officials])
  await expect(page.getByRole('definition').nth(0).or(page.getByText('未变')).first()).toBeVisible()
  const answer = await page.request.get('/api/intake.batches?what=officials&limit=1')
  expect((await answer.json()).rows[0]).toMatchObject({ accepted: 0, updated: 0, unchanged: 2 })
})

test('a report is searched by its paragraphs, and a hit opens the very place', async ({ page }) => {
  await signIn(page, 'clerk')
  await importFiles(page, 'reports', [report])
  await page.goto(`/search?q=${encodeURIComponent('督促限期整改')}`)
  const hit = page.getByRole('list', { name: '命中段落' }).getByRole('listitem').filter({ hasText: tag })
  await expect(hit.locator('mark')).toHaveText('督促限期整改')
  await hit.getByRole('link').click()
  await expect(page).toHaveURL(/\/reports\/[0-9a-f-]+\?.*p=5/)
  await expect(page.locator('mark').first()).toContainText('督促限期整改')
})

test('a mention that is not sure is confirmed by a person and stays confirmed', async ({ page }) => {
  await signIn(page, 'clerk')
  const { rows } = await asked(page, 'links.queue?standing=review&kind=official&limit=1')
  const [{ id }] = rows
  const at = page.getByRole('list', { name: '关联确认' }).locator('[aria-current="true"]')
  await page.goto(`/mentions?at=${id}`)
  await expect(at).toContainText('待确认')
  await page.getByRole('button', { name: '确认是此人' }).first().click()
  await expect.poll(async () => (await asked(page, `links.one?id=${id}`)).mention.standing).toBe('confirmed')
  await page.goto(`/mentions?standing=confirmed&at=${id}`)
  await expect(at).toContainText('已确认')
})

async function openPortrait(page: Page): Promise<void> {
  await signIn(page, 'clerk')
  const { rows } = await (await page.request.get('/api/portrait.list?limit=500')).json()
  await openDossier(page, rows.find((row: { number: string }) => row.number === 'LJ0001').id)
  await expect(page.getByRole('heading', { level: 1, name: '周明远' })).toBeVisible()
}

test('in a portrait, citation 3 opens its source card and from there the highlighted paragraph of the report', async ({ page }) => {
  await openPortrait(page)
  await page.getByRole('button', { name: '来源 3', exact: true }).first().click()
  const card = page.getByRole('region', { name: '来源 3' })
  await expect(card).toBeVisible()
  await card.getByRole('link', { name: /打开/ }).click()
  await expect(page).toHaveURL(/\/reports\/[0-9a-f-]+\?/)
  await expect(page.locator('mark').first()).toBeVisible()
})

test('J and K walk through the sources of a portrait', async ({ page }) => {
  await openPortrait(page)
  await page.keyboard.press('j')
  await expect(page.getByRole('region', { name: '来源 1' })).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.getByRole('region', { name: '来源 2' })).toBeVisible()
  await page.keyboard.press('k')
  await expect(page.getByRole('region', { name: '来源 1' })).toBeVisible()
})

test('the portrait comes as a Word file that opens as one', async ({ page }) => {
  await openPortrait(page)
  const download = page.waitForEvent('download')
  await page
    .getByRole('link', { name: /Word/ })
    .or(page.getByRole('button', { name: /Word/ }))
    .first()
    .click()
  const bytes = readFileSync(await (await download).path())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(bytes.length).toBeGreaterThan(8_000)
})

test('the five texts and 36 laws come in through the page, and 整改 is found in every paragraph that has it', async ({ page }) => {
  test.skip(!existsSync(seeds) || !existsSync(laws), 'the data beside the project is absent')
  await signIn(page, 'clerk')
  const texts = readdirSync(seeds).filter((name) => name.endsWith('.txt'))
  await importFiles(
    page,
    'reports',
    texts.map((name) => ({ name, mimeType: 'text/plain', buffer: readFileSync(join(seeds, name)) })),
  )
  const names = ['national', 'local'].flatMap((folder) => readdirSync(join(laws, folder)).map((name) => join(folder, name)))
  await importFiles(
    page,
    'regulations',
    names.map((name) => ({ name: name.replace(/^.*\//, ''), mimeType: 'text/markdown', buffer: readFileSync(join(laws, name)) })),
  )
  const found = await page.request.get('/api/search.find?q=%E6%95%B4%E6%94%B9&limit=500')
  const { hits } = await found.json()
  for (const name of texts) {
    const text = readFileSync(join(seeds, name), 'utf8')
    const marks = hits.filter((hit: { document: string }) => hit.document === name).flatMap((hit: { marks: number[][] }) => hit.marks)
    expect([name, marks.length]).toEqual([name, text.split('整改').length - 1])
    for (const [start, end] of marks) expect(text.slice(start, end)).toBe('整改')
  }
  await page.goto('/regulations')
  await expect(page.getByRole('row', { name: /中华人民共和国审计法/ }).first()).toBeVisible()
})

test('a whole import is taken back', async ({ page }) => {
  await signIn(page, 'clerk')
  const lonely = csv('孤行.csv', ['编号,姓名,性别,出生年月,曾用名', `${tag}-G9,卜可撤,男,1972-01,`])
  await importFiles(page, 'officials', [lonely])
  await page.getByRole('button', { name: '撤销本批导入' }).click()
  await expect.poll(async () => (await (await page.request.get(`/api/auditees.list?keyword=${tag}-G9`)).json()).total).toBe(0)
})
