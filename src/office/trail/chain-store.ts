import { sql } from 'kysely'
import { countOf, json, type Reader, type Writer } from '../../platform/db.ts'
import type { Tables } from '../../tables.ts'
import type { ChainLine, LinkedEntry } from './chain/check.ts'
import type { EntryTexts } from './chain/record.ts'
import { type ChainHead, type TrailBatch, type TrailCheckpoint, TrailSetting } from './model.ts'

const pageRows = 5000
const lockKey = 7_246_140

/** Checkpoints that lie in the database, newest first. */
export const checkpointsOf = (read: Reader) => read.selectFrom('trailCheckpoint').selectAll().orderBy('at', 'desc').orderBy('id', 'desc')
export const lastCheckpoint = (read: Reader) => checkpointsOf(read).limit(1).executeTakeFirst()
export const findCheckpoint = (read: Reader, id: string) => checkpointsOf(read).where('id', '=', id).executeTakeFirst()
export const addCheckpoint = (tx: Writer, row: TrailCheckpoint) =>
  tx
    .insertInto('trailCheckpoint')
    .values({ ...row, body: json(row.body) })
    .execute()

/** What the house has chosen for its trail. */
export async function trailSetting(read: Reader): Promise<TrailSetting> {
  const row = await read.selectFrom('setting').select('value').where('name', '=', 'trail').executeTakeFirst()
  return TrailSetting.parse(row?.value)
}

/** A moment as it is hashed: UTC with six decimals, whatever the session's zone. */
const momentText = (column: string) =>
  sql<string>`coalesce(to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '')`

const plainFields = ['place', 'id', 'account', 'role', 'jurisdiction', 'verb', 'subject', 'kind', 'seal'] as const
const entryTexts = [
  ...plainFields.map((field) => `trail.${field}` as const),
  momentText('trail.at').as('at'),
  sql<string>`trail.detail::text`.as('detail'),
] as const

/** True when this transaction alone may chain, until it ends; never waits. */
export async function mayChain(tx: Writer): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${lockKey}) as got`.execute(tx)
  return rows[0]?.got === true
}

/** Entries that no link has yet, in the order of writing; `lookBack` says how far behind the newest link late commits are looked for. */
export async function waitingEntries(read: Reader, of: { lookBack: number | null; limit: number }): Promise<EntryTexts[]> {
  const { newest } = await read
    .selectFrom('trailLink')
    .select((e) => e.fn.coalesce(e.fn.max('place'), sql<number>`0`).as('newest'))
    .executeTakeFirstOrThrow()
  return read
    .selectFrom('trail')
    .select(entryTexts)
    .where('trail.place', '>', of.lookBack === null ? 0 : Number(newest) - of.lookBack)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('trailLink').select('trailLink.seq').whereRef('trailLink.place', '=', 'trail.place'))),
    )
    .orderBy('trail.place')
    .limit(of.limit)
    .execute()
}

/** Which of these entries are there, and whether they are chained. */
export const stillThere = (read: Reader, ids: readonly string[]) =>
  read
    .selectFrom('trail')
    .leftJoin('trailLink', 'trailLink.place', 'trail.place')
    .select(['trail.id', 'seq'])
    .where('trail.id', 'in', ids)
    .execute()

export const countEntries = async (read: Reader): Promise<number> =>
  countOf(read.selectFrom('trail').select((e) => e.fn.countAll<number>().as('count')))

export const countWaiting = async (read: Reader): Promise<number> =>
  countOf(
    read
      .selectFrom('trail')
      .leftJoin('trailLink', 'trailLink.place', 'trail.place')
      .where('trailLink.seq', 'is', null)
      .select((e) => e.fn.countAll<number>().as('count')),
  )

export const chainEnd = (read: Reader, chain: string) =>
  read.selectFrom('trailBatch').selectAll().where('chain', '=', chain).orderBy('number', 'desc').limit(1).executeTakeFirst()

export async function addBatch(tx: Writer, made: { links: readonly Tables['trailLink'][]; batch: TrailBatch }): Promise<void> {
  await tx.insertInto('trailBatch').values(made.batch).execute()
  await tx.insertInto('trailLink').values(made.links).execute()
}

/** How far every chain has come, by its last batch, in the order of their names. */
export async function chainHeads(read: Reader): Promise<ChainHead[]> {
  const ends = await read
    .selectFrom('trailBatch')
    .distinctOn('chain')
    .select(['chain', 'lastSeq', 'head', 'number', 'seal'])
    .orderBy('chain')
    .orderBy('number', 'desc')
    .execute()
  return ends.map(({ chain, lastSeq, head, number, seal }) => ({ chain, rows: lastSeq, head, batches: number, seal }))
}

async function* batchesOf(read: Reader, chain: string, upTo: number): AsyncGenerator<TrailBatch> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const page = await read
      .selectFrom('trailBatch')
      .select(['chain', 'number', 'algorithm', 'firstSeq', 'lastSeq', 'root', 'head', 'previous', 'seal'])
      .select(momentText('trail_batch.at').as('at'))
      .where('chain', '=', chain)
      .where('number', '>', after)
      .where('number', '<=', upTo)
      .orderBy('number')
      .limit(pageRows)
      .execute()
    yield* page
    const last = page.at(-1)
    if (!last || page.length < pageRows) return
    after = last.number
  }
}

type Joined = Omit<LinkedEntry, 'place' | 'entry'> & { linked: number } & { [Field in keyof EntryTexts]: EntryTexts[Field] | null }
/** What a well-made entry never holds; so an entry emptied by force does not look like one with an empty field. */
const emptied = '\u0000'

function linkedOf({ chain, seq, batch, hash, linked, ...row }: Joined): LinkedEntry {
  const text = (value: string | null) => value ?? emptied
  const { place, id, at, account, role, jurisdiction, verb, subject, kind, detail, seal } = row
  const entry =
    place === null
      ? null
      : {
          place,
          id: text(id),
          at: text(at),
          account: text(account),
          role: text(role),
          jurisdiction: text(jurisdiction),
          verb: text(verb),
          subject: text(subject),
          kind: text(kind),
          detail: text(detail),
          seal: text(seal),
        }
  return { chain, seq, place: linked, batch, hash, entry }
}

async function* linksOf(read: Reader, chain: string): AsyncGenerator<LinkedEntry> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const page = await read
      .selectFrom('trailLink')
      .leftJoin('trail', 'trail.place', 'trailLink.place')
      .select(['chain', 'seq', 'batch', 'hash', 'trailLink.place as linked'])
      .select(entryTexts)
      .where('chain', '=', chain)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(pageRows)
      .execute()
    for (const row of page) yield linkedOf(row)
    const last = page.at(-1)
    if (!last || page.length < pageRows) return
    after = last.seq
  }
}

/** One chain up to a batch, in the order it is checked and exported: each batch, then its links; links of later batches are left out. */
export async function* chainLines(read: Reader, of: { chain: string; batches: number }): AsyncGenerator<ChainLine> {
  const links = linksOf(read, of.chain)
  let next = await links.next()
  for await (const batch of batchesOf(read, of.chain, of.batches)) {
    yield { batch }
    for (; !next.done && next.value.seq <= batch.lastSeq; next = await links.next()) yield { link: next.value }
  }
  for (; !next.done; next = await links.next()) if (next.value.batch <= of.batches) yield { link: next.value }
}

/** Links whose batch does not exist: no sequencer leaves such. */
export const strayLink = (read: Reader) =>
  read
    .selectFrom('trailLink')
    .leftJoin('trailBatch', (on) => on.onRef('trailBatch.chain', '=', 'trailLink.chain').onRef('trailBatch.number', '=', 'trailLink.batch'))
    .where('trailBatch.number', 'is', null)
    .select(['trailLink.chain', 'trailLink.seq'])
    .orderBy('trailLink.chain')
    .orderBy('trailLink.seq')
    .limit(1)
    .executeTakeFirst()

/** Every entry that has no link, in pages. */
export async function* unchainedEntries(read: Reader): AsyncGenerator<EntryTexts> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const page = await read
      .selectFrom('trail')
      .leftJoin('trailLink', 'trailLink.place', 'trail.place')
      .where('trailLink.seq', 'is', null)
      .where('trail.place', '>', after)
      .select(entryTexts)
      .orderBy('trail.place')
      .limit(pageRows)
      .execute()
    yield* page
    const last = page.at(-1)
    if (!last || page.length < pageRows) return
    after = last.place
  }
}

/** The last place that the database has given to an entry. */
export async function lastPlaceGiven(read: Reader): Promise<number> {
  const last = sql<number | null>`pg_sequence_last_value(pg_get_serial_sequence('trail', 'place')::regclass)`
  return (await read.selectNoFrom(last.as('place')).executeTakeFirst())?.place ?? 0
}

/** Names of the keys that have sealed entries of this house. */
export const sealKeys = async (read: Reader): Promise<Set<string>> =>
  new Set((await read.selectFrom('trailKey').select('name').execute()).map(({ name }) => name))
