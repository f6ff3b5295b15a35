import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, day } from '../../kernel/day.ts'
import { Role, type Seat } from './model.ts'
import { addressAfterFailure, afterFailure, waitAfter, whyNotFrom, whyNotSignIn } from './rules/back-off.ts'
import { type Hand, liesWithin, whyNotDecide, whyNotProposeSeat } from './rules/orders.ts'
import { demoPassword, isOverdue, whyNotPassword } from './rules/password.ts'
import { isAdministrator, seatLives, whyNoSeat, whyNotSit, whyNotTogether } from './rules/seats.ts'
import { whyNotCode } from './rules/second-factor.ts'
import { sessionEnd, whyNotSession } from './rules/session.ts'
import { fits } from './rules/settings.ts'
import { aSeat } from './samples.ts'

const now = '2026-11-20T02:00:00.000Z'
const pace = { freeFailures: 2, backoffSeconds: 2, lockFailures: 5, lockMinutes: 15, addressFailures: 30 }

test.each([
  [1, 0],
  [2, 0],
  [3, 2],
  [4, 4],
  [5, 900],
  [6, 1800],
  [12, 86_400],
])('after %i failures in a row the next try waits %i seconds', (failures, seconds) => {
  expect(waitAfter(failures, pace)).toBe(seconds)
})

const paces = fc.record({
  freeFailures: fc.integer({ min: 0, max: 10 }),
  backoffSeconds: fc.integer({ min: 1, max: 60 }),
  lockFailures: fc.integer({ min: 3, max: 20 }),
  lockMinutes: fc.integer({ min: 1, max: 1440 }),
})

test('whatever the settings, waiting never gets shorter with another failure, and never passes a day', () => {
  fc.assert(
    fc.property(paces, fc.integer({ min: 1, max: 60 }), (given, failures) => {
      expect(waitAfter(failures + 1, given)).toBeGreaterThanOrEqual(waitAfter(failures, given))
      expect(waitAfter(failures, given)).toBeLessThanOrEqual(86_400)
      if (failures >= given.lockFailures) expect(waitAfter(failures, given)).toBeGreaterThanOrEqual(given.lockMinutes * 60)
    }),
  )
})

test('whoever waits as long as he is told may try again, and one second earlier he may not', () => {
  fc.assert(
    fc.property(paces, fc.integer({ min: 0, max: 30 }), (given, before) => {
      const after = afterFailure({ failures: before, failedAt: now }, now, given)
      const account = { disabledOn: null, lockedUntil: after.lockedUntil }
      const wait = waitAfter(before + 1, given)
      const at = (seconds: number) => new Date(new Date(now).getTime() + seconds * 1000).toISOString()
      expect(whyNotSignIn(account, at(wait))).toBeNull()
      if (wait > 0) expect(whyNotSignIn(account, at(wait - 1))).toMatchObject({ code: 'accountLocked', facts: { seconds: 1 } })
    }),
  )
})

test('failures older than a day are forgotten; those of an address after a quiet time', () => {
  expect(afterFailure({ failures: 9, failedAt: '2026-11-19T01:00:00.000Z' }, now, pace).failures).toBe(1)
  const address = { address: 'a', failures: 40, failedAt: '2026-11-20T01:44:00.000Z' }
  expect(addressAfterFailure(address, now, pace).failures).toBe(1)
  expect(whyNotFrom(address, now, pace)).toBeNull()
  expect(whyNotFrom({ ...address, failedAt: now }, now, pace)).toMatchObject({ code: 'addressWaits', facts: { seconds: 900 } })
  expect(whyNotFrom({ ...address, failures: 29, failedAt: now }, now, pace)).toBeNull()
})

const someDay = fc
  .integer({ min: 0, max: 2000 })
  .map((count) => day(new Date(Date.UTC(2024, 0, 1) + count * 86_400_000).toISOString().slice(0, 10)))
const spans = fc
  .tuple(someDay, fc.option(someDay, { nil: null }), fc.option(someDay, { nil: null }))
  .map(([fromOn, untilOn, endedOn]) => ({ fromOn, untilOn: untilOn !== null && untilOn < fromOn ? fromOn : untilOn, endedOn }))
const seats = fc
  .tuple(spans, fc.constantFrom(...Role.options))
  .map(([span, role]) => ({ ...span, role, jurisdiction: '990100', unitId: null }))

test('a seat gives access exactly from its first to its last day, and never once it was ended', () => {
  fc.assert(
    fc.property(spans, someDay, (seat, today) => {
      const inside = seat.fromOn <= today && (seat.untilOn === null || today <= seat.untilOn)
      expect(seatLives(seat, today)).toBe(inside && seat.endedOn === null)
    }),
  )
})

test('seats taken one after another as the rule allows never let one person be an administrator and anything else on one day', () => {
  fc.assert(
    fc.property(fc.array(seats, { maxLength: 12 }), someDay, (wanted, today) => {
      const held: (typeof wanted)[number][] = []
      for (const seat of wanted) if (whyNotTogether(held, seat) === null) held.push(seat)
      const kinds = new Set(
        held.filter((seat) => seatLives(seat, today)).map((seat) => (isAdministrator(seat.role) ? seat.role : 'business')),
      )
      expect(kinds.size).toBeLessThanOrEqual(1)
    }),
  )
})

const on = (fromOn: string, untilOn: string | null = null) => ({ fromOn: day(fromOn), untilOn: untilOn === null ? null : day(untilOn) })
const held = (role: Role, span = on('2026-01-01')): Seat => ({
  ...aSeat,
  ...span,
  role,
  id: 's',
  account: 'a',
  person: 'p',
  endedOn: null,
  endedBy: null,
  accessOrder: 'o',
})

test.each([
  ['auditor', on('2026-01-01'), 'systemAdmin', on('2026-06-01'), 'exclusiveSeat'],
  ['systemAdmin', on('2026-01-01', '2026-05-31'), 'auditor', on('2026-06-01'), undefined],
  ['systemAdmin', on('2026-01-01', '2026-06-01'), 'auditor', on('2026-06-01'), 'exclusiveSeat'],
  ['securityAdmin', on('2026-01-01'), 'auditAdmin', on('2026-06-01'), 'exclusiveSeat'],
  ['auditor', on('2026-01-01'), 'secretary', on('2026-06-01'), undefined],
  ['auditor', on('2026-01-01'), 'auditor', on('2026-06-01'), 'seatHeld'],
  ['auditor', on('2026-01-01'), 'clerk', on('2026-06-02', '2026-06-01'), 'spanBackwards'],
] as const)('whoever is %s %j may become %s %j: %s', (role, span, wanted, wantedSpan, code) => {
  expect(whyNotTogether([held(role, span)], { ...aSeat, role: wanted, ...wantedSpan })?.code).toBe(code)
})

test.each([
  ['2025-12-31', 'seatNotYet'],
  ['2026-01-01', undefined],
  ['2026-06-30', undefined],
  ['2026-07-01', 'seatExpired'],
])('on %s a seat of the first half of 2026 is answered with %s', (today, code) => {
  expect(whyNotSit({ ...on('2026-01-01', '2026-06-30'), endedOn: null }, day(today))?.code).toBe(code)
})

test('without a seat one is told the nearest reason: one that comes, one that waits, the last that ended', () => {
  const past = { ...on('2025-01-01', '2025-12-31'), endedOn: null }
  const coming = { ...on('2027-01-01'), endedOn: null }
  const today: Day = day('2026-11-20')
  expect(whyNoSeat([past, coming], true, today).code).toBe('seatNotYet')
  expect(whyNoSeat([past], true, today).code).toBe('seatAwaited')
  expect(whyNoSeat([past], false, today)).toEqual({ code: 'seatExpired', facts: { until: '2025-12-31' } })
})

const hand = (person: string, jurisdiction = '*', unitId: string | null = null): Hand => ({ person, jurisdiction, unitId })
const proposal = { by: hand('root'), beneficiary: 'lin', wanted: aSeat, ground: '', held: [], gifts: [] }
test.each([
  ['somebody’s seat', {}, undefined],
  ['one’s own', { beneficiary: 'root' }, 'ownGrant'],
  ['the seat of whoever gave one’s own', { gifts: [{ giver: 'lin', taker: 'root' }] }, 'grantingEachOther'],
  ['a seat of another place', { by: hand('root', '990121') }, 'beyondPlace'],
  ['a seat of another organ without a ground', { wanted: { ...aSeat, unitId: 'u' } }, 'groundNeeded'],
  ['a seat of another organ with a ground', { wanted: { ...aSeat, unitId: 'u' }, ground: '任用通知一号' }, undefined],
  ['a seat of one’s own organ', { wanted: { ...aSeat, unitId: 'u' }, by: hand('root', '*', 'u') }, undefined],
  ['an excluded seat', { held: [held('auditAdmin')] }, 'exclusiveSeat'],
])('proposing %s is answered with its reason', (_, change, code) => {
  expect(whyNotProposeSeat({ ...proposal, ...change })?.code).toBe(code)
})

const waiting = { state: 'waiting', kind: 'seat' } as const
const decision = { order: waiting, by: hand('guard'), proposer: 'root', beneficiary: 'lin', wanted: aSeat, held: [], gifts: [] }
test.each([
  ['somebody’s order', {}, undefined],
  ['one that was decided', { order: { ...waiting, state: 'done' } as const }, 'orderDecided'],
  ['one’s own proposal', { by: hand('root') }, 'sameHand'],
  ['one’s own benefit', { by: hand('lin') }, 'ownGrant'],
  ['that of whoever gave one’s own', { gifts: [{ giver: 'lin', taker: 'guard' }] }, 'grantingEachOther'],
  ['one of another place', { by: hand('guard', '990121') }, 'beyondPlace'],
  ['one that has become exclusive', { held: [held('systemAdmin')] }, 'exclusiveSeat'],
])('confirming %s is answered with its reason', (_, change, code) => {
  expect(whyNotDecide({ ...decision, ...change })?.code).toBe(code)
})

test.each([
  ['990100', '*', true],
  ['*', '*', true],
  ['*', '990100', false],
  ['990121', '990100', true],
  ['990100', '990121', false],
  ['410100', '990000', false],
])('%s lies within %s: %s', (place, wider, expected) => {
  expect(liesWithin(place, wider)).toBe(expected)
})

const person = { account: 'linyue', name: '林悦' }
test.each([
  ['short1', 'weakPassword'],
  ['longbutnodigits', 'weakPassword'],
  ['12345678901', 'weakPassword'],
  ['password123456', 'commonPassword'],
  ['Admin@123456', 'commonPassword'],
  ['qwertyuiop12', 'commonPassword'],
  ['1qaz2wsx3edc', 'commonPassword'],
  ['woaini5201314', 'commonPassword'],
  ['linyue-is-here-1', 'passwordNamesAccount'],
  ['heron-over-reeds-9', undefined],
  [demoPassword, undefined],
])('the password "%s" is answered with %s', (password, code) => {
  expect(whyNotPassword({ password, ...person }, { passwordLeast: 10 })?.code).toBe(code)
})

test('a password is over its days only where days are set', () => {
  expect(isOverdue('2026-08-01T00:00:00.000Z', now, { passwordDays: 90 })).toBe(true)
  expect(isOverdue('2026-08-30T00:00:00.000Z', now, { passwordDays: 90 })).toBe(false)
  expect(isOverdue('2001-01-01T00:00:00.000Z', now, { passwordDays: 0 })).toBe(false)
})

test.each([
  [null, null, 'wrongCode'],
  [{ step: 100, drift: 0 }, null, undefined],
  [{ step: 101, drift: 1 }, 100, undefined],
  [{ step: 100, drift: 0 }, 100, 'codeUsed'],
  [{ step: 99, drift: -1 }, 100, 'codeUsed'],
  [{ step: 106, drift: 6 }, null, 'clockSkew'],
])('a code found at %j after step %j is answered with %s', (found, lastStep, code) => {
  expect(whyNotCode(found, { lastStep, skew: 1 })?.code).toBe(code)
})

test('a session ends when idle too long, at its absolute end however busy, and for ever once ended', () => {
  const session = { seenAt: now, endsAt: sessionEnd(now, { absoluteMinutes: 720 }), endedAt: null, endedWhy: null }
  const idle = { idleMinutes: 120 }
  expect(whyNotSession(session, '2026-11-20T03:59:59.000Z', idle)).toBeNull()
  expect(whyNotSession(session, '2026-11-20T04:00:00.000Z', idle)?.code).toBe('sessionExpired')
  expect(whyNotSession({ ...session, seenAt: '2026-11-20T13:59:00.000Z' }, '2026-11-20T14:00:00.000Z', idle)?.code).toBe('sessionExpired')
  expect(whyNotSession({ ...session, endedAt: now, endedWhy: 'signedOut' }, now, idle)?.code).toBe('sessionReplayed')
})

test('a setting takes only what it is made for', () => {
  expect([
    fits('idleMinutes', 60),
    fits('idleMinutes', 0),
    fits('idleMinutes', '60'),
    fits('codeRoles', ['clerk']),
    fits('codeRoles', ['king']),
  ]).toEqual([true, false, false, true, false])
})
