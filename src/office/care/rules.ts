import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Manifest, TrailState } from './model.ts'

type Migrations = Manifest['migrations']

/** Refuses a backup of another schema, naming the first migration that one side lacks or has otherwise. */
export function differenceOf(theirs: Migrations, ours: Migrations): Refusal | null {
  const mine = new Map(ours.map(({ name, checksum }) => [name, checksum]))
  const lacking = theirs.find(({ name }) => !mine.has(name))
  if (lacking) return refuse('backupNewer', { migration: lacking.name })
  const known = new Set(theirs.map(({ name }) => name))
  const more = ours.find(({ name }) => !known.has(name))
  if (more) return refuse('backupOlder', { migration: more.name })
  const other = theirs.find(({ name, checksum }) => mine.get(name) !== checksum)
  return other ? refuse('backupOtherwise', { migration: other.name }) : null
}

export type There = { entries: number; accounts: number; officials: number; papers: number }
/** Refuses to restore where anything was ever done: every act leaves an entry in the trail. */
export const notEmpty = (there: There): Refusal | null =>
  Object.values(there).every((count) => count === 0) ? null : refuse('restoreNotEmpty', there)

/** Refuses when the restored trail is not found as it was when the backup was made. */
export function otherTrail(then: TrailState, now: TrailState): Refusal | null {
  const same = then.rows === now.rows && then.ok === now.ok && JSON.stringify(then.firstBad) === JSON.stringify(now.firstBad)
  return same ? null : refuse('restoreTrailBroken', { rows: then.rows, found: now.rows, fault: now.firstBad?.code ?? '' })
}

/** Less free than this share of the disk, or than this many bytes, is too little to go on safely. */
export const isDiskLow = ({ free, total }: { free: number; total: number }): boolean => free < 1024 ** 3 || free < total * 0.03
