import { sql } from 'kysely'
import type { Writer } from '../../platform/db.ts'

/** A record on its way into a table: plain values by camelCase column. */
export type Plain = Readonly<Record<string, unknown>>
export type Found = { at: number; id: string; differs: boolean }
type Target = { table: string; batch: string; seq: number }

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
/** The records as one json value whose keys are the table's columns; the database casts each to its column's type. */
const asRows = (table: string, records: readonly Plain[]) => {
  const rows = records.map((record) => Object.fromEntries(Object.entries(record).map(([key, value]) => [snake(key), value ?? null])))
  return sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`
}
const listed = (columns: readonly string[], alias?: string) =>
  sql.join(columns.map((column) => (alias ? sql.ref(`${alias}.${column}`) : sql.ref(column))))

/** Which records exist already, by the key columns, and whether the stored row differs in the compared columns. */
export async function existing(
  tx: Writer,
  table: string,
  asked: { records: readonly Plain[]; key: readonly string[]; compare: readonly string[] },
): Promise<readonly Found[]> {
  const same = asked.key.map((column) => {
    const mayBeNull = asked.records.some((record) => (record[column] ?? null) === null)
    return mayBeNull
      ? sql`${sql.ref(`t.${column}`)} is not distinct from ${sql.ref(`g.${column}`)}`
      : sql`${sql.ref(`t.${column}`)} = ${sql.ref(`g.${column}`)}`
  })
  const found = await sql<Found>`
    select g.ordinality::integer - 1 as at, t.id::text as id,
           row(${listed(asked.compare, 't')}) is distinct from row(${listed(asked.compare, 'g')}) as differs
    from rows from (${asRows(table, asked.records)}) with ordinality as g
    join ${sql.table(table)} as t on ${sql.join(same, sql` and `)}`.execute(tx)
  return found.rows
}

export async function insertKept(tx: Writer, target: Target, records: readonly Plain[]): Promise<void> {
  const columns = Object.keys(records[0] ?? {})
  await sql`
    with g as (select * from ${asRows(target.table, records)}),
    added as (insert into ${sql.table(target.table)} (${listed(columns)}) select ${listed(columns, 'g')} from g returning *)
    insert into batch_change (batch, seq, relation, record, deed, before, after)
    select ${target.batch}::uuid, ${target.seq}::integer + row_number() over (), ${target.table}::text, added.id, 'added', null,
           md5(to_jsonb(added)::text)
    from added`.execute(tx)
}

/** Overwrites the given columns of existing rows (found by id) and counts their version up where they have one. */
export async function updateKept(
  tx: Writer,
  target: Target,
  given: { records: readonly Plain[]; columns: readonly string[] },
): Promise<void> {
  const hasVersion = 'version' in (given.records[0] ?? {})
  const sets = given.columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`g.${column}`)}`)
  if (hasVersion) sets.push(sql`version = t.version + 1`)
  await sql`
    with g as (select * from ${asRows(target.table, given.records)}),
    earlier as (select t.id, to_jsonb(t) as image from ${sql.table(target.table)} as t join g on g.id = t.id),
    changed as (update ${sql.table(target.table)} as t set ${sql.join(sets)} from g where t.id = g.id returning t.*)
    insert into batch_change (batch, seq, relation, record, deed, before, after)
    select ${target.batch}::uuid, ${target.seq}::integer + row_number() over (), ${target.table}::text, changed.id, 'changed',
           earlier.image, md5(to_jsonb(changed)::text)
    from changed join earlier on earlier.id = changed.id`.execute(tx)
}

/** Deletes rows, keeping how they stood. Answers how many there were. */
export async function dropKept(tx: Writer, target: Target, ids: readonly string[]): Promise<number> {
  const gone = await sql`
    with gone as (delete from ${sql.table(target.table)} where id = any(${[...ids]}::uuid[]) returning *)
    insert into batch_change (batch, seq, relation, record, deed, before, after)
    select ${target.batch}::uuid, ${target.seq}::integer + row_number() over (), ${target.table}::text, gone.id, 'dropped',
           to_jsonb(gone), null
    from gone`.execute(tx)
  return Number(gone.numAffectedRows ?? 0)
}

/** The columns of a table as the database has them now. */
export async function columnsOf(tx: Writer, table: string): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name = ${snake(table)} and is_generated = 'NEVER' order by 1`.execute(tx)
  return found.rows.map(({ name }) => name)
}
