import { expect, test } from 'vitest'
import { z } from 'zod'
import { contracts } from './house.ts'
import { leavesOf } from './kernel/contract.ts'
import { Entry, EntryKind } from './kernel/entry.ts'

/** Answers about accounts, which are nobody's file under audit; `self` is what a person sees of himself. */
const aboutAccounts = new Set([
  'identity.account',
  'identity.accounts',
  'identity.orders',
  'identity.me',
  'identity.mine',
  'custody.settings',
])
const namesOfPersons = /"(?:official|officialId|officialName|officials|bornOn|birth|resume)":\{/

test('an answer that names an official is a reading of a person, and says whose', () => {
  const forgotten = contracts
    .filter(({ kind, reads, gives }) => kind === 'ask' && reads !== 'person' && gives !== 'file')
    .filter(
      ({ name, output }) =>
        !aboutAccounts.has(name) && namesOfPersons.test(JSON.stringify(z.toJSONSchema(output, { unrepresentable: 'any' }))),
    )
  expect(forgotten.map(({ name }) => name)).toEqual([])
})

test('only acts may change something or try to; each leaves an entry of a kind the union knows', () => {
  expect(contracts.filter(({ kind, writes }) => kind === 'ask' && writes !== undefined).map(({ name }) => name)).toEqual([])
  expect(contracts.filter((contract) => !EntryKind.options.includes(leavesOf(contract))).map(({ name }) => name)).toEqual([])
  expect(Entry.options.map(({ shape }) => shape.kind.value).toSorted()).toEqual(EntryKind.options.toSorted())
})

test('works of several transactions are named here, each with its reason', () => {
  const inSteps: Record<string, string> = {
    'intake.run': 'an import commits file by file, each with its entry, so that a broken one does not undo the good ones',
  }
  const unknown = contracts.filter(({ name, writes }) => writes === 'inSteps' && !inSteps[name])
  expect(unknown.map(({ name }) => name)).toEqual([])
})

test('fields that hold a password or a token are secrets of their contract', () => {
  const open = contracts.flatMap(({ name, input, secrets = [] }) =>
    Object.keys(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }).properties ?? {})
      .filter((field) => /^(?:password|old|fresh|token|secret|recoveryCode)$/i.test(field) && !secrets.includes(field))
      .map((field) => `${name} ${field}`),
  )
  expect(open).toEqual([])
})
