import { json, type Reader, type Writer } from '../../../platform/db.ts'
import { newId } from '../../../platform/id.ts'
import type { Finding } from '../model.ts'
import type { EvidenceBehind, PlaceView } from './contract.ts'
import type { FindingEdition, FindingPlace, Said } from './model.ts'

export const lockFinding = (tx: Writer, id: string): Promise<Finding | undefined> =>
  tx.selectFrom('finding').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const numbersOf = async (read: Reader, project: string): Promise<string[]> =>
  (await read.selectFrom('finding').select('number').where('project', '=', project).execute()).map(({ number }) => number)

export const addFinding = (tx: Writer, finding: Finding): Promise<Finding> =>
  tx
    .insertInto('finding')
    .values({ ...finding, money: json(finding.money), basis: json(finding.basis) })
    .returningAll()
    .executeTakeFirstOrThrow()

type Change = Partial<Said & Pick<Finding, 'established' | 'jurisdiction'>>
/** Writes what changed as the next version. */
export const changeFinding = (
  tx: Writer,
  { id, version }: Pick<Finding, 'id' | 'version'>,
  { money, basis, ...plain }: Change,
): Promise<Finding> =>
  tx
    .updateTable('finding')
    .set({ ...plain, ...(money ? { money: json(money) } : {}), ...(basis ? { basis: json(basis) } : {}), version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const removeFinding = (tx: Writer, id: string) => tx.deleteFrom('finding').where('id', '=', id).execute()

export const saidOf = (finding: Finding): Said => {
  const { title, problemClass, standard, facts, cause, consequence, unit, periodFrom, periodTo, actOn, money, basis } = finding
  return { title, problemClass, standard, facts, cause, consequence, unit, periodFrom, periodTo, actOn, money, basis }
}

/** What the finding said in its present version, kept beside it. */
export const addEdition = (tx: Writer, finding: Finding, about: Omit<FindingEdition, 'id' | 'finding' | 'version' | 'said'>) =>
  tx
    .insertInto('findingEdition')
    .values({ id: newId(), finding: finding.id, version: finding.version, said: json(saidOf(finding)), ...about })
    .onConflict((on) => on.columns(['finding', 'version', 'deed']).doNothing())
    .execute()

export const editionsOf = (read: Reader, finding: string): Promise<FindingEdition[]> =>
  read
    .selectFrom('findingEdition')
    .selectAll()
    .where('finding', '=', finding)
    .orderBy('version')
    .orderBy('madeOn')
    .orderBy('deed')
    .execute()

/** The evidence sheets behind findings, as far as the reader knows the fieldwork. */
export async function evidenceBehind(read: Reader, finding: string): Promise<EvidenceBehind[]> {
  const rows = await read
    .selectFrom('findingEvidence')
    .innerJoin('evidence', 'evidence.id', 'findingEvidence.evidence')
    .select(['findingEvidence.id', 'findingEvidence.evidence', 'evidence.number', 'evidence.title', 'evidence.document'])
    .select(['findingEvidence.page', 'evidence.page as ownPage', 'evidence.paragraph'])
    .select(['findingEvidence.startsAt', 'findingEvidence.endsAt', 'findingEvidence.note'])
    .where('findingEvidence.finding', '=', finding)
    .orderBy('evidence.number')
    .execute()
  return rows.map(({ ownPage, ...row }) => ({ ...row, page: row.page ?? ownPage }))
}

/** Records that other people made about a finding: while there are any it is not dropped. */
export async function hangingOn(read: Reader, finding: string): Promise<number> {
  const of = (table: 'responsibility' | 'reply' | 'tolerance' | 'objection' | 'rectification') =>
    read.selectFrom(table).select('id').where('finding', '=', finding).limit(1).execute()
  const found = await Promise.all((['responsibility', 'reply', 'tolerance', 'objection', 'rectification'] as const).map(of))
  return found.flat().length
}

export const findPlace = (read: Reader, id: string): Promise<FindingPlace | undefined> =>
  read.selectFrom('findingPlace').selectAll().where('id', '=', id).executeTakeFirst()
export const keepPlace = (tx: Writer, place: FindingPlace): Promise<FindingPlace | undefined> =>
  tx
    .insertInto('findingPlace')
    .values(place)
    .onConflict((on) => on.doNothing())
    .returningAll()
    .executeTakeFirst()
export const removePlace = (tx: Writer, id: string) => tx.deleteFrom('findingPlace').where('id', '=', id).execute()

/** The span of a paragraph of a paper; undefined when the paper, or the paragraph in it, is not known. */
export const paragraphAt = (read: Reader, at: { document: string; no: number }) =>
  read.selectFrom('paragraph').select(['startsAt', 'endsAt']).where('document', '=', at.document).where('no', '=', at.no).executeTakeFirst()

/** Every place of a finding beside the one in its own report, with the words that stand there. */
export async function placesOfFinding(read: Reader, finding: string): Promise<PlaceView[]> {
  const rows = await read
    .selectFrom('findingPlace')
    .innerJoin('document', 'document.id', 'findingPlace.document')
    .leftJoin('documentText', 'documentText.document', 'document.id')
    .selectAll('findingPlace')
    .select(['document.name', 'document.title', 'documentText.text'])
    .where('findingPlace.finding', '=', finding)
    .orderBy('findingPlace.kind')
    .orderBy('findingPlace.id')
    .execute()
  return rows.map(({ text, ...row }) => ({
    ...row,
    quote: text !== null && row.startsAt !== null && row.endsAt !== null ? text.slice(row.startsAt, row.endsAt) : null,
  }))
}
