import { type Day, daysBetween } from '../../kernel/day.ts'
import type { Todo } from './model.ts'

/** From how many days before the due day a matter counts as due soon; a setting of this page, not of law. */
export const soonWithin = 7

export type Urgency = 'late' | 'soon' | 'later'

export function urgencyOf(todo: Pick<Todo, 'dueOn'>, today: Day): Urgency {
  if (!todo.dueOn) return 'later'
  const left = daysBetween({ from: today, to: todo.dueOn })
  if (left < 0) return 'late'
  return left <= soonWithin ? 'soon' : 'later'
}

/** The earliest due day first; what has none stands last, in the order it came. */
export const byUrgency = (todos: readonly Todo[]): Todo[] =>
  [...todos].sort((a, b) => {
    if (a.dueOn === b.dueOn) return 0
    if (a.dueOn === null) return 1
    return b.dueOn === null || a.dueOn < b.dueOn ? -1 : 1
  })

export const standingOf = (todos: readonly Todo[], today: Day): { waiting: number; late: number } => ({
  waiting: todos.length,
  late: todos.filter((todo) => urgencyOf(todo, today) === 'late').length,
})
