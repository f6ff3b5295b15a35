import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * A secret of this installation that must not stand in the database: made at its first use, kept in the data folder
 * beside the files, readable by the owner only. Losing it loses what it sealed: a backup holds it too.
 */
export function secretIn(dataFolder: string, name: string, make: () => Buffer = () => randomBytes(32)): Buffer {
  const path = join(dataFolder, 'keys', name)
  if (existsSync(path)) return readFileSync(path)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const fresh = make()
  writeFileSync(path, fresh, { mode: 0o600, flag: 'wx' })
  return fresh
}
