import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { buildLauncher, holdIn, type Launcher } from '../testing/holder.ts'
import { isRoot } from './owner.ts'
import { settle } from './place.ts'
import { notedIn } from './postmaster.ts'
import { beginningOf } from './presence.ts'
import { openServer } from './server.ts'

vi.setConfig({ testTimeout: 60_000 })

let launcher: Launcher
let folder: string
/** Creating a database takes a second: only tests about that use a folder of their own. */
let dataFolder: string
const inEmptyFolder = () => {
  const empty = mkdtempSync(join(folder, 'empty-'))
  chmodSync(empty, 0o755)
  dataFolder = join(empty, 'data')
}

beforeAll(() => {
  launcher = buildLauncher()
  folder = mkdtempSync(join(tmpdir(), 'guantong-launch-'))
  chmodSync(folder, 0o755)
})
afterAll(() => {
  launcher.remove()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  dataFolder = join(folder, 'data')
})

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows[0]?.[0]
  } finally {
    await client.end()
  }
}
const beginningOfServer = (url: string) => ask(url, 'select pg_postmaster_start_time()::text')
const serverPid = () => notedIn(settle(dataFolder).cluster)?.pid ?? 0
const runs = (pid: number) => beginningOf(pid) !== null
const hasServer = () => serverPid() !== 0

async function until(isTrue: () => boolean): Promise<void> {
  for (let wait = 0; wait < 400 && !isTrue(); wait++) await sleep(10)
  expect(isTrue()).toBe(true)
}

test('the first opener creates the database and its release leaves no server behind', async () => {
  inEmptyFolder()
  const server = await openServer({ dataFolder })
  const pid = serverPid()
  expect(await ask(server.url, 'select current_database()')).toBe('guantong')
  await server.release()
  await server.release()
  expect([hasServer(), runs(pid)]).toEqual([false, false])
})

test('what was written is there at the next start', async () => {
  const first = await openServer({ dataFolder })
  await ask(first.url, "create table kept_note as select '整改' as text")
  await first.release()
  const second = await openServer({ dataFolder })
  expect(await ask(second.url, 'select text from kept_note')).toBe('整改')
  await second.release()
})

test('Han characters count as letters when trigrams are made', async () => {
  const server = await openServer({ dataFolder })
  await ask(server.url, 'create extension pg_trgm')
  expect(await ask(server.url, "select similarity('整改情况', '整改措施') > 0")).toBe(true)
  await server.release()
})

test('two processes that start at once on an empty folder share one server, and the last one to leave stops it', async () => {
  inEmptyFolder()
  const [one, two] = [holdIn(launcher, dataFolder), holdIn(launcher, dataFolder)]
  const urls = await Promise.all([one.url, two.url])
  expect(await beginningOfServer(urls[0])).toBe(await beginningOfServer(urls[1]))
  expect(await one.finish()).toBe(0)
  expect(await ask(urls[1], 'select 1')).toBe(1)
  expect(await two.finish()).toBe(0)
  expect(hasServer()).toBe(false)
})

test('four openers in one process share one server', async () => {
  const servers = await Promise.all([1, 2, 3, 4].map(() => openServer({ dataFolder })))
  const beginnings = await Promise.all(servers.map((server) => beginningOfServer(server.url)))
  expect(new Set(beginnings).size).toBe(1)
  await Promise.all(servers.map((server) => server.release()))
  expect(hasServer()).toBe(false)
})

test('after a holder is killed the next opener joins the server it left and stops it in the end', async () => {
  const killed = holdIn(launcher, dataFolder)
  const beginning = await beginningOfServer(await killed.url)
  await killed.kill()
  expect(hasServer()).toBe(true)
  const next = await openServer({ dataFolder })
  expect(await beginningOfServer(next.url)).toBe(beginning)
  await next.release()
  expect(hasServer()).toBe(false)
})

test('a holder that ends without releasing does not leave the server running', async () => {
  const careless = holdIn(launcher, dataFolder, 'forget')
  await careless.url
  const pid = serverPid()
  await careless.finish()
  await until(() => !runs(pid))
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  'a holder without a way of its own to answer %s does not leave the server running',
  async (signal) => {
    const interrupted = holdIn(launcher, dataFolder)
    await interrupted.url
    const pid = serverPid()
    await interrupted.kill(signal)
    await until(() => !runs(pid))
  },
)

test('after the server is killed the next opener recovers what was committed', async () => {
  const first = await openServer({ dataFolder })
  await ask(first.url, 'create table note as select 1 as kept')
  process.kill(serverPid(), 'SIGKILL')
  const second = await openServer({ dataFolder })
  expect(await ask(second.url, 'select kept from note')).toBe(1)
  await first.release()
  expect(await ask(second.url, 'select 1')).toBe(1)
  await second.release()
})

test('a lock file that names another living program does not stop the start, and that program is left alone', async () => {
  const first = await openServer({ dataFolder })
  const { cluster } = settle(dataFolder)
  await first.release()
  writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n5432\n/tmp/nowhere\n\n\nready\n`)
  const second = await openServer({ dataFolder })
  expect(await ask(second.url, 'select 1')).toBe(1)
  await second.release()
})

test('a kill while the database is being created leaves nothing half made', async () => {
  inEmptyFolder()
  const killed = holdIn(launcher, dataFolder)
  const isHalfMade = () =>
    existsSync(join(dataFolder, 'database')) && readdirSync(join(dataFolder, 'database')).some((n) => n.includes('.new-'))
  const ended = killed.url.catch(() => 'killed')
  await until(isHalfMade)
  await killed.kill()
  expect(await ended).toBe('killed')
  const next = await openServer({ dataFolder })
  expect(await ask(next.url, 'select 1')).toBe(1)
  expect(isHalfMade()).toBe(false)
  await next.release()
})

test('a long path with spaces and Chinese characters works, by way of a short socket', async () => {
  const server = await openServer({ dataFolder: join(folder, '审计局 的 电脑', '很长的目录名'.repeat(8), 'data') })
  const socket = decodeURIComponent(server.url.split('host=')[1] ?? '')
  expect(Buffer.byteLength(join(socket, '.s.PGSQL.5432'))).toBeLessThanOrEqual(100)
  expect(await ask(server.url, 'select 1')).toBe(1)
  await server.release()
  expect(existsSync(socket)).toBe(false)
})

test('other ordinary users can enter neither the socket folder nor the cluster', async () => {
  const server = await openServer({ dataFolder })
  const { run, cluster } = settle(dataFolder)
  expect([run, cluster].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o700])
  expect(statSync(join(run, '.s.PGSQL.5432')).mode & 0o077).toBe(0)
  await server.release()
})

test.runIf(isRoot())('another ordinary user who knows the socket is turned away by the system', async () => {
  const server = await openServer({ dataFolder })
  const socket = join(settle(dataFolder).run, '.s.PGSQL.5432')
  const attempt = `require('node:net').connect(${JSON.stringify(socket)}).on('connect', () => console.log('in')).on('error', (e) => console.log(e.code))`
  const said = execFileSync(process.execPath, ['-e', attempt], { uid: 65534, gid: 65534, cwd: '/', encoding: 'utf8', timeout: 5000 })
  expect(said.trim()).toBe('EACCES')
  await server.release()
})

test('a database of another PostgreSQL version is refused with advice in both tongues', async () => {
  inEmptyFolder()
  await (await openServer({ dataFolder })).release()
  writeFileSync(join(settle(dataFolder).cluster, 'PG_VERSION'), '17\n')
  const refused = openServer({ dataFolder })
  await expect(refused).rejects.toThrow(/PostgreSQL 17 建立.*\n.*PostgreSQL 17/)
  await expect(refused).rejects.toMatchObject({ code: 'otherVersion' })
})
