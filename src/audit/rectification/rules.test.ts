import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { nextSteps, stuck, unreachable } from '../../kernel/procedure.ts'
import { rectificationProcedure } from './procedure.ts'
import { asOn, claimedFrom, daysLate, paceFrom, recognisedFrom, standing, stateOf, whyNot, whyNotTold } from './rules.ts'
import { anItem } from './samples.ts'

test('every state of the procedure is reached, and none but the end is a dead end', () => {
  expect(unreachable(rectificationProcedure)).toEqual([])
  expect(stuck(rectificationProcedure)).toEqual([])
  expect(nextSteps(rectificationProcedure, { state: 'claimed' })).toEqual(['recognise', 'sendBack'])
})

test.each([
  ['on the due day', '2025-12-15', 'dueSoon', 0],
  ['a day late', '2025-12-16', 'overdue', 1],
  ['long before', '2025-06-01', 'open', 0],
] as const)('an open item %s stands %s', (_, today, stands, late) => {
  expect(standing(anItem(), day(today))).toBe(stands)
  expect(daysLate(anItem(), day(today))).toBe(late)
})
test('an item without a due day is undated, one recognised as done is finished', () => {
  expect(standing(anItem({ dueOn: null }), day('2026-01-01'))).toBe('undated')
  expect(standing(anItem({ state: 'recognised' }), day('2026-01-01'))).toBe('closed')
})

const auditor = { account: 'a1', role: 'auditor', unitId: null }
const leader = { account: 'l1', role: 'leadAuditor', unitId: null }
const staff = { account: 's1', role: 'unitStaff', unitId: 'u12' }
const today = day('2025-11-20')
const ask = (step: Parameters<typeof whyNot>[0], item = anItem(), hand = auditor, more: { dueOn?: ReturnType<typeof day> } = {}) =>
  whyNot(step, { item, unit: 'u12', hand: { ...hand }, today, ...more })?.code

test.each([
  ['the unit reports its own item', 'claim', {}, staff, undefined],
  ['another unit reports it', 'claim', {}, { ...staff, unitId: 'u13' }, 'notThisUnit'],
  ['an auditor reports for the unit', 'claim', {}, auditor, 'stepNotYours'],
  ['an auditor recognises', 'recognise', { state: 'claimed', claimedBy: 's1' }, auditor, undefined],
  ['the claimant recognises', 'recognise', { state: 'claimed', claimedBy: 'a1' }, auditor, 'claimantRecognises'],
  ['the recogniser closes', 'close', { state: 'recognised', recognised: 'done', recognisedBy: 'l1' }, leader, 'recogniserCloses'],
  ['another hand closes', 'close', { state: 'recognised', recognised: 'done', recognisedBy: 'a1' }, leader, undefined],
  ['somebody closes what is not recognised', 'close', {}, leader, 'stepNotFromHere'],
  ['somebody recognises what is closed', 'recognise', { state: 'closed', closedOn: today }, auditor, 'alreadyClosed'],
  ['a closed item is reopened', 'reopen', { state: 'closed', closedOn: today }, leader, undefined],
] as const)('%s', (_, step, over, hand, code) => {
  expect(ask(step, anItem({ ...over }), { ...hand } as typeof auditor)).toBe(code)
})

test.each([
  ['later than the old day', '2026-01-31', undefined],
  ['the same day', '2025-12-15', 'extensionNotLater'],
] as const)('more time until %s', (_, dueOn, code) => {
  expect(ask('extend', anItem(), leader, { dueOn: day(dueOn) })).toBe(code)
})
test('an extension must end after today, and needs a due day to extend', () => {
  const late = anItem({ dueOn: day('2025-01-01') })
  expect(ask('extend', late, leader, { dueOn: day('2025-02-01') })).toBe('extensionPast')
  expect(ask('extend', anItem({ dueOn: null }), leader, { dueOn: day('2026-02-01') })).toBe('noDueDay')
})

test.each([
  ['已整改', 'done'],
  ['已完成', 'done'],
  ['正在整改', 'inProgress'],
  ['持续整改', 'longTerm'],
  ['长期', 'longTerm'],
  ['尚未', 'notDone'],
  ['无需整改', 'notNeeded'],
  ['差不多', null],
] as const)('the label %s of a recognition scheme reads as %s', (label, state) => {
  expect(recognisedFrom(label)).toBe(state)
})
test('a unit cannot claim that nothing is needed; paces have their older names', () => {
  expect(claimedFrom('无需整改')).toBeNull()
  expect([paceFrom('立行立改'), paceFrom('限期整改'), paceFrom('不改')]).toEqual(['immediate', 'staged', null])
})

const told = { claimed: null, claimedOn: null, recognised: null, recognisedOn: null, closedOn: null }
test.each([
  ['a claim without its day', { claimed: 'done' }, 'claimWithoutDay'],
  ['a recognition without its day', { recognised: 'done' }, 'recognitionWithoutDay'],
  ['a day without its state', { claimedOn: today }, 'dayWithoutState'],
  ['a closing of unfinished work', { recognised: 'inProgress', recognisedOn: today, closedOn: today }, 'closedWithoutRecognition'],
  ['a closing before the recognition', { recognised: 'done', recognisedOn: today, closedOn: day('2025-01-01') }, 'daysOutOfOrder'],
] as const)('an imported row with %s is refused', (_, over, code) => {
  expect(whyNotTold({ ...told, ...over })?.code).toBe(code)
})

test('a claim newer than the last recognition waits again', () => {
  expect(stateOf({ claimedOn: day('2025-11-02'), recognised: 'inProgress', recognisedOn: day('2025-11-01'), closedOn: null })).toBe(
    'claimed',
  )
  expect(stateOf({ claimedOn: day('2025-11-01'), recognised: 'inProgress', recognisedOn: day('2025-11-01'), closedOn: null })).toBe('open')
})

test('on an earlier day, what happened later is not known', () => {
  const closed = anItem({ state: 'closed', recognised: 'done', recognisedOn: day('2025-11-10'), closedOn: day('2025-11-20') })
  expect(asOn(closed, day('2025-11-15'))).toMatchObject({ state: 'recognised', closedOn: null })
  expect(asOn(closed, day('2025-11-01'))).toMatchObject({ state: 'open', recognised: null })
})
