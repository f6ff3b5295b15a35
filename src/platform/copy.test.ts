import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyIn, copyOut } from './copy.ts'
import { openCopyPool } from './db.ts'
import { freshDatabase, type TestDatabase } from './testing/database.ts'

let database: TestDatabase
let pool: pg.Pool
beforeAll(async () => {
  database = await freshDatabase()
  pool = openCopyPool(database.url)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const bytesOf = async (stream: AsyncIterable<Uint8Array>) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

test('what is copied out, slowly taken, is copied in again byte for byte, and the connection goes on', async () => {
  const client = await pool.connect()
  await client.query("create temp table a as select n, repeat(md5(n::text) || E'\\n汉', 20) as t from generate_series(1, 20000) as n")
  await client.query('create temp table b (like a)')
  const out = await bytesOf(copyOut(client, 'copy a to stdout').pipe(createGzip({ level: 1 })))
  await copyIn(client, 'copy b from stdin', Readable.from([out]).pipe(createGunzip()))
  const again = await bytesOf(copyOut(client, 'copy b to stdout'))
  const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  expect(sum(again)).toBe(sum(await bytesOf(copyOut(client, 'copy a to stdout'))))
  expect((await client.query('select count(*)::int as rows from b')).rows).toEqual([{ rows: 20000 }])
  expect(await bytesOf(copyOut(client, 'copy (select 1 where false) to stdout'))).toHaveLength(0)
  client.release()
})

test('a copy that the database refuses fails with its words, and the connection goes on', async () => {
  const client = await pool.connect()
  await expect(bytesOf(copyOut(client, 'copy nowhere to stdout'))).rejects.toThrow('nowhere')
  await client.query('create temp table c (n integer)')
  await expect(copyIn(client, 'copy c from stdin', Readable.from([Buffer.from('x\n')]))).rejects.toThrow('integer')
  const broken = new Readable({ read: () => void setImmediate(() => broken.destroy(new Error('the file broke off'))) })
  await expect(copyIn(client, 'copy c from stdin', broken)).rejects.toThrow('the file broke off')
  expect((await client.query('select count(*)::int as rows from c')).rows).toEqual([{ rows: 0 }])
  client.release()
})
