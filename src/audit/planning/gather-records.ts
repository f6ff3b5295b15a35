import type { Day } from '../../kernel/day.ts'
import type { Reader } from '../../platform/db.ts'
import { inside } from '../../registers/places/store.ts'
import type { Force } from './forces.ts'
import type { PatrolRound, UnitFund } from './model.ts'
import type { LibraryPost, Spent, Tie } from './rules/library.ts'

/** The funds of each unit of a place in the latest year on file. */
export async function latestFunds(read: Reader, place: string): Promise<Map<string, UnitFund>> {
  const rows = await read.selectFrom('unitFund').selectAll().where('jurisdiction', 'like', inside(place)).orderBy('year').execute()
  return new Map(rows.map((row) => [row.unit, row]))
}

/** The latest patrol of each unit of a place that has given its feedback. */
export async function latestPatrols(read: Reader, place: string, today: Day): Promise<Map<string, PatrolRound>> {
  const rows = await read
    .selectFrom('patrolRound')
    .selectAll()
    .where('jurisdiction', 'like', inside(place))
    .where('feedbackOn', '<=', today)
    .orderBy('feedbackOn')
    .execute()
  return new Map(rows.map((row) => [row.unit, row]))
}

/** Leads under way about each official, as far as this reader may know of them; by official. */
export async function leadsBy(read: Reader, place: string): Promise<Map<string, { count: number; record: string }>> {
  const rows = await read
    .selectFrom('lead')
    .select(['id', 'official'])
    .where('jurisdiction', 'like', inside(place))
    .where('official', 'is not', null)
    .where('state', 'not in', ['draft', 'closed', 'cancelled'])
    .orderBy('id')
    .execute()
  const counted = new Map<string, { count: number; record: string }>()
  for (const { id, official } of rows)
    if (official) counted.set(official, { count: (counted.get(official)?.count ?? 0) + 1, record: counted.get(official)?.record ?? id })
  return counted
}

/** Items of a plan for which an audit project has been opened. */
export async function begunItems(read: Reader, plan: string): Promise<ReadonlySet<string>> {
  const rows = await read
    .selectFrom('project')
    .innerJoin('planItem', 'planItem.id', 'project.planItem')
    .where('planItem.plan', '=', plan)
    .select('planItem.id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Person-days written down for each archived project of a place, with the class of the post audited there. */
export async function spentBy(read: Reader, place: string, posts: readonly LibraryPost[]): Promise<Spent[]> {
  const classes = new Map(posts.map(({ unit, status }) => [unit.id, status.class.value]))
  const rows = await read
    .selectFrom('project')
    .innerJoin('workDay', 'workDay.project', 'project.id')
    .where('project.jurisdiction', 'like', inside(place))
    .where('project.state', '=', 'archived')
    .groupBy(['project.id', 'project.title', 'project.unit'])
    .select((of) => ['project.id', 'project.title', 'project.unit', of.fn.sum<number>('workDay.days').as('days')])
    .orderBy('project.id')
    .execute()
  return rows.map(({ id, title, unit, days }) => ({ class: classes.get(unit) ?? null, project: id, title, days: Number(days) }))
}

const kinds = { spouse: 'kinship', kin: 'kinship', inLaw: 'kinship', interest: 'interest', formerPost: 'other', other: 'other' } as const

/** Decided recusals of some accounts, from a unit, an official, or the unit of a project. */
async function decided(read: Reader, accounts: readonly string[]) {
  const rows = await read
    .selectFrom('recusal')
    .leftJoin('project', 'project.id', 'recusal.subject')
    .where('recusal.account', 'in', [...accounts])
    .select(['recusal.id', 'recusal.account', 'recusal.kind', 'recusal.subject', 'recusal.ground', 'recusal.until', 'project.unit'])
    .orderBy('recusal.id')
    .execute()
  return rows.map(({ id, account, kind, subject, ground, until, unit }) => ({
    account,
    unit: kind === 'unit' ? subject : unit,
    official: kind === 'official' ? subject : null,
    kind: kinds[ground],
    endedOn: null,
    until,
    record: `recusal:${id}`,
  }))
}

const declaredKinds = { kin: 'kinship', interest: 'interest', formerPost: 'served', other: 'other', none: 'other' } as const

/** Grounds that members of project teams declared themselves, about the unit of that project. */
async function declared(read: Reader, accounts: readonly string[]) {
  const rows = await read
    .selectFrom('recusalDeclaration as said')
    .innerJoin('project', 'project.id', 'said.project')
    .where('said.account', 'in', [...accounts])
    .where('said.ground', '<>', 'none')
    .select(['said.id', 'said.account', 'said.ground', 'said.leftUnitOn', 'project.unit'])
    .orderBy('said.id')
    .execute()
  return rows.map(({ id, account, ground, leftUnitOn, unit }) => ({
    ...{ account, unit, official: null, kind: declaredKinds[ground], endedOn: leftUnitOn, until: null, record: `recusalDeclaration:${id}` },
  }))
}

/** Every ground on which each auditor keeps away: ties on file here, recusals decided, and what was declared in projects. */
export async function tiesByAuditor(read: Reader, forces: readonly Force[]): Promise<Map<string, Tie[]>> {
  const members = forces.flatMap((force) => force.members)
  const accounts = members.flatMap(({ account }) => account ?? [])
  const ordered = accounts.length > 0 ? [...(await decided(read, accounts)), ...(await declared(read, accounts))] : []
  return new Map(
    members.map(({ id, name, account, ties }) => {
      const open = { official: null, until: null, name }
      const own = ties.map(({ id: tie, unit, kind, endedOn }) => ({ unit, kind, endedOn, ...open, record: `auditorTie:${tie}` }))
      const others = ordered.filter((each) => each.account === account).map(({ account: _account, ...tie }) => ({ ...tie, name }))
      return [id, [...own, ...others]]
    }),
  )
}
