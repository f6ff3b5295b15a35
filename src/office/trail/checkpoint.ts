import { refuse } from '../../kernel/refusal.ts'
import type { Reader } from '../../platform/db.ts'
import { type Desk, type Office, openDesk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { houseActor } from '../../platform/jobs.ts'
import type { Seal } from '../../platform/seal.ts'
import { Refused } from '../../platform/stop.ts'
import { signCheckpoint } from './chain/sign.ts'
import { addCheckpoint, chainHeads, checkpointsOf, lastCheckpoint, trailSetting } from './chain-store.ts'
import { Checkpoint, type TrailCheckpoint } from './model.ts'
import { isCheckpointDue } from './rules.ts'

/** Reads a checkpoint; `name` is said when it is none. */
export function parseCheckpoint(text: string, name: string): Checkpoint {
  try {
    return Checkpoint.parse(JSON.parse(text))
  } catch {
    throw new Refused(refuse('checkpointUnreadable', { file: name }))
  }
}

type Maker = Pick<Desk, 'change' | 'read' | 'now' | 'actor'>
const noteName = (house: string) => `${house}.json`

/** The checkpoint that was last kept in the data folder, outside the database; null when none was or it cannot be read. */
export function notedCheckpoint(seal: Seal, house: string): Checkpoint | null {
  const text = seal.noted(noteName(house))
  if (text === null) return null
  try {
    return Checkpoint.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** A trail that has become shorter never overwrites what convicts it. */
function note(seal: Seal, checkpoint: Checkpoint): void {
  const before = notedCheckpoint(seal, checkpoint.house)
  if (before && before.rows > checkpoint.rows) return
  seal.note(noteName(checkpoint.house), `${JSON.stringify(checkpoint, null, 2)}\n`)
}

/** Signs how far every chain has come; kept in the database and, the newest one, in the data folder. */
export async function makeCheckpoint(desk: Maker, seal: Seal): Promise<TrailCheckpoint> {
  const { house, signature } = await trailSetting(desk.read)
  const chains = await chainHeads(desk.read)
  const rows = chains.reduce((sum, chain) => sum + chain.rows, 0)
  const body = signCheckpoint(seal, signature, { format: 'guantong-checkpoint-1', house, at: desk.now, rows, chains })
  const made = { id: newId(), at: desk.now, account: desk.actor.account, rows, body }
  await desk.change(`trailCheckpoint:${made.id}`, (tx) => addCheckpoint(tx, made))
  note(seal, body)
  return made
}

/** Every checkpoint this house remembers: those in the database and the one kept outside it. */
export async function rememberedCheckpoints(read: Reader, seal: Seal): Promise<Checkpoint[]> {
  const { house } = await trailSetting(read)
  const kept = await checkpointsOf(read).execute()
  const outside = notedCheckpoint(seal, house)
  return [...kept.map(({ body }) => body), ...(outside ? [outside] : [])]
}

/** Makes one by itself when the last is old and more has happened than that. */
export async function checkpointIfDue(office: Office): Promise<void> {
  const last = await lastCheckpoint(office.db)
  const rows = (await chainHeads(office.db)).reduce((sum, chain) => sum + chain.rows, 0)
  if (!isCheckpointDue(last ?? null, { rows, now: office.clock.now().toISOString() })) return
  const { desk } = await openDesk<unknown>(office, { actor: houseActor, verb: 'trail.checkpoint', input: {} })
  await makeCheckpoint(desk, office.seal)
}
