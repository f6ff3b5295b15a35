import type { Office } from '../../platform/desk.ts'
import { log } from '../../platform/log.ts'
import type { Seal } from '../../platform/seal.ts'
import { linkUp } from './chain/link.ts'
import type { EntryTexts } from './chain/record.ts'
import { addBatch, chainEnd, mayChain, stillThere, trailSetting, waitingEntries } from './chain-store.ts'
import { chainOf, pace } from './rules.ts'

type House = Pick<Office, 'db' | 'clock' | 'seal'>

/** The same moment with six decimals, as the database gives it. */
export const withMicros = (iso: string): string => iso.replace(/\.(\d{3})Z$/, '.$1000Z')

/** Says which key seals entries here, once; a seal by a key never announced is a fault. */
export const announceKey = ({ db, clock, seal }: House) =>
  db
    .insertInto('trailKey')
    .values({ name: seal.name(), since: clock.now().toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/**
 * Chains some of the entries that wait and answers how many; 0 when none waits or another process is at it.
 * Entries are only read: whoever writes the trail meanwhile never waits for the sequencer.
 */
export async function chainSome({ db, clock, seal }: House, lookBack: number | null): Promise<number> {
  const chained = await db.transaction().execute(async (tx) => {
    if (!(await mayChain(tx))) return []
    const waiting = await waitingEntries(tx, { lookBack, limit: pace.rows })
    if (waiting.length === 0) return []
    const { house, algorithm } = await trailSetting(tx)
    const at = withMicros(clock.now().toISOString())
    for (const [chain, entries] of byChain(waiting)) {
      const end = (await chainEnd(tx, chain)) ?? null
      await addBatch(tx, linkUp({ house, chain, algorithm, at }, end, entries))
    }
    return waiting
  })
  for (const { id } of chained) seal.awaited.delete(id)
  return chained.length
}

const lostPrefix = 'lost-'
/** Ids of entries that were noticed to be gone before they were chained; noted outside the database. */
export const lostEntries = (seal: Pick<Seal, 'notesNamed'>): string[] =>
  seal.notesNamed(lostPrefix).map((name) => name.slice(lostPrefix.length))

/**
 * Looks for entries that this process has committed and that a round did not chain. Chained by another process they are forgotten,
 * waiting they are waited for; what is not there any more was deleted by force, which is noted in the data folder for good.
 * A rolled-back change was never committed and is not looked for. `awaited` were committed before the round began.
 */
export async function noticeLost({ db, clock, seal }: House, awaited: readonly string[]): Promise<string[]> {
  const missed = awaited.filter((id) => seal.awaited.has(id)).slice(0, pace.rows)
  if (missed.length === 0) return []
  const found = new Map((await stillThere(db, missed)).map(({ id, seq }) => [id, seq]))
  const lost = missed.filter((id) => !found.has(id))
  for (const id of lost) seal.note(`${lostPrefix}${id}`, JSON.stringify({ entry: id, noticedAt: clock.now().toISOString() }))
  for (const id of missed) if (found.get(id) !== null) seal.awaited.delete(id)
  return lost
}

function byChain(entries: readonly EntryTexts[]): Map<string, EntryTexts[]> {
  const chains = new Map<string, EntryTexts[]>()
  for (const entry of entries) {
    const chain = chainOf(entry.jurisdiction)
    chains.set(chain, [...(chains.get(chain) ?? []), entry])
  }
  return chains
}

/** Chains all that waits, late commits too. */
export async function chainAll(house: House): Promise<number> {
  let chained = 0
  for (let some = await chainSome(house, null); some > 0; some = await chainSome(house, null)) chained += some
  return chained
}

/** The sequencer of a serving process: a round each second, every hour a sweep for late commits. Of several processes one works at a time. */
export function startSequencer(house: House, after: () => Promise<void>): { stop(): Promise<void> } {
  let stopped = false
  let round = 0
  let timer: NodeJS.Timeout | null = null
  const work = async () => {
    const sweeps = round++ % pace.sweepEvery === 0
    const awaited = [...house.seal.awaited]
    while (!stopped && (await chainSome(house, sweeps ? null : pace.lookBack)) >= pace.rows);
    for (const entry of await noticeLost(house, awaited)) log.error({ trail: 'an entry was deleted before it was chained', entry })
    if (!stopped) await after()
  }
  const turn = (): Promise<void> =>
    work()
      .catch((error: Error) => log.error({ sequencer: error.message }))
      .then(() => {
        if (!stopped) timer = setTimeout(() => (running = turn()), pace.roundMs)
      })
  let running = turn()
  return {
    async stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      await running
    },
  }
}
