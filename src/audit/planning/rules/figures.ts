import { onTheWay, type PlannedAudit, type Stage, underWay } from '../model.ts'
import type { Built } from './instance.ts'
import { dueYear, type Library } from './library.ts'
import { amountOf } from './rulebook.ts'
import type { Figures } from './shapes.ts'
import { visitOf } from './tags.ts'

const counts: readonly Stage[] = ['candidate', ...underWay]
const unresolved: readonly Stage[] = ['candidate', ...onTheWay]
/** Items that will be audited as things stand: not deferred, not struck off, no proposal of change. */
export const standingItems = (items: readonly PlannedAudit[]): PlannedAudit[] =>
  items.filter(({ stage, change }) => change === 'add' && counts.includes(stage))

/** Proposals of change that are not resolved yet. */
export const openChanges = (items: readonly PlannedAudit[]): PlannedAudit[] =>
  items.filter(({ stage, change }) => change !== 'add' && unresolved.includes(stage))

/** The plan as it would be with its proposals of change: moved where they say, without whom they drop. */
export function asProposed<T extends PlannedAudit>(
  standing: readonly T[],
  changes: readonly Pick<PlannedAudit, 'of' | 'change' | 'window' | 'team'>[],
): T[] {
  const proposed = new Map(changes.map((change) => [change.of, change]))
  return standing.flatMap((item) => {
    const change = proposed.get(item.id)
    if (change?.change === 'drop') return []
    return [change ? { ...item, window: change.window, team: change.team } : item]
  })
}

const sum = (items: readonly PlannedAudit[]) => items.reduce((days, { effortDays }) => days + effortDays, 0)
export const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10)

/** Class A posts that are audited within their term: planned no later than the year they are due, or not due in the horizon. */
function withinTerm(library: Library, built: Built, items: readonly PlannedAudit[]): number {
  const subjects = built.instance.subjects.filter((subject) => subject.class === 'A')
  const last = library.plan.year + library.plan.years - 1
  const due = new Map(library.posts.map((post) => [post.tenure.id, dueYear(post)]))
  const kept = subjects.filter(({ id }) => {
    const by = due.get(id) ?? null
    if (by === null || by > last) return true
    return items.some((item) => item.tenure === id && item.year <= Math.max(by, library.plan.year))
  })
  return percentOf(kept.length, subjects.length)
}

/** The head's numbers for one year of the plan: days, coverage, clashes with patrol, and the days of each team and quarter. */
export function figuresOf(library: Library, built: Built, year: number): Figures {
  const items = standingItems(library.items)
  const own = items.filter((item) => item.year === year)
  const at = year - library.plan.year
  const { subjects } = built.instance
  const covered = new Set(items.map(({ tenure }) => tenure))
  const clashes = own.filter((item) => visitOf(item, library.patrols)?.together === false)
  const classA = withinTerm(library, built, items)
  const before = withinTerm(
    library,
    built,
    items.filter((item) => item.stage !== 'candidate'),
  )
  return {
    days: {
      have: library.teams.reduce((days, team) => days + (team.capacityDays[at] ?? []).reduce((all, each) => all + each, 0), 0),
      issued: sum(own.filter(({ stage }) => stage !== 'candidate')),
      candidate: sum(own.filter(({ stage }) => stage === 'candidate')),
    },
    rotation: {
      percent: percentOf(subjects.filter(({ id }) => covered.has(id)).length, subjects.length),
      target: 100,
      years: library.plan.years,
      share: percentOf(new Set(own.map(({ tenure }) => tenure)).size, subjects.length),
      shareTarget: amountOf(library.rules, { kind: 'rotationShare' }, { on: library.today, jurisdiction: library.plan.jurisdiction }, 33),
    },
    classA: { percent: classA, change: Math.round((classA - before) * 10) / 10 },
    clashes: { items: clashes.map(({ id }) => id), mergeable: own.filter((item) => visitOf(item, library.patrols)?.together).length },
    load: library.teams.map(({ team, capacityDays }) => ({
      team: team.id,
      windows: [1, 2, 3, 4].map((window) => ({
        have: capacityDays[at]?.[window - 1] ?? 0,
        used: sum(own.filter((item) => item.team === team.id && item.window === window)),
      })),
    })),
  }
}
