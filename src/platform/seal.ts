import { createHash, createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../kernel/entry.ts'
import { newId } from './id.ts'
import { keysFolder, secretIn } from './keys.ts'
import { netstrings } from './netstring.ts'

/** What is sealed: the entry as it is written, `detail` as the exact text that is stored. */
export type Sealed = Omit<Entry, 'detail' | 'kind'> & { kind: string; id: string; at: string; detail: string }

/** Vouches for entries with a key that lies in the data folder, not in the database. */
export type Seal = {
  /** First 8 digits of the sha256 of the key in use; the key is made when it is first wanted. */
  name(): string
  /** `<first 8 digits of the key's sha256>:<HMAC-SHA256 in hex>`. */
  of(entry: Sealed): string
  /** `unknown` when the key that made it is not in this folder. */
  check(entry: Sealed, seal: string): 'right' | 'wrong' | 'unknown'
  /** Another secret of this house, made once and readable by its owner only. */
  secret(name: string, fresh: () => string): string
  /** Keeps a text outside the database; null when nothing was kept under the name. */
  note(name: string, text: string): void
  noted(name: string): string | null
  /** Names under which something was noted, that begin so. */
  notesNamed(beginning: string): string[]
  /**
   * Ids of entries that this process has committed and not yet seen chained. Whoever commits where the database may forget it
   * (a load that is begun anew) or where nothing is kept has a seal with a set of its own.
   */
  awaited: Set<string>
}

const textOf = (entry: Sealed): string =>
  netstrings([
    'guantong-entry-1',
    entry.id,
    entry.at,
    entry.account,
    entry.role,
    entry.jurisdiction,
    entry.verb,
    entry.subject,
    entry.kind,
    entry.detail,
  ])

const nameOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 8)

const keysIn = (folder: string): Buffer[] =>
  readdirSync(folder)
    .filter((name) => /^entries.*\.key$/.test(name))
    .map((name) => Buffer.from(readFileSync(join(folder, name), 'utf8').trim(), 'hex'))

/** Where what the house has noted outside the database lies. */
export const notesFolder = (dataFolder: string): string => join(dataFolder, 'checkpoints')

/** The seal of a data folder; its key is made when it is first wanted. Keys of earlier homes may lie beside it as entries-*.key. */
export function openSeal(dataFolder: string): Seal {
  const kept = (name: string, fresh: () => string) =>
    secretIn(dataFolder, name, () => Buffer.from(fresh()))
      .toString('utf8')
      .trim()
  let held: { own: Buffer; name: string; all: ReadonlyMap<string, Buffer> } | null = null
  const keys = () => {
    if (held) return held
    const own = Buffer.from(
      kept('entries.key', () => randomBytes(32).toString('hex')),
      'hex',
    )
    held = { own, name: nameOf(own), all: new Map(keysIn(keysFolder(dataFolder)).map((key) => [nameOf(key), key])) }
    return held
  }
  const macOf = (key: Buffer, entry: Sealed) => createHmac('sha256', key).update(textOf(entry)).digest('hex')
  const notes = notesFolder(dataFolder)
  return {
    name: () => keys().name,
    secret: kept,
    note(name, text) {
      mkdirSync(notes, { recursive: true, mode: 0o700 })
      const aside = join(notes, `.${newId()}`)
      writeFileSync(aside, text, { mode: 0o600, flush: true })
      renameSync(aside, join(notes, name))
    },
    noted: (name) => (existsSync(join(notes, name)) ? readFileSync(join(notes, name), 'utf8') : null),
    notesNamed: (beginning) => (existsSync(notes) ? readdirSync(notes).filter((name) => name.startsWith(beginning)) : []),
    awaited: new Set(),
    of: (entry) => `${keys().name}:${macOf(keys().own, entry)}`,
    check(entry, seal) {
      const [name = '', mac] = seal.split(':')
      const key = keys().all.get(name)
      if (!key) return 'unknown'
      return macOf(key, entry) === mac ? 'right' : 'wrong'
    },
  }
}
