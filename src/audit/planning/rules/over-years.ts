import { yearOf } from '../../../kernel/day.ts'
import type { Instance, PlanItem } from '../instance/model.ts'
import { percentOf } from './figures.ts'
import type { HorizonView } from './horizon.ts'
import type { Built } from './instance.ts'
import { countsFrom, dueYear, type Library } from './library.ts'

type Asked = {
  library: Library
  built: Built
  items: readonly PlanItem[]
  missed: { mandatory: number; deadline: number }
  places: ReadonlyMap<string, string>
}
/** A term of office. */
const termYears = 5

const planned = (items: readonly PlanItem[], ids: ReadonlySet<string>, years: readonly number[]) =>
  years.map((year) => items.filter((item) => item.year === year && ids.has(item.subject)).length)
const idsOf = (subjects: Instance['subjects']) => new Set(subjects.map(({ id }) => id))

function rowsBy(asked: Asked, key: 'class' | 'district') {
  const { library, built, items } = asked
  const years = yearsOf(library)
  const values = [...new Set(built.instance.subjects.map((subject) => subject[key]))].toSorted()
  return values.map((value) => {
    const own = built.instance.subjects.filter((subject) => subject[key] === value)
    const ids = idsOf(own)
    const covered = new Set(items.filter((item) => ids.has(item.subject)).map(({ subject }) => subject)).size
    return { value, subjects: own.length, counts: planned(items, ids, years), covered: percentOf(covered, own.length) }
  })
}
export const yearsOf = ({ plan }: Pick<Library, 'plan'>): number[] => Array.from({ length: plan.years }, (_, at) => plan.year + at)

/** Whoever was not audited for so many years, the longest first, with the year the plan has for them. */
function unaudited({ library, built, items }: Asked): HorizonView['unaudited'] {
  const known = idsOf(built.instance.subjects)
  const years = (post: Library['posts'][number]) => yearOf(library.today) - yearOf(countsFrom(post))
  return library.posts
    .filter((post) => known.has(post.tenure.id) && years(post) >= 3)
    .map((post) => ({
      official: post.official.id,
      name: post.official.name,
      unitName: post.unit.name,
      class: post.status.class.value ?? '',
      years: years(post),
      planned:
        items
          .filter(({ subject }) => subject === post.tenure.id)
          .map(({ year }) => year)
          .toSorted()[0] ?? null,
    }))
    .toSorted((one, other) => other.years - one.years)
}

/** Terms of office that end in each year: five years after taking office. */
const termsOf = ({ library, built }: Asked): HorizonView['terms'] => {
  const known = idsOf(built.instance.subjects)
  return yearsOf(library).map((year) => ({
    year,
    count: library.posts.filter(({ tenure }) => known.has(tenure.id) && yearOf(tenure.startsOn) + termYears === year).length,
  }))
}

/** Person-days each year: what the teams have, what the deadlines of that year need, what is planned. */
function capacityOf({ library, built, items }: Asked): HorizonView['capacity'] {
  const effort = new Map(built.instance.subjects.map(({ id, effortDays }) => [id, effortDays]))
  const due = new Map(library.posts.map((post) => [post.tenure.id, dueYear(post)]))
  return yearsOf(library).map((year, at) => ({
    year,
    have: built.instance.teams.reduce((sum, team) => sum + (team.capacityDays[at] ?? []).reduce((all, days) => all + days, 0), 0),
    need: built.instance.subjects
      .filter(({ id, frequencyYears }) => isDueIn(due.get(id) ?? null, frequencyYears, { year, first: library.plan.year }))
      .reduce((sum, { effortDays }) => sum + effortDays, 0),
    planned: items.filter((item) => item.year === year).reduce((sum, { subject }) => sum + (effort.get(subject) ?? 0), 0),
  }))
}
/** A deadline comes again after each cycle; what was due before the horizon is due in its first year. */
function isDueIn(due: number | null, cycle: number, { year, first }: { year: number; first: number }): boolean {
  if (due === null) return false
  const from = Math.max(due, first)
  return year >= from && (year - from) % Math.max(1, cycle) === 0
}

/** The horizon as the page shows it: coverage by year, class and district, the long unaudited, terms that end, days against need. */
export function horizonOf(asked: Asked): HorizonView {
  const { library, built, items, missed, places } = asked
  const years = yearsOf(library)
  const { subjects } = built.instance
  const capacity = capacityOf(asked)
  const known = idsOf(subjects)
  const due = library.posts.filter((post) => known.has(post.tenure.id)).map(dueYear)
  const long = unaudited(asked)
  const atLeast = (least: number) => long.filter((each) => each.years >= least).length
  return {
    years,
    subjects: subjects.length,
    byYear: years.map((year) => {
      const count = items.filter((item) => item.year === year).length
      return {
        year,
        planned: count,
        due: due.filter((each) => each !== null && Math.max(each, library.plan.year) === year).length,
        share: percentOf(count, subjects.length),
      }
    }),
    byClass: rowsBy(asked, 'class').map(({ value, ...row }) => ({ class: value, ...row })),
    byDistrict: rowsBy(asked, 'district').map(({ value, ...row }) => ({ district: value, name: places.get(value) ?? value, ...row })),
    unaudited: long.slice(0, 100),
    unauditedFor: { three: atLeast(3), five: atLeast(5) },
    terms: termsOf(asked),
    capacity,
    left: built.left
      .filter(({ because }) => because.code !== 'otherAuthority')
      .map(({ post, because }) => ({ name: post.official.name, unitName: post.unit.name, because })),
    missed,
  }
}
