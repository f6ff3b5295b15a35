import { open as openFile } from 'node:fs/promises'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { type ReadingRefusal, Unreadable, unreadable } from './reading.ts'
import { attribute, scan } from './xml.ts'

/** What a file is by its content; its name is never trusted. */
export type FileKind = 'word' | 'workbook' | 'pdf' | 'zip' | 'rar' | '7z' | 'ole' | 'text' | 'empty'

export type GuardLimits = { entries: number; entryBytes: number; totalBytes: number; ratio: number; ratioFrom: number }
const megabyte = 1024 * 1024
export const guardLimits: GuardLimits = {
  entries: 2000,
  entryBytes: 200 * megabyte,
  totalBytes: 256 * megabyte,
  ratio: 300,
  ratioFrom: 1024,
}

const magics: readonly { kind: FileKind; bytes: readonly number[] }[] = [
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: 'rar', bytes: [0x52, 0x61, 0x72, 0x21] },
  { kind: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'ole', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
]
const archiveHeads = magics.filter(({ kind }) => kind === 'zip' || kind === 'rar' || kind === '7z')
const startsWith = (head: Buffer, bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte)

async function headOf(path: string): Promise<Buffer> {
  const file = await openFile(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The first guess, by the file's first bytes; a PDF may have up to 1,024 bytes of anything before it. */
async function sniff(path: string): Promise<FileKind> {
  const head = await headOf(path)
  if (head.length === 0) return 'empty'
  const found = magics.find(({ bytes }) => startsWith(head, bytes))
  if (found) return found.kind
  return head.includes('%PDF-') ? 'pdf' : 'text'
}

type Found = { contentTypes: string; entries: Set<string>; total: number }
const isPart = (name: string) => name === '[Content_Types].xml' || name.endsWith('.rels')
/** A chart inside a paper carries its small workbook along; it is never opened here. */
const chartData = /^(?:word|xl|ppt)\/embeddings\/[^/]+\.xlsx$/
const archiveName = /\.(?:zip|rar|7z|tar|gz|tgz|bz2|xz|jar|docx|docm|xlsx|xlsm|xlsb|pptx)$/i
const macroName = /(?:vbaProject\.bin|vbaData\.xml)$|^xl\/macrosheets\//i

function stopAtName(entry: Entry, found: Found): void {
  const name = entry.fileName
  if (entry.isEncrypted()) throw unreadable('encryptedFile')
  if (found.entries.has(name) || /^\/|\\|\0|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/i.test(name)) throw unreadable('unsafeEntryName')
  if (macroName.test(name)) throw unreadable('macroInside', { accepts: '.docx / .xlsx' })
  if (archiveName.test(name) && !chartData.test(name)) throw unreadable('nestedArchive', { entry: name })
}

function stopAtSize(seen: { entry: Entry; bytes: number; total: number }, limits: GuardLimits): void {
  const { entry, bytes, total } = seen
  const facts = { entry: entry.fileName }
  if (bytes > limits.entryBytes) throw unreadable('entryTooLarge', { ...facts, megabytes: Math.floor(limits.entryBytes / megabyte) })
  if (total > limits.totalBytes) throw unreadable('archiveTooLarge', { megabytes: Math.floor(limits.totalBytes / megabyte) })
  if (bytes > entry.uncompressedSize) throw unreadable('forgedSize', facts)
  if (bytes > limits.ratioFrom && bytes > entry.compressedSize * limits.ratio)
    throw unreadable('bombSuspected', { ...facts, ratio: limits.ratio })
}

/** Inflates one entry, counting what really comes out; the small parts that tell what the file is are kept. */
async function passThrough(zip: ZipFile, entry: Entry, found: Found, limits: GuardLimits): Promise<string> {
  const stream = await zip.openReadStreamPromise(entry)
  const kept: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of stream) {
      const piece = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
      if (bytes === 0 && !chartData.test(entry.fileName) && archiveHeads.some((head) => startsWith(piece, head.bytes))) {
        throw unreadable('nestedArchive', { entry: entry.fileName })
      }
      bytes += piece.length
      found.total += piece.length
      stopAtSize({ entry, bytes, total: found.total }, limits)
      if (isPart(entry.fileName) && bytes <= megabyte) kept.push(piece)
    }
  } finally {
    stream.destroy()
  }
  if (bytes !== entry.uncompressedSize) throw unreadable('forgedSize', { entry: entry.fileName })
  return Buffer.concat(kept).toString('utf8')
}

/** Web addresses in the text are harmless; templates, pictures and objects from elsewhere are not. */
function stopAtOutside(relationships: string): void {
  scan(relationships, {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode')?.toLowerCase() !== 'external') return
      if (attribute(attributes, 'Type')?.endsWith('/hyperlink')) return
      throw unreadable('externalLink', { target: (attribute(attributes, 'Target') ?? '').slice(0, 200) })
    },
    text: () => undefined,
    close: () => undefined,
  })
}

function stopAtMacroType(contentTypes: string): void {
  if (/macroEnabled|vbaProject/i.test(contentTypes)) throw unreadable('macroInside', { accepts: '.docx / .xlsx' })
}

async function walk(zip: ZipFile, limits: GuardLimits): Promise<Found> {
  if (zip.entryCount > limits.entries) throw unreadable('tooManyEntries', { count: zip.entryCount, limit: limits.entries })
  const found: Found = { contentTypes: '', entries: new Set(), total: 0 }
  for await (const entry of zip.eachEntry()) {
    stopAtName(entry, found)
    found.entries.add(entry.fileName)
    if (found.entries.size > limits.entries) throw unreadable('tooManyEntries', { count: found.entries.size, limit: limits.entries })
    if (entry.fileName.endsWith('/')) continue
    const text = await passThrough(zip, entry, found, limits)
    if (entry.fileName === '[Content_Types].xml') found.contentTypes = text
    if (entry.fileName.endsWith('.rels')) stopAtOutside(text)
  }
  stopAtMacroType(found.contentTypes)
  return found
}

const trouble: readonly { says: RegExp; code: 'encryptedFile' | 'unsafeEntryName' | 'forgedSize' }[] = [
  { says: /encrypt/i, code: 'encryptedFile' },
  { says: /file ?name|relative path|absolute path|invalid characters/i, code: 'unsafeEntryName' },
  { says: /too many bytes|not enough bytes|size/i, code: 'forgedSize' },
]
function whyDamaged(error: unknown): ReadingRefusal {
  if (error instanceof Unreadable) return error.refusal
  const message = error instanceof Error ? error.message : ''
  const known = trouble.find(({ says }) => says.test(message))
  return known ? { code: known.code, facts: { entry: '' } } : { code: 'damagedArchive' }
}

const kindOfParts = ({ contentTypes }: Found): FileKind => {
  if (contentTypes.includes('wordprocessingml.document.main+xml') || contentTypes.includes('wordprocessingml.template.main+xml'))
    return 'word'
  return contentTypes.includes('spreadsheetml.sheet.main+xml') || contentTypes.includes('spreadsheetml.template.main+xml')
    ? 'workbook'
    : 'zip'
}

async function guardZip(path: string, limits: GuardLimits): Promise<FileKind> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true, autoClose: false })
  try {
    return kindOfParts(await walk(zip, limits))
  } finally {
    zip.close()
  }
}

/** Says what a file is by its content, or why it must not be opened: the pass before any parser. */
export async function inspect(path: string, limits: GuardLimits = guardLimits): Promise<{ kind: FileKind } | { refusal: ReadingRefusal }> {
  const kind = await sniff(path)
  if (kind !== 'zip') return { kind }
  try {
    return { kind: await guardZip(path, limits) }
  } catch (error) {
    return { refusal: whyDamaged(error) }
  }
}

/** Null when the file may be handed to a parser; else the reason it may not. */
export async function guard(path: string, limits: GuardLimits = guardLimits): Promise<ReadingRefusal | null> {
  const result = await inspect(path, limits)
  return 'refusal' in result ? result.refusal : null
}
