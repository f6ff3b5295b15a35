import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from './id.ts'

/** Where the secrets of an installation lie: beside the files, outside the database. */
export const keysFolder = (dataFolder: string): string => join(dataFolder, 'keys')

/**
 * A secret of this installation that must not stand in the database: made at its first use, kept in the data folder
 * beside the files, readable by the owner only. Of two processes at the same moment one wins and both use its.
 * Losing it loses what it sealed: a backup holds it too.
 */
export function secretIn(dataFolder: string, name: string, make: () => Buffer = () => randomBytes(32)): Buffer {
  const folder = keysFolder(dataFolder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const path = join(folder, name)
  if (!existsSync(path)) {
    const aside = join(folder, `.${newId()}`)
    writeFileSync(aside, make(), { mode: 0o600, flush: true })
    try {
      linkSync(aside, path)
    } catch (error) {
      if (!existsSync(path)) throw error
    } finally {
      rmSync(aside)
    }
  }
  return readFileSync(path)
}
