import { sql } from 'kysely'
import { addDays, addYears, type Day } from '../../kernel/day.ts'
import { countOf, type Reader, type Writer } from '../../platform/db.ts'
import type { RetentionRule } from './model.ts'

type Held = { held: number | null; expired: number | null }
const startOf = (day: Day) => `${day}T00:00:00+08:00`

/** The day before which a record of this kind is past its term; null when it is kept for ever. */
export function lastKept(rule: Pick<RetentionRule, 'years' | 'days'>, today: Day): Day | null {
  if (rule.days !== null) return addDays(today, -rule.days)
  return rule.years === null ? null : addYears(today, -rule.years)
}

const counts = {
  trail: (read: Reader, before: string | null) => {
    const all = read.selectFrom('trail').select((of) => of.fn.countAll<number>().as('count'))
    return before === null ? all : all.where('at', '<', before)
  },
  document: (read: Reader, before: string | null) => {
    const all = read.selectFrom('document').select((of) => of.fn.countAll<number>().as('count'))
    return before === null ? all : all.where('importedOn', '<', sql<Day>`${before}::timestamptz::date`)
  },
  session: (read: Reader, before: string | null) => {
    const all = read.selectFrom('session').select((of) => of.fn.countAll<number>().as('count'))
    return before === null ? all : all.where('endsAt', '<', before)
  },
  replay: (read: Reader, before: string | null) => {
    const all = read.selectFrom('replay').select((of) => of.fn.countAll<number>().as('count'))
    return before === null ? all : all.where('at', '<', before)
  },
  reading: (read: Reader, before: string | null) => {
    const all = read.selectFrom('dossierReading').select((of) => of.fn.countAll<number>().as('count'))
    return before === null ? all : all.where('until', '<', before)
  },
  personal: (read: Reader, before: string | null) => {
    const all = read.selectFrom('official').select((of) => of.fn.countAll<number>().as('count'))
    if (before === null) return all
    return all.where(
      sql<boolean>`exists (select from tenure t where t.official = official.id) and not exists (select from tenure t where t.official = official.id and (t.ends_on is null or t.ends_on >= ${before}::timestamptz::date))`,
    )
  },
} as const
const isCounted = (what: string): what is keyof typeof counts => what in counts

/** How many records of a kind there are, and how many are past their term; null where the kind has no table of its own. */
export async function heldUnder(read: Reader, rule: RetentionRule, today: Day): Promise<Held> {
  if (!isCounted(rule.what)) return { held: null, expired: null }
  const before = lastKept(rule, today)
  const held = await countOf(counts[rule.what](read, null))
  return { held, expired: before === null ? 0 : await countOf(counts[rule.what](read, startOf(before))) }
}

/** Deletes the technical records whose rule says so; answers how many of each. Records of the work are never deleted by a job. */
export async function purge(tx: Writer, rules: readonly RetentionRule[], today: Day): Promise<Record<string, number>> {
  const gone: Record<string, number> = {}
  for (const rule of rules.filter((each) => each.after === 'purge')) {
    const before = lastKept(rule, today)
    if (before !== null) gone[rule.what] = await purgeKind(tx, rule.what, startOf(before))
  }
  return gone
}

async function purgeKind(tx: Writer, what: RetentionRule['what'], before: string): Promise<number> {
  const answered = (rows: readonly { numDeletedRows: bigint }[]) => Number(rows[0]?.numDeletedRows ?? 0)
  if (what === 'session') return answered(await tx.deleteFrom('session').where('endsAt', '<', before).execute())
  if (what === 'replay') return answered(await tx.deleteFrom('replay').where('at', '<', before).execute())
  if (what === 'reading') return answered(await tx.deleteFrom('dossierReading').where('until', '<', before).execute())
  return 0
}
