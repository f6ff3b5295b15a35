import { ensureDatabase, urlOf } from './database.ts'
import { beforeEnding } from './farewell.ts'
import { alone } from './lock.ts'
import { type Home, settle } from './place.ts'
import { askToStop, stop } from './postmaster.ts'
import { appearIn, pidOf, presentIn, type Sign } from './presence.ts'
import { ensureRunning, type Settings } from './start.ts'

export { defaultDataFolder } from './place.ts'
export { DatabaseTrouble } from './trouble.ts'

export type Server = {
  /** For node-postgres and libpq; the host is the folder of a unix socket. */
  url: string
  /** Gives the server back; whoever gives it back last stops it. May be called twice. */
  release(): Promise<void>
}

const databaseName = 'guantong'

/**
 * The database shipped with the product, for one data folder: created, started or joined, whatever is needed.
 * Any number of processes may hold it; a crash of any of them, or of the server, is put right by the next opener.
 * Throws DatabaseTrouble with advice in Chinese and English.
 */
export async function openServer(options: { dataFolder: string; settings?: Settings }): Promise<Server> {
  const home = settle(options.dataFolder)
  return alone(home.claims, async () => {
    const lease = leaseOn(home)
    try {
      const { socket } = await ensureRunning(home, options.settings ?? {})
      await ensureDatabase(socket, databaseName)
      return { url: urlOf(socket, databaseName), release: releaseOf(home, lease) }
    } catch (error) {
      await giveBack(home, lease)
      throw error
    }
  })
}

/** Stops the server of a data folder if the processes that held it are all dead; answers whether that was so. */
export async function stopIfAbandoned(dataFolder: string): Promise<boolean> {
  const home = settle(dataFolder)
  return alone(home.claims, async () => {
    if (presentIn(home.leases).length > 0) return false
    await stop(home)
    return true
  })
}

/** Held by this process; should it end without releasing, the lease goes with it. */
function leaseOn(home: Home): Sign {
  const lease = appearIn(home.leases)
  const callOff = beforeEnding(() => leaveInHaste(home, lease))
  const withdraw = () => {
    callOff()
    lease.withdraw()
  }
  return { ...lease, withdraw }
}

function releaseOf(home: Home, lease: Sign): () => Promise<void> {
  let released: Promise<void> | null = null
  return () => {
    released ??= alone(home.claims, () => giveBack(home, lease))
    return released
  }
}

async function giveBack(home: Home, lease: Sign): Promise<void> {
  lease.withdraw()
  if (presentIn(home.leases).length === 0) await stop(home)
}

/** An ending process cannot wait any more, but need not leave the server running for nobody. */
function leaveInHaste(home: Home, lease: Sign): void {
  lease.withdraw()
  const others = [...presentIn(home.leases), ...presentIn(home.claims)].filter((sign) => pidOf(sign) !== process.pid)
  if (others.length === 0) askToStop(home)
}
