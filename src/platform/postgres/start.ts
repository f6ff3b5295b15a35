import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, closeSync, openSync, readFileSync, renameSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureCluster } from './cluster.ts'
import { engineFor } from './engine.ts'
import { beforeEnding } from './farewell.ts'
import type { Home } from './place.ts'
import { type Postmaster, readyOn, runningOn } from './postmaster.ts'
import { asOwner } from './run.ts'
import { socketFolder } from './socket.ts'
import { DatabaseTrouble } from './trouble.ts'

export type Settings = Readonly<Record<string, string>>

/** Children of a killed server need a moment to notice; only then may a new one start. */
const attempts = 20

/** The server on this cluster: the one at work, else a new one. Call it alone (lock.ts). */
export async function ensureRunning(home: Home, settings: Settings): Promise<Postmaster> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const server = (await runningOn(home)) ?? (await start(home, settings))
    if (server) return server
    if (!/shared memory|lock file/.test(endOf(home.log))) break
    await sleep(500)
  }
  throw new DatabaseTrouble('startFailed', { log: home.log, reason: endOf(home.log) })
}

async function start(home: Home, settings: Settings): Promise<Postmaster | null> {
  const native = await engineFor(home)
  await ensureCluster(home, native)
  chmodSync(home.cluster, 0o700) // a copied or restored one may have come open, and PostgreSQL insists
  const options = optionsFor({ cluster: home.cluster, socket: await socketFolder(home), settings })
  const child = launched(home, { file: join(native, 'bin', 'postgres'), options })
  const callOff = beforeEnding(() => child.kill('SIGINT'))
  try {
    return await readyOn(home, watched(child))
  } finally {
    callOff()
  }
}

/** In a session of its own, so that Ctrl-C in our terminal reaches us first and the database last. */
function launched(home: Home, program: { file: string; options: string[] }): ChildProcess {
  const log = freshLog(home.log)
  const child = spawn(program.file, program.options, { ...asOwner(home.owner), detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  child.unref()
  return child
}

function watched(child: ChildProcess): { pid: number; hasEnded(): boolean } {
  let hasFailed = false
  child.on('error', () => {
    hasFailed = true
  })
  return { pid: child.pid ?? 0, hasEnded: () => hasFailed || child.exitCode !== null || child.signalCode !== null }
}

/** The last run's log is kept beside the new one. */
function freshLog(path: string): number {
  try {
    renameSync(path, `${path}.before`)
  } catch {
    // the first start has none
  }
  return openSync(path, 'a', 0o600)
}

function endOf(log: string): string {
  try {
    return readFileSync(log, 'utf8').trim().split('\n').slice(-4).join(' | ')
  } catch {
    return ''
  }
}

const optionsFor = (server: { cluster: string; socket: string; settings: Settings }): string[] => [
  '-D',
  server.cluster,
  '-k',
  server.socket,
  ...Object.entries({ ...standing, ...sizedFor(memory()), ...server.settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
]

/** No port, no TLS, and no statement or record content in the log. */
const standing: Settings = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  jit: 'off',
  random_page_cost: '1.1',
  work_mem: '16MB',
  max_wal_size: '2GB',
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)
const within = (value: number, range: { from: number; to: number }): number => Math.min(Math.max(value, range.from), range.to)

const sizedFor = (bytes: number): Settings => ({
  shared_buffers: `${within(megabytes(bytes / 8), { from: 128, to: 1024 })}MB`,
  effective_cache_size: `${within(megabytes(bytes / 2), { from: 256, to: 65_536 })}MB`,
  maintenance_work_mem: `${within(megabytes(bytes / 16), { from: 64, to: 512 })}MB`,
})

/** A container may be given less than the machine has. */
function memory(): number {
  const given = process.constrainedMemory()
  return given > 0 && given < totalmem() ? given : totalmem()
}
