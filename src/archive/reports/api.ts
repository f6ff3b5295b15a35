import { basename } from 'node:path'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { mayAct } from '../../office/identity/policy/may.ts'
import type { Reader } from '../../platform/db.ts'
import { found, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { Missing } from '../../platform/stop.ts'
import { findUnit } from '../../registers/places/store.ts'
import { list, one, original, saveFacts, unreadable } from './contract.ts'
import type { Document } from './model.ts'
import { readingOf } from './reading.ts'
import { guessedAfter, whyNotSaveFacts } from './rules/facts.ts'
import * as store from './store.ts'
import { sentenceFor } from './why.ts'

const editionOf = async (read: Reader, document: Document, sha256: string | undefined) =>
  sha256 === undefined || sha256 === document.sha256 ? null : found(await store.findEdition(read, document.id, sha256))

const whyNotUnit = async (read: Reader, unit: string | null): Promise<Refusal | null> =>
  unit === null || (await findUnit(read, unit)) ? null : refuse('reportUnitUnknown')

export const reportsApi = [
  serve(list, ({ input, read }) => store.reportsThatFit(read, input)),

  serve(one, async ({ input, read, actor, seen }) => {
    const document = found(await store.findReport(read, input.id))
    const edition = await editionOf(read, document, input.sha256)
    seen(`document:${document.id}`)
    return {
      document,
      ...(await readingOf(read, document, edition, input)),
      editions: await store.editionsOf(read, document.id),
      twins: await store.twinsOf(read, document),
      may: { saveFacts: mayAct(actor, saveFacts, whyNotSaveFacts(document, actor.jurisdiction)) },
    }
  }),

  serve(original, async ({ input, read, store: files, seen }) => {
    const document = found(await store.findReport(read, input.id))
    const { sha256, media } = (await editionOf(read, document, input.sha256)) ?? document
    if (!files.has(sha256)) throw new Missing()
    seen(`document:${document.id}`)
    return { name: basename(document.name), type: media, bytes: new Uint8Array(await files.read(sha256)) }
  }),

  serve(saveFacts, ({ input, actor, change }) =>
    change(`document:${input.id}`, async (tx) => {
      const kept = found(await store.lockDocument(tx, input.id))
      found(await store.findReport(tx, input.id))
      stopIf(whyNotSaveFacts(kept, actor.jurisdiction))
      stopIfChanged({ given: input.version, kept: kept.version })
      stopIf(await whyNotUnit(tx, input.unit))
      await store.changeFacts(tx, { ...input, guessed: guessedAfter(kept, input) })
      return found(await store.findReport(tx, input.id))
    }),
  ),

  serve(unreadable, async ({ input, read, tongue }) => {
    const { rows, total } = await store.unreadableReports(read, input)
    const lines = rows.map((row) => ({ ...row, code: row.reason ?? '', message: sentenceFor(row, tongue) }))
    return { total, rows: lines }
  }),
]
