import { yearOf } from '../../../kernel/day.ts'
import { say, type Tongue } from '../../../kernel/say.ts'
import { type PlannedAudit, underWay } from '../model.ts'
import { words } from '../words.ts'
import { type Because, because } from './because.ts'
import { windowOf } from './capacity.ts'
import { bansOf, frozenBy, patrolOf, recusedOf } from './duties.ts'
import { effortOf } from './effort.ts'
import { type Library, type LibraryPost, skillOf, togetherOf } from './library.ts'
import type { PlanPin } from './records.ts'
import { amountOf } from './rulebook.ts'

type Placed = Pick<PlannedAudit, 'tenure' | 'year' | 'window' | 'team'>

const isPast = ({ today }: Library, { year, window }: Placed) =>
  year < yearOf(today) || (year === yearOf(today) && window <= windowOf(today))
const isInside = ({ plan }: Library, { year }: Placed) => year >= plan.year && year < plan.year + plan.years

/** What stands in its procedure or is issued, in quarters still to come; the firmest, then the heavier duty first. */
const placedFirmly = (library: Library): PlannedAudit[] =>
  library.items
    .filter((item) => item.change === 'add' && underWay.includes(item.stage) && isInside(library, item) && !isPast(library, item))
    .toSorted(
      (one, other) =>
        underWay.indexOf(other.stage) - underWay.indexOf(one.stage) || other.score - one.score || (one.id < other.id ? -1 : 1),
    )

/** Why no audit of this post may stand in this slot, whatever else stands: the year, the patrol, a recusal, a skill that is gone. */
function whyNotThere(library: Library, post: LibraryPost, { year, window, team }: Placed): Because | null {
  const ban = bansOf(post, library).find((each) => each.year === year)
  if (ban) return ban.because
  const visit = patrolOf(post, library)
  if (visit?.year === year && visit.window !== window) return because('patrolElsewhere', { window: visit.window })
  if (recusedOf(post, library).includes(team)) return because('teamRecused')
  const skill = skillOf(post.unit)
  const isTaught = library.teams.some(({ skills }) => skill !== null && skills.includes(skill))
  const force = library.teams.find((each) => each.team.id === team)
  return skill !== null && isTaught && force && !force.skills.includes(skill) ? because('skillGone') : null
}

/** What is let in one after another: days of each slot, audits of each district, the slot of each unit. */
function gate(library: Library) {
  const left = new Map<string, number>(
    library.teams.flatMap(({ team, capacityDays }) =>
      capacityDays.flatMap((days, at) => days.map((each, window) => [`${library.plan.year + at}|${window + 1}|${team.id}`, each] as const)),
    ),
  )
  const audits = new Map<string, number>()
  const slots = new Map<string, string>()
  const ceilingOf = (jurisdiction: string) =>
    amountOf(library.rules, { kind: 'districtCeiling' }, { on: library.today, jurisdiction }, 1000)
  return (post: LibraryPost, at: Placed, isFirm: boolean): Because | null => {
    const { unit } = post
    const slot = `${at.year}|${at.window}|${at.team}`
    const [district, house] = [`${at.year}|${unit.jurisdiction}`, `${at.year}|${togetherOf(unit, library.plan.jurisdiction) ?? unit.id}`]
    const days = (left.get(slot) ?? 0) - effortOf(post, library).days
    const count = (audits.get(district) ?? 0) + 1
    const why =
      whyNotThere(library, post, at) ??
      (days < 0 ? because('daysGone') : null) ??
      (count > ceilingOf(unit.jurisdiction) ? because('ceilingLowered', { count: ceilingOf(unit.jurisdiction) }) : null) ??
      ((slots.get(house) ?? slot) === slot ? null : because('unitApart'))
    if (why && !isFirm) return why
    left.set(slot, days)
    audits.set(district, count)
    slots.set(house, slot)
    return why
  }
}

/**
 * What can no longer stand where it stands, because of what was not known when it was put there. `released`: on the way to the
 * approval, it holds its slot no more. `touched`: issued, a plan made anew proposes a change. `overtaken`: a person's pin that
 * cannot be kept. Each by its id, with the reason.
 */
export type Forbidden = {
  readonly released: ReadonlyMap<string, Because>
  readonly touched: ReadonlyMap<string, Because>
  readonly overtaken: ReadonlyMap<string, Because>
}

function forbiddenNow(library: Library): Forbidden {
  const posts = new Map(library.posts.map((post) => [post.tenure.id, post]))
  const enter = gate(library)
  const [released, touched, overtaken] = [new Map<string, Because>(), new Map<string, Because>(), new Map<string, Because>()]
  const held = new Set<string>()
  for (const item of placedFirmly(library)) {
    const post = posts.get(item.tenure)
    const isIssued = item.stage === 'issued'
    const why = post ? enter(post, item, isIssued && !library.replan) : null
    if (why) (isIssued ? touched : released).set(item.id, why)
    else held.add(`${item.tenure}|${item.year}`)
  }
  for (const pin of library.pins.toSorted((one, other) => (one.setOn < other.setOn ? -1 : 1))) {
    const why = whyOvertaken(library, posts.get(pin.tenure), pin, held, enter)
    if (why) overtaken.set(pin.id, why)
  }
  return { released, touched, overtaken }
}

/** A pin counts only where nothing under way holds that post in that year; pins of one unit that contradict each other are told as such. */
function whyOvertaken(
  library: Library,
  post: LibraryPost | undefined,
  pin: PlanPin,
  held: ReadonlySet<string>,
  enter: ReturnType<typeof gate>,
) {
  const { kind, tenure, year, window, team } = pin
  if (kind !== 'pin' || !post || window === null || team === null || held.has(`${tenure}|${year}`)) return null
  const frozen = frozenBy(library)
  const isOver = frozen !== null && year === frozen.year && window <= frozen.window
  const isDone = library.items.some((item) => item.tenure === tenure && item.year === year && item.stage === 'issued')
  if (isOver) return isDone ? null : because('slotPast')
  const why = enter(post, { tenure, year, window, team }, false)
  return why?.code === 'unitApart' ? null : why
}

const known = new WeakMap<Library, Forbidden>()
/**
 * A team called away, a recusal that arose, a patrol announced, a rule that changed: what each of them touches, and nothing else.
 * Where some days are left, what has come further, then what is the heavier duty, keeps its place; items under way come before
 * pins. A quarter that has begun is left as it is.
 */
export function newlyForbidden(library: Library): Forbidden {
  const found = known.get(library) ?? forbiddenNow(library)
  known.set(library, found)
  return found
}

const sentences: Readonly<Record<string, { zh: string; en: string }>> = words.why
/** A reason as everybody may read it: what rests on a planned leaving is not said. */
export const saysWhy = ({ code, facts }: Because, tongue: Tongue): string =>
  say(code === 'departed' ? words.note.withheld : (sentences[code] ?? words.why.daysGone), tongue, facts)
