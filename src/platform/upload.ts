import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import { refuse } from '../kernel/refusal.ts'
import type { FileStore, StoredFile } from './files.ts'
import { BadInput, Refused } from './stop.ts'

export type Upload = { fields: Record<string, string | string[]>; files: StoredFile[] }

/** Files and fields of one upload, beyond which it is refused as a whole; one file's size is limited where it is kept. */
const limits = { files: 2000, fields: 200, fieldSize: 1_000_000, fieldNameSize: 200, parts: 2200, headerPairs: 100 }
/** All files of one upload together. */
const wholeLimit = 2048 * 1024 * 1024

const utf8Name = (name: string) => name.normalize('NFC').replace(/^.*[\\/]/, '')

function addField(fields: Upload['fields'], name: string, value: string): void {
  const before = fields[name]
  fields[name] = before === undefined ? value : [...[before].flat(), value]
}

const broken = (message: string) => new BadInput([{ path: '', code: 'notMultipart', message }])

function openParts(type: string) {
  try {
    return new Busboy({ headers: { 'content-type': type } as BusboyHeaders, limits })
  } catch {
    throw broken('multipart/form-data; boundary=')
  }
}

/** A refusal and a failing disk are what they are; anything else is a form that cannot be read. */
const troubleOf = (error: unknown): unknown =>
  error instanceof Refused || (error instanceof Error && 'errno' in error) ? error : broken('multipart/form-data')

/** Reads multipart/form-data as a stream: every file is hashed and kept while it arrives, never held in memory. */
export async function readUpload(request: Request, store: FileStore): Promise<Upload> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data') || !request.body) {
    throw new BadInput([{ path: '', code: 'notMultipart', message: 'multipart/form-data' }])
  }
  if (Number(request.headers.get('content-length') ?? 0) > wholeLimit) throw new Refused(refuse('tooLarge', { megabytes: 2048 }))
  const fields: Upload['fields'] = {}
  const saving: Promise<StoredFile>[] = []
  const busboy = openParts(type)
  busboy.on('field', (name, value) => addField(fields, name, value))
  busboy.on('file', (_field, stream, name) => {
    const kept = store.save(utf8Name(name ?? 'file'), stream)
    kept.catch((error: Error) => busboy.destroy(error))
    saving.push(kept)
  })
  await new Promise<void>((resolve, reject) => {
    busboy.on('finish', resolve)
    busboy.on('error', (error) => reject(troubleOf(error)))
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
      busboy.on(limit, () => reject(new BadInput([{ path: '', code: 'tooMany', message: limit }])))
    Readable.fromWeb(request.body as ReadableStream)
      .on('error', reject)
      .pipe(busboy)
  })
  return { fields, files: await Promise.all(saving) }
}
