import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { access } from '../../access.ts'
import { townFindings } from '../../audit/findings/samples.ts'
import { townAudits, townOfficials, townTenures, townUnits } from '../../audit/projects/samples.ts'
import { townRectification } from '../../audit/rectification/samples.ts'
import { day } from '../../kernel/day.ts'
import type { ShareGrant } from '../../office/sharing/model.ts'
import { addGrant } from '../../office/sharing/store.ts'
import { tables } from '../../tables.ts'
import { nobody } from '../app.ts'
import { countOf, json, type Writer } from '../db.ts'
import type { Actor } from '../desk.ts'
import { aClerk, type TestHouse, testHouse } from '../testing/house.ts'
import { administrators, browserAt, setClock, somebody } from '../testing/people.ts'
import { actEntry } from '../trace.ts'
import { firstWall } from './first.ts'
import { Estranged, openLine } from './line.ts'
import { allTables, secretColumns, snake } from './predicate.ts'
import { appRole } from './second.ts'
import { eyeOf, sightOf } from './sight.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ at: '2025-11-20T02:00:00Z' })
  const books = {
    units: townUnits,
    officials: townOfficials,
    tenures: townTenures,
    audits: townAudits,
    findings: townFindings,
    rectification: townRectification,
  }
  for (const [what, bytes] of Object.entries(books)) await house.upload('intake.run', [{ name: `${what}.csv`, bytes }], { what })
}, 120_000)
afterAll(() => house.close())

const elsewhere: Actor = { ...aClerk, account: 'far', jurisdiction: '880100' }
const member: Actor = { ...aClerk, account: 'org', role: 'organisation' }
const sysadmin: Actor = { ...aClerk, account: 'sys', role: 'systemAdmin', jurisdiction: '*' }
const cases = ['project', 'projectSubject', 'finding', 'responsibility', 'reply', 'rectification', 'rectificationStep', 'batch'] as const
const strangers = [
  ['a clerk of another place', elsewhere, cases],
  ['a member organ nothing was shared with', member, cases.filter((each) => each !== 'batch')],
  ['an administrator', sysadmin, [...cases, 'official', 'tenure'] as const],
] as const

const aGrant: Omit<ShareGrant, 'record'> = {
  ...{ id: '00000000-0000-7000-8000-00000000000a', kind: 'project', label: '共享', organ: 'organisation', jurisdiction: '990100' },
  ...{ unit: null, account: null, fields: ['facts'], ceiling: 'workSecret', purpose: '试验', legalBasis: '试验', issued: false },
  ...{ ownerOrgan: 'auditOffice', ownerJurisdiction: '990100', startsOn: day('2025-01-01'), until: day('2026-12-31') },
  ...{ state: 'given', givenBy: 'a', givenAt: '2025-01-01T00:00:00Z', settledBy: 'b', settledAt: '2025-01-01T00:00:00Z' },
  ...{ reason: null, version: 1 },
}

class Undone extends Error {}
/** In a transaction that is rolled back. */
const tried = (work: (tx: Writer) => Promise<void>) =>
  house.db
    .transaction()
    .execute(async (tx) => {
      await work(tx)
      throw new Undone()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error
    })
const count = async (tx: Writer, table: string) =>
  Number((await sql<{ n: string }>`select count(*) as n from ${sql.table(snake(table))}`.execute(tx)).rows[0]?.n)
const settings = async (tx: Writer, actor: Actor) => {
  const { organ, role, account, prefix, unit, official } = sightOf(actor)
  const given = JSON.stringify({ organ, role, account, prefix, unit, official })
  await sql`select enter_house(${given}::jsonb, '2025-11-20'), set_config('role', ${appRole}, true)`.execute(tx)
}

test('every table of the house has its sentence, and row security in the database', async () => {
  expect(Object.keys(access).sort()).toEqual(Object.keys(tables).sort())
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity`.execute(
    house.db,
  )
  expect(rows.map(({ name }) => name)).toEqual(['migration'])
})

test.each(strangers)('with the first wall gone the second alone hides everything from %s', async (_, actor, hidden) => {
  await tried(async (tx) => {
    await settings(tx, actor)
    for (const table of hidden) expect([table, await count(tx, table)]).toEqual([table, 0])
  })
})

test.each(strangers)('with the second wall gone the first alone hides everything from %s', async (_, actor, hidden) => {
  await tried(async (tx) => {
    const walled = tx.withPlugin(firstWall(eyeOf(sightOf(actor))))
    for (const table of hidden) expect([table, await walled.selectFrom(table).selectAll().execute()]).toEqual([table, []])
  })
})

test('both walls let the office that owns the cases see the same rows as the house itself', async () => {
  await tried(async (tx) => {
    const all = await Promise.all(cases.map((table) => count(tx, table)))
    expect(all.slice(0, 6).every((each) => each > 0)).toBe(true)
    await settings(tx, aClerk)
    expect(await Promise.all(cases.map((table) => count(tx, table)))).toEqual(all)
    const walled = tx.withPlugin(firstWall(eyeOf(sightOf(aClerk))))
    const seen = await Promise.all(cases.map((table) => walled.selectFrom(table).selectAll().execute()))
    expect(seen.map((rows) => rows.length)).toEqual(all)
  })
})

test('a transaction that was never entered sees nothing with the rights of a request', async () => {
  await tried(async (tx) => {
    await sql`select set_config('role', ${appRole}, true)`.execute(tx)
    for (const table of [...cases, 'official', 'account', 'session', 'trail']) expect([table, await count(tx, table)]).toEqual([table, 0])
  })
})

test('what is written is guarded by both walls too', async () => {
  await tried(async (tx) => {
    await settings(tx, elsewhere)
    const changed = await tx.updateTable('finding').set({ title: '改写' }).executeTakeFirst()
    expect(changed.numUpdatedRows).toBe(0n)
  })
  await tried(async (tx) => {
    const walled = tx.withPlugin(firstWall(eyeOf(sightOf(elsewhere))))
    expect((await walled.updateTable('finding').set({ title: '改写' }).executeTakeFirst()).numUpdatedRows).toBe(0n)
    expect((await walled.deleteFrom('rectification').where('state', '=', 'open').executeTakeFirst()).numDeletedRows).toBe(0n)
  })
})

test('with the rights of a request the trail can be neither written, changed nor cleared', async () => {
  for (const statement of [
    sql`insert into trail (id) values (gen_random_uuid())`,
    sql`update trail set account = 'x'`,
    sql`delete from trail`,
    sql`truncate trail`,
  ])
    await tried(async (tx) => {
      await settings(tx, aClerk)
      await expect(statement.execute(tx)).rejects.toMatchObject({ code: '42501' })
    })
})

test('what signing in compares can be neither read nor set with the rights of a request, by nobody and in no way', async () => {
  const secrets = allTables.flatMap((table) => secretColumns(table).map((column) => [snake(table), column] as const))
  expect(secrets.map(String)).toEqual(expect.arrayContaining(['account,password_hash', 'second_factor,secret', 'recovery_code,code_hash']))
  expect(secrets.map(String)).toEqual(
    expect.arrayContaining(['session,token_hash', 'machine_token,token_hash', 'former_password,password_hash']),
  )
  for (const [table, column] of secrets)
    for (const who of [sysadmin, aClerk, nobody])
      for (const statement of [
        sql`select ${sql.ref(column)} from ${sql.table(table)}`,
        sql`select * from ${sql.table(table)}`,
        sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} like 'a%'`,
        sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)}`,
        sql`update ${sql.table(table)} set ${sql.ref(column)} = 'x'`,
        sql`insert into ${sql.table(table)} (${sql.ref(column)}) values ('x')`,
        sql`insert into ${sql.table(table)} default values`,
        sql`delete from ${sql.table(table)} returning ${sql.ref(column)}`,
      ])
        await tried(async (tx) => {
          await settings(tx, who)
          await expect(statement.execute(tx)).rejects.toMatchObject({ code: '42501' })
        })
})

test('a stored file that any record names, in whatever column, is in use', async () => {
  const { rows } = await sql<{ tableName: string; columnName: string }>`
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and column_name like '%sha256' order by 1, 2`.execute(house.db)
  expect(rows.map(({ columnName }) => columnName)).toEqual(expect.arrayContaining(['pdf_sha256', 'proof_sha256', 'template_sha256']))
  const asks = (await sql<{ text: string }>`select pg_get_functiondef('file_in_use'::regproc) as text`.execute(house.db)).rows[0]?.text
  for (const { tableName, columnName } of rows) expect(asks).toContain(`from "${tableName}" where "${columnName}" = print`)
})

test('only signing in takes the keyring into its hands', async () => {
  const takers: string[] = []
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' }))
    if (/\.tsx?$/.test(file) && /\basKeyring\b|guantong_keyring/.test(readFileSync(join('src', file), 'utf8'))) takers.push(file)
  expect(takers.filter((file) => !/^platform\/(?:wall|testing)\//.test(file)).sort()).toEqual([
    'office/identity/store.ts',
    'office/identity/store/outside.ts',
    'office/identity/store/second-factor.ts',
    'office/identity/store/sessions.ts',
    'office/identity/store/tokens.ts',
  ])
})

test('a connection that goes back to the pool carries nothing of who used it', async () => {
  const asked = [aClerk, elsewhere, member, sysadmin].flatMap((who) =>
    Array.from({ length: 10 }, () => house.ask('projects.list', {}, who)),
  )
  await Promise.all(asked)
  const left = await Promise.all(
    Array.from({ length: 8 }, () =>
      sql<{ role: string; account: string | null; who: string }>`
        select current_setting('role') as role, nullif(current_setting('guantong.account', true), '') as account,
               current_user = session_user as who, pg_sleep(0.05)`.execute(house.db),
    ),
  )
  for (const { rows } of left) expect(rows[0]).toMatchObject({ role: 'none', account: null, who: true })
})

test('more requests than connections, each reading and changing, wait for one another and never for ever', async () => {
  const item = await house.db.selectFrom('rectification').select(['id', 'version']).where('state', '=', 'open').executeTakeFirstOrThrow()
  const calls = Array.from({ length: 24 }, (_, index) =>
    index % 2 === 0
      ? house.act(
          'rectification.extend',
          { ...item, dueOn: '2026-03-01', reason: '理由理由理由', plan: '计划计划计划' },
          { role: 'leadAuditor' },
        )
      : house.ask('findings.list', {}),
  )
  const answers = await Promise.all(calls)
  expect(answers.filter(({ status }) => status >= 500)).toEqual([])
})

test('a question that goes on beside one that failed is refused and keeps no connection from whoever comes next', async () => {
  const held = async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`.execute(house.db)
    return rows[0]?.n
  }
  for (const traced of [true, false]) {
    const line = await openLine(house.office, aClerk, { traced })
    const projects = line.read.selectFrom('project').select('id')
    const slower = projects.execute().then(() => new Promise((resolve) => setTimeout(resolve, 20)).then(() => projects.execute()))
    const failing = line.read.selectFrom('project').select(sql`1 / (version - version)`.as('no')).execute()
    await expect(Promise.all([failing, slower])).rejects.toMatchObject({ code: '22012' })
    await line.end()
    await expect(slower).rejects.toThrow('the reading is over')
  }
  await expect.poll(held).toBe(0)
})

test('reading inside a change sees what the change has written, on the same connection', async () => {
  const line = await openLine(house.office, aClerk, { traced: false })
  const seen = await line.write(async (tx) => {
    await tx.updateTable('project').set({ title: '试改' }).execute()
    return line.read.selectFrom('project').select('title').executeTakeFirstOrThrow()
  })
  await line.end()
  expect(seen.title).toBe('试改')
})

test('what somebody remembered has been let know is asked anew at every question: a share is seen, and gone, at once', async () => {
  setClock(house, '2026-03-02T02:00:00Z')
  await administrators(house)
  await somebody(house, { account: 'known', role: 'organisation' })
  const here = browserAt(house)
  await here.signIn('known')
  const total = async () => ((await here.ask('findings.list')).body as { total: number }).total
  const { id } = await house.db.selectFrom('project').select('id').where('document', 'is', null).executeTakeFirstOrThrow()
  const found = await countOf(
    house.db
      .selectFrom('finding')
      .select((of) => of.fn.countAll().as('count'))
      .where('project', '=', id),
  )
  const grant = { ...aGrant, record: id, account: 'known' }
  expect([await total(), await total(), await total()]).toEqual([0, 0, 0])
  await house.db.transaction().execute((tx) => addGrant(tx, grant))
  expect([await total(), await total(), await total()]).toEqual([found, found, found])
  await house.db
    .updateTable('shareGrant')
    .set({ fields: json(['report']) })
    .execute()
  const masked = (await here.ask('findings.list')).body as { rows: { facts: string }[] }
  expect(masked.rows.map(({ facts }) => facts)).toEqual(Array.from({ length: found }, () => ''))
  await house.db.deleteFrom('shareGrant').execute()
  expect([await total(), await total()]).toEqual([0, 0])
  const read = (await house.trail()).filter(({ account, verb }) => account === 'known' && verb === 'findings.list')
  expect([found > 0, read.length]).toEqual([true, 9])
})

test('a reading that began with what somebody was let know before ends without an answer and without an entry', async () => {
  const stale = { asks: async () => true, knew: { cases: ['00000000-0000-7000-8000-000000000001'] }, stands: () => expect.unreachable() }
  const line = await openLine(house.office, member, { traced: true, witness: stale })
  expect(await line.read.selectFrom('finding').selectAll().execute()).toEqual([])
  const before = await house.trail()
  await expect(
    line.end(actEntry(house.office, { actor: member, verb: 'x.y', input: {} }, { subject: 'x:1', kind: 'read' })),
  ).rejects.toThrow(Estranged)
  expect(await house.trail()).toEqual(before)
})

test('every sentence can be asked by both walls', async () => {
  await tried(async (tx) => {
    await settings(tx, { ...aClerk, role: 'official', officialId: '00000000-0000-7000-8000-000000000001' })
    for (const table of allTables) await count(tx, table)
  })
  await tried(async (tx) => {
    const id = '00000000-0000-7000-8000-000000000001'
    const names = ['cases', 'records', 'recused', 'hidden.facts', 'hidden.amounts', 'hidden.responsibility', 'hidden.rectification']
    const sets = Object.fromEntries(names.map((name) => [name, [id]]))
    const sight = { ...sightOf(aClerk), unit: id, official: id, sets }
    for (const organ of ['auditOffice', 'organisation', 'auditedUnit', 'official'] as const) {
      const walled = tx.withPlugin(firstWall(eyeOf({ ...sight, organ })))
      for (const table of allTables) await walled.selectFrom(table).select(sql`1`.as('one')).execute()
    }
  })
})
