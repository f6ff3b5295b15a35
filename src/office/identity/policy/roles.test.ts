import { expect, test } from 'vitest'
import { roleMay } from './policy.ts'

test.each([
  ['clerk', 'trail.list', 'ask', false],
  ['auditAdmin', 'trail.list', 'ask', true],
  ['systemAdmin', 'trail.list', 'ask', false],
  ['systemAdmin', 'portrait.one', 'ask', false],
  ['systemAdmin', 'identity.createAccount', 'act', true],
  ['systemAdmin', 'identity.decideOrder', 'act', false],
  ['systemAdmin', 'identity.setSecurityRule', 'act', false],
  ['securityAdmin', 'identity.createAccount', 'act', false],
  ['securityAdmin', 'identity.decideOrder', 'act', true],
  ['securityAdmin', 'portrait.one', 'ask', false],
  ['auditAdmin', 'identity.decideOrder', 'act', false],
  ['auditAdmin', 'identity.orders', 'ask', true],
  ['clerk', 'identity.createAccount', 'act', false],
  ['clerk', 'identity.accounts', 'ask', false],
  ['clerk', 'identity.account', 'ask', false],
  ['clerk', 'identity.orders', 'ask', false],
  ['clerk', 'identity.securityRules', 'ask', false],
  ['clerk', 'identity.mine', 'ask', true],
  ['clerk', 'portrait.one', 'ask', true],
  ['organisation', 'portrait.one', 'ask', true],
  ['unitStaff', 'portrait.one', 'ask', false],
  ['official', 'auditees.list', 'ask', false],
  ['nobody', 'identity.me', 'ask', false],
] as const)('%s calling %s (%s) is %s', (role, name, kind, expected) => {
  expect(roleMay(role, { name, kind })).toBe(expected)
})
