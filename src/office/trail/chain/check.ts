import type { Checkpoint, Fault, TrailBatch, TrailLink } from '../model.ts'
import { chainOf, type FaultCode, fault } from '../rules.ts'
import { digest } from './digest.ts'
import { batchSeal, type EntryTexts, merkleRoot, recordText } from './record.ts'

export type LinkedEntry = TrailLink & { entry: EntryTexts | null }
/** What a chain is read as: each batch, then its entries in their order. */
export type ChainLine = { batch: TrailBatch } | { link: LinkedEntry }
type Promised = Checkpoint['chains'][number]

/** Follows one chain from its beginning and says what first does not fit. */
export class ChainCheck {
  readonly house: string
  readonly chain: string
  seq = 0
  head = ''
  #batch: TrailBatch | null = null
  #closed: Pick<TrailBatch, 'number' | 'seal'> = { number: 0, seal: '' }
  #hashes: string[] = []
  #promised: Promised[]

  /** `promised` are what checkpoints said of this chain. */
  constructor(house: string, chain: string, promised: readonly Promised[] = []) {
    this.house = house
    this.chain = chain
    this.#promised = promised.toSorted((a, b) => a.rows - b.rows)
  }

  take(line: ChainLine): Fault | null {
    return 'batch' in line ? this.#open(line.batch) : this.#follow(line.link)
  }

  /** After the last line: an unfinished batch, or less than a checkpoint had seen. */
  end(): Fault | null {
    if (this.#batch) return this.#no('entryMissing', this.seq + 1)
    if (this.#promised.length > 0) return this.#no('checkpointShort', this.seq + 1)
    return null
  }

  #no(code: FaultCode, seq: number, entry: string | null = null): Fault {
    return fault(code, { chain: this.chain, seq, entry })
  }

  #open(batch: TrailBatch): Fault | null {
    const follows = batch.number === this.#closed.number + 1 && batch.firstSeq === this.seq + 1 && batch.previous === this.#closed.seal
    if (this.#batch) return this.#no('entryMissing', this.seq + 1)
    if (!follows || batch.seal !== batchSeal(this.house, batch)) return this.#no('batchBroken', batch.firstSeq)
    this.#batch = batch
    this.#hashes = []
    return null
  }

  #follow({ seq, batch, hash, entry }: LinkedEntry): Fault | null {
    const open = this.#batch
    if (seq !== this.seq + 1) return this.#no(seq > this.seq + 1 ? 'entryMissing' : 'orderBroken', this.seq + 1, entry?.id)
    if (!open || batch !== open.number) return this.#no('outsideBatch', seq, entry?.id)
    if (!entry) return this.#no('entryMissing', seq)
    if (chainOf(entry.jurisdiction) !== this.chain) return this.#no('entryAltered', seq, entry.id)
    const standing = { house: this.house, chain: this.chain, seq, previous: this.head }
    if (digest(open.algorithm, recordText(standing, entry)) !== hash) return this.#no('entryAltered', seq, entry.id)
    this.seq = seq
    this.head = hash
    this.#hashes.push(hash)
    return seq === open.lastSeq ? this.#close(open) : null
  }

  #close(batch: TrailBatch): Fault | null {
    if (batch.head !== this.head || batch.root !== merkleRoot(batch.algorithm, this.#hashes)) return this.#no('batchBroken', this.seq)
    this.#batch = null
    this.#closed = batch
    return this.#keptPromises(batch)
  }

  #keptPromises(batch: TrailBatch): Fault | null {
    for (let next = this.#promised[0]; next && next.rows <= this.seq; next = this.#promised[0]) {
      const kept = next.rows === this.seq && next.head === batch.head && next.seal === batch.seal && next.batches === batch.number
      if (!kept) return this.#no('checkpointOther', next.rows)
      this.#promised.shift()
    }
    return null
  }
}
