import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { refuse } from '../kernel/refusal.ts'
import { newId } from './id.ts'
import { secretIn } from './keys.ts'
import { Refused } from './stop.ts'

/** A file kept by its content: the same bytes are stored once, under their sha256. */
export type StoredFile = { name: string; sha256: string; size: number; path: string }
export type FileStore = {
  /** Streams to disk while hashing; nothing is kept when it is over the limit or breaks off. */
  save(name: string, bytes: Readable, limit?: number): Promise<StoredFile>
  path(sha256: string): string
  read(sha256: string): Promise<Uint8Array>
  stream(sha256: string): Readable
  has(sha256: string): boolean
  /** For kinds whose original must not be kept. */
  forget(sha256: string): Promise<void>
  /** A secret of this installation, kept beside the files: see keys.ts. */
  secret(name: string, make?: () => Buffer): Buffer
}
const megabyte = 1024 * 1024
export const uploadLimit = 200 * megabyte

function measured(limit: number) {
  const hash = createHash('sha256')
  let size = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      hash.update(chunk)
      done(size > limit ? new Refused(refuse('tooLarge', { megabytes: Math.floor(limit / megabyte) })) : null, chunk)
    },
  })
  return { through, result: () => ({ sha256: hash.digest('hex'), size }) }
}

async function keep(folder: string, path: (sha256: string) => string, bytes: Readable, limit: number) {
  const waiting = join(folder, 'arriving', newId())
  await mkdir(dirname(waiting), { recursive: true })
  const { through, result } = measured(limit)
  try {
    await pipeline(bytes, through, createWriteStream(waiting, { flags: 'wx', flush: true }))
    const { sha256, size } = result()
    await mkdir(dirname(path(sha256)), { recursive: true })
    await rename(waiting, path(sha256))
    return { sha256, size, path: path(sha256) }
  } finally {
    await rm(waiting, { force: true })
  }
}

/** Opens the content-addressed store in a folder, making it when absent. */
export function openStore(folder: string): FileStore {
  mkdirSync(folder, { recursive: true })
  const path = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    path,
    save: async (name, bytes, limit = uploadLimit) => ({ name, ...(await keep(folder, path, bytes, limit)) }),
    read: (sha256) => readFile(path(sha256)),
    stream: (sha256) => createReadStream(path(sha256)),
    has: (sha256) => existsSync(path(sha256)),
    forget: (sha256) => rm(path(sha256), { force: true }),
    secret: (name, make) => secretIn(dirname(folder), name, make),
  }
}
