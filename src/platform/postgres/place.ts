import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { canEnter, give, isRoot, ownerFor, systemUserName } from './owner.ts'
import type { Owner } from './run.ts'
import { DatabaseTrouble, reasonOf } from './trouble.ts'

/** Where one database lives: everything of it in one folder that other ordinary users cannot enter. */
export type Home = { folder: string; cluster: string; run: string; claims: string; leases: string; log: string; owner: Owner }

/** Readable by all, so that the database's user gets through; each database in it is closed. */
export const systemFolder = '/var/lib/guantong'

/**
 * The data folder of a clone: GUANTONG_DATA (a relative one counts from the clone), else a folder of this clone's own:
 * for root below /var/lib because the database's user must reach it, for everybody else `data` in the clone.
 */
export function defaultDataFolder(env: { GUANTONG_DATA?: string | undefined }, cloneFolder: string, asRoot: boolean): string {
  if (env.GUANTONG_DATA) return resolve(cloneFolder, env.GUANTONG_DATA)
  return asRoot ? join(systemFolder, nameAndHash(realOrSame(cloneFolder))) : join(cloneFolder, 'data')
}

/** Finds or makes the place of the database that belongs to this data folder; nothing is started. */
export function settle(dataFolder: string): Home {
  return isRoot() ? settleForRoot(dataFolder) : settleAsMyself(dataFolder)
}

/** Root in a container may lack the powers of root. */
function settleForRoot(dataFolder: string): Home {
  try {
    return settleAsRoot(dataFolder)
  } catch (error) {
    throw error instanceof DatabaseTrouble ? error : new DatabaseTrouble('noSystemUser', { user: systemUserName, reason: reasonOf(error) })
  }
}

function settleAsMyself(dataFolder: string): Home {
  const folder = join(dataFolder, 'database')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    const home = homeAt(realpathSync(folder), null)
    if (existsSync(home.cluster)) accessSync(home.cluster, constants.W_OK)
    return home
  } catch (error) {
    throw new DatabaseTrouble('notYours', { folder: dataFolder, reason: reasonOf(error) })
  }
}

function settleAsRoot(dataFolder: string): Home {
  const { real, isNew } = madeOrFound(dataFolder)
  const [near, far] = [join(real, 'database'), join(systemFolder, nameAndHash(real), 'database')]
  const existing = [near, far].find((folder) => existsSync(join(folder, 'cluster', 'PG_VERSION')))
  const owner = ownerFor(join(existing ?? near, 'cluster'))
  letPass({ real, isNew, owner })
  const isNearReachable = canEnter(owner, real)
  if (existing === near && !isNearReachable) throw new DatabaseTrouble('outOfReach', { folder: near })
  const folder = existing ?? (isNearReachable ? near : far)
  if (folder === far) makeFarFolder({ far, real, owner })
  return prepared(folder, owner)
}

function madeOrFound(dataFolder: string): { real: string; isNew: boolean } {
  const made = mkdirSync(dataFolder, { recursive: true })
  if (dirname(dataFolder) === systemFolder) chmodSync(systemFolder, 0o755)
  return { real: realpathSync(dataFolder), isNew: made !== undefined }
}

/** A data folder only root may enter is opened, for passing through, to the database's group: nobody else gains anything. */
function letPass(place: { real: string; isNew: boolean; owner: NonNullable<Owner> }): void {
  const { real, isNew, owner } = place
  const { uid, gid, mode } = statSync(real)
  const isOurs = uid === 0 && (gid === 0 || gid === owner.gid) && holdsOnlyOurs(real)
  const isOpen = (mode & 0o001) !== 0 && !isNew
  if (!isOurs || isOpen) return
  chownSync(real, 0, owner.gid)
  chmodSync(real, (mode & 0o770) | 0o010)
}

const holdsOnlyOurs = (folder: string): boolean => {
  const names = readdirSync(folder)
  return names.length === 0 || names.includes('database')
}

function makeFarFolder(place: { far: string; real: string; owner: NonNullable<Owner> }): void {
  const parent = dirname(place.far)
  mkdirSync(parent, { recursive: true })
  chmodSync(systemFolder, 0o755)
  chownSync(parent, 0, place.owner.gid)
  chmodSync(parent, 0o710)
  writeFileSync(join(parent, 'belongs-to.txt'), `${place.real}\n`)
  if (!canEnter(place.owner, parent)) throw new DatabaseTrouble('noSystemUser', { user: systemUserName, reason: `cd ${parent}` })
}

/** A database that came here with root as its owner (copied, restored) is handed to the user who runs it. */
function prepared(folder: string, owner: NonNullable<Owner>): Home {
  mkdirSync(folder, { recursive: true, mode: 0o710 })
  const home = homeAt(realpathSync(folder), owner)
  if (statSync(home.folder).uid !== 0) return home
  chownSync(home.folder, 0, owner.gid)
  chmodSync(home.folder, 0o710)
  if (existsSync(home.cluster) && statSync(home.cluster).uid === 0) give(home.cluster, owner)
  return home
}

const homeAt = (folder: string, owner: Owner): Home => ({
  folder,
  owner,
  cluster: join(folder, 'cluster'),
  run: join(folder, 'run'),
  claims: join(folder, 'claims'),
  leases: join(folder, 'leases'),
  log: join(folder, 'server.log'),
})

/** A short name a person recognises and no other folder has, in plain letters whatever the path is. */
function nameAndHash(path: string): string {
  const words =
    basename(path)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  const name = words.join('-').slice(0, 20)
  return `${name || 'clone'}-${createHash('sha256').update(path).digest('hex').slice(0, 10)}`
}

function realOrSame(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
