import type { Calendar } from '../../kernel/calendar.ts'
import { calendarOf } from '../../kernel/calendar.ts'
import { type Due, dueOn, type Suspension } from '../../kernel/clock-rule.ts'
import type { Day } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { json, type Reader, type Writer } from '../../platform/db.ts'
import type { ClockRow, Provision, Regulation, RegulationVersion, Workday } from './model.ts'
import { type RowRule, ruleFor } from './rules/clock.ts'
import { aliasesOf, type KnownTitle } from './rules/names.ts'

const headColumns = [
  ...(['id', 'regulation', 'name', 'adoptedOn', 'effectiveOn', 'effectiveBasis', 'commencedOn'] as const),
  ...(['history', 'articles', 'sha256', 'version'] as const),
] as const
/** A version without its text. */
export type Head = Omit<RegulationVersion, 'text' | 'folded'>

export const allRegulations = (read: Reader): Promise<Regulation[]> => read.selectFrom('regulation').selectAll().orderBy('title').execute()

export const findRegulation = (
  read: Reader,
  which: { id?: string | undefined; title?: string | undefined },
): Promise<Regulation | undefined> =>
  read
    .selectFrom('regulation')
    .selectAll()
    .where((where) => (which.id === undefined ? where('title', '=', which.title ?? '') : where('id', '=', which.id)))
    .executeTakeFirst()

export const headsOf = (read: Reader, regulations: readonly string[]): Promise<Head[]> =>
  regulations.length === 0
    ? Promise.resolve([])
    : read.selectFrom('regulationVersion').select(headColumns).where('regulation', 'in', regulations).execute()

export const findHead = (read: Reader, id: string): Promise<Head | undefined> =>
  read.selectFrom('regulationVersion').select(headColumns).where('id', '=', id).executeTakeFirst()

export const textOf = async (read: Reader, version: string): Promise<string> =>
  (await read.selectFrom('regulationVersion').select('text').where('id', '=', version).executeTakeFirstOrThrow()).text

export const provisionsOf = (read: Reader, version: string): Promise<Provision[]> =>
  read.selectFrom('provision').selectAll().where('regulationVersion', '=', version).orderBy('position').execute()

/** Names of the places that regulations are for. */
export const placeNames = async (read: Reader): Promise<ReadonlyMap<string, string>> => {
  const places = await read
    .selectFrom('jurisdiction')
    .select(['code', 'name'])
    .where('code', 'in', (regulations) => regulations.selectFrom('regulation').select('jurisdiction'))
    .execute()
  return new Map(places.map(({ code, name }) => [code, name]))
}

/** Every title with its short names: what may be cited. */
export const knownTitles = async (read: Reader): Promise<KnownTitle[]> =>
  (await read.selectFrom('regulation').select(['title', 'aliases']).execute()).map(({ title, aliases }) => ({
    title,
    aliases: [...new Set([...aliases, ...aliasesOf(title)])],
  }))

/** Texts in which one of these words stands, with what is needed to look inside. */
export const versionsHolding = (read: Reader, like: readonly string[], only: { versions?: readonly string[] } = {}) =>
  like.length === 0 || only.versions?.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('regulationVersion')
        .selectAll()
        .where((where) => where.or(like.map((words) => where('folded', 'like', words))))
        .$if(only.versions !== undefined, (query) => query.where('id', 'in', only.versions ?? []))
        .execute()

export const clockRows = (read: Reader): Promise<ClockRow[]> =>
  read.selectFrom('clockRule').selectAll().orderBy('rule').orderBy('region').orderBy('validFrom').execute()

export const findClock = (read: Reader, id: string): Promise<ClockRow | undefined> =>
  read.selectFrom('clockRule').selectAll().where('id', '=', id).executeTakeFirst()

export const addClock = (tx: Writer, row: ClockRow): Promise<ClockRow> =>
  tx
    .insertInto('clockRule')
    .values({ ...row, title: json(row.title) })
    .returningAll()
    .executeTakeFirstOrThrow()

export const changeClock = (tx: Writer, { id, version, ...row }: Partial<ClockRow> & Pick<ClockRow, 'id' | 'version'>): Promise<ClockRow> =>
  tx
    .updateTable('clockRule')
    .set({ ...row, ...(row.title ? { title: json(row.title) } : {}), version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const specialDays = (read: Reader, span: { from: Day; to: Day } | null = null): Promise<Workday[]> =>
  read
    .selectFrom('workday')
    .selectAll()
    .$if(span !== null, (query) => query.where('day', '>=', span?.from ?? null).where('day', '<=', span?.to ?? null))
    .orderBy('day')
    .execute()

export const knownYears = (read: Reader) => read.selectFrom('calendarYear').selectAll().orderBy('year').execute()

/** The working-day calendar as it stands now: a changed day counts at once. */
export async function loadCalendar(read: Reader): Promise<Calendar> {
  const [days, years] = await Promise.all([specialDays(read), knownYears(read)])
  return calendarOf(
    days,
    years.map(({ year }) => year),
  )
}

export type DueAsked = {
  rule: string
  from: Day
  region?: string | null | undefined
  actDate?: Day | null | undefined
  suspensions?: readonly Suspension[]
}
export type DueFound = Due & { rule: RowRule }

/** What a whole list of due days is reckoned with, read once. */
export async function openClocks(read: Reader): Promise<(asked: DueAsked) => { value: DueFound } | { refusal: Refusal }> {
  const [rows, calendar] = await Promise.all([clockRows(read), loadCalendar(read)])
  return ({ rule, from, region = null, actDate = null, suspensions = [] }) => {
    const chosen = ruleFor(rows, { rule, from, region, actDate })
    if ('refusal' in chosen) return chosen
    return { value: { ...dueOn(chosen.value, from, calendar, suspensions), rule: chosen.value } }
  }
}

/** The due day of one clock, or why there is none (clockUnknown, clockNotHere, clockHasNoDay). For rooms above. */
export const dueFor = async (read: Reader, asked: DueAsked) => (await openClocks(read))(asked)
