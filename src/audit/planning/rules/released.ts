import { yearOf } from '../../../kernel/day.ts'
import type { PlannedAudit } from '../model.ts'
import { windowOf } from './capacity.ts'
import { effortOf } from './effort.ts'
import type { Library } from './library.ts'

/** How firmly an item stands, by how far it has come; what is issued is changed by proposal only. */
const firmness = ['consulting', 'meeting', 'committee', 'issued']

const isPast = ({ today }: Library, { year, window }: PlannedAudit) =>
  year < yearOf(today) || (year === yearOf(today) && window <= windowOf(today))

/** What holds its slot for now; an issued item only where the plan is not made anew. */
const holders = (library: Library): PlannedAudit[] =>
  library.items.filter(
    (item) =>
      item.change === 'add' &&
      firmness.includes(item.stage) &&
      (item.stage !== 'issued' || !library.replan) &&
      item.year >= library.plan.year &&
      item.year < library.plan.year + library.plan.years &&
      !isPast(library, item),
  )

function releasedNow(library: Library): ReadonlySet<string> {
  const posts = new Map(library.posts.map((post) => [post.tenure.id, post]))
  const effort = (item: PlannedAudit) => {
    const post = posts.get(item.tenure)
    return post ? effortOf(post, library).days : item.effortDays
  }
  const left = new Map<string, number>(
    library.teams.flatMap(({ team, capacityDays }) =>
      capacityDays.flatMap((days, at) => days.map((each, window) => [`${library.plan.year + at}|${window + 1}|${team.id}`, each] as const)),
    ),
  )
  const firmest = holders(library).toSorted(
    (one, other) => firmness.indexOf(other.stage) - firmness.indexOf(one.stage) || other.score - one.score || (one.id < other.id ? -1 : 1),
  )
  const released = new Set<string>()
  for (const item of firmest) {
    const slot = `${item.year}|${item.window}|${item.team}`
    const days = (left.get(slot) ?? 0) - effort(item)
    if (days >= 0 || item.stage === 'issued') left.set(slot, days)
    else released.add(item.id)
  }
  return released
}

const known = new WeakMap<Library, ReadonlySet<string>>()
/**
 * Items between the letters and the approval whose team has no longer the days for them (it was called away, or is gone): they hold
 * their slot no more. A plan made anew gives them another one, and they are consulted about again. Where some days are left, what has
 * come further, then what is the heavier duty, keeps its place. A quarter that has begun is left as it is.
 */
export function releasedIn(library: Library): ReadonlySet<string> {
  const found = known.get(library) ?? releasedNow(library)
  known.set(library, found)
  return found
}
