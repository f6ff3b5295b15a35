import type { Reader } from '../../platform/db.ts'
import type { Seal } from '../../platform/seal.ts'
import { ChainCheck } from './chain/check.ts'
import type { EntryTexts } from './chain/record.ts'
import { signatureFits } from './chain/sign.ts'
import { chainHeads, chainLines, countEntries, lastPlaceGiven, sealKeys, strayLink, trailSetting, unchainedEntries } from './chain-store.ts'
import type { ChainHead, Checkpoint, Fault } from './model.ts'
import { fault, houseChain } from './rules.ts'
import { lostEntries } from './sequencer.ts'

export type Verdict = {
  rows: number
  ok: boolean
  firstBad: Fault | null
  unchained: number
  /** Entries sealed by a key that this house announced but that does not lie in this data folder; they are checked by the chain alone. */
  elsewhere: number
}
export type Asked = {
  against: readonly Checkpoint[]
  progress?(step: { done: number; total: number }): Promise<void> | void
}

/** Checks each entry's own seal with the keys of the data folder. */
class Seals {
  readonly #seal: Seal
  readonly #announced: ReadonlySet<string>
  elsewhere = 0
  constructor(seal: Seal, announced: ReadonlySet<string>) {
    this.#seal = seal
    this.#announced = announced
  }
  /** Whether the entry was written by this house and is still what was written. */
  vouchFor(entry: EntryTexts): boolean {
    const found = this.#seal.check({ ...entry, at: entry.at.replace(/000Z$/, 'Z') }, entry.seal)
    if (found !== 'unknown') return found === 'right'
    this.elsewhere += 1
    return this.#announced.has(entry.seal.split(':')[0] ?? '')
  }
}

type Checking = { read: Reader; house: string; seals: Seals; count(rows: number): Promise<void> }

async function faultOfChain(checking: Checking, head: ChainHead, promised: readonly ChainHead[]): Promise<Fault | null> {
  const check = new ChainCheck(checking.house, head.chain, promised)
  let looked = 0
  for await (const line of chainLines(checking.read, head)) {
    const bad = check.take(line)
    if (bad) return bad
    if (!('link' in line) || !line.link.entry) continue
    const { entry } = line.link
    if (!checking.seals.vouchFor(entry)) return fault('sealWrong', { chain: head.chain, seq: line.link.seq, entry: entry.id })
    if (++looked % 5000 === 0) await checking.count(5000)
  }
  await checking.count(looked % 5000)
  return check.end()
}

/** A checkpoint that was not signed as it stands, is another house's, or names a chain that is gone. */
function faultOfCheckpoints(house: string, heads: readonly ChainHead[], against: readonly Checkpoint[]): Fault | null {
  const known = new Set(heads.map(({ chain }) => chain))
  for (const checkpoint of against) {
    if (!signatureFits(checkpoint)) return fault('checkpointForged', { chain: houseChain })
    if (checkpoint.house !== house) return fault('checkpointElsewhere', { chain: houseChain })
    const gone = checkpoint.chains.find(({ chain }) => !known.has(chain))
    if (gone) return fault('checkpointShort', { chain: gone.chain, seq: 1 })
  }
  return null
}

async function firstFault(checking: Checking, heads: readonly ChainHead[], against: readonly Checkpoint[]): Promise<Fault | null> {
  for (const head of heads) {
    const promised = against.flatMap(({ chains }) => chains.filter(({ chain }) => chain === head.chain))
    const bad = await faultOfChain(checking, head, promised)
    if (bad) return bad
  }
  const stray = await strayLink(checking.read)
  return stray ? fault('outsideBatch', stray) : faultOfCheckpoints(checking.house, heads, against)
}

/**
 * Looks at the whole trail: every chain from its beginning, every entry's own seal, every entry that waits,
 * and whatever the checkpoints had seen. Entries may be added meanwhile; that is never a fault.
 */
export async function verifyTrail(read: Reader, seal: Seal, { against, progress }: Asked): Promise<Verdict> {
  const { house } = await trailSetting(read)
  const heads = await chainHeads(read)
  const seals = new Seals(seal, await sealKeys(read))
  const total = heads.reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  const count = async (rows: number) => {
    done += rows
    await progress?.({ done, total })
  }
  let firstBad = await firstFault({ read, house, seals, count }, heads, against)
  let unchained = 0
  let last: EntryTexts | null = null
  for await (const entry of unchainedEntries(read)) {
    unchained += 1
    last = entry
    if (!seals.vouchFor(entry)) firstBad ??= fault('sealWrong', { chain: houseChain, entry: entry.id })
  }
  const [lost] = lostEntries(seal)
  if (lost) firstBad ??= fault('entryLost', { chain: houseChain, entry: lost })
  if (last && last.place > (await lastPlaceGiven(read))) firstBad ??= fault('placeNotGiven', { chain: houseChain, entry: last.id })
  return { rows: await countEntries(read), ok: firstBad === null, firstBad, unchained, elsewhere: seals.elsewhere }
}
