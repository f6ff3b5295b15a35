import { yearOf } from '../../kernel/day.ts'
import type { Desk } from '../../platform/desk.ts'
import { found, Missing } from '../../platform/stop.ts'
import type { PaperView, TypeView } from './contract.ts'
import type { IssuedPaper } from './model.ts'
import { nextNumber, seriesFor } from './numbers.ts'
import { type Documents, typeNamed } from './registry.ts'
import { catalogueOf } from './rules/fields.ts'
import { numberText } from './rules/numbering.ts'
import type { AnyDocument } from './rules/type.ts'
import { editionsOf, findPaper, liesWithin, namesOf, receiptsOf } from './store.ts'
import { sha256Of } from './typeset.ts'

/** A type without its layout and sample. */
export function typeView(type: AnyDocument): TypeView {
  const { id, name, group, frame, numbered, served, secrecy } = type
  return { id, name, group, frame, numbered, served, secrecy, apart: type.apart === true, fields: catalogueOf(type.fields) }
}

/** The paper, if this reader may know it: of his own place, or one his organ was served with. */
export const readable = async ({ read }: Pick<Desk, 'read'>, id: string): Promise<IssuedPaper> => found(await findPaper(read, id))

/** The paper, if it is of this person's own place: only there it is worked on. */
export async function ours(desk: Pick<Desk, 'read' | 'actor'>, id: string): Promise<IssuedPaper> {
  const paper = await readable(desk, id)
  if (!liesWithin(paper.jurisdiction, desk.actor.jurisdiction)) throw new Missing()
  return paper
}

/** Whether the frozen bytes still are what they were when they were frozen. */
export async function isSound({ store }: Pick<Desk, 'store'>, paper: Pick<IssuedPaper, 'sha256'>): Promise<boolean> {
  if (paper.sha256 === null) return true
  return store.has(paper.sha256) && sha256Of(await store.read(paper.sha256)) === paper.sha256
}

async function proposedNumber(
  { read, today }: Pick<Desk, 'read' | 'today'>,
  paper: IssuedPaper,
  type: AnyDocument,
): Promise<string | null> {
  if (!type.numbered || paper.state !== 'draft') return null
  const series = await seriesFor(read, { kind: type.id, jurisdiction: paper.jurisdiction })
  if (!series) return null
  const year = yearOf(paper.paperOn ?? today)
  return numberText(series, { year, number: await nextNumber(read, series, year) })
}

/** One paper with all that its page shows. */
export async function viewOf(desk: Pick<Desk, 'read' | 'actor' | 'store' | 'today'>, house: Documents, id: string): Promise<PaperView> {
  const paper = await readable(desk, id)
  const type = typeNamed(house, paper.kind)
  const editions = await editionsOf(desk.read, paper.id)
  const hands = [paper.draftedBy, paper.frozenBy, paper.issuedBy, ...editions.map(({ madeBy }) => madeBy)]
  return {
    paper,
    type: typeView(type),
    receipts: await receiptsOf(desk.read, [paper.id]),
    editions,
    names: await namesOf(desk.read, hands),
    sound: await isSound(desk, paper),
    nextNumber: await proposedNumber(desk, paper, type),
  }
}
