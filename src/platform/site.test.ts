import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { serveSite } from './site.ts'

const folder = mkdtempSync(join(tmpdir(), 'guantong-site-'))
writeFileSync(join(folder, 'index.html'), '<title>贯通</title>')
writeFileSync(join(folder, 'app.js'), 'void 0')
const hono = new Hono()
serveSite(hono, folder)

test.each([
  ['/', 200],
  ['/auditees?open=1', 200],
  ['/app.js', 200],
  ['/none.js', 404],
  ['/..%2f..%2f..%2fetc/passwd.txt', 404],
  ['/%E0%A4%A', 404],
])('%s is answered %i', async (path, status) => {
  expect((await hono.request(`http://localhost${path}`)).status).toBe(status)
})

test('a page’s own address answers the page, never kept by the browser', async () => {
  const answer = await hono.request('http://localhost/portrait/7')
  expect([await answer.text(), answer.headers.get('cache-control')]).toEqual(['<title>贯通</title>', 'no-cache'])
})
