import { type Because, because } from './because.ts'
import { atOf, type Library, type LibraryPost, type Spent } from './library.ts'
import { amountOf, planningRule } from './rulebook.ts'

/** Person-days an audit is reckoned at: the rule or the closed projects it rests on, and why. */
export type Effort = {
  readonly days: number
  readonly rule: string | null
  readonly record: string | null
  readonly why: readonly Because[]
}

const middle = (projects: readonly Spent[]): number => {
  const days = projects.map((each) => each.days).toSorted((one, other) => one - other)
  const half = Math.floor(days.length / 2)
  return days.length % 2 === 1 ? (days[half] ?? 0) : ((days[half - 1] ?? 0) + (days[half] ?? 0)) / 2
}

/** As the closed projects of the class took, by their middle one, once there are enough of them; before that, as the rule says. */
export function effortOf(post: LibraryPost, library: Library): Effort {
  const cls = post.status.class.value
  const sample = planningRule(library.rules, { kind: 'effortSample' }, atOf(library))
  const alike = library.spent.filter((each) => each.class !== null && each.class === cls)
  if (sample && alike.length >= Math.max(1, sample.amount)) {
    const [first] = alike
    const why = because('effortFrom', { count: alike.length, first: first?.title ?? '' }, first ? `project:${first.project}` : null)
    return { days: Math.max(1, Math.round(middle(alike))), rule: sample.id, record: why.record, why: [why] }
  }
  const rule = planningRule(library.rules, { kind: 'effort', class: cls }, atOf(library))
  return { days: amountOf(library.rules, { kind: 'effort', class: cls }, atOf(library), 60), rule: rule?.id ?? null, record: null, why: [] }
}
