import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { words as demonstration } from '../../demonstration/words.ts'
import { phrases, verbs } from '../../house.ts'
import { day } from '../../kernel/day.ts'
import { say } from '../../kernel/say.ts'
import { openDesk } from '../../platform/desk.ts'
import { openBus } from '../../platform/events.ts'
import { houseActor } from '../../platform/jobs.ts'
import { Refused } from '../../platform/stop.ts'
import { tarBytes, tarParts, writeTar } from '../../platform/tar.ts'
import { cityHouse } from '../../platform/testing/city.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import type { VerbContext } from '../../platform/verb.ts'
import { tables } from '../../tables.ts'
import { restore } from './restore.ts'
import { references } from './stored.ts'

const leaving: (() => Promise<void>)[] = []
const houses: TestHouse[] = []
const folder = mkdtempSync(join(tmpdir(), 'guantong-care-'))
const file = join(folder, 'all.tar')
let full: TestHouse
const newHouse = async () => {
  const house = await testHouse()
  houses.push(house)
  return house
}

/** What the terminal would show, and with what the program would end. */
async function run(house: TestHouse, ...[name, ...argv]: string[]) {
  const out: unknown[] = []
  const err: string[] = []
  const context: VerbContext = {
    desk: async (_, verb) => {
      const open = await openDesk(house.office, { actor: houseActor, verb, input: {} })
      leaving.push(open.leave)
      return open.desk
    },
    office: async () => house.office,
    runJobs: () => house.runJobs(),
    databaseUrl: async () => house.url,
    dataFolder: async () => house.folder,
    today: day('2026-11-20'),
    tongue: 'zh',
    out: (text) => void out.push(text),
    json: (value) => void out.push(JSON.parse(JSON.stringify(value))),
    err: (text) => void err.push(text),
    sentence: ({ code }) => code,
    progress: () => undefined,
  }
  const verb = verbs.find((each) => each.name === name)
  const code = await verb?.run(context, argv).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error
    const { code, facts } = error.refusal
    err.push(code, say(phrases[code] ?? { zh: '', en: '' }, 'zh', facts))
    return 1
  })
  return { code, out, err }
}

async function countsOf({ db }: TestHouse): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of Object.keys(tables).filter((name): name is keyof typeof tables => name in tables)) {
    const { rows } = await db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    counts[table] = Number(rows)
  }
  return counts
}

/** The stored files by their names, wherever they lie; a folder whose last file went is no file. */
const filesOf = ({ folder }: TestHouse) =>
  readdirSync(join(folder, 'files'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /[0-9a-f]{64}$/.test(name))
    .sort()

beforeAll(async () => {
  full = await cityHouse()
  houses.push(full)
  expect(await run(full, 'demo', 'load')).toMatchObject({ code: 0, out: [say(demonstration.note.already, 'zh')] })
  await full.office.store.save('proof.txt', Readable.from([Buffer.from('送达回证扫描件')]))
  await full.chain()
  expect(await run(full, 'trail', 'checkpoint', join(folder, 'checkpoint.json'))).toMatchObject({ code: 0 })
}, 240_000)
afterAll(async () => {
  for (const leave of leaving) await leave()
  for (const house of houses) await house.close()
  rmSync(folder, { recursive: true })
})

test('what was backed up is restored into an empty installation: every table, file and key, and the trail verifies', async () => {
  const before = await countsOf(full)
  const portrait = await run(full, 'portrait', 'LJ0001', '--json')
  const made = await run(full, 'backup', file)
  expect(made).toMatchObject({ code: 0, out: [] })
  expect(statSync(file).mode & 0o777).toBe(0o600)

  const empty = await newHouse()
  expect(await run(empty, 'restore', file)).toMatchObject({ code: 0 })
  expect(await countsOf(empty)).toEqual({ ...before, trail: (before.trail ?? 0) + 1 })
  expect(readFileSync(join(empty.folder, 'keys', 'entries.key'))).toEqual(readFileSync(join(full.folder, 'keys', 'entries.key')))
  expect(filesOf(empty)).toEqual(filesOf(full))
  expect((await run(empty, 'portrait', 'LJ0001', '--json')).out).toEqual(portrait.out)
  expect(await run(empty, 'selfcheck', '--all', '--json')).toMatchObject({ code: 0, out: [{ ok: true }] })
  expect(readdirSync(empty.folder).filter((name) => name.startsWith('care-'))).toEqual([])
}, 120_000)

test('a backup with one flipped byte, wherever it lies, or cut short, is refused and nothing is written', async () => {
  const sound = readFileSync(file)
  const empty = await newHouse()
  const before = await countsOf(empty)
  const refused = async (bytes: Buffer) => {
    const bad = join(folder, 'bad.tar')
    writeFileSync(bad, bytes)
    expect(await run(empty, 'restore', bad)).toMatchObject({ code: 1, err: ['backupDamaged', expect.stringContaining('没有恢复任何内容')] })
  }
  for (const at of [0, 137, Math.floor(sound.length / 2), sound.length - 2048, sound.length - 1500, sound.length - 1]) {
    const bytes = Buffer.from(sound)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    await refused(bytes)
  }
  await refused(sound.subarray(0, sound.length - 512))
  await refused(Buffer.from('not a backup'))
  expect(await countsOf(empty)).toEqual(before)
  expect(existsSync(join(empty.folder, 'files'))).toBe(true)
  expect(readdirSync(join(empty.folder, 'files'))).toEqual([])
}, 60_000)

test('a backup is not restored over records, and the refusal names what is there', async () => {
  const before = await countsOf(full)
  const { code, err } = await run(full, 'restore', file)
  expect([code, err[0]]).toEqual([1, 'restoreNotEmpty'])
  expect(err[1]).toContain(`账号 ${before.account} 个`)
  expect(await countsOf(full)).toEqual(before)
})

test('while a server listens on the database nothing is restored', async () => {
  const empty = await newHouse()
  const bus = await openBus(empty.url)
  expect((await run(empty, 'restore', file)).err[0]).toBe('restoreServed')
  await bus.close()
})

test('a backup of another schema is refused by the migration that differs', async () => {
  const empty = await newHouse()
  await sql`insert into migration (name, checksum) values ('9999-later.sql', 'x')`.execute(empty.db)
  expect((await run(empty, 'restore', file)).err[0]).toBe('backupOlder')
  expect((await countsOf(empty)).trail).toBe(0)
})

test('the keys of the empty installation stay when the restored trail is not what it was', async () => {
  const empty = await newHouse()
  const key = readFileSync(join(empty.folder, 'keys', 'entries.key'))
  const before = await countsOf(empty)
  const care = { url: empty.url, dataFolder: empty.folder, store: empty.office.store, now: '2026-11-20T02:00:00.000Z' }
  const other = join(folder, 'other.tar')
  await forgeTrail(other)
  await expect(restore(care, other)).rejects.toMatchObject({ refusal: { code: 'restoreTrailBroken' } })
  expect(await countsOf(empty)).toEqual(before)
  expect(readFileSync(join(empty.folder, 'keys', 'entries.key'))).toEqual(key)
}, 60_000)

/** A well-sealed backup that says of its trail what is not so. */
async function forgeTrail(to: string): Promise<void> {
  const tar = writeTar(to)
  for (const part of await tarParts(file)) {
    const chunks: Buffer[] = []
    for await (const chunk of tarBytes(file, part)) chunks.push(chunk)
    const text = Buffer.concat(chunks)
    const bytes = part.name === 'manifest.json' ? Buffer.from(text.toString().replace(/"trail":\{"rows":/, '"trail":{"rows":9')) : text
    await tar.add(part.name, bytes.length, [bytes])
  }
  await tar.end()
}

test('a backup never writes over a file and leaves nothing half-made behind', async () => {
  expect((await run(full, 'backup', file)).err[0]).toBe('backupFileThere')
  await expect(run(full, 'backup', join(folder, 'no', 'such', 'folder.tar'))).rejects.toThrow()
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
})

test('the selfcheck names a stored file that is missing and one whose bytes were altered', async () => {
  const rows = await full.db.selectFrom('document').select('sha256').distinct().orderBy('sha256').limit(2).execute()
  const [gone, altered] = rows.map(({ sha256 }) => full.office.store.path(sha256))
  if (!gone || !altered) throw new Error('the demonstration has papers')
  const kept = [readFileSync(gone), readFileSync(altered)]
  rmSync(gone)
  writeFileSync(altered, 'another text')
  const { code, out } = await run(full, 'selfcheck', '--all', '--json')
  const files = { name: 'files', ok: false, says: expect.stringContaining('缺失 1 个、损坏 1 个') }
  expect([code, out]).toEqual([1, [{ ok: false, checks: expect.arrayContaining([files]) }]])
  expect((await run(full, 'backup', join(folder, 'with-damage.tar'))).code).toBe(1)
  writeFileSync(gone, kept[0] ?? '')
  writeFileSync(altered, kept[1] ?? '')
}, 60_000)

test('every column with a sha256 either names a stored file or is known not to', () => {
  const others = [
    'regulationVersion.sha256',
    'mention.sha256',
    'mentionVerdict.sha256',
    'issuedPaper.templateSha256',
    'paperEdition.templateSha256',
  ]
  const known = [...references.map(({ table, column }) => `${table}.${column}`), ...others]
  const all = Object.entries(tables).flatMap(([table, { shape }]) =>
    Object.keys(shape)
      .filter((column) => /sha256$/i.test(column))
      .map((column) => `${table}.${column}`),
  )
  expect(all.sort()).toEqual(known.sort())
})
