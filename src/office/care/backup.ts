import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { refuse } from '../../kernel/refusal.ts'
import { copyOut } from '../../platform/copy.ts'
import { dbOn, openCopyPool } from '../../platform/db.ts'
import type { FileStore } from '../../platform/files.ts'
import { newId } from '../../platform/id.ts'
import { openSeal } from '../../platform/seal.ts'
import { stopIf } from '../../platform/stop.ts'
import { type TarWriter, writeTar } from '../../platform/tar.ts'
import { trailSetting } from '../trail/chain-store.ts'
import { rememberedCheckpoints } from '../trail/checkpoint.ts'
import { verifyTrail } from '../trail/verify.ts'
import type { DumpedTable, Manifest, TrailState } from './model.ts'
import { aside, stage, staged } from './staging.ts'
import { migrationsIn, quoted, rowsIn, sequencesIn, settle, tablesIn, waitingJobs } from './tables.ts'

export type Care = { url: string; dataFolder: string; store: FileStore; now: string }
type Parts = Manifest['parts']
/** A table is cut into pieces of this size, so that neither memory nor a second file grows with it. */
const pieceBytes = 4 * 1024 * 1024

class Packing {
  readonly parts: Parts = []
  readonly #tar: TarWriter
  constructor(tar: TarWriter) {
    this.#tar = tar
  }
  async add(name: string, size: number, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    this.parts.push({ name, size, sha256: await this.#tar.add(name, size, bytes) })
  }
  addBytes(name: string, bytes: Uint8Array): Promise<void> {
    return this.add(name, bytes.length, [bytes])
  }
  addText(name: string, text: string): Promise<void> {
    return this.addBytes(name, Buffer.from(text))
  }
  /** A stream of unknown length, as pieces `name/000001` and so on that together are the stream. */
  async addStream(name: string, stream: AsyncIterable<Uint8Array>): Promise<void> {
    let held: Uint8Array[] = []
    let size = 0
    let number = 0
    const put = async () => {
      number += 1
      await this.add(`${name}/${String(number).padStart(6, '0')}`, size, held)
      held = []
      size = 0
    }
    for await (const chunk of stream) {
      held.push(chunk)
      size += chunk.length
      if (size >= pieceBytes) await put()
    }
    if (size > 0) await put()
  }
}

async function addTable(packing: Packing, client: pg.ClientBase, table: Omit<DumpedTable, 'rows'>): Promise<DumpedTable> {
  const zipped = createGzip({ level: 4 })
  const text = copyOut(client, `copy ${quoted(table.name)} (${table.columns.map(quoted).join(', ')}) to stdout`)
  text.on('error', (error) => zipped.destroy(error))
  await packing.addStream(`tables/${table.name}.copy.gz`, text.pipe(zipped))
  return { ...table, rows: await rowsIn(client, table.name) }
}

/** The sha256 of every stored file; what is only arriving is left out. */
export async function* storedFiles(dataFolder: string): AsyncGenerator<string> {
  const folder = join(dataFolder, 'files')
  const shelves = existsSync(folder) ? (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort() : []
  for (const shelf of shelves) yield* (await readdir(join(folder, shelf))).filter((name) => /^[0-9a-f]{64}$/.test(name)).sort()
}

/** The sha256 of a stored file's bytes; null when it is not there. */
export async function printOf(store: FileStore, sha256: string): Promise<string | null> {
  if (!store.has(sha256)) return null
  const hash = createHash('sha256')
  for await (const chunk of store.stream(sha256)) hash.update(chunk)
  return hash.digest('hex')
}

/** Files removed meanwhile by their retention are gone; files whose bytes are not theirs any more are named and left out. */
async function addFiles(packing: Packing, { dataFolder, store }: Care): Promise<string[]> {
  const damaged: string[] = []
  for await (const sha256 of storedFiles(dataFolder)) {
    const print = await printOf(store, sha256)
    if (print === null) continue
    if (print === sha256) await packing.add(`files/${sha256}`, (await stat(store.path(sha256))).size, store.stream(sha256))
    else damaged.push(sha256)
  }
  return damaged
}

/** The trail as it stands on this connection, checked with the keys of a folder. */
export async function trailState(client: pg.PoolClient, folder: string): Promise<TrailState> {
  const db = dbOn(client)
  const seal = openSeal(folder)
  const { rows, ok, firstBad } = await verifyTrail(db, seal, { against: await rememberedCheckpoints(db, seal) })
  return { rows, ok, firstBad }
}

async function addAll(tar: TarWriter, client: pg.PoolClient, care: Care, folder: string): Promise<Manifest> {
  const packing = new Packing(tar)
  for (const { name, path } of staged(folder)) await packing.addBytes(name, await readFile(path))
  const tables: DumpedTable[] = []
  for (const table of await tablesIn(client)) tables.push(await addTable(packing, client, table))
  await packing.addText('jobs.json', JSON.stringify((await waitingJobs(client)).map(({ job }) => job)))
  const manifest: Manifest = {
    format: 'guantong-backup-1',
    at: care.now,
    house: (await trailSetting(dbOn(client))).house,
    migrations: await migrationsIn(client),
    tables,
    sequences: await sequencesIn(client),
    trail: await trailState(client, folder),
    damaged: await addFiles(packing, care),
    parts: packing.parts,
  }
  await packing.addText('manifest.json', JSON.stringify(manifest))
  return manifest
}

/** Works on one connection in one transaction that sees one moment and changes nothing. */
export async function looking<T>(url: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const pool = openCopyPool(url)
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await settle(client)
    return await work(client)
  } finally {
    client.release(true)
    await pool.end()
  }
}

/**
 * Writes the whole installation into one file: every table as of one moment, what waits to be worked, stored files, keys,
 * and the newest checkpoint. Written aside and then renamed, readable by its owner only. Refuses to write over a file.
 */
export async function backUp(care: Care, file: string): Promise<Manifest> {
  stopIf(existsSync(file) ? refuse('backupFileThere', { file }) : null)
  const unfinished = join(dirname(file), `.${basename(file)}.${newId()}`)
  const tar = writeTar(unfinished)
  try {
    const manifest = await aside(care.dataFolder, async (folder) => {
      stage(care.dataFolder, folder)
      return looking(care.url, (client) => addAll(tar, client, care, folder))
    })
    await tar.end()
    await rename(unfinished, file)
    return manifest
  } catch (error) {
    tar.abandon()
    await rm(unfinished, { force: true })
    throw error
  }
}
