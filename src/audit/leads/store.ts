import type { Day } from '../../kernel/day.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import { json } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { Objection } from '../findings/model.ts'
import type { Lead, LeadEvidence, LeadInsidePaper, LeadNote, LeadOpinion, LeadOutcome, LeadPaper, LeadStep } from './model.ts'
import type { LeadOrgan, RouteRule, SanctionRule } from './rules/records.ts'

export const findLead = (read: Reader, id: string): Promise<Lead | undefined> =>
  read.selectFrom('lead').selectAll().where('id', '=', id).executeTakeFirst()
export const lockLead = (tx: Writer, id: string): Promise<Lead | undefined> =>
  tx.selectFrom('lead').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Values of a lead as the database takes them. */
const asRow = <L extends Partial<Lead>>({ evidence, clocks, ...plain }: L) => ({
  ...plain,
  ...(evidence ? { evidence: json(evidence) } : {}),
  ...(clocks ? { clocks: json(clocks) } : {}),
})

export const addLead = ({ evidence, clocks, ...plain }: Lead, tx: Writer): Promise<Lead> =>
  tx
    .insertInto('lead')
    .values({ ...plain, evidence: json(evidence), clocks: json(clocks) })
    .returningAll()
    .executeTakeFirstOrThrow()

export type Moved = Partial<Omit<Lead, 'id' | 'number' | 'jurisdiction' | 'version' | 'draftedBy'>>
export const moveLead = (tx: Writer, lead: Pick<Lead, 'id' | 'version'>, to: Moved): Promise<Lead> =>
  tx
    .updateTable('lead')
    .set({ ...asRow(to), version: lead.version + 1 })
    .where('id', '=', lead.id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const addStep = async (tx: Writer, step: Omit<LeadStep, 'id'>): Promise<void> => {
  await tx
    .insertInto('leadStep')
    .values({ id: newId(), ...step })
    .execute()
}
export const addNote = async (tx: Writer, note: Omit<LeadNote, 'id'>): Promise<void> => {
  await tx
    .insertInto('leadNote')
    .values({ id: newId(), ...note })
    .execute()
}

const stepKeys = ['id', 'lead', 'step', 'account', 'name', 'organ', 'via', 'takenOn', 'text', 'reference'] as const
/** The history of a lead as far as this reader may know it, in the order in which it was written. */
export async function stepsOf(read: Reader, lead: string): Promise<LeadStep[]> {
  const told = await read.selectFrom('leadStep').select(stepKeys).where('lead', '=', lead).execute()
  const kept = await read.selectFrom('leadNote').select(stepKeys).where('lead', '=', lead).execute()
  return [...told, ...kept].sort((a, b) => (a.id < b.id ? -1 : 1))
}

export const opinionsOf = (read: Reader, lead: string): Promise<LeadOpinion[]> =>
  read.selectFrom('leadOpinion').selectAll().where('lead', '=', lead).orderBy('round').orderBy('organ').execute()
export const addOpinions = async (tx: Writer, rows: readonly LeadOpinion[]): Promise<void> => {
  await tx
    .insertInto('leadOpinion')
    .values([...rows])
    .execute()
}
export const saveOpinion = (tx: Writer, { id, ...said }: Pick<LeadOpinion, 'id' | 'stance' | 'text' | 'name' | 'givenOn'>) =>
  tx.updateTable('leadOpinion').set(said).where('id', '=', id).execute()

export const outcomesOf = (read: Reader, lead: string): Promise<LeadOutcome[]> =>
  read.selectFrom('leadOutcome').selectAll().where('lead', '=', lead).orderBy('decidedOn').orderBy('id').execute()
export const addOutcome = (tx: Writer, outcome: LeadOutcome) => tx.insertInto('leadOutcome').values(outcome).execute()

/** What was proven against an official by a day; a matter not proven is not here, and so in no portrait. */
export const provenOutcomesOf = (read: Reader, about: { official: string; on: Day }): Promise<LeadOutcome[]> =>
  read
    .selectFrom('leadOutcome')
    .innerJoin('lead', 'lead.id', 'leadOutcome.lead')
    .selectAll('leadOutcome')
    .where('leadOutcome.official', '=', about.official)
    .where('leadOutcome.proven', '=', true)
    .where('leadOutcome.decidedOn', '<=', about.on)
    .orderBy('leadOutcome.decidedOn')
    .orderBy('leadOutcome.id')
    .execute()

/** The papers of a lead that the receiver has too, in the order in which they were made. */
export const papersOf = (read: Reader, lead: string): Promise<LeadPaper[]> =>
  read.selectFrom('leadPaper').selectAll().where('lead', '=', lead).orderBy('id').execute()
export const insidePapersOf = (read: Reader, lead: string): Promise<LeadInsidePaper[]> =>
  read.selectFrom('leadInsidePaper').selectAll().where('lead', '=', lead).orderBy('id').execute()
export const letterOf = async (read: Reader, lead: string): Promise<LeadPaper | undefined> =>
  (await papersOf(read, lead)).filter(({ kind }) => kind === 'letter').at(-1)
export const addInsidePaper = (tx: Writer, paper: Omit<LeadInsidePaper, 'id'>) =>
  tx
    .insertInto('leadInsidePaper')
    .values({ id: newId(), ...paper })
    .execute()
export const addPaper = (tx: Writer, paper: Omit<LeadPaper, 'id'>) =>
  tx
    .insertInto('leadPaper')
    .values({ id: newId(), ...paper })
    .execute()

export const allOrgans = (read: Reader): Promise<LeadOrgan[]> => read.selectFrom('leadOrgan').selectAll().orderBy('name').execute()
export const findOrgan = async (read: Reader, id: string | null): Promise<LeadOrgan | null> =>
  id === null ? null : ((await read.selectFrom('leadOrgan').selectAll().where('id', '=', id).executeTakeFirst()) ?? null)
export const routeRules = (read: Reader): Promise<RouteRule[]> =>
  read.selectFrom('routeRule').selectAll().orderBy('priority').orderBy('code').execute()
export const sanctionRules = (read: Reader): Promise<SanctionRule[]> =>
  read.selectFrom('sanctionRule').selectAll().orderBy('kind').orderBy('id').execute()

export const objectionsTo = async (read: Reader, finding: string | null): Promise<Objection[]> =>
  finding === null ? [] : read.selectFrom('objection').selectAll().where('finding', '=', finding).execute()

/** The evidence that stands behind a finding, as a lead lists it. */
export async function evidenceOf(read: Reader, finding: string): Promise<LeadEvidence[]> {
  const rows = await read
    .selectFrom('findingEvidence')
    .innerJoin('evidence', 'evidence.id', 'findingEvidence.evidence')
    .where('findingEvidence.finding', '=', finding)
    .select(['evidence.id', 'evidence.number', 'evidence.title', 'evidence.provider', 'findingEvidence.page'])
    .orderBy('evidence.number')
    .execute()
  const seen = new Map(rows.map((row) => [row.id, row]))
  return [...seen.values()].map(({ id, number, title, provider, page }) => ({
    name: `${number} ${title}`,
    pages: page === null ? '' : String(page),
    origin: provider,
    evidence: id,
  }))
}

/** The files of evidence sheets, for a package. */
export const filesOfEvidence = (read: Reader, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('evidenceFile')
        .select(['evidence', 'name', 'sha256', 'size'])
        .where('evidence', 'in', [...ids])
        .orderBy('id')
        .execute()

export const unitById = (read: Reader, id: string) =>
  read.selectFrom('unit').select(['id', 'name', 'jurisdiction', 'number']).where('id', '=', id).executeTakeFirst()
export const officialById = async (read: Reader, id: string | null) =>
  id === null ? undefined : read.selectFrom('official').select(['id', 'name', 'number']).where('id', '=', id).executeTakeFirst()
/** The organ that audits, by its project: whose name a letter bears. */
export const auditorOf = async (read: Reader, project: string | null): Promise<string | null> =>
  project === null
    ? null
    : ((await read.selectFrom('project').select('auditedBy').where('id', '=', project).executeTakeFirst())?.auditedBy ?? null)
