import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { refuse } from '../../kernel/refusal.ts'
import { copyIn } from '../../platform/copy.ts'
import { openCopyPool } from '../../platform/db.ts'
import { Refused, stopIf } from '../../platform/stop.ts'
import { isSealed, type TarPart, tarBytes, tarParts } from '../../platform/tar.ts'
import { type Care, trailState } from './backup.ts'
import { type DumpedTable, Manifest } from './model.ts'
import { differenceOf, notEmpty, otherTrail } from './rules.ts'
import { aside, install } from './staging.ts'
import { giveJobs, isServed, migrationsIn, quoted, rowsIn, setSequences, settle, tablesIn, unhooked } from './tables.ts'

type Backup = { file: string; parts: readonly TarPart[]; manifest: Manifest }

async function textOf(file: string, part: TarPart): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of tarBytes(file, part)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Opens a backup after looking at every byte of it; refuses what is none, is cut off, or was altered anywhere. */
export async function openBackup(file: string): Promise<Backup> {
  const damaged = refuse('backupDamaged', { file })
  stopIf((await isSealed(file).catch(() => false)) ? null : damaged)
  const parts = await tarParts(file)
  const last = parts.at(-1)
  if (last?.name !== 'manifest.json') throw new Refused(damaged)
  const manifest = Manifest.safeParse(JSON.parse((await textOf(file, last)).toString('utf8')))
  if (!manifest.success) throw new Refused(damaged)
  return { file, parts, manifest: manifest.data }
}

async function* piecesOf({ file, parts }: Backup, name: string): AsyncGenerator<Buffer> {
  for (const part of parts) if (part.name.startsWith(`${name}/`)) yield* tarBytes(file, part)
}

async function loadTable(client: pg.ClientBase, backup: Backup, { name, columns, rows }: DumpedTable): Promise<void> {
  const zipped = Readable.from(piecesOf(backup, `tables/${name}.copy.gz`))
  const text = zipped.pipe(createGunzip())
  zipped.on('error', (error) => text.destroy(error))
  await copyIn(client, `copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`, text)
  const found = await rowsIn(client, name)
  stopIf(found === rows ? null : refuse('restoreShort', { table: name, rows, found }))
}

async function loadAll(client: pg.ClientBase, backup: Backup): Promise<void> {
  const tables = (await tablesIn(client)).map(({ name }) => name)
  await unhooked(client, tables, async () => {
    await client.query(`truncate ${tables.map(quoted).join(', ')}`)
    for (const table of backup.manifest.tables) await loadTable(client, backup, table)
    await setSequences(client, backup.manifest.sequences)
  })
  const jobs = backup.parts.find(({ name }) => name === 'jobs.json')
  if (jobs) await giveJobs(client, JSON.parse((await textOf(backup.file, jobs)).toString('utf8')))
}

/** Stored files lie under their content: put there before the database speaks of them, they harm nothing. */
async function putFiles({ file, parts }: Backup, { store }: Care): Promise<number> {
  const files = parts.filter(({ name }) => name.startsWith('files/'))
  for (const part of files) {
    const { sha256 } = await store.save(part.name, Readable.from(tarBytes(file, part)), Number.POSITIVE_INFINITY)
    stopIf(part.name === `files/${sha256}` ? null : refuse('backupDamaged', { file }))
  }
  return files.length
}

async function putKeys({ file, parts }: Backup, folder: string): Promise<void> {
  for (const name of ['keys', 'checkpoints']) await mkdir(join(folder, name), { mode: 0o700 })
  for (const part of parts.filter(({ name }) => /^(keys|checkpoints)\/[\w.-]+$/.test(name))) {
    const path = join(folder, part.name)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeFile(path, await textOf(file, part), { mode: 0o600, flush: true })
  }
}

/** What stands against restoring here: a serving process, another schema, records that are there. */
async function stopUnlessReady(client: pg.ClientBase, { manifest }: Backup): Promise<void> {
  stopIf((await isServed(client)) ? refuse('restoreServed') : null)
  stopIf(differenceOf(manifest.migrations, await migrationsIn(client)))
  const there = { entries: await rowsIn(client, 'trail'), accounts: await rowsIn(client, 'account') }
  stopIf(notEmpty({ ...there, officials: await rowsIn(client, 'official'), papers: await rowsIn(client, 'document') }))
}

async function fill(client: pg.PoolClient, backup: Backup, care: Care): Promise<void> {
  await settle(client)
  await stopUnlessReady(client, backup)
  await putFiles(backup, care)
  await loadAll(client, backup)
  await aside(care.dataFolder, async (folder) => {
    await putKeys(backup, folder)
    stopIf(otherTrail(backup.manifest.trail, await trailState(client, folder)))
    const takeBack = install(care.dataFolder, folder)
    await client.query('commit').catch((error: unknown) => {
      takeBack()
      throw error
    })
  })
}

/**
 * Fills an empty installation from a backup in one transaction: counts, references, file hashes and the trail are checked
 * before it is committed. Refuses a damaged backup, another schema, an installation with records, or one being served.
 */
export async function restore(care: Care, file: string): Promise<Manifest> {
  const backup = await openBackup(file)
  const pool = openCopyPool(care.url)
  const client = await pool.connect()
  try {
    await client.query('begin')
    await fill(client, backup, care)
    return backup.manifest
  } finally {
    client.release(true)
    await pool.end()
  }
}
