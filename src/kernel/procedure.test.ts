import { expect, test } from 'vitest'
import { nextSteps, type Procedure, type Step, stuck, unreachable, whyNotStep } from './procedure.ts'
import { refuse } from './refusal.ts'

const phrase = { zh: '一', en: 'one' }
const step = <S extends string, R extends string, G extends string>(over: Pick<Step<S, R, G>, 'from' | 'to' | 'acts' | 'guards'>) => ({
  title: phrase,
  consult: [],
  document: null,
  clock: null,
  ...over,
})
type State = 'draft' | 'sent' | 'done' | 'lost'
const letter = {
  start: 'draft',
  ends: ['done'],
  states: { draft: phrase, sent: phrase, done: phrase, lost: phrase },
  steps: {
    send: step({ from: ['draft'], to: 'sent', acts: ['clerk'], guards: ['signed'] }),
    file: step({ from: ['sent'], to: 'done', acts: ['keeper'], guards: [] }),
    remind: step({ from: ['sent'], to: 'sent', acts: ['clerk', 'keeper'], guards: [] }),
  },
} satisfies Procedure<State, string, 'clerk' | 'keeper', 'signed'>

const signed = { signed: () => null }
const unsigned = { signed: () => refuse('notSigned') }

test('the next steps are those that lead on from the state, and with a role only those it may take', () => {
  expect(nextSteps(letter, { state: 'sent' })).toEqual(['file', 'remind'])
  expect(nextSteps(letter, { state: 'sent', role: 'clerk' })).toEqual(['remind'])
  expect(nextSteps(letter, { state: 'done' })).toEqual([])
})

test.each([
  ['from the wrong state', { step: 'file', state: 'draft', role: 'keeper' }, signed, 'stepNotFromHere'],
  ['by another role', { step: 'send', state: 'draft', role: 'keeper' }, signed, 'stepNotYours'],
  ['past a guard that says no', { step: 'send', state: 'draft', role: 'clerk' }, unsigned, 'notSigned'],
] as const)('a step is refused %s', (_, asked, guards, code) => {
  expect(whyNotStep(letter, asked, guards)?.code).toBe(code)
})

test('a step that state, role and guards allow is not refused', () => {
  expect(whyNotStep(letter, { step: 'send', state: 'draft', role: 'clerk' }, signed)).toBeNull()
})

test('a state that nothing leads to, or that leads nowhere, is found', () => {
  expect(unreachable(letter)).toEqual(['lost'])
  expect(stuck(letter)).toEqual(['lost'])
})

test('a table that names an unknown state does not compile', () => {
  const wrong = {
    ...letter,
    // @ts-expect-error nowhere is no state of the letter
    start: 'nowhere',
  } satisfies Procedure<State, string, string, 'signed'>
  expect(wrong.start).toBe('nowhere')
})
