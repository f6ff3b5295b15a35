import { addMonths, day, monthsBetween, yearOf } from '../../../kernel/day.ts'
import { amountRule, monthsOf } from '../../../registers/auditees/rules/rulebook.ts'
import type { Subject } from '../instance/model.ts'
import { type Because, because } from './because.ts'
import { keepsAway, windowOf } from './capacity.ts'
import { atOf, dueYear, hasLeft, type Library, type LibraryPost, leavingDay, type Tie } from './library.ts'
import { amountOf } from './rulebook.ts'

export const yearsOf = ({ plan }: Library): number[] => Array.from({ length: plan.years }, (_, at) => plan.year + at)

/** Years in which the post may not be audited, each with its reason. */
export function bansOf(post: LibraryPost, library: Library): { year: number; because: Because }[] {
  const { tenure, unit, status } = post
  const minimum = amountRule(library.auditeeRules, 'minimumTenure', {
    on: library.today,
    jurisdiction: unit.jurisdiction,
    class: status.class.value,
  })
  const least = monthsOf(minimum) ?? 0
  const gap = amountOf(library.rules, { kind: 'gapYears' }, atOf(library), 0)
  const last = status.lastAudit.value ? yearOf(status.lastAudit.value) : null
  return yearsOf(library).flatMap((year) => {
    const end = day(`${year}-12-31`)
    const short = !hasLeft(post) && tenure.endsOn === null && monthsBetween({ from: tenure.startsOn, to: end }) < least
    const found: Because[] = []
    if (short) found.push(because('tooShort', { year, months: least }, minimum?.id ?? null))
    if (last !== null && year - last < gap && post.entrusted.length === 0 && tenure.endsOn === null)
      found.push(because('auditedLately', { year: last }, post.audits.at(-1)?.id ?? null))
    for (const round of visits(post, library, year)) if (!round.joint) found.push(because('patrolYear', { round: round.round }, round.id))
    for (const ban of library.pins.filter((pin) => pin.kind === 'ban' && pin.tenure === tenure.id && pin.year === year))
      found.push(because('banned', { name: ban.name, reason: ban.reason }, ban.id))
    const latest = lastChance(post, library)
    if (latest !== null && year > latest) found.push(because('departed', { latest }, tenure.id))
    const put = library.items.find(
      (item) => item.tenure === tenure.id && item.year === year && item.stage === 'deferred' && item.change === 'add',
    )
    if (put) found.push(because('deferred', { reason: put.reason ?? '' }, put.id))
    return found.map((why) => ({ year, because: why }))
  })
}

/** The last year in which whoever leaves or has left may still be audited in that post; null for those who stay. */
function lastChance(post: LibraryPost, library: Library): number | null {
  const leaves = leavingDay(post)
  if (leaves === null) return null
  const wanted = dutiesOf(post, library).flatMap(({ years }) => years)
  return Math.max(library.plan.year, yearOf(leaves) + 1, ...wanted)
}

const visits = ({ unit }: LibraryPost, { patrols }: Library, year: number) =>
  patrols.filter((round) => round.unit === unit.id && yearOf(round.startsOn) === year)

/** Whoever leaves is audited before the day by which the departure audit is due; whoever is entrusted, by the year entrusted. */
export function dutiesOf(post: LibraryPost, library: Library): Subject['mandatory'] {
  const years = yearsOf(library)
  const until = (latest: number) => years.filter((year) => year <= Math.max(latest, library.plan.year))
  const entrusted = post.entrusted.map((each) => ({ years: until(each.latestYear), reason: 'entrusted' }))
  const leaves = leavingDay(post)
  const first = amountOf(library.rules, { kind: 'departureFirst' }, atOf(library), 0) > 0
  if (leaves === null || !first || entrusted.length > 0) return entrusted.filter(({ years: some }) => some.length > 0)
  const latest = dueYear(post) ?? yearOf(leaves)
  const wanted = until(latest).filter((year) => year >= yearOf(addMonths(leaves, -12)))
  return wanted.length > 0 ? [{ years: wanted, reason: 'leaving' }] : []
}

/** The first visit within the horizon; what the plan may do in that year depends on it. */
export function patrolOf(post: LibraryPost, library: Library): Subject['patrol'] {
  const years = yearsOf(library)
  const first = library.patrols
    .filter((round) => round.unit === post.unit.id && years.includes(yearOf(round.startsOn)))
    .toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1))[0]
  return first ? { year: yearOf(first.startsOn), window: windowOf(first.startsOn), joint: first.joint } : null
}

/** The quarters that are past, or running when a plan is made anew within its year; null before the year begins. */
export function frozenBy({ plan, today, replan }: Library): { year: number; window: number } | null {
  if (yearOf(today) < plan.year) return null
  const window = replan ? windowOf(today) : windowOf(today) - 1
  return window > 0 ? { year: plan.year, window } : null
}

export const recusedOf = (post: LibraryPost, library: Library): string[] => {
  const years = amountOf(library.rules, { kind: 'recusalYears' }, atOf(library), 0)
  const away = (tie: Tie) => (tie.unit === post.unit.id || tie.official === post.official.id) && keepsAway(tie, library.plan.year, years)
  return library.teams.filter(({ ties }) => ties.some(away)).map(({ team }) => team.id)
}
