import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect } from '@playwright/test'
import { findOrInstallBrowser } from './browser.mjs'
import { clone, inClone, mainFile } from './paths.mjs'

/** The guide's pictures: `node scripts/guide.mjs` takes them anew from the built product with its demonstration. */
const pictures = inClone('docs', 'guide')
const mostBytes = 3_000_000
const size = { width: 1440, height: 900 }

/** The built server on a folder of its own; answers once it says where it is. */
async function startServer(folder) {
  const env = { ...process.env, GUANTONG_DATA: folder, GUANTONG_PARENT: String(process.pid), DATABASE_URL: '', LOG_LEVEL: 'warn' }
  const server = spawn(process.execPath, [mainFile, 'serve', '--port', '0', '--demo'], {
    cwd: clone,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const address = await new Promise((resolve, reject) => {
    let said = ''
    server.stdout.on('data', (text) => {
      said += text
      const found = /http:\/\/\S+/.exec(said)
      if (found) resolve(found[0])
    })
    server.once('exit', () => reject(new Error(said)))
  })
  const stop = async () => {
    server.kill('SIGTERM')
    await ended
  }
  return { address, stop }
}

/** A clerk's browser page in light or dark. */
async function openPage(browser, { address, colorScheme }) {
  const context = await browser.newContext({ baseURL: address, viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', colorScheme })
  const logins = await (await context.request.get('/api/identity.demoLogins')).json()
  const { account, password } = logins.find((each) => each.account === 'clerk')
  await context.request.post('/api/identity.login', { data: { account, password } })
  return context.newPage()
}

async function take(page, name) {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}

const heading = (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible()
async function takeAt(page, address, name) {
  await page.goto(address)
  await heading(page)
  await take(page, name)
}

async function takeAuditee(page) {
  await page.goto('/auditees?keyword=LJ0001')
  await page
    .getByRole('row', { name: /LJ0001|周明远/ })
    .getByText('周明远')
    .click()
  await expect(page.getByRole('button', { name: '登记任职' })).toBeVisible()
  await take(page, 'auditees')
}

const wrongUnits = [
  '编号,单位全称,简称,类别,级别,上级编号,区划代码,统一社会信用代码,曾用名',
  'X-01,澜江市数据管理局,市数据局,党政部门,正县处级,,990100,,澜江市信息中心@2005-01-01~2015-12-31',
  'X-02,澜江市测绘服务中心,,公司,正乡科级,X-01,990100,,',
  'X-03,澜江市档案服务中心,,事业单位,正乡科级,X-99,990100,,',
]
async function takeImport(page) {
  await page.goto('/imports/new?what=units')
  const buffer = Buffer.from(`\ufeff${wrongUnits.join('\r\n')}\r\n`)
  await page.getByLabel('选择文件', { exact: true }).setInputFiles([{ name: '单位.csv', mimeType: 'text/csv', buffer }])
  await page.getByRole('button', { name: '试读，不写入' }).click()
  await expect(page.getByText('以上是试读结果，尚未写入任何数据')).toBeVisible()
  await take(page, 'import')
}

async function takeSearchAndReport(page) {
  await page.goto(`/search?q=${encodeURIComponent('整改 类别:审计报告')}`)
  const hits = page.getByRole('list', { name: '命中段落' }).getByRole('listitem')
  await expect(hits.first().locator('mark').first()).toBeVisible()
  await take(page, 'search')
  await hits.first().getByRole('link').click()
  await expect(page.locator('mark').first()).toBeVisible()
  await take(page, 'report')
}

async function takePortrait(page, name) {
  const { rows } = await (await page.request.get('/api/portrait.list?limit=500')).json()
  const { id } = rows.find(({ number }) => number === 'LJ0001')
  await page.request.post('/api/custody.openReading', { data: { subject: `official:${id}`, purpose: 'audit', note: '' } })
  await page.goto(`/portrait/${id}`)
  await page.getByRole('button', { name: '来源 3', exact: true }).first().click()
  await expect(page.getByRole('region', { name: '来源 3' })).toBeVisible()
  await take(page, name)
}

async function takeAll(address) {
  const browser = await chromium.launch({ executablePath: await findOrInstallBrowser() })
  try {
    const page = await openPage(browser, { address, colorScheme: 'light' })
    await takeAt(page, '/', 'workbench')
    await takeAuditee(page)
    await takeAt(page, '/places', 'places')
    await takeImport(page)
    await takeSearchAndReport(page)
    await takeAt(page, '/mentions', 'mentions')
    await takePortrait(page, 'portrait')
    await takePortrait(await openPage(browser, { address, colorScheme: 'dark' }), 'portrait-dark')
  } finally {
    await browser.close()
  }
}

const names = ['workbench', 'auditees', 'places', 'import', 'search', 'report', 'mentions', 'portrait', 'portrait-dark']
function weigh() {
  const bytes = names.reduce((sum, name) => sum + statSync(join(pictures, `${name}.png`)).size, 0)
  process.stderr.write(`docs/guide: ${names.length} png, ${bytes} bytes\n`)
  if (bytes > mostBytes) throw new Error(`over ${mostBytes} bytes`)
}

mkdirSync(pictures, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'guantong-guide-'))
try {
  const server = await startServer(folder)
  await takeAll(server.address).finally(server.stop)
  weigh()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
