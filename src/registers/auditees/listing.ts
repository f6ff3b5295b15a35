import type { Day } from '../../kernel/day.ts'
import { countOf, likeText, type Reader } from '../../platform/db.ts'
import { findUnits, idsBelow } from '../places/store.ts'
import type { ListFilters, OfficialLine } from './contract.ts'
import type { Official } from './model.ts'
import { initialsOf } from './rules/initials.ts'
import { asksDerived, fits, type Known, lineOf, sorted } from './rules/listing.ts'
import { allRules, officialsByIds, officialsSeenFrom, pastAuditsOf, tenuresOf } from './store.ts'

type From = { place: string; today: Day }
type Page = { offset: number; limit: number }

function grouped<T extends { official: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.official)
    if (group) group.push(row)
    else groups.set(row.official, [row])
  }
  return groups
}

/** Everything needed to derive the status of these officials. */
export async function knownOf(read: Reader, officials: readonly string[], today: Day): Promise<Known> {
  const tenures = await tenuresOf(read, officials)
  const units = await findUnits(
    read,
    tenures.map(({ unit }) => unit),
  )
  return {
    tenures: grouped(tenures),
    audits: grouped(await pastAuditsOf(read, officials)),
    units: new Map(units.map((unit) => [unit.id, unit])),
    rules: await allRules(read),
    today,
  }
}

async function idsByInitials(read: Reader, place: string, initials: string): Promise<string[]> {
  const all = await officialsSeenFrom(read, place).select(['official.id', 'official.name']).execute()
  return all.filter(({ name }) => initialsOf(name).startsWith(initials)).map(({ id }) => id)
}

/** Officials seen from the place whose name, former name, number or initials fit the keyword. */
async function named(read: Reader, from: From, keyword: string | undefined) {
  const seen = officialsSeenFrom(read, from.place)
  if (!keyword) return seen
  const byInitials = /^[a-z]{2,6}$/i.test(keyword) ? await idsByInitials(read, from.place, keyword.toLowerCase()) : []
  const word = `%${likeText(keyword)}%`
  return seen.where((is) =>
    is.or([
      is('official.name', 'ilike', word),
      is('official.number', 'ilike', word),
      is(is.cast<string>('official.formerNames', 'text'), 'ilike', word),
      ...(byInitials.length > 0 ? [is('official.id', 'in', byInitials.slice(0, 5000))] : []),
    ]),
  )
}

const linesOf = async (read: Reader, officials: readonly Official[], today: Day): Promise<OfficialLine[]> => {
  const known = await knownOf(
    read,
    officials.map(({ id }) => id),
    today,
  )
  return officials.map((official) => lineOf(official, known))
}

/** By name or number alone the database pages; every other question derives all lines first. */
export async function officialsThatFit(
  read: Reader,
  from: From,
  filters: ListFilters,
  page: Page,
): Promise<{ rows: OfficialLine[]; total: number }> {
  const query = await named(read, from, filters.keyword)
  if (!asksDerived(filters)) {
    const total = await countOf(query.select((is) => is.fn.countAll().as('count')))
    const direction = filters.sort.startsWith('-') ? 'desc' : 'asc'
    const column = filters.sort.endsWith('number') ? 'official.number' : 'official.name'
    const ordered = query.selectAll('official').orderBy(column, direction).orderBy('official.number')
    return { total, rows: await linesOf(read, await ordered.limit(page.limit).offset(page.offset).execute(), from.today) }
  }
  const inside = filters.under ? new Set(await idsBelow(read, filters.under)) : null
  const all = await linesOf(read, await query.selectAll('official').execute(), from.today)
  const fitting = sorted(
    all.filter((line) => fits(line, filters, inside)),
    filters.sort,
  )
  return { total: fitting.length, rows: fitting.slice(page.offset, page.offset + page.limit) }
}

/** The marked officials, or all that fit. */
export async function officialsToExport(
  read: Reader,
  from: From,
  filters: ListFilters & { ids: readonly string[] },
): Promise<OfficialLine[]> {
  if (filters.ids.length === 0) return (await officialsThatFit(read, from, filters, { offset: 0, limit: 1_000_000 })).rows
  return sorted(await linesOf(read, await officialsByIds(read, from.place, filters.ids), from.today), filters.sort)
}
