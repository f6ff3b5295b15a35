import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { say } from '../../../kernel/say.ts'
import { pinsOf } from '../instance/model.ts'
import type { PlannedAudit, Window } from '../model.ts'
import { words } from '../words.ts'
import { frozenBy } from './duties.ts'
import { asProposed, openChanges, standingItems } from './figures.ts'
import type { Built } from './instance.ts'
import type { Library } from './library.ts'

type No = Refusal<keyof typeof words.refusal>
export type Slot = { year: number; window: Window; team: string }
export type Known = { library: Library; built: Built }

export const slotText = ({ year, window }: { year: number; window: number }): string => say(words.quarter, 'zh', { year, window })
const whySays: Readonly<Record<string, { zh: string; en: string }>> = words.why

/** Why a post may not be audited in a year at all: tenure too short, patrol, audited lately, kept out by hand. */
export function whyNotYear({ library, built }: Known, tenure: string, year: number): No | null {
  const left = built.left.find(({ post }) => post.tenure.id === tenure)
  if (left) return refuse('notInLibrary', { why: say(leftSays[left.because.code] ?? words.left.noClass, 'zh', left.because.facts) })
  const subject = built.instance.subjects.find(({ id }) => id === tenure)
  if (!subject) return refuse('notInLibrary', { why: '–' })
  const last = library.plan.year + library.plan.years - 1
  if (year < library.plan.year || year > last) return refuse('holdOutside', { from: library.plan.year, to: last })
  if (!subject.banYears.includes(year)) return null
  const bans = built.trace.get(tenure)?.find(({ field }) => field === 'banYears')?.why ?? []
  const why = bans.find(({ facts }) => facts.year === undefined || facts.year === year) ?? bans[0]
  const says = why ? say(whySays[why.code] ?? words.why.banned, 'zh', why.facts) : ''
  return refuse('holdBanned', { year, why: says })
}
const leftSays: Readonly<Record<string, { zh: string; en: string }>> = words.left

type At = Pick<PlannedAudit, 'year' | 'window' | 'team'>
/** Whether two stand in the same slot: the same team in the same quarter. */
export const isAt = (one: At) => (other: At) => one.year === other.year && one.window === other.window && one.team === other.team

/**
 * Days that are free for a team in a quarter, when some items are left out of the count: as things stand, or as they will once the
 * proposals of change that are open are resolved, whichever is more. What counts on a change is approved together with it.
 */
export function freeIn({ library }: Known, slot: Slot, without: readonly string[] = []): number {
  const force = library.teams.find(({ team }) => team.id === slot.team)
  const have = force?.capacityDays[slot.year - library.plan.year]?.[slot.window - 1] ?? 0
  const now = standingItems(library.items)
  const used = (items: readonly PlannedAudit[]) =>
    items.filter((item) => isAt(slot)(item) && !without.includes(item.id)).reduce((sum, { effortDays }) => sum + effortDays, 0)
  return have - Math.min(used(now), used(asProposed(now, openChanges(library.items))))
}

/** Another item of the same unit in the same year that stands elsewhere: one unit is audited once a year. */
function contradicting({ library, built }: Known, tenure: string, slot: Slot): No | null {
  const unit = built.instance.subjects.find(({ id }) => id === tenure)?.unit
  const sameUnit = new Set(built.instance.subjects.filter((subject) => subject.unit === unit && subject.id !== tenure).map(({ id }) => id))
  const pin = library.pins.find(
    (each) =>
      each.kind === 'pin' &&
      each.year === slot.year &&
      sameUnit.has(each.tenure) &&
      (each.window !== slot.window || each.team !== slot.team),
  )
  const other = library.posts.find((post) => post.tenure.id === pin?.tenure)
  return pin ? refuse('holdContradicts', { name: pin.name, other: other?.official.name ?? '' }) : null
}

/** What already holds the same post in another year too near to this one: a pin, or an item under way. */
function tooNear({ library, built }: Known, tenure: string, year: number): No | null {
  const gap = Math.max(1, built.instance.gapYears)
  const subject = built.instance.subjects.find(({ id }) => id === tenure)
  const near = pinsOf({ pin: subject?.pin ?? null, furtherPins: subject?.furtherPins ?? [] }).find(
    (pin) => pin.year !== year && Math.abs(pin.year - year) < gap,
  )
  if (!near) return null
  const pin = library.pins.find((each) => each.tenure === tenure && each.year === near.year)
  const item = library.items.find((each) => each.tenure === tenure && each.year === near.year)
  return refuse('holdGap', { slot: slotText(near), name: pin?.name ?? item?.movedBy ?? '', gap })
}

/** Why a post may not stand in a slot by hand: the year, what is past, patrol, recusal, skill, days, or what another pinned. */
export function whyNotHold(known: Known, tenure: string, slot: Slot, without: readonly string[] = []): No | null {
  const { library, built } = known
  const closed = whyNotYear(known, tenure, slot.year)
  if (closed) return closed
  const subject = built.instance.subjects.find(({ id }) => id === tenure)
  const force = library.teams.find(({ team }) => team.id === slot.team)
  if (!subject || !force) return refuse('notInLibrary', { why: '–' })
  const team = force.team.name
  const frozen = frozenBy(library)
  if (frozen && slot.year === frozen.year && slot.window <= frozen.window) return refuse('holdPast', { slot: slotText(slot) })
  const { patrol, skill } = subject
  if (patrol?.year === slot.year && patrol.window !== slot.window)
    return refuse('patrolOtherWindow', { slot: slotText({ year: slot.year, window: patrol.window }) })
  if (subject.recusedTeams.includes(slot.team)) return refuse('holdRecused', { team })
  if (skill !== null && !force.skills.some((each) => each === skill))
    return refuse('holdSkill', { team, skill: skillSays[skill]?.zh ?? skill })
  const left = freeIn(known, slot, without)
  if (left < subject.effortDays)
    return refuse('holdFull', { team, slot: slotText(slot), left: Math.max(0, left), need: subject.effortDays })
  return contradicting(known, tenure, slot) ?? tooNear(known, tenure, slot.year)
}
const skillSays: Readonly<Record<string, { zh: string }>> = words.skill

/** Only a candidate is moved by hand; what is under way is sent back first, and what is issued is changed by proposal. */
export const whyNotTouched = (item: Pick<PlannedAudit, 'stage'>): No | null =>
  item.stage === 'candidate' ? null : refuse('itemUnderWay', { stage: words.stage[item.stage].zh })

/** Only whoever did it, once, and while nothing has changed since. */
export function whyNotUndo(
  edit: { account: string; undone: boolean; after: Readonly<Record<string, number>> },
  now: { account: string; versions: ReadonlyMap<string, number> },
): No | null {
  if (edit.undone) return refuse('undoTwice')
  if (edit.account !== now.account) return refuse('undoNotYours')
  const touched = Object.entries(edit.after).some(([id, version]) => (now.versions.get(id) ?? 0) !== version)
  return touched ? refuse('undoGone') : null
}

/** A proposal of change speaks of an issued item that has no project yet and no other change under way. */
export function whyNotChange(
  item: Pick<PlannedAudit, 'id' | 'stage'>,
  known: { items: readonly PlannedAudit[]; hasProject: boolean },
): No | null {
  if (item.stage !== 'issued') return refuse('itemNotIssued')
  if (known.hasProject) return refuse('projectBegun')
  const other = known.items.find((each) => each.of === item.id && !['removed', 'deferred', 'issued'].includes(each.stage))
  return other ? refuse('changeUnderWay') : null
}
