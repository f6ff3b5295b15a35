import { sql } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Db, openDb, openPool } from './db.ts'
import { openTalk, within } from './talk.ts'
import { freshDatabase } from './testing/database.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
let pool: pg.Pool
let db: Db
/** What went to the database, each packet a line of its own. */
const packets: string[][] = []

function listen(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: NodeJS.WritableStream & { uncork(): void } } }).connection
  const query = client.query.bind(client) as (said: unknown, ...more: unknown[]) => unknown
  let packet: string[] = []
  Object.assign(client, {
    query(said: string | { text: string }, ...more: unknown[]) {
      packet.push(typeof said === 'string' ? said : said.text)
      return query(said, ...more)
    },
  })
  const uncork = stream.uncork.bind(stream)
  stream.uncork = () => {
    uncork()
    if (packet.length > 0 && !(stream as unknown as { writableCorked: number }).writableCorked) {
      packets.push(packet)
      packet = []
    }
  }
}

beforeAll(async () => {
  database = await freshDatabase()
  pool = openPool(database.url, 1)
  pool.on('connect', listen)
  db = openDb(pool)
  await sql`create table note (id integer primary key, says text not null)`.execute(db)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})
beforeEach(() => void packets.splice(0))

const add = (id: number, says = '') => sql`insert into note values (${id}, ${says})`
const kept = async () => (await sql<{ id: number }>`select id from note order by id`.execute(db)).rows.map(({ id }) => id)

test('a transaction begins in the packet of its first statement, and ends in the packet of its last words', async () => {
  await within(
    db,
    (tx) => add(1).execute(tx),
    () => [add(2).compile(db)],
  )
  expect(packets.map((packet) => packet.map((text) => text.slice(0, 6)))).toEqual([
    ['start ', 'insert'],
    ['insert', 'commit'],
  ])
  expect(await kept()).toEqual([1, 2])
})

test('a transaction in which nothing is said costs nothing', async () => {
  const talk = await openTalk(db, 'read only')
  await talk.close()
  expect(packets).toEqual([])
})

test('what is asked at once inside a transaction is sent at once', async () => {
  const talk = await openTalk(db, 'read only')
  const answers = await Promise.all([1, 2, 3].map((each) => sql<{ n: number }>`select ${each}::int as n`.execute(talk.tx)))
  await talk.close()
  expect(answers.map(({ rows }) => rows[0]?.n)).toEqual([1, 2, 3])
  expect(packets.map((packet) => packet.length)).toEqual([4, 1])
})

test('last words that fail undo the whole transaction, and its connection goes on', async () => {
  const failing = within(
    db,
    (tx) => add(3).execute(tx),
    () => [add(1).compile(db), add(4).compile(db)],
  )
  await expect(failing).rejects.toMatchObject({ code: '23505' })
  expect(await kept()).toEqual([1, 2])
})

test('work that fails is undone', async () => {
  const failing = within(
    db,
    async (tx) => {
      await add(5).execute(tx)
      throw new Error('thought better of it')
    },
    () => [],
  )
  await expect(failing).rejects.toThrow('thought better of it')
  expect(await kept()).toEqual([1, 2])
})

test('a list travels as one value, however long; an empty one holds nothing', () => {
  const of = (accounts: string[]) => db.selectFrom('seat').select('id').where('account', 'in', accounts).compile()
  expect(of(['a', 'b', 'c'])).toMatchObject({
    sql: 'select "id" from "seat" where "account" = any($1)',
    parameters: [['a', 'b', 'c']],
  })
  expect(of([]).sql).toBe(of(['a']).sql)
})

test('a statement said often is planned once; when its table changes under it, one question fails and the next is answered', async () => {
  const ask = () => sql`select * from note`.execute(db)
  for (let at = 0; at < 4; at++) await ask()
  await sql`alter table note add column more text`.execute(db)
  await expect(ask()).rejects.toMatchObject({ routine: 'RevalidateCachedQuery' })
  expect((await ask()).rows[0]).toHaveProperty('more')
})

test('when other statements are said than were named, names are given anew and the old plans leave with their connections', async () => {
  const plans = async () =>
    (await sql<{ name: string }>`select name from pg_prepared_statements where from_sql = false order by name`.execute(db)).rows.map(
      ({ name }) => name,
    )
  for (let at = 0; at < 170; at++) for (let time = 0; time < 3; time++) await sql`select ${sql.lit(at)}::int`.execute(db)
  expect((await plans()).length).toBeGreaterThan(150)
  for (let time = 0; time < 210; time++) await sql`select 'often'`.execute(db)
  const left = await plans()
  expect([left.length < 5, left.every((name) => name.startsWith('guantong_1_'))]).toEqual([true, true])
})

test('what is said by a hand that did not hear of the end is refused: nothing is written beside the transaction', async () => {
  const late: Promise<unknown>[] = []
  const failing = within(
    db,
    (tx) => {
      const slower = sql`select pg_sleep(0.02)`.execute(tx).then(() => add(90).execute(tx))
      late.push(slower.catch((error: unknown) => error))
      return Promise.all([Promise.reject(new Error('no')), slower])
    },
    () => [],
  )
  await expect(failing).rejects.toThrow('no')
  expect(await late[0]).toBeInstanceOf(Error)
  expect(await kept()).not.toContain(90)
})
