import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { refuse } from '../../kernel/refusal.ts'
import type { Reader } from '../../platform/db.ts'
import type { FileStore, StoredFile } from '../../platform/files.ts'
import { Refused } from '../../platform/stop.ts'
import type { IssuedPaper } from './model.ts'
import { fieldFacts, headFacts } from './rules/facts.ts'
import { catalogueOf } from './rules/fields.ts'
import type { AnyDocument } from './rules/type.ts'
import { activeTemplate, projectOf } from './store.ts'
import { builtTemplate } from './template/build.ts'
import { type Filled, fillTemplate } from './template/fill.ts'
import { words } from './words.ts'

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Bytes from the file store, refused when they are not what their name says. */
export async function soundBytes(store: FileStore, sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = store.has(sha256) ? await store.read(sha256) : new Uint8Array()
  if (sha256Of(bytes) !== sha256) throw new Refused(refuse('paperTampered'))
  return new Uint8Array(bytes)
}

const built = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
/** The house's own template of a type, built once. */
export function houseTemplate(type: AnyDocument): Promise<Uint8Array<ArrayBuffer>> {
  const known = built.get(type.id) ?? builtTemplate(type)
  built.set(type.id, known)
  return known
}

export type InUse = { id: string | null; sha256: string; bytes: Uint8Array }
/** The office's active template of a type, else the house's own. */
export async function templateInUse(
  from: { read: Reader; store: FileStore },
  about: { type: AnyDocument; jurisdiction: string },
): Promise<InUse> {
  const own = await activeTemplate(from.read, { kind: about.type.id, jurisdiction: about.jurisdiction })
  if (own) return { id: own.id, sha256: own.sha256, bytes: await soundBytes(from.store, own.sha256) }
  const bytes = await houseTemplate(about.type)
  return { id: null, sha256: sha256Of(bytes), bytes }
}

/** What the red mark says after the issuer's name. */
export const markEndOf = (type: AnyDocument): string =>
  type.frame === 'minutes' ? type.name.zh : type.frame === 'letter' ? '' : words.set.markEnd

export type Settable = Pick<IssuedPaper, 'subject' | 'jurisdiction' | 'head' | 'secrecy' | 'number' | 'title' | 'paperOn' | 'fieldValues'>
export type Typeset = Filled & { template: string | null; templateSha256: string }
/** Sets a paper with the template in use: its bytes, and what the template has no place for. */
export async function typeset(from: { read: Reader; store: FileStore }, type: AnyDocument, paper: Settable): Promise<Typeset> {
  const { id, sha256, bytes } = await templateInUse(from, { type, jurisdiction: paper.jurisdiction })
  const entries = catalogueOf(type.fields)
  const project = await projectOf(from.read, paper.subject)
  const head = headFacts(paper, { projectNumber: project?.number ?? null })
  const filled = fillTemplate(bytes, { entries, fields: fieldFacts(entries, paper.fieldValues), head, markEnd: markEndOf(type) })
  return { ...filled, template: id, templateSha256: sha256 }
}

export const keepBytes = (store: FileStore, name: string, bytes: Uint8Array): Promise<StoredFile> =>
  store.save(name, Readable.from([Buffer.from(bytes)]))
