import { sql } from 'kysely'
import { FindingFilter } from '../../audit/findings/filter.ts'
import type { MoneyKind } from '../../audit/findings/model.ts'
import { fitting } from '../../audit/findings/store-list.ts'
import { LeadFilter } from '../../audit/leads/contract.ts'
import { listLeads } from '../../audit/leads/store-list.ts'
import { ProjectFilter } from '../../audit/projects/contract.ts'
import { isReported, listProjects } from '../../audit/projects/store.ts'
import { ItemFilter } from '../../audit/rectification/contract.ts'
import { listItems } from '../../audit/rectification/store.ts'
import type { Day } from '../../kernel/day.ts'
import { countOf, type Reader } from '../../platform/db.ts'
import { inside } from '../../registers/places/store.ts'
import type { Figure, FigureQuery, FigureRoom } from './model.ts'

type At = { read: Reader; today: Day }

/** How many rows the very list shows to which the number leads. */
async function rowsOf({ read, today }: At, room: FigureRoom, query: FigureQuery): Promise<number> {
  const page = { ...query, limit: 1 }
  if (room === 'projects') return (await listProjects(read, ProjectFilter.parse(page))).total
  if (room === 'findings') return countOf(fitting(read, FindingFilter.parse(query)).select((of) => of.fn.countAll().as('count')))
  if (room === 'leads') return (await listLeads(read, { filter: LeadFilter.parse(page), today })).total
  return (await listItems(read, { filter: ItemFilter.parse(page), today })).total
}

async function officialsOf(read: Reader, query: FigureQuery): Promise<number> {
  const { year, place } = ProjectFilter.parse(query)
  let asked = read.selectFrom('projectSubject').innerJoin('project', 'project.id', 'projectSubject.project').where(isReported)
  if (year.length > 0) asked = asked.where('project.year', 'in', year)
  if (place) asked = asked.where('project.jurisdiction', 'like', inside(place))
  const row = await asked.select((of) => of.fn.count<number>('projectSubject.official').distinct().as('count')).executeTakeFirstOrThrow()
  return Number(row.count)
}

const foundBy = (read: Reader, query: FigureQuery) => fitting(read, FindingFilter.parse(query))

async function auditsOf(read: Reader, query: FigureQuery): Promise<number> {
  const row = await foundBy(read, query)
    .select((of) => of.fn.count<number>('finding.project').distinct().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

async function fenOf(read: Reader, query: FigureQuery, kind: MoneyKind): Promise<number> {
  const row = await foundBy(read, query)
    .select(sql<number>`coalesce(sum(money_of(finding.money, ${sql.lit(kind)})), 0)`.as('fen'))
    .executeTakeFirstOrThrow()
  return Number(row.fen)
}

const inBasisPoints = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part * 10_000) / whole))

/** What a number of a report comes to now, as this reader may know it. */
export async function figureValue(at: At, figure: Omit<Figure, 'value'>): Promise<number> {
  const { room, query, measure, over, money } = figure
  switch (measure) {
    case 'count':
      return rowsOf(at, room, query)
    case 'officials':
      return officialsOf(at.read, query)
    case 'audits':
      return auditsOf(at.read, query)
    case 'fen':
      return money === null ? 0 : fenOf(at.read, query, money)
    case 'share':
      return inBasisPoints(await rowsOf(at, room, query), await rowsOf(at, room, over ?? {}))
    case 'auditShare':
      return inBasisPoints(await auditsOf(at.read, query), await rowsOf(at, 'projects', over ?? {}))
  }
}
