import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import type { FileStore, StoredFile } from './files.ts'
import { BadInput } from './stop.ts'

export type Upload = { fields: Record<string, string | string[]>; files: StoredFile[] }

const utf8Name = (name: string) => name.normalize('NFC').replace(/^.*[\\/]/, '')

function addField(fields: Upload['fields'], name: string, value: string): void {
  const before = fields[name]
  fields[name] = before === undefined ? value : [...[before].flat(), value]
}

/** Reads multipart/form-data as a stream: every file is hashed and kept while it arrives, never held in memory. */
export async function readUpload(request: Request, store: FileStore): Promise<Upload> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data') || !request.body) {
    throw new BadInput([{ path: '', code: 'notMultipart', message: 'multipart/form-data' }])
  }
  const fields: Upload['fields'] = {}
  const saving: Promise<StoredFile>[] = []
  const busboy = new Busboy({ headers: { 'content-type': type } as BusboyHeaders, limits: { files: 2000, fieldSize: 1_000_000 } })
  busboy.on('field', (name, value) => addField(fields, name, value))
  busboy.on('file', (_field, stream, name) => {
    const kept = store.save(utf8Name(name ?? 'file'), stream)
    kept.catch((error: Error) => busboy.destroy(error))
    saving.push(kept)
  })
  await new Promise<void>((resolve, reject) => {
    busboy.on('finish', resolve)
    busboy.on('error', reject)
    Readable.fromWeb(request.body as ReadableStream)
      .on('error', reject)
      .pipe(busboy)
  })
  return { fields, files: await Promise.all(saving) }
}
