import { CamelCasePlugin } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { connection } from './platform/db.ts'
import { freshDatabase, type TestDatabase } from './platform/testing/database.ts'
import { tables } from './tables.ts'

let database: TestDatabase
let columns: Map<string, Map<string, { type: string; nullable: boolean }>>

class Names extends CamelCasePlugin {
  camel(name: string): string {
    return this.camelCase(name)
  }
}

beforeAll(async () => {
  database = await freshDatabase()
  const client = new pg.Client(connection(database.url))
  await client.connect()
  const { rows } = await client.query<{ table_name: string; column_name: string; data_type: string; is_nullable: string }>(
    "select c.table_name, c.column_name, c.data_type, c.is_nullable from information_schema.columns c join information_schema.tables t using (table_schema, table_name) where c.table_schema = 'public' and t.table_type = 'BASE TABLE'",
  )
  await client.end()
  const names = new Names()
  columns = new Map()
  for (const row of rows) {
    const table = names.camel(row.table_name)
    const known = columns.get(table) ?? new Map()
    columns.set(table, known.set(names.camel(row.column_name), { type: row.data_type, nullable: row.is_nullable === 'YES' }))
  }
  columns.delete('migration')
})
afterAll(() => database.drop())

test('the migrated database has exactly the tables of tables.ts', () => {
  expect([...columns.keys()].sort()).toEqual(Object.keys(tables).sort())
})

test.each(Object.entries(tables))('the columns of %s are exactly the fields of its record, nullable alike', (name, schema) => {
  const shape = schema.shape
  const inDatabase = columns.get(name) ?? new Map()
  expect([...inDatabase.keys()].sort()).toEqual(Object.keys(shape).sort())
  const unlike = Object.entries(shape).filter(
    ([field, type]) => !(type instanceof z.ZodUnknown) && type.safeParse(null).success !== inDatabase.get(field)?.nullable,
  )
  expect(unlike.map(([field]) => field)).toEqual([])
})
