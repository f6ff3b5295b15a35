import { closeSync, existsSync, fsyncSync, mkdtempSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { versionOf } from './engine.ts'
import { give } from './owner.ts'
import type { Home } from './place.ts'
import { type Outcome, run } from './run.ts'
import { DatabaseTrouble } from './trouble.ts'

export const superuser = 'guantong'
const halfMade = 'cluster.new-'

/** Initialises the database cluster once, aside and then renamed: a kill half-way leaves nothing that looks like a database. */
export async function ensureCluster(home: Home, native: string): Promise<void> {
  if (existsSync(join(home.cluster, 'PG_VERSION'))) return checkVersion(home, native)
  for (const name of readdirSync(home.folder).filter((entry) => entry.startsWith(halfMade))) {
    rmSync(join(home.folder, name), { recursive: true, force: true })
  }
  const fresh = mkdtempSync(join(home.folder, halfMade))
  give(fresh, home.owner)
  const { ok, output } = await initialise(home, { native, fresh })
  if (!ok) throw new DatabaseTrouble('initFailed', { reason: output })
  renameSync(fresh, home.cluster)
  settleOnDisk(home.folder)
}

async function checkVersion(home: Home, native: string): Promise<void> {
  const found = readFileSync(join(home.cluster, 'PG_VERSION'), 'utf8').trim()
  const wanted = await versionOf(native, home.owner)
  if (found !== wanted) throw new DatabaseTrouble('otherVersion', { folder: home.cluster, found, wanted })
}

/**
 * Sorting and letter case come from PostgreSQL itself, the same on every machine. Only the kind of a character
 * is still asked of the system for trigrams, where plain C knows no Han characters: the first UTF-8 locale it has is taken.
 */
const characterKinds = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'zh_CN.UTF-8', 'UTF-8', 'C']

async function initialise(home: Home, folders: { native: string; fresh: string }): Promise<Outcome> {
  let last: Outcome = { ok: false, output: '' }
  for (const kind of characterKinds) {
    last = await run({ file: join(folders.native, 'bin', 'initdb'), args: optionsFor(folders.fresh, kind), owner: home.owner })
    if (!/invalid locale name/.test(last.output)) return last
  }
  return last
}

const optionsFor = (folder: string, characterKind: string): string[] => [
  `--pgdata=${folder}`,
  `--username=${superuser}`,
  '--auth-local=trust',
  '--auth-host=reject',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  `--lc-ctype=${characterKind}`,
  '--text-search-config=simple',
  '--no-instructions',
]

/** Makes the rename itself survive a power cut. */
function settleOnDisk(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
