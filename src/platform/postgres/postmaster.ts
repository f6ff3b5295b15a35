import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { answers } from './database.ts'
import type { Home } from './place.ts'
import { beginningOf } from './presence.ts'
import { forgetSocket } from './socket.ts'
import { DatabaseTrouble } from './trouble.ts'

export type Postmaster = { pid: number; socket: string }

/** A recovery after a power cut may take minutes; as long as the process lives it is given ten. */
const waits = 12_000
const pause = 50

/** What the cluster's own lock file says about its server; nothing about whether that still runs. */
export function notedIn(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, socket] = [Number(lines[0]), lines[4]]
    return pid > 0 && socket ? { pid, socket } : null
  } catch {
    return null
  }
}

/** The server already at work on this cluster, ready to be used; what a dead one left behind is cleared away. */
export async function runningOn(home: Home): Promise<Postmaster | null> {
  const noted = notedIn(home.cluster)
  if (!noted) return null
  for (let wait = 0; wait < waits; wait++) {
    if (await answers(noted.socket, home.cluster)) return noted
    if (!isAtWork(noted.pid, home.cluster)) return clearedAway(home, noted)
    await sleep(pause)
  }
  throw new DatabaseTrouble('stillStarting', { log: home.log })
}

/** PostgreSQL itself would refuse to start when another program now has the number of the dead server. */
function clearedAway(home: Home, noted: Postmaster): null {
  rmSync(join(home.cluster, 'postmaster.pid'), { force: true })
  forgetSocket(noted.socket)
  return null
}

/** Waits until the server just spawned is ready; null = it ended instead. */
export async function readyOn(home: Home, child: { pid: number; hasEnded(): boolean }): Promise<Postmaster | null> {
  for (let wait = 0; wait < waits; wait++) {
    if (child.hasEnded()) return null
    const noted = notedIn(home.cluster)
    if (noted?.pid === child.pid && (await answers(noted.socket, home.cluster))) return noted
    await sleep(pause / 4)
  }
  throw new DatabaseTrouble('stillStarting', { log: home.log })
}

/** Stops the server as PostgreSQL calls it fast: sessions are ended, everything is written, the next start needs no recovery. */
export async function stop(home: Home): Promise<void> {
  const noted = notedIn(home.cluster)
  const begun = noted && beginningOf(noted.pid)
  if (!noted || !askToStop(home)) return
  for (let wait = 0; wait < waits && beginningOf(noted.pid) === begun; wait++) await sleep(pause / 4)
  forgetSocket(noted.socket)
}

/** Never signals a number that now belongs to another program. */
export function askToStop(home: Home): boolean {
  const noted = notedIn(home.cluster)
  if (!noted || !isAtWork(noted.pid, home.cluster)) return false
  process.kill(noted.pid, 'SIGINT')
  return true
}

/** A server works inside its cluster's folder; the process number alone proves nothing. */
function isAtWork(pid: number, cluster: string): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === cluster
    const said = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return said.includes(cluster)
  } catch {
    return false
  }
}
