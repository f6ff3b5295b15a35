import { sql } from 'kysely'
import { countOf, json, type Reader, type Writer } from '../../../platform/db.ts'
import { newId } from '../../../platform/id.ts'
import type { Grade } from '../model.ts'
import type { FlagFilter, FlaggedLine, Proof } from './contract.ts'
import type { Attribution, OtherPerson, ProofKind, SituationRule } from './model.ts'

export const situationRules = (read: Reader): Promise<SituationRule[]> =>
  read.selectFrom('situationRule').selectAll().orderBy('grade').orderBy('code').execute()

export const attributionsOf = (read: Reader, findings: readonly string[]): Promise<Attribution[]> =>
  findings.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('attribution')
        .selectAll()
        .where('finding', 'in', [...findings])
        .orderBy('id')
        .execute()
export const lockAttribution = (tx: Writer, id: string): Promise<Attribution | undefined> =>
  tx.selectFrom('attribution').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

const stored = <A extends Partial<Attribution>>({ slots, links, decisionTrail, claims, flags, ...plain }: A) => ({
  ...plain,
  ...(slots ? { slots: json(slots) } : {}),
  ...(links ? { links: json(links) } : {}),
  ...(decisionTrail ? { decisionTrail: json(decisionTrail) } : {}),
  ...(claims ? { claims: json(claims) } : {}),
  ...(flags ? { flags: json(flags) } : {}),
})
export async function addAttribution(tx: Writer, row: Omit<Attribution, 'id' | 'version'>): Promise<Attribution> {
  const { slots, links, decisionTrail, claims, flags, ...plain } = row
  const parts = {
    slots: json(slots),
    links: json(links),
    decisionTrail: json(decisionTrail),
    claims: json(claims),
    flags: json(flags),
  }
  return tx
    .insertInto('attribution')
    .values({ id: newId(), version: 1, ...plain, ...parts })
    .returningAll()
    .executeTakeFirstOrThrow()
}
export const changeAttribution = (tx: Writer, { id, version }: Attribution, to: Partial<Attribution>): Promise<Attribution> =>
  tx
    .updateTable('attribution')
    .set({ ...stored(to), version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

type Graded = { finding: string; official: string; tenure: string | null; grade: Grade }
/** Sets the grade an official bears for a finding; answers the responsibility's id. */
export async function setGrade(tx: Writer, { finding, official, tenure, grade }: Graded): Promise<string> {
  const row = await tx
    .insertInto('responsibility')
    .values({ id: newId(), finding, official, tenure, grade })
    .onConflict((same) => same.columns(['finding', 'official']).doUpdateSet({ grade }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export const othersOf = (read: Reader, finding: string): Promise<OtherPerson[]> =>
  read.selectFrom('otherPerson').selectAll().where('finding', '=', finding).orderBy('id').execute()
export const addOther = (tx: Writer, person: Omit<OtherPerson, 'id'>): Promise<OtherPerson> =>
  tx
    .insertInto('otherPerson')
    .values({ id: newId(), ...person })
    .returningAll()
    .executeTakeFirstOrThrow()

/** An official's posts in any of these units, the earliest first. */
export const heldIn = (read: Reader, official: string, units: readonly string[]) =>
  read
    .selectFrom('tenure')
    .select(['id', 'official', 'startsOn', 'endsOn'])
    .where('official', '=', official)
    .where('unit', 'in', [...units])
    .orderBy('startsOn')
    .execute()

const proofSources: readonly { kind: ProofKind; says: 'title' | 'duty' | 'matter' }[] = [
  { kind: 'evidence', says: 'title' },
  { kind: 'duty', says: 'duty' },
  { kind: 'keyDecision', says: 'matter' },
]
/** What of a project may stand behind a slot: its evidence sheets, its list of duties, its list of decisions. */
export async function proofsOf(read: Reader, project: string): Promise<Proof[]> {
  const all = await Promise.all(
    proofSources.map(({ kind, says }) =>
      read
        .selectFrom(kind)
        .select(['id', 'number', sql<string>`${sql.ref(says)}`.as('called')])
        .where('project', '=', project)
        .orderBy('number')
        .limit(500)
        .execute(),
    ),
  )
  return all.flatMap((rows, at) => {
    const kind = proofSources[at]?.kind ?? 'evidence'
    return rows.map(({ id, number, called }) => ({ kind, record: id, label: `${number} ${called}` }))
  })
}

const flagged = (read: Reader, { show }: FlagFilter) => {
  const query = read
    .selectFrom('attribution')
    .innerJoin('finding', 'finding.id', 'attribution.finding')
    .innerJoin('project', 'project.id', 'finding.project')
    .innerJoin('responsibility', 'responsibility.id', 'attribution.responsibility')
    .innerJoin('official', 'official.id', 'attribution.official')
  if (show === 'toReview') return query.where('attribution.state', '=', 'set')
  const some = query.where(sql<boolean>`attribution.flags <> '[]'::jsonb`)
  return show === 'stopped' ? some.where(sql<boolean>`attribution.flags @> '[{"stops":true}]'::jsonb`) : some
}
/** One page of responsibilities the checker has something against, or that wait for review; the latest first. */
export async function listFlagged(read: Reader, filter: FlagFilter): Promise<{ rows: FlaggedLine[]; total: number }> {
  const total = await countOf(flagged(read, filter).select((of) => of.fn.countAll().as('count')))
  const rows = await flagged(read, filter)
    .select(['attribution.id', 'attribution.finding', 'attribution.flags', 'attribution.state', 'attribution.setName', 'attribution.setOn'])
    .select(['finding.number', 'finding.title', 'official.name', 'responsibility.grade', 'project.title as project'])
    .orderBy('attribution.setOn', 'desc')
    .orderBy('attribution.id')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  return { rows, total }
}
