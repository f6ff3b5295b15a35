import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { connection } from '../../platform/db.ts'
import { serverUrl } from '../../platform/testing/database.ts'

const files = readdirSync('migrations').sort()
const textOf = (file: string) => readFileSync(join('migrations', file), 'utf8')

test('an account of an earlier version keeps its role, place and unit as a seat, and its sessions end', async () => {
  const name = `earlier_${randomBytes(6).toString('hex')}`
  const owner = new pg.Client(connection(serverUrl()))
  await owner.connect()
  await owner.query(`create database ${name}`)
  const client = new pg.Client(connection(serverUrl().replace('/guantong?', `/${name}?`)))
  await client.connect()
  for (const file of files.filter((each) => each < '0100')) await client.query(textOf(file))
  await client.query(`insert into account (account, name, role, jurisdiction, unit_id, password_hash, demo, disabled_on, failures, locked_until, created_at)
    values ('lin', '林', 'reviewer', '990100', null, 'x', false, null, 0, null, '2026-03-01T20:00:00Z'),
           ('root', '管', 'systemAdmin', '*', '00000000-0000-0000-0000-000000000001', 'x', false, null, 0, null, '2026-03-01T02:00:00Z')`)
  await client.query(`insert into session (token_hash, account, created_at, seen_at, ends_at) values ('h', 'lin', now(), now(), now())`)
  for (const file of files.filter((each) => each >= '0120' && each < '0125')) await client.query(textOf(file))
  const seats = await client.query('select account, role, jurisdiction, from_on::text, until_on, unit_id from seat order by account')
  expect(seats.rows).toEqual([
    { account: 'lin', role: 'reviewer', jurisdiction: '990100', from_on: '2026-03-02', until_on: null, unit_id: null },
    { account: 'root', role: 'systemAdmin', jurisdiction: '*', from_on: '2026-03-01', until_on: null, unit_id: null },
  ])
  expect((await client.query('select from session')).rowCount).toBe(0)
  await client.end()
  await owner.query(`drop database ${name} with (force)`)
  await owner.end()
}, 30_000)
