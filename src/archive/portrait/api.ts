import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { say } from '../../kernel/say.ts'
import { requestCorrection } from '../../office/custody/contract.ts'
import { openReadingOf } from '../../office/custody/store.ts'
import { wordDocument, wordType } from '../../office/documents/word.ts'
import { mayAct } from '../../office/identity/policy/may.ts'
import type { Desk } from '../../platform/desk.ts'
import { houseActor } from '../../platform/jobs.ts'
import { found, type Handler, serve, stopIf } from '../../platform/serve.ts'
import type { Official } from '../../registers/auditees/model.ts'
import { checkPaper, getPortrait, listPortraits, type PortraitAsked, portraitWord } from './contract.ts'
import { portraitOf } from './gather.ts'
import type { Portrait } from './model.ts'
import { portraitDocument } from './portrait.doc.ts'
import { officialMeant, portraitsThatFit } from './store.ts'
import { words } from './words.ts'

/** A dossier is read for a purpose: one open for this reader, one named with the question, or the person's own. The house itself needs none. */
async function whyNotOpen(desk: Desk<PortraitAsked>, official: Pick<Official, 'id' | 'name'>): Promise<Refusal | null> {
  const { input, actor, read, now } = desk
  if (input.purpose || actor.officialId === official.id || actor.account === houseActor.account) return null
  const open = await openReadingOf(read, { subject: `official:${official.id}`, account: actor.account, now })
  return open ? null : refuse('purposeFirst', { subject: `official:${official.id}`, name: official.name })
}

/** The portrait this reader asks for; outside his place it is not found, and reading it is traced. */
export async function portraitFor(desk: Desk<PortraitAsked>): Promise<Portrait> {
  const { input, actor, read, today, seen } = desk
  const official = found(await officialMeant(read, input.official))
  stopIf(await whyNotOpen(desk, official))
  seen(`official:${official.id}`)
  return portraitOf(read, { official, on: input.on ?? today, actor })
}

/** The portrait typeset as a Word file, with its sources at the end; `by` stands behind each page (the web marks its files itself). */
export async function portraitFile(
  desk: Desk<PortraitAsked>,
  by: string | null,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const portrait = await portraitFor(desk)
  const { today, tongue } = desk
  const bytes = await wordDocument(portraitDocument(portrait, { by, today, tongue }))
  return { name: say(words.paper.file, tongue, { name: portrait.official.name, day: portrait.asOf }), bytes }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

const check = serve(checkPaper, async ({ input, read, store }) => {
  const paper = found(await read.selectFrom('document').select('sha256').where('id', '=', input.document).executeTakeFirst())
  const kept = await hashOf(store.path(paper.sha256)).catch(() => null)
  return { sha256: paper.sha256, unchanged: kept === paper.sha256 }
})

export const portraitApi: readonly Handler[] = [
  serve(listPortraits, ({ input, read, today, seen }) => {
    seen('official:list')
    return portraitsThatFit(read, { filter: input, today })
  }),
  serve(getPortrait, async (desk) => {
    const portrait = await portraitFor(desk)
    return { ...portrait, may: { word: mayAct(desk.actor, portraitWord), correct: mayAct(desk.actor, requestCorrection) } }
  }),
  serve(portraitWord, async (desk) => ({ ...(await portraitFile(desk, null)), type: wordType })),
  check,
]
