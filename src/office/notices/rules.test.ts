import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { byUrgency, standingOf, urgencyOf } from './rules.ts'
import { aTodo } from './samples.ts'

const today = day('2026-11-20')

test.each([
  ['the day before the due day has passed is still in time', '2026-11-20', 'soon'],
  ['the day after it is late', '2026-11-19', 'late'],
  ['a week ahead is due soon', '2026-11-27', 'soon'],
  ['eight days ahead is not yet', '2026-11-28', 'later'],
])('%s', (_, dueOn, urgency) => {
  expect(urgencyOf(aTodo({ dueOn: day(dueOn) }), today)).toBe(urgency)
})

test('what falls due first stands first, what has no due day stands last', () => {
  const listed = byUrgency([aTodo({ dueOn: null }), aTodo({ dueOn: day('2026-12-01') }), aTodo({ dueOn: day('2026-11-01') })])
  expect(listed.map((todo) => todo.dueOn)).toEqual(['2026-11-01', '2026-12-01', null])
})

test('the menu counts everything that waits and what is late', () => {
  expect(standingOf([aTodo(), aTodo({ dueOn: day('2026-11-01') }), aTodo({ dueOn: null })], today)).toEqual({ waiting: 3, late: 1 })
})
