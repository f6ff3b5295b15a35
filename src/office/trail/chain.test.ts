import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Writer } from '../../platform/db.ts'
import { type Actor, openDesk } from '../../platform/desk.ts'
import { houseActor } from '../../platform/jobs.ts'
import { aClerk, type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { linkUp } from './chain/link.ts'
import { signatureFits } from './chain/sign.ts'
import { addBatch, waitingEntries } from './chain-store.ts'
import { makeCheckpoint, notedCheckpoint, rememberedCheckpoints } from './checkpoint.ts'
import { exportLines } from './export.ts'
import type { Checkpoint } from './model.ts'
import { chainOf } from './rules.ts'
import { chainSome, lostEntries, noticeLost } from './sequencer.ts'
import { verifyTrail } from './verify.ts'

let house: TestHouse
let kept: Checkpoint
const folder = mkdtempSync(join(tmpdir(), 'guantong-trail-'))

const write = async (target: TestHouse, actor: Partial<Actor>, detail: Record<string, unknown> = { text: '甲' }, fails = false) => {
  const { desk } = await openDesk(target.office, { actor: { ...aClerk, ...actor }, verb: 'try.write', input: detail })
  return desk.change('try:1', async () => {
    if (fails) throw new Error('rolled back')
  })
}
const setTrail = (target: TestHouse, over: object) =>
  sql`update setting set value = value || ${JSON.stringify(over)}::jsonb where name = 'trail'`.execute(target.db)
const deskOf = async (target: TestHouse) => (await openDesk(target.office, { actor: houseActor, verb: 'trail.checkpoint', input: {} })).desk

/** Three chains, batches of both hashes, a checkpoint in the middle, more after it, and entries that wait. */
beforeAll(async () => {
  house = await testHouse()
  const fill = async (count: number) => {
    for (let at = 0; at < count; at++) {
      await write(house, { jurisdiction: ['990100', '990121', '880100', '*'][at % 4] ?? '*' }, { at, text: `第${at}件"\n` })
      if (at % 5 === 4) await house.chain()
    }
  }
  await fill(12)
  await setTrail(house, { algorithm: 'sm3' })
  await fill(9)
  await house.chain()
  kept = (await makeCheckpoint(await deskOf(house), house.office.seal)).body
  await setTrail(house, { algorithm: 'sha256' })
  await fill(6)
  await house.chain()
  await write(house, {})
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await house.close()
})

const verdictOf = (tx: Writer | TestHouse['db'], against: readonly Checkpoint[] = [kept]) => verifyTrail(tx, house.office.seal, { against })
class Undo extends Error {}

/** What verify says after a superuser's work on the live tables, which is then taken back. */
async function afterEdit(edit: (tx: Writer) => Promise<unknown>, against: readonly Checkpoint[] = [kept]) {
  let verdict: Awaited<ReturnType<typeof verifyTrail>> | null = null
  await house.db
    .transaction()
    .execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await edit(tx)
      verdict = await verdictOf(tx, against)
      throw new Undo()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error
    })
  return verdict
}

test('an untouched trail is whole, with and without a checkpoint', async () => {
  const whole = { ok: true, firstBad: null, unchained: 1, rows: 29, elsewhere: 0 }
  expect(await verdictOf(house.db)).toEqual(whole)
  expect(await verdictOf(house.db, [])).toEqual(whole)
  expect(await verdictOf(house.db, await rememberedCheckpoints(house.db, house.office.seal))).toEqual(whole)
})

const columns: Record<string, readonly [string, string][]> = {
  trail: [
    ['place', 'place + 5000000'],
    ['id', 'gen_random_uuid()'],
    ['at', "at + interval '1 microsecond'"],
    ['account', "account || 'x'"],
    ['role', "'director'"],
    ['jurisdiction', "jurisdiction || '0'"],
    ['verb', "verb || '2'"],
    ['subject', "'try:2'"],
    ['kind', "'read'"],
    ['detail', `(detail::text || ' ')::json`],
    ['detail', `'{"at":1000}'::json`],
    ['seal', "overlay(seal placing 'zz' from 20)"],
    ['seal', "'00000000:00'"],
  ],
  trail_link: [
    ['chain', "'770100'"],
    ['seq', 'seq + 1000'],
    ['place', 'place + 7000000'],
    ['batch', 'batch + 1'],
    ['hash', "repeat('0', 64)"],
  ],
  trail_batch: [
    ['chain', "'770100'"],
    ['number', 'number + 1000'],
    ['algorithm', "case algorithm when 'sm3' then 'sha256' else 'sm3' end"],
    ['first_seq', 'first_seq - 1'],
    ['last_seq', 'last_seq + 1'],
    ['root', "repeat('0', 64)"],
    ['head', "repeat('0', 64)"],
    ['previous', "repeat('0', 64)"],
    ['at', "at + interval '1 microsecond'"],
    ['seal', "repeat('0', 64)"],
  ],
}
const alterations = Object.entries(columns).flatMap(([table, sets]) => sets.map(([column, to]) => ({ table, column, to })))
const rowOf = (table: string, at: number) =>
  sql`(select ctid from ${sql.table(table)} order by ctid offset ${at} % (select count(*) from ${sql.table(table)}) limit 1)`

test('a superuser who alters any column of any row is found out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...alterations), fc.nat(200), async ({ table, column, to }, at) => {
      const verdict = await afterEdit((tx) =>
        sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.raw(to)} where ctid = ${rowOf(table, at)}`.execute(tx),
      )
      expect([verdict, table, column, at]).toMatchObject([{ ok: false, firstBad: expect.anything() }, table, column, at])
    }),
    { numRuns: 90 },
  )
})

test('an entry that waits to be chained is not moved to a place that was never given', async () => {
  const verdict = await afterEdit((tx) =>
    sql`update trail set place = place + 5000000 where not exists (select from trail_link as l where l.place = trail.place)`.execute(tx),
  )
  expect(verdict).toMatchObject({ ok: false, firstBad: { code: 'placeNotGiven' }, unchained: 1 })
})

/** A round of the sequencer, and what it misses. */
async function round({ office }: TestHouse): Promise<string[]> {
  const awaited = [...office.seal.awaited]
  await chainSome(office, null)
  return noticeLost(office, awaited)
}
const forced = (target: TestHouse, statement: string) =>
  target.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql.raw(statement).execute(tx)
  })

test('an entry deleted before it was chained is missed by the next round, noted outside the database, and found by every check after that', async () => {
  const live = await testHouse()
  const verdict = () => verifyTrail(live.db, live.office.seal, { against: [] })
  await write(live, {}, { text: '在先' })
  await write(live, {}, { text: '撤回' }, true).catch(() => undefined)
  await write(live, {}, { text: '被删' })
  const { id } = await live.db.selectFrom('trail').select('id').orderBy('place', 'desc').limit(1).executeTakeFirstOrThrow()
  await forced(live, `delete from trail where id = '${id}'`)
  expect(await verdict()).toMatchObject({ ok: true })
  expect(await round(live)).toEqual([id])
  expect(await round(live)).toEqual([])
  expect(lostEntries(live.office.seal)).toEqual([id])
  expect(await verdict()).toMatchObject({ ok: false, firstBad: { code: 'entryLost', entry: id } })
  await live.close()
})

test('a reading and an attempt that was refused are missed like an act; what another process chained, or what still waits, is not', async () => {
  const live = await testHouse()
  const { subjectsSeen, desk, traceReading } = await openDesk(live.office, { actor: aClerk, verb: 'try.read', input: {} })
  desk.seen('try:1')
  expect(subjectsSeen).toHaveLength(1)
  await traceReading()
  expect((await live.act('trail.checkpoint', {})).status).toBe(403)
  const awaited = [...live.office.seal.awaited]
  expect(awaited).toHaveLength(2)
  expect(await noticeLost(live.office, awaited)).toEqual([])
  await chainSome({ ...live.office, seal: { ...live.office.seal, awaited: new Set() } }, null)
  expect(await noticeLost(live.office, awaited)).toEqual([])
  expect(live.office.seal.awaited.size).toBe(0)
  expect((await live.act('trail.checkpoint', {})).status).toBe(403)
  await forced(live, 'delete from trail where place = (select max(place) from trail)')
  expect(await round(live)).toHaveLength(1)
  await live.close()
})

test('deleted entries, links and batches are found, whichever they are', async () => {
  const chained = 28
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('trail', 'trail_link', 'trail_batch'), fc.nat(chained - 1), async (table, at) => {
      const verdict = await afterEdit((tx) => sql`delete from ${sql.table(table)} where ctid = ${rowOf(table, at)}`.execute(tx))
      expect([verdict, table, at]).toMatchObject([{ ok: false }, table, at])
    }),
    { numRuns: 40 },
  )
})

/** Several statements of a superuser, one after the other. */
const each =
  (...statements: string[]) =>
  async (tx: Writer) => {
    for (const statement of statements) await sql.raw(statement).execute(tx)
  }
const rechain = async (tx: Writer) => {
  await sql`truncate trail_link, trail_batch`.execute(tx)
  const { house: number } = (await sql<{ value: { house: string } }>`select value from setting where name = 'trail'`.execute(tx)).rows[0]
    ?.value ?? { house: '' }
  const waiting = await waitingEntries(tx, { lookBack: null, limit: 1000 })
  for (const chain of new Set(waiting.map((entry) => chainOf(entry.jurisdiction)))) {
    const entries = waiting.filter((entry) => chainOf(entry.jurisdiction) === chain)
    await addBatch(tx, linkUp({ house: number, chain, algorithm: 'sha256', at: '2026-11-20T02:00:00.000000Z' }, null, entries))
  }
}
const copyOf = (over: string) =>
  sql.raw(`insert into trail (id, at, account, role, jurisdiction, verb, subject, kind, detail, seal)
    select gen_random_uuid(), at, account, role, jurisdiction, verb, subject, kind, detail, ${over} from trail order by place limit 1`)

test.each<[string, (tx: Writer) => Promise<unknown>, string]>([
  [
    'two entries change places',
    each(
      'alter table trail_link drop constraint trail_link_place',
      'update trail_link set place = case place when 1 then 5 else 1 end where place in (1, 5)',
    ),
    'entryAltered',
  ],
  [
    'an entry is taken out and the rest move up',
    each(
      'alter table trail_link drop constraint trail_link_pk',
      "delete from trail where place = (select place from trail_link where chain = '990100' and seq = 2)",
      "delete from trail_link where chain = '990100' and seq = 2",
      "update trail_link set seq = seq - 1 where chain = '990100' and seq > 2",
    ),
    'entryAltered',
  ],
  [
    'a whole batch is taken out',
    (tx) =>
      sql`with links as (delete from trail_link where chain = '990100' and batch = 2) delete from trail_batch where chain = '990100' and number = 2`.execute(
        tx,
      ),
    'batchBroken',
  ],
  [
    'the tail is cut off cleanly',
    (tx) =>
      sql`with links as (delete from trail_link where batch > 1 returning place), entries as (delete from trail where place in (select place from links)) delete from trail_batch where number > 1`.execute(
        tx,
      ),
    'checkpointShort',
  ],
  [
    'a whole chain is taken out',
    (tx) =>
      sql`with links as (delete from trail_link where chain = '*' returning place), entries as (delete from trail where place in (select place from links)) delete from trail_batch where chain = '*'`.execute(
        tx,
      ),
    'checkpointShort',
  ],
  ['everything is taken out', (tx) => sql`truncate trail, trail_link, trail_batch, trail_checkpoint`.execute(tx), 'checkpointShort'],
  [
    'an entry is taken out and everything is chained anew',
    async (tx) => sql`delete from trail where place = 3`.execute(tx).then(() => rechain(tx)),
    'checkpointOther',
  ],
  ['an entry is forged with the seal of another', (tx) => copyOf('seal').execute(tx), 'sealWrong'],
  ['an entry is forged with a seal of nobody', (tx) => copyOf("'deadbeef:00'").execute(tx), 'sealWrong'],
  ['an entry is forged without a seal', (tx) => copyOf("''").execute(tx), 'sealWrong'],
  [
    'an entry that waits is altered',
    (tx) => sql`update trail set account = 'x' where place = (select max(place) from trail)`.execute(tx),
    'sealWrong',
  ],
  [
    'the house’s number is altered',
    (tx) => sql`update setting set value = value || '{"house":"another"}' where name = 'trail'`.execute(tx),
    'batchBroken',
  ],
  [
    'links are added by hand',
    (tx) => sql`insert into trail_link select '990100', 900, place, 900, '' from trail order by place desc limit 1`.execute(tx),
    'outsideBatch',
  ],
])('%s: found', async (_, edit, code) => {
  expect(await afterEdit(edit)).toMatchObject({ ok: false, firstBad: { code } })
})

test('an altered entry is found without any checkpoint even when everything was chained anew', async () => {
  const verdict = await afterEdit(async (tx) => {
    await sql`update trail set account = 'somebody' where place = 3`.execute(tx)
    await rechain(tx)
  }, [])
  expect(verdict).toMatchObject({ ok: false, firstBad: { code: 'sealWrong' } })
})

test('a checkpoint that was altered, or is of another house, is found', async () => {
  const [first, ...rest] = kept.chains
  if (!first) throw new Error('no chain')
  expect(await verdictOf(house.db, [{ ...kept, chains: [{ ...first, rows: first.rows + 1 }, ...rest] }])).toMatchObject({ ok: false })
  expect(await verdictOf(house.db, [{ ...kept, chains: rest }])).toMatchObject({ firstBad: { code: 'checkpointForged' } })
  const other = await testHouse()
  await setTrail(other, { house: 'another' })
  await write(other, {})
  await other.chain()
  const theirs = (await makeCheckpoint(await deskOf(other), other.office.seal)).body
  expect((await verdictOf(house.db, [theirs])).ok).toBe(false)
  await other.close()
})

test('a checkpoint is signed with SM2 as well, and a changed letter breaks either signature', async () => {
  await setTrail(house, { signature: 'sm2' })
  const { body } = await makeCheckpoint(await deskOf(house), house.office.seal)
  await setTrail(house, { signature: 'ed25519' })
  expect([body.signature.algorithm, signatureFits(body), signatureFits({ ...body, at: '2026-11-20T02:00:01.000Z' })]).toEqual([
    'sm2',
    true,
    false,
  ])
  expect([kept.signature.algorithm, signatureFits(kept), signatureFits({ ...kept, rows: 1 })]).toEqual(['ed25519', true, false])
  const file = await written('sm2.json', JSON.stringify(body))
  expect(standAlone(await exported(), file)).toMatchObject({ ok: true })
  const forged = await written('sm2-forged.json', JSON.stringify({ ...body, at: '2026-11-20T02:00:01.000Z' }))
  expect(standAlone(await exported(), forged)).toMatchObject({ ok: false, firstBad: { code: 'checkpointForged' } })
})

test('the newest checkpoint is kept outside the database too', () => {
  expect(notedCheckpoint(house.office.seal, kept.house)?.rows).toBeGreaterThanOrEqual(kept.rows)
})

async function written(name: string, text: string): Promise<string> {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
async function exported(): Promise<string> {
  const lines: string[] = []
  for await (const line of exportLines(house.db, { at: '2026-11-20T02:00:00.000Z' })) lines.push(line)
  return written('trail.jsonl', `${lines.join('\n')}\n`)
}
function standAlone(file: string, against?: string): { ok: boolean; rows: number; unchained: number; firstBad: object | null } {
  const args = ['scripts/trail-verifier.mjs', file, ...(against ? ['--against', against] : [])]
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout)
}

test('the stand-alone verifier agrees on the whole export, and finds what is done to the file', async () => {
  const file = await exported()
  const checkpoint = await written('kept.json', JSON.stringify(kept))
  const { rows } = await verdictOf(house.db)
  expect(standAlone(file, checkpoint)).toMatchObject({ ok: true, rows, unchained: rows - 28, firstBad: null })
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const marked = [JSON.stringify({ type: 'takenOut', by: '安全审计员 auditadmin 2026-11-20 10:00' }), ...lines]
  expect(standAlone(await written('marked.jsonl', marked.join('\n')), checkpoint)).toMatchObject({ ok: true, rows })
  const broken: Record<string, string[]> = {
    altered: lines.map((line) => line.replace('第3件', '第4件')),
    deleted: lines.filter((line) => !line.includes('第3件')),
    reordered: lines.with(3, lines[4] ?? '').with(4, lines[3] ?? ''),
    inserted: lines.toSpliced(4, 0, lines[3] ?? ''),
    cut: lines.slice(0, -6),
  }
  for (const [name, changed] of Object.entries(broken)) {
    const verdict = standAlone(await written(`${name}.jsonl`, changed.join('\n')), checkpoint)
    expect([name, verdict]).toMatchObject([name, { ok: false, firstBad: expect.anything() }])
  }
})

test('no false alarm: entries come in at once, some roll back, while the sequencer runs, hashes change and checkpoints are made', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          do: fc.constantFrom('write', 'write', 'write', 'fail', 'chain', 'sweep', 'round', 'verify', 'sm3', 'sha256', 'checkpoint'),
          jurisdiction: fc.constantFrom('990100', '990121', '880100', '880000', '*', '-'),
          detail: fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()),
        }),
        { maxLength: 25 },
      ),
      async (steps) => {
        const live = await testHouse()
        const { db, seal } = live.office
        const check = async () => {
          const verdict = await verifyTrail(db, seal, { against: await rememberedCheckpoints(db, seal) })
          expect(verdict).toMatchObject({ ok: true, firstBad: null })
          return verdict
        }
        const one = async ({ do: what, jurisdiction, detail }: (typeof steps)[number]) => {
          if (what === 'write') await write(live, { jurisdiction }, detail)
          else if (what === 'fail') await write(live, { jurisdiction }, detail, true).catch(() => undefined)
          else if (what === 'chain') await chainSome(live.office, 3)
          else if (what === 'sweep') await chainSome(live.office, null)
          else if (what === 'round') expect(await round(live)).toEqual([])
          else if (what === 'verify') await check()
          else if (what === 'checkpoint') await makeCheckpoint(await deskOf(live), seal)
          else await setTrail(live, { algorithm: what })
        }
        await Promise.all(steps.map(one))
        await live.chain()
        expect([await round(live), live.office.seal.awaited.size]).toEqual([[], 0])
        const { rows } = await sql<{ count: number }>`select count(*) from trail`
          .execute(db)
          .then((found) => ({ rows: Number(found.rows[0]?.count) }))
        expect(await check()).toMatchObject({ unchained: 0, rows })
        await live.close()
      },
    ),
    { numRuns: 8 },
  )
})
