import { sql } from 'kysely'
import { type Day, Day as DayText } from '../../kernel/day.ts'
import { grouped } from '../../kernel/grouped.ts'
import type { Reader } from '../../platform/db.ts'
import { statusOf } from '../../registers/auditees/rules/listing.ts'
import { allRules, pastAuditsOf, tenuresOf } from '../../registers/auditees/store.ts'
import { inside } from '../../registers/places/store.ts'
import { isNotWithdrawn } from '../papers/withdrawn.ts'
import { forcesOf } from './forces.ts'
import { begunItems, latestFunds, latestPatrols, leadsBy, spentBy, tiesByAuditor } from './gather-records.ts'
import type { YearPlan } from './model.ts'
import type { Library, LibraryPost } from './rules/library.ts'
import { itemsOf, pinsOf } from './store.ts'
import { allPlanningRules, entrustmentsIn, patrolsFrom } from './store-force.ts'
import { jurisdictionNames } from './store-names.ts'

/** Principal posts of a place, held now or left while an audit may still be owed. */
async function principalsIn(read: Reader, place: string, since: Day) {
  return read
    .selectFrom('tenure')
    .innerJoin('official', 'official.id', 'tenure.official')
    .where('tenure.jurisdiction', 'like', inside(place))
    .where('tenure.headship', 'in', ['head', 'acting'])
    .where((is) => is.or([is('tenure.endsOn', 'is', null), is('tenure.endsOn', '>=', since)]))
    .selectAll('tenure')
    .select(['official.name', 'official.number'])
    .orderBy('official.number')
    .orderBy('tenure.startsOn')
    .execute()
}

type Counted = { official: string; unit: string; count: number; record: string | null }
const counted = (rows: readonly Counted[]) => {
  const byPost = new Map(rows.map((row) => [`${row.official} ${row.unit}`, { count: Number(row.count), record: row.record }]))
  return (official: string, unit: string) => byPost.get(`${official} ${unit}`) ?? { count: 0, record: null }
}

/** Findings for which each official answers, by unit; one that was withdrawn weighs nothing. */
const findingsBy = (read: Reader, place: string): Promise<Counted[]> =>
  read
    .selectFrom('responsibility')
    .innerJoin('finding', 'finding.id', 'responsibility.finding')
    .where('finding.jurisdiction', 'like', inside(place))
    .where(isNotWithdrawn)
    .groupBy(['responsibility.official', 'finding.unit'])
    .select((of) => [
      'responsibility.official',
      'finding.unit',
      of.fn.countAll<number>().as('count'),
      sql<string>`min(finding.id::text)`.as('record'),
    ])
    .execute()

/** Items not put right, of findings for which each official answers and which stand. */
const unrectifiedBy = (read: Reader, place: string): Promise<Counted[]> =>
  read
    .selectFrom('rectification')
    .innerJoin('finding', 'finding.id', 'rectification.finding')
    .innerJoin('responsibility', 'responsibility.finding', 'finding.id')
    .where('rectification.jurisdiction', 'like', inside(place))
    .where('rectification.state', 'in', ['open', 'claimed'])
    .where(isNotWithdrawn)
    .groupBy(['responsibility.official', 'finding.unit'])
    .select((of) => [
      'responsibility.official',
      'finding.unit',
      of.fn.countAll<number>().as('count'),
      sql<string>`min(rectification.id::text)`.as('record'),
    ])
    .execute()

async function postsOf(read: Reader, plan: YearPlan, today: Day): Promise<LibraryPost[]> {
  const held = await principalsIn(read, plan.jurisdiction, DayText.parse(`${plan.year - 2}-01-01`))
  const officials = [...new Set(held.map(({ official }) => official))]
  const known = {
    tenures: grouped(await tenuresOf(read, officials), ({ official }) => official),
    audits: grouped(await pastAuditsOf(read, officials), ({ official }) => official),
    units: new Map(
      (await read.selectFrom('unit').selectAll().where('jurisdiction', 'like', inside(plan.jurisdiction)).execute()).map((unit) => [
        unit.id,
        unit,
      ]),
    ),
    rules: await allRules(read),
    today,
  }
  const [findings, unrectified] = [
    counted(await findingsBy(read, plan.jurisdiction)),
    counted(await unrectifiedBy(read, plan.jurisdiction)),
  ]
  const [funds, patrolled] = [await latestFunds(read, plan.jurisdiction), await latestPatrols(read, plan.jurisdiction, today)]
  const leads = await leadsBy(read, plan.jurisdiction)
  const entrusted = grouped(await entrustmentsIn(read, plan.jurisdiction), ({ tenure }) => tenure)
  return held.flatMap(({ name, number, ...tenure }) => {
    const unit = known.units.get(tenure.unit)
    if (!unit) return []
    const status = statusOf({ tenure, unit }, known)
    const owed = status.standing.value !== 'left' || ['overdue', 'dueSoon', 'notDue', 'settled'].includes(status.state.value)
    if (!status.subject.value || !owed) return []
    return [
      {
        official: { id: tenure.official, name, number },
        tenure,
        unit,
        status,
        audits: known.audits.get(tenure.official) ?? [],
        findings: findings(tenure.official, unit.id),
        unrectified: unrectified(tenure.official, unit.id),
        entrusted: entrusted.get(tenure.id) ?? [],
        funds: funds.get(unit.id) ?? null,
        patrolled: patrolled.get(unit.id) ?? null,
        leads: leads.get(tenure.official) ?? null,
      },
    ]
  })
}

/** Everything a plan is made from, read once: posts, teams, calendars, patrol rounds, pins, rules and what is planned already. */
export async function gather(read: Reader, plan: YearPlan, asked: { today: Day; replan: boolean }): Promise<Library> {
  const rules = await allPlanningRules(read)
  const years = Array.from({ length: plan.years }, (_, at) => plan.year + at)
  const forces = await forcesOf(read, { place: plan.jurisdiction, years, today: asked.today, rules })
  const tied = await tiesByAuditor(read, forces)
  const posts = await postsOf(read, plan, asked.today)
  return {
    plan,
    ...asked,
    posts,
    teams: forces.map(({ team, skills, days, members }) => ({
      team,
      skills,
      capacityDays: days,
      ties: members.flatMap((member) => tied.get(member.id) ?? []),
    })),
    patrols: await patrolsFrom(read, plan.jurisdiction, plan.year),
    pins: await pinsOf(read, plan.id),
    items: await itemsOf(read, plan.id),
    rules,
    auditeeRules: await allRules(read),
    spent: await spentBy(read, plan.jurisdiction, posts),
    places: await jurisdictionNames(read, plan.jurisdiction),
    begun: await begunItems(read, plan.id),
  }
}
