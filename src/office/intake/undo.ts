import { sql } from 'kysely'
import { refuse } from '../../kernel/refusal.ts'
import type { Writer } from '../../platform/db.ts'
import { Refused } from '../../platform/stop.ts'
import { columnsOf } from './keep.ts'
import type { Deed } from './model.ts'

/** Neighbouring changes of one table and one deed: taken back together. */
type Run = { relation: string; deed: Deed; first: number; last: number }
type Undoing = { tx: Writer; batch: string; shapes: Readonly<Record<string, readonly string[]>> }
type Touched = { record: string; label: string; gone: boolean; changed: boolean }

/** The batch's changes as runs, the latest first. */
async function runsOf({ tx, batch }: Undoing): Promise<readonly Run[]> {
  const found = await sql<Run>`
    select relation, deed, min(seq) as first, max(seq) as last
    from (select relation, deed, seq,
                 seq - row_number() over (partition by relation, deed order by seq) as run, seq / 1000 as piece
          from batch_change where batch = ${batch}) as c
    group by relation, deed, run, piece order by first desc`.execute(tx)
  return found.rows
}

/** How the run's records stand now against how the batch left them; only the columns of that time are compared. */
async function touched({ tx, batch, shapes }: Undoing, run: Run): Promise<readonly Touched[]> {
  const shape = [...(shapes[run.relation] ?? [])]
  const found = await sql<Touched>`
    select c.record, t.id is null as gone,
           coalesce(to_jsonb(t)->>'number', to_jsonb(t)->>'name', to_jsonb(t)->>'title', c.record::text) as label,
           c.after is distinct from md5((select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) as e
                                         where e.key = any(${shape}::text[]))::text) as changed
    from batch_change as c left join ${sql.table(run.relation)} as t on t.id = c.record
    where c.batch = ${batch} and c.seq between ${run.first} and ${run.last}`.execute(tx)
  return found.rows
}

const isStoodUpon = (error: unknown): error is { detail?: string } =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23503'

/** The database says which record is referred to; the reader is told its number or name. */
function stoodUpon(error: { detail?: string }, labels: ReadonlyMap<string, string>): Refused {
  const id = /\(id\)=\(([0-9a-f-]{36})\)/.exec(error.detail ?? '')?.[1] ?? ''
  return new Refused(refuse('stoodUpon', { record: labels.get(id) ?? id }))
}

async function takeAway({ tx }: Undoing, run: Run, records: readonly Touched[]): Promise<void> {
  const ids = records.filter(({ gone }) => !gone).map(({ record }) => record)
  await sql`delete from ${sql.table(run.relation)} where id = any(${ids}::uuid[])`.execute(tx)
}

const before = (relation: string) => sql`jsonb_populate_record(null::${sql.table(relation)}, c.before)`

async function putBack({ tx, batch, shapes }: Undoing, run: Run): Promise<void> {
  const columns = (shapes[run.relation] ?? []).filter((column) => column !== 'id').map((column) => sql.id(column))
  await sql`
    update ${sql.table(run.relation)} as t set (${sql.join(columns)}) = (select ${sql.join(columns)} from ${before(run.relation)})
    from batch_change as c
    where c.batch = ${batch} and c.seq between ${run.first} and ${run.last} and t.id = c.record`.execute(tx)
}

async function bringBack({ tx, batch, shapes }: Undoing, run: Run): Promise<void> {
  const columns = (shapes[run.relation] ?? []).map((column) => sql.id(column))
  const taken = columns.map((column) => sql`p.${column}`)
  await sql`
    insert into ${sql.table(run.relation)} (${sql.join(columns)})
    select ${sql.join(taken)} from batch_change as c, lateral ${before(run.relation)} as p
    where c.batch = ${batch} and c.seq between ${run.first} and ${run.last}`.execute(tx)
}

function stopAtLaterChange(run: Run, records: readonly Touched[]): void {
  const later = records.find(({ gone, changed }) => (run.deed === 'dropped' ? !gone : gone ? run.deed === 'changed' : changed))
  if (later) throw new Refused(refuse('changedSince', { record: later.label }))
}

async function takeBack(undoing: Undoing, run: Run, labels: Map<string, string>): Promise<void> {
  const records = await touched(undoing, run)
  stopAtLaterChange(run, records)
  for (const { record, label } of records) labels.set(record, label)
  if (run.deed === 'added') await takeAway(undoing, run, records)
  else if (run.deed === 'changed') await putBack(undoing, run)
  else await bringBack(undoing, run)
}

/** Takes a whole batch back, the last change first; refuses, naming the record, when a later change stands on it. */
export async function undoChanges(tx: Writer, batch: string, recorded: Undoing['shapes']): Promise<void> {
  const shapes: Record<string, readonly string[]> = {}
  for (const [relation, columns] of Object.entries(recorded)) {
    const now = new Set(await columnsOf(tx, relation))
    shapes[relation] = columns.filter((column) => now.has(column))
  }
  const undoing = { tx, batch, shapes }
  const labels = new Map<string, string>()
  try {
    for (const run of await runsOf(undoing)) await takeBack(undoing, run, labels)
    await sql`set constraints all immediate`.execute(tx)
  } catch (error) {
    throw isStoodUpon(error) ? stoodUpon(error, labels) : error
  }
}
