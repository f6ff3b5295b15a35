import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One process's sign in a folder: a file whose name says who it is, so that it is complete the moment it exists. */
export type Sign = { name: string; withdraw(): void }

const bootId = (): string => {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').slice(0, 8)
  } catch {
    return 'boot'
  }
}

/** When the process began, in the system's own notation; null when there is none or only its corpse is left. */
export function beginningOf(pid: number): string | null {
  try {
    return process.platform === 'linux' ? beginningInProc(pid) : beginningByPs(pid)
  } catch {
    return null
  }
}

function beginningInProc(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const isCorpse = fields[0] === 'Z' || fields[0] === 'X'
  return isCorpse ? null : (fields[19] ?? null)
}

function beginningByPs(pid: number): string | null {
  const said = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'latin1', stdio: ['ignore', 'pipe', 'ignore'] })
  return said.replace(/\W+/g, '') || null
}

/** A process number comes back after a while: boot and beginning make the name last. */
const nameOf = (pid: number): string => [bootId(), pid, beginningOf(pid) ?? 'unknown'].join('.')

/** Leaves this process's sign in the folder. */
export function appearIn(folder: string): Sign {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = `${nameOf(process.pid)}.${randomBytes(6).toString('hex')}`
  writeFileSync(join(folder, name), '', { flag: 'wx' })
  return { name, withdraw: () => rmSync(join(folder, name), { force: true }) }
}

/** The signs of processes that still run; those of dead ones are swept. */
export function presentIn(folder: string): string[] {
  return signsIn(folder).filter((name) => {
    if (isAlive(name)) return true
    rmSync(join(folder, name), { force: true })
    return false
  })
}

export const pidOf = (sign: string): number => Number(sign.split('.')[1])

const isAlive = (sign: string): boolean => sign.startsWith(`${nameOf(pidOf(sign))}.`)

function signsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
