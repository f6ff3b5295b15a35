import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { administrators } from '../../platform/testing/people.ts'
import { expectNoise } from '../../platform/testing/quiet.ts'
import { veiled } from './rules.ts'

let house: TestHouse
const wanted = { account: 'first', name: '甲', role: 'clerk', jurisdiction: '990100' }

beforeAll(async () => {
  house = await testHouse()
  await administrators(house)
  await house.act('identity.createAccount', wanted, { role: 'systemAdmin', account: 'root' })
})
afterAll(() => house.close())

test('an act leaves exactly one row that says who did what about which record', async () => {
  expect(await house.trail()).toEqual([{ verb: 'identity.createAccount', subject: 'account:first', kind: 'act', account: 'root' }])
})

test('a refused act changes nothing and leaves one entry that says why', async () => {
  await house.act('identity.createAccount', wanted, { role: 'systemAdmin', account: 'root' })
  expect(await house.trail()).toHaveLength(1)
  expect(await house.refusals()).toEqual([{ verb: 'identity.createAccount', subject: 'account:first', kind: 'refused', account: 'root' }])
})

test('the audit administrator reads the trail by account, day and verb, with an exact total', async () => {
  const who = { role: 'auditAdmin' }
  expect((await house.ask('trail.list', { account: 'root', from: '2026-11-20', until: '2026-11-20' }, who)).body).toMatchObject({
    total: 2,
    rows: [{ kind: 'refused' }, { kind: 'act', subject: 'account:first', seq: null, hash: null }],
  })
  expect((await house.ask('trail.list', { from: '2026-11-21' }, who)).body).toEqual({ rows: [], total: 0 })
  expect((await house.ask('trail.list', { verb: 'portrait' }, who)).body).toEqual({ rows: [], total: 0 })
})

test('nothing of the trail can be deleted, rewritten or emptied, not even by the owner of the tables', async () => {
  expectNoise(/only ever added to/)
  for (const table of ['trail', 'trail_link', 'trail_batch', 'trail_checkpoint', 'trail_check'])
    await expect(sql`truncate ${sql.table(table)}`.execute(house.db)).rejects.toThrow('only ever added to')
  await expect(sql`delete from trail`.execute(house.db)).rejects.toThrow('only ever added to')
  await expect(sql`update trail set account = 'somebody'`.execute(house.db)).rejects.toThrow('only ever added to')
})

test('no role the house works in has the right to change, delete or empty anything of the trail', async () => {
  const { rows } = await sql<{ held: string }>`
    select format('%s %s %s', r.rolname, p.privilege, t.relname) as held
    from pg_roles r, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as p (privilege), pg_class t
    where r.rolname like 'guantong%' and not r.rolsuper and t.relkind = 'r'
      and t.relname in ('trail', 'trail_link', 'trail_batch', 'trail_key', 'trail_checkpoint', 'trail_check')
      and has_table_privilege(r.rolname, t.oid, p.privilege)`.execute(house.db)
  expect(rows).toEqual([])
})

const admin = { role: 'auditAdmin', account: 'auditadmin' }

test('the administrator of the trail signs a checkpoint, checks the trail against it, and the result is kept', async () => {
  const early = await house.act('trail.checkpoint', {}, admin)
  expect([early.status, early.body]).toMatchObject([409, { code: 'nothingChained' }])
  await house.chain()
  const made = await house.act('trail.checkpoint', {}, admin)
  expect([made.status, made.body]).toMatchObject([200, { algorithm: 'ed25519', account: 'auditadmin' }])
  const { id } = z.object({ id: z.string() }).parse(made.body)
  const file = await (await house.ask('trail.checkpointFile', { id }, admin)).response.text()
  await house.chain()
  const verdict = await house.act('trail.verify', { against: file }, admin)
  expect(verdict.body).toMatchObject({ ok: true, firstBad: null, unchained: 0, against: '2026-11-20T02:00:00.000Z' })
  const forged = file.replace(/"rows": \d+/, '"rows": 7')
  expect((await house.act('trail.verify', { against: forged }, admin)).body).toMatchObject({
    ok: false,
    firstBad: { code: 'checkpointForged' },
  })
  expect((await house.act('trail.verify', { against: 'no checkpoint' }, admin)).body).toMatchObject({ code: 'checkpointUnreadable' })
  expect((await house.ask('trail.standing', {}, admin)).body).toMatchObject({
    lastCheck: { ok: false },
    lastCheckpoint: { id },
    waiting: 3,
  })
})

test('the hash of later batches and the signature of later checkpoints are chosen; what is chained stays as it is', async () => {
  expect((await house.act('trail.choose', { algorithm: 'sm3', signature: 'sm2' }, admin)).status).toBe(200)
  await house.chain()
  const { rows } = z
    .object({ rows: z.array(z.object({ algorithm: z.string() })) })
    .parse((await house.ask('trail.batches', {}, admin)).body)
  expect(new Set(rows.map(({ algorithm }) => algorithm))).toEqual(new Set(['sha256', 'sm3']))
  expect((await house.act('trail.checkpoint', {}, admin)).body).toMatchObject({ algorithm: 'sm2' })
  expect((await house.act('trail.verify', {}, admin)).body).toMatchObject({ ok: true })
})

test('an export holds every entry, or those of one chain, and leaves an entry itself', async () => {
  const text = await (await house.ask('trail.export', {}, admin)).response.text()
  const kinds = text
    .trim()
    .split('\n')
    .map((line) => z.object({ type: z.string() }).parse(JSON.parse(line)).type)
  expect([kinds[0], kinds[1], kinds.at(-1), kinds.includes('entry')]).toEqual(['takenOut', 'trail', 'end', true])
  expect(text.split('\n')[0]).toContain(admin.account)
  const one = await (await house.ask('trail.export', { chain: '770100' }, admin)).response.text()
  expect(one.trim().split('\n')).toHaveLength(3)
  expect((await house.trail()).at(-1)).toMatchObject({ verb: 'trail.export', kind: 'export', subject: 'trail:770100' })
})

test('names and texts of cases are veiled from the administrator of the trail; codes, days and reasons are not', () => {
  const asked = { name: '周明远', bornOn: '1970-01', number: 'LJ0001', purpose: '任前征求意见', lines: [{ text: '工程' }] }
  expect(veiled('auditees.saveOfficial', asked)).toEqual({ ...asked, name: '…(3)', lines: [{ text: '…(2)' }] })
  expect(veiled('identity.createAccount', asked)).toEqual(asked)
})

test.each(['clerk', 'director', 'systemAdmin', 'securityAdmin', 'official'])('%s neither reads nor checks the trail', async (role) => {
  for (const name of ['trail.list', 'trail.standing', 'trail.export']) expect((await house.ask(name, {}, { role })).status).toBe(403)
  for (const name of ['trail.verify', 'trail.checkpoint']) expect((await house.act(name, {}, { role })).status).toBe(403)
})
