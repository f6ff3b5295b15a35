import { existsSync, lchownSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Owner, runNow } from './run.ts'
import { DatabaseTrouble } from './trouble.ts'

export const systemUserName = 'guantong-db'
export const isRoot = (): boolean => process.getuid?.() === 0

/** PostgreSQL refuses to run as root: an existing database keeps its owner, a new one gets a system user of our own. */
export function ownerFor(cluster: string): NonNullable<Owner> {
  const { uid, gid } = existsSync(cluster) ? statSync(cluster) : { uid: 0, gid: 0 }
  return uid === 0 ? systemUser() : { uid, gid }
}

function systemUser(): NonNullable<Owner> {
  const known = lookUp()
  if (known) return known
  const made = runNow({ file: 'useradd', args: [...userAddOptions(), systemUserName], owner: null })
  const user = lookUp()
  if (!user) throw new DatabaseTrouble('noSystemUser', { user: systemUserName, reason: made.output })
  return user
}

const userAddOptions = (): string[] => {
  const shell = ['/usr/sbin/nologin', '/sbin/nologin'].find((path) => existsSync(path)) ?? '/bin/false'
  return ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', shell]
}

function lookUp(): Owner {
  const ids = ['-u', '-g'].map((option) => runNow({ file: 'id', args: [option, systemUserName], owner: null }))
  const [uid, gid] = ids.map((answer) => (answer.ok ? Number(answer.output) : Number.NaN))
  return uid && gid ? { uid, gid } : null
}

/** Asks the system itself, so that access lists and mount options count too. */
export const canEnter = (owner: Owner, folder: string): boolean =>
  runNow({ file: '/bin/sh', args: ['-c', 'cd "$1"', 'sh', folder], owner }).ok

/** Hands a folder and all in it to the database's owner. */
export function give(path: string, owner: Owner): void {
  if (!owner) return
  lchownSync(path, owner.uid, owner.gid)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) give(join(path, entry.name), owner)
    else lchownSync(join(path, entry.name), owner.uid, owner.gid)
  }
}
