import { extname } from 'node:path'
import { foldedText } from '../../kernel/fold.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { printedLevel, whyNotKeep } from '../../office/custody/rules.ts'
import { firstLevel, settingsOf } from '../../office/custody/store.ts'
import type { Book, FileIntake } from '../../office/intake/book.ts'
import type { Given } from '../../office/intake/model.ts'
import type { Writer } from '../../platform/db.ts'
import type { StoredFile } from '../../platform/files.ts'
import { newId } from '../../platform/id.ts'
import { enqueue } from '../../platform/jobs.ts'
import { paperExtensions } from '../../platform/paper.ts'
import { readPaper } from '../../platform/readers.ts'
import type { ReadText } from '../../platform/reading.ts'
import type { Document, PageStart } from './model.ts'
import { factsOf } from './rules/facts.ts'
import { guess } from './rules/guess.ts'
import { type Passage, paragraphsIn } from './rules/paragraphs.ts'
import * as store from './store.ts'
import { words } from './words.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.doc': 'application/msword',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
}
const mediaOf = (name: string): string => mediaTypes[extname(name).toLowerCase()] ?? 'application/octet-stream'
const isVerbatim = (name: string) => ['.txt', '.md'].includes(extname(name).toLowerCase())

type Paper = { text: string; pageStarts: PageStart[]; passages: Passage[]; silentPages: number[] }
type Settled = { file: StoredFile; book: Book; before: Document | null }

/** What the library keeps of a text; signs that no database keeps (zero, half surrogates) become a replacement sign of one unit. */
function paperOf(read: ReadText, name: string): Paper | { refusal: Refusal } {
  if (isVerbatim(name) && read.text.includes('\0')) return { refusal: refuse('notText') }
  const text = read.text.replaceAll('\0', '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd')
  const pageStarts = (read.pages ?? []).map(({ start, page }) => ({ start, page }))
  const passages = paragraphsIn(text, pageStarts)
  return passages.length > 0
    ? { text, pageStarts, passages, silentPages: [...(read.silent ?? [])] }
    : { refusal: refuse('reportWithoutText') }
}

const common = ({ file, book }: Settled) => ({
  name: file.name,
  sha256: file.sha256,
  size: file.size,
  media: mediaOf(file.name),
  importedOn: book.today,
  importedBy: book.actor.account,
  batch: book.batch,
  jurisdiction: book.actor.jurisdiction,
})

function documentOf(settled: Settled, { text, passages, pageStarts, silentPages }: Paper): Document {
  const { before } = settled
  const lines = passages.map(({ start, end }) => text.slice(start, end))
  const known = before?.state === 'read' ? before : null
  return {
    id: before?.id ?? newId(),
    ...common(settled),
    ...factsOf(guess({ name: settled.file.name, lines }), known),
    unit: before?.unit ?? null,
    state: 'read',
    reason: null,
    reasonFacts: null,
    characters: text.length,
    paragraphs: passages.length,
    headings: passages.filter(({ heading }) => heading !== null).length,
    pages: pageStarts.at(-1)?.page ?? null,
    silentPages,
    version: before?.version ?? 1,
  }
}

const unreadableOf = (settled: Settled, refusal: Refusal): Document => ({
  id: newId(),
  ...common(settled),
  ...factsOf(guess({ name: settled.file.name, lines: [] }), null),
  unit: null,
  state: 'unreadable',
  reason: refusal.code,
  reasonFacts: refusal.facts ?? null,
  characters: 0,
  paragraphs: 0,
  headings: 0,
  pages: null,
  silentPages: [],
  version: 1,
})

/** The paper's former text becomes an edition, its paragraphs make room for the new ones. */
async function putAside(tx: Writer, { file, book, before }: Settled): Promise<void> {
  const former = before?.state === 'read' ? await store.findText(tx, before.id) : undefined
  if (!before || !former) return
  const { sha256, size, media, importedOn } = before
  const edition = {
    id: newId(),
    document: before.id,
    sha256,
    size,
    media,
    importedOn,
    text: former.text,
    pageStarts: former.pageStarts,
    replacedOn: book.today,
    batch: book.batch,
  }
  await book.keep(tx, 'documentEdition', [{ given: givenOf(file), record: edition }], { key: ['id'] })
  await book.drop(tx, 'paragraph', await store.passageIds(tx, before.id))
}

const givenOf = (file: StoredFile): Given => ({ file: file.name, row: 0, value: null })

/** A paper comes in: new, or as the new edition of the one paper that bears its name. */
async function keepPaper(tx: Writer, settled: Settled, paper: Paper): Promise<string> {
  const { file, book } = settled
  const given = givenOf(file)
  const document = documentOf(settled, paper)
  await book.keep(tx, 'document', [{ given, record: document }], { key: ['id'], leave: [] })
  await putAside(tx, settled)
  const { text, pageStarts } = paper
  const record = { id: newId(), document: document.id, text, folded: foldedText(text), pageStarts }
  await book.keep(tx, 'documentText', [{ given, record }], { key: ['document'] })
  await store.addPassages(tx, document.id, paper.passages)
  await enqueue(tx, 'links.scan', { document: document.id }, `links.scan:${document.id}`)
  return document.id
}

/** The file stays known with its reason, so that nobody takes a search for complete that is not. */
async function keepUnreadable(tx: Writer, settled: Settled, refusal: Refusal, known: readonly Document[]): Promise<void> {
  settled.book.unreadable(settled.file.name, refusal)
  for (const { id } of known.filter(({ state }) => state === 'unreadable')) await store.dropDocument(tx, id)
  await store.addUnreadable(tx, unreadableOf(settled, refusal))
}

/**
 * Which paper of this name the file renews: the only one there is, unless another file of this batch has just brought it
 * (folders may hold files of one name: then each is a paper of its own).
 */
const renewed = (known: readonly Document[], batch: string): Document | null => {
  const readable = known.filter(({ state }) => state === 'read')
  const [only] = readable
  return only && readable.length === 1 && only.batch !== batch ? only : null
}

async function take(tx: Writer, file: StoredFile, book: Book): Promise<void> {
  await store.lockName(tx, file.name)
  const known = (await store.documentsNamed(tx, file.name)).filter(({ jurisdiction }) => jurisdiction === book.actor.jurisdiction)
  const same = known.find(({ sha256, state }) => sha256 === file.sha256 && state === 'read')
  if (same) {
    await book.keep(tx, 'document', [{ given: givenOf(file), record: same }], { key: ['id'] })
    return
  }
  const read = await readPaper({ path: file.path, name: file.name })
  const paper = 'refusal' in read ? read : paperOf(read.value, file.name)
  const settled: Settled = { file, book, before: renewed(known, book.batch) }
  const level = 'refusal' in paper ? null : printedLevel(paper.text)
  const secret = level && whyNotKeep(level, await settingsOf(tx))
  if (secret) return book.unreadable(file.name, secret)
  if ('refusal' in paper) return keepUnreadable(tx, settled, paper.refusal, known)
  for (const { id } of known.filter(({ state }) => state === 'unreadable')) await store.dropDocument(tx, id)
  const document = await keepPaper(tx, settled, paper)
  if (level) await firstLevel(tx, { subject: `document:${document}`, level })
}

async function beforeUndo(tx: Writer, batch: string): Promise<null> {
  for (const document of await store.forgetDerived(tx, batch)) await enqueue(tx, 'links.scan', { document }, `links.scan:${document}`)
  return null
}

const reportsIntake: FileIntake = {
  what: 'reports',
  title: words.what,
  accepts: paperExtensions,
  take,
  keepsFiles: true,
  beforeUndo,
}
export const intakes: readonly FileIntake[] = [reportsIntake]
