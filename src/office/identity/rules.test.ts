import { expect, test } from 'vitest'
import { roleMay } from './policy/policy.ts'
import { afterFailure, limits, sessionEnd, sessionLives, whyNotPassword, whyNotSignIn } from './rules.ts'

const now = '2026-11-20T02:00:00.000Z'

test('a disabled account is refused, a locked one is told until when', () => {
  expect(whyNotSignIn({ disabledOn: null, lockedUntil: null }, now)).toBeNull()
  expect(whyNotSignIn({ disabledOn: null, lockedUntil: '2026-11-20T02:10:00.000Z' }, now)).toEqual({
    code: 'accountLocked',
    facts: { until: '2026-11-20T02:10:00.000Z' },
  })
  expect(whyNotSignIn({ disabledOn: null, lockedUntil: '2026-11-20T01:59:59.000Z' }, now)).toBeNull()
})

test('the last allowed failure locks the account for a quarter of an hour and starts counting anew', () => {
  expect(afterFailure({ failures: 0 }, now)).toEqual({ failures: 1, lockedUntil: null })
  expect(afterFailure({ failures: limits.failures - 1 }, now)).toEqual({ failures: 0, lockedUntil: '2026-11-20T02:15:00.000Z' })
})

test('a session ends when idle too long, and at its absolute end however busy', () => {
  const session = { seenAt: now, endsAt: sessionEnd(now) }
  expect(sessionLives(session, '2026-11-20T03:59:59.000Z')).toBe(true)
  expect(sessionLives(session, '2026-11-20T04:00:00.000Z')).toBe(false)
  expect(sessionLives({ ...session, seenAt: '2026-11-20T13:59:00.000Z' }, '2026-11-20T14:00:00.000Z')).toBe(false)
})

test.each([
  ['short1', 'weakPassword'],
  ['longbutnodigits', 'weakPassword'],
  ['12345678901', 'weakPassword'],
  ['long-enough-1', undefined],
])('the password "%s" is answered with %s', (password, code) => {
  expect(whyNotPassword(password)?.code).toBe(code)
})

test.each([
  ['clerk', 'trail.list', 'ask', false],
  ['auditAdmin', 'trail.list', 'ask', true],
  ['systemAdmin', 'trail.list', 'ask', false],
  ['systemAdmin', 'portrait.one', 'ask', false],
  ['systemAdmin', 'identity.createAccount', 'act', true],
  ['securityAdmin', 'identity.createAccount', 'act', false],
  ['clerk', 'identity.createAccount', 'act', false],
  ['clerk', 'identity.accounts', 'ask', false],
  ['clerk', 'portrait.one', 'ask', true],
  ['organisation', 'portrait.one', 'ask', true],
  ['unitStaff', 'portrait.one', 'ask', false],
  ['official', 'auditees.list', 'ask', false],
  ['nobody', 'identity.me', 'ask', false],
] as const)('%s calling %s (%s) is %s', (role, name, kind, expected) => {
  expect(roleMay(role, { name, kind })).toBe(expected)
})
