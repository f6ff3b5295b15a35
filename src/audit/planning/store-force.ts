import { Day as DayText } from '../../kernel/day.ts'
import { countOf, json, likeText, type Reader, type Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { inside, knownFrom } from '../../registers/places/store.ts'
import type { Auditor, AuditorAbsence, AuditorTie, AuditTeam, Entrustment, PatrolRound, PlannedAudit, PlanningRule } from './model.ts'
import type { EntrustmentLine, PatrolLine } from './rules/shapes.ts'

export const allPlanningRules = (read: Reader): Promise<PlanningRule[]> =>
  read.selectFrom('planningRule').selectAll().orderBy('kind').orderBy('key').orderBy('class').orderBy('startsOn', 'desc').execute()

export const findRule = (read: Reader, id: string): Promise<PlanningRule | undefined> =>
  read.selectFrom('planningRule').selectAll().where('id', '=', id).executeTakeFirst()

export const addRule = (tx: Writer, rule: Omit<PlanningRule, 'id' | 'version'>): Promise<PlanningRule> =>
  tx
    .insertInto('planningRule')
    .values({ id: newId(), version: 1, ...rule })
    .returningAll()
    .executeTakeFirstOrThrow()

export const endRule = async (tx: Writer, rule: PlanningRule, endsOn: PlanningRule['endsOn']): Promise<void> => {
  await tx
    .updateTable('planningRule')
    .set({ endsOn, version: rule.version + 1 })
    .where('id', '=', rule.id)
    .execute()
}

/** The teams a reader of a place may know, those still at work first. */
export const teamsOf = (read: Reader, place: string): Promise<AuditTeam[]> =>
  read
    .selectFrom('auditTeam')
    .selectAll()
    .where(knownFrom({ place, column: 'jurisdiction' }))
    .orderBy('code')
    .execute()

export const findTeam = (read: Reader, id: string): Promise<AuditTeam | undefined> =>
  read.selectFrom('auditTeam').selectAll().where('id', '=', id).executeTakeFirst()

export const findTeamCoded = (read: Reader, code: string, jurisdiction: string): Promise<AuditTeam | undefined> =>
  read.selectFrom('auditTeam').selectAll().where('code', '=', code).where('jurisdiction', '=', jurisdiction).executeTakeFirst()

export const keepTeam = (tx: Writer, team: AuditTeam): Promise<AuditTeam> =>
  tx
    .insertInto('auditTeam')
    .values(team)
    .onConflict((same) => same.column('id').doUpdateSet({ ...team, version: team.version + 1 }))
    .returningAll()
    .executeTakeFirstOrThrow()

export const membersOf = (read: Reader, teams: readonly string[]): Promise<Auditor[]> =>
  teams.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('auditor')
        .selectAll()
        .where('team', 'in', [...teams])
        .orderBy('number')
        .execute()

export const findAuditor = (read: Reader, id: string): Promise<Auditor | undefined> =>
  read.selectFrom('auditor').selectAll().where('id', '=', id).executeTakeFirst()

export const findAuditorNumbered = (read: Reader, number: string): Promise<Auditor | undefined> =>
  read.selectFrom('auditor').selectAll().where('number', '=', number).executeTakeFirst()

export const keepAuditor = (tx: Writer, auditor: Auditor): Promise<Auditor> => {
  const row = { ...auditor, skills: json(auditor.skills) }
  return tx
    .insertInto('auditor')
    .values(row)
    .onConflict((same) => same.column('id').doUpdateSet({ ...row, version: auditor.version + 1 }))
    .returningAll()
    .executeTakeFirstOrThrow()
}

export const absencesOf = (read: Reader, auditors: readonly string[]): Promise<AuditorAbsence[]> =>
  auditors.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('auditorAbsence')
        .selectAll()
        .where('auditor', 'in', [...auditors])
        .orderBy('startsOn')
        .execute()

export const addAbsence = (tx: Writer, absence: Omit<AuditorAbsence, 'id' | 'version'>): Promise<AuditorAbsence> =>
  tx
    .insertInto('auditorAbsence')
    .values({ id: newId(), version: 1, ...absence })
    .onConflict((same) => same.columns(['auditor', 'kind', 'startsOn']).doUpdateSet({ ...absence }))
    .returningAll()
    .executeTakeFirstOrThrow()

export const removeAbsence = (tx: Writer, id: string) =>
  tx.deleteFrom('auditorAbsence').where('id', '=', id).returning('id').executeTakeFirst()

export type NamedTie = AuditorTie & { unitName: string }
export const tiesOf = (read: Reader, auditors: readonly string[]): Promise<NamedTie[]> =>
  auditors.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('auditorTie')
        .innerJoin('unit', 'unit.id', 'auditorTie.unit')
        .selectAll('auditorTie')
        .select('unit.name as unitName')
        .where('auditor', 'in', [...auditors])
        .orderBy('unit.number')
        .execute()

export const addTie = (tx: Writer, tie: Omit<AuditorTie, 'id'>): Promise<AuditorTie> =>
  tx
    .insertInto('auditorTie')
    .values({ id: newId(), ...tie })
    .onConflict((same) => same.columns(['auditor', 'unit', 'kind']).doUpdateSet({ ...tie }))
    .returningAll()
    .executeTakeFirstOrThrow()

export const removeTie = (tx: Writer, id: string) => tx.deleteFrom('auditorTie').where('id', '=', id).returning('id').executeTakeFirst()

const patrolQuery = (read: Reader, place: string, filter: { q?: string | undefined; year?: number | undefined }) => {
  const like = `%${likeText(filter.q ?? '')}%`
  return read
    .selectFrom('patrolRound')
    .innerJoin('unit', 'unit.id', 'patrolRound.unit')
    .where('patrolRound.jurisdiction', 'like', inside(place))
    .$if(Boolean(filter.q), (query) => query.where((is) => is.or([is('round', 'like', like), is('unit.name', 'like', like)])))
    .$if(filter.year !== undefined, (query) =>
      query
        .where('patrolRound.startsOn', '>=', firstDay(filter.year ?? 0))
        .where('patrolRound.startsOn', '<', firstDay((filter.year ?? 0) + 1)),
    )
}
const firstDay = (year: number) => DayText.parse(`${year}-01-01`)

export async function listPatrol(
  read: Reader,
  place: string,
  filter: { q?: string | undefined; year?: number | undefined; offset: number; limit: number },
): Promise<{ rows: PatrolLine[]; total: number }> {
  const total = await countOf(patrolQuery(read, place, filter).select((of) => of.fn.countAll().as('count')))
  const rows = await patrolQuery(read, place, filter)
    .selectAll('patrolRound')
    .select(['unit.name as unitName', 'unit.number as unitNumber'])
    .orderBy('patrolRound.startsOn')
    .orderBy('unit.number')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  return { rows, total }
}

/** Every visit inside a place from a year on. */
export const patrolsFrom = (read: Reader, place: string, year: number): Promise<PatrolRound[]> =>
  read
    .selectFrom('patrolRound')
    .selectAll()
    .where('jurisdiction', 'like', inside(place))
    .where('startsOn', '>=', firstDay(year))
    .orderBy('startsOn')
    .execute()

export const findPatrol = (read: Reader, id: string): Promise<PatrolRound | undefined> =>
  read.selectFrom('patrolRound').selectAll().where('id', '=', id).executeTakeFirst()

export const findVisit = (read: Reader, about: { round: string; unit: string }): Promise<PatrolRound | undefined> =>
  read.selectFrom('patrolRound').selectAll().where('round', '=', about.round).where('unit', '=', about.unit).executeTakeFirst()

export const keepPatrol = (tx: Writer, visit: PatrolRound): Promise<PatrolRound> =>
  tx
    .insertInto('patrolRound')
    .values(visit)
    .onConflict((same) => same.column('id').doUpdateSet({ ...visit, version: visit.version + 1 }))
    .returningAll()
    .executeTakeFirstOrThrow()

const entrustedQuery = (read: Reader, place: string, q?: string) => {
  const like = `%${likeText(q ?? '')}%`
  return read
    .selectFrom('entrustment')
    .innerJoin('official', 'official.id', 'entrustment.official')
    .innerJoin('tenure', 'tenure.id', 'entrustment.tenure')
    .innerJoin('unit', 'unit.id', 'tenure.unit')
    .where('entrustment.jurisdiction', 'like', inside(place))
    .$if(Boolean(q), (query) =>
      query.where((is) =>
        is.or([is('official.name', 'like', like), is('unit.name', 'like', like), is('entrustment.number', 'like', like)]),
      ),
    )
}
export async function listEntrusted(
  read: Reader,
  place: string,
  filter: { q?: string | undefined; offset: number; limit: number },
): Promise<{ rows: EntrustmentLine[]; total: number }> {
  const total = await countOf(entrustedQuery(read, place, filter.q).select((of) => of.fn.countAll().as('count')))
  const rows = await entrustedQuery(read, place, filter.q)
    .selectAll('entrustment')
    .select(['official.name', 'official.number as officialNumber', 'unit.name as unitName', 'tenure.post'])
    .orderBy('entrustment.entrustedOn', 'desc')
    .orderBy('official.number')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  return { rows, total }
}

export const entrustmentsIn = (read: Reader, place: string): Promise<Entrustment[]> =>
  read
    .selectFrom('entrustment')
    .selectAll()
    .where('jurisdiction', 'like', inside(place))
    .where('withdrawnOn', 'is', null)
    .orderBy('entrustedOn')
    .execute()

export const findEntrustment = (read: Reader, id: string): Promise<Entrustment | undefined> =>
  read.selectFrom('entrustment').selectAll().where('id', '=', id).executeTakeFirst()

export const addEntrustment = (tx: Writer, given: Omit<Entrustment, 'id' | 'version' | 'withdrawnOn'>): Promise<Entrustment> =>
  tx
    .insertInto('entrustment')
    .values({ id: newId(), version: 1, withdrawnOn: null, ...given })
    .returningAll()
    .executeTakeFirstOrThrow()

export const withdrawEntrustment = (tx: Writer, given: Entrustment, on: Entrustment['withdrawnOn']): Promise<Entrustment> =>
  tx
    .updateTable('entrustment')
    .set({ withdrawnOn: on, version: given.version + 1 })
    .where('id', '=', given.id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** What is planned for these teams in a year, whatever plan it stands in; nothing deferred, struck off or only proposed as a change. */
export const itemsOfTeams = (read: Reader, teams: readonly string[], year: number): Promise<PlannedAudit[]> =>
  teams.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('planItem')
        .selectAll()
        .where('team', 'in', [...teams])
        .where('year', '=', year)
        .where('change', '=', 'add')
        .where('stage', 'not in', ['deferred', 'removed'])
        .execute()
