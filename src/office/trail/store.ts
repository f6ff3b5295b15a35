import { addDays } from '../../kernel/day.ts'
import type { Paging } from '../../kernel/paging.ts'
import { countOf, json, likeText, type Reader, type Writer } from '../../platform/db.ts'
import { checkpointsOf, countEntries, countWaiting, lastCheckpoint, trailSetting } from './chain-store.ts'
import type { BatchFilter, Standing, TrailFilter } from './contract.ts'
import type { TrailCheck, TrailSetting } from './model.ts'
import { veiled } from './rules.ts'

const inBeijing = (day: string) => `${day}T00:00:00+08:00`

function matching(read: Reader, filter: TrailFilter) {
  let query = read.selectFrom('trail')
  if (filter.account) query = query.where('trail.account', '=', filter.account)
  if (filter.verb) query = query.where('verb', 'like', `${likeText(filter.verb)}%`)
  if (filter.subject) query = query.where('subject', 'like', `${likeText(filter.subject)}%`)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.from) query = query.where('at', '>=', inBeijing(filter.from))
  if (filter.until) query = query.where('at', '<', inBeijing(addDays(filter.until, 1)))
  return query
}

/** One page of the trail, newest first, with the exact total. */
export async function trailPage(read: Reader, filter: TrailFilter) {
  const rows = matching(read, filter)
    .leftJoin('trailLink', 'trailLink.place', 'trail.place')
    .leftJoin('account', 'account.account', 'trail.account')
    .select(['trail.id', 'at', 'trail.account', 'trail.role', 'trail.jurisdiction', 'verb', 'subject', 'kind', 'detail'])
    .select(['account.name', 'chain', 'seq', 'batch', 'hash'])
    .orderBy('at', 'desc')
    .orderBy('trail.id', 'desc')
    .offset(filter.offset)
    .limit(filter.limit)
  const total = matching(read, filter).select((e) => e.fn.countAll<number>().as('count'))
  const found = await rows.execute()
  return { rows: found.map((row) => ({ ...row, detail: veiled(row.verb, row.detail) })), total: await countOf(total) }
}

/** How far every chain has come, with the name of its city where the register knows it. */
const chainsOf = (read: Reader) =>
  read
    .selectFrom('trailBatch')
    .leftJoin('jurisdiction', 'jurisdiction.code', 'trailBatch.chain')
    .distinctOn('chain')
    .select(['chain', 'lastSeq as rows', 'head', 'number as batches', 'seal', 'algorithm', 'at', 'jurisdiction.name'])
    .orderBy('chain')
    .orderBy('number', 'desc')
    .execute()

/** How the trail stands now. */
export async function standingOf(read: Reader): Promise<Standing> {
  const last = await lastCheckpoint(read)
  const check = await read.selectFrom('trailCheck').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return {
    ...(await trailSetting(read)),
    entries: await countEntries(read),
    waiting: await countWaiting(read),
    chains: await chainsOf(read),
    keys: await read.selectFrom('trailKey').selectAll().orderBy('since').execute(),
    lastCheck: check ?? null,
    lastCheckpoint: last ? { id: last.id, at: last.at, rows: last.rows } : null,
  }
}

/** One page of batches, newest first; of one chain when it is named. */
export async function batchPage(read: Reader, { chain, offset, limit }: BatchFilter) {
  const all = read.selectFrom('trailBatch')
  const wanted = chain === undefined ? all : all.where('chain', '=', chain)
  const rows = await wanted
    .leftJoin('jurisdiction', 'jurisdiction.code', 'trailBatch.chain')
    .selectAll('trailBatch')
    .select('jurisdiction.name')
    .orderBy('at', 'desc')
    .orderBy('chain')
    .orderBy('number', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return { rows, total: await countOf(wanted.select((e) => e.fn.countAll<number>().as('count'))) }
}

/** One page of checkpoints, newest first. */
export async function checkpointPage(read: Reader, { offset, limit }: Paging) {
  const total = await countOf(read.selectFrom('trailCheckpoint').select((e) => e.fn.countAll<number>().as('count')))
  return { rows: await checkpointsOf(read).offset(offset).limit(limit).execute(), total }
}

export const addCheck = (tx: Writer, check: TrailCheck) =>
  tx
    .insertInto('trailCheck')
    .values({ ...check, firstBad: check.firstBad && json(check.firstBad) })
    .execute()

export const saveChoice = (tx: Writer, choice: TrailSetting) =>
  tx
    .updateTable('setting')
    .set({ value: json(choice) })
    .where('name', '=', 'trail')
    .execute()
