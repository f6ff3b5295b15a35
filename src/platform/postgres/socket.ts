import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'
import type { Home } from './place.ts'
import type { Owner } from './run.ts'

const longestPath = 100
const temporary = 'guantong-db-'

/** A folder for the unix socket that only the database's user and root may enter, with a path short enough for the system. */
export async function socketFolder(home: Home): Promise<string> {
  if (isUsable(home.run)) {
    mkdirSync(home.run, { recursive: true, mode: 0o700 })
    close(home.run, home.owner)
    if (await holdsSockets(home.run)) return home.run
  }
  const folder = mkdtempSync(join('/tmp', temporary))
  close(folder, home.owner)
  return folder
}

/** The sockets of a stopped server; a folder made for it alone goes too. */
export function forgetSocket(folder: string): void {
  const isTemporary = dirname(folder) === '/tmp' && basename(folder).startsWith(temporary)
  if (isTemporary) rmSync(folder, { recursive: true, force: true })
}

/** PostgreSQL reads the setting as a list, so a comma or a quote would not arrive. */
const isUsable = (folder: string): boolean => Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= longestPath && !/[,"]/.test(folder)

function close(folder: string, owner: Owner): void {
  chmodSync(folder, 0o700)
  if (owner) chownSync(folder, owner.uid, owner.gid)
}

/** Some network and shared file systems cannot. */
function holdsSockets(folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.on('error', () => resolve(false))
    probe.listen(join(folder, `probe.${process.pid}`), () => probe.close(() => resolve(true)))
  })
}
