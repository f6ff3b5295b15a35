import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageGaps, type Lists } from './rules.ts'

const ids = ['a', 'b', 'c', 'd'] as const
const some = fc.option(fc.constantFrom(...ids), { nil: null })
const numbered = (prefix: string) => ids.map((id) => ({ id, number: `${prefix}-${id}` }))
const listsOf: fc.Arbitrary<Lists> = fc.record({
  duties: fc.subarray(numbered('Z').map((line) => ({ ...line, duty: '职责' }))),
  decisions: fc
    .subarray(numbered('S'))
    .chain((lines) => fc.tuple(...lines.map((line) => some.map((duty) => ({ ...line, matter: '事项', duty }))))),
  checks: fc.subarray(numbered('H')).chain((lines) =>
    fc.tuple(
      ...lines.map((line) =>
        fc.record({
          id: fc.constant(line.id),
          number: fc.constant(line.number),
          step: fc.constant('步骤'),
          duty: some,
          decision: some,
          result: fc.constantFrom(null, 'problem' as const, 'noProblem' as const, 'notChecked' as const),
          finding: some,
          evidence: fc.array(fc.constant('证据'), { maxLength: 2 }),
        }),
      ),
    ),
  ),
})
const of = (lists: Lists, kind: string) =>
  coverageGaps(lists)
    .filter((gap) => gap.kind === kind)
    .map((gap) => gap.id)

test('a duty is a gap exactly when no decision names it, a decision exactly when no check names it', () => {
  fc.assert(
    fc.property(listsOf, (lists) => {
      const without = lists.duties.filter((duty) => !lists.decisions.some((each) => each.duty === duty.id)).map((each) => each.id)
      expect(of(lists, 'dutyWithoutDecision')).toEqual(without)
      const unchecked = lists.decisions.filter((each) => !lists.checks.some((check) => check.decision === each.id)).map((each) => each.id)
      expect(of(lists, 'decisionWithoutCheck')).toEqual(unchecked)
    }),
  )
})

test('a further check never opens a gap in the lists before it', () => {
  const check = {
    id: 'z',
    number: 'H-z',
    step: '步骤',
    duty: 'a',
    decision: 'a',
    result: 'noProblem' as const,
    finding: null,
    evidence: ['证据'],
  }
  fc.assert(
    fc.property(listsOf, (lists) => {
      const before = new Set(coverageGaps(lists).map((gap) => `${gap.kind}${gap.id}`))
      const after = coverageGaps({ ...lists, checks: [...lists.checks, check] })
      expect(after.filter((gap) => !before.has(`${gap.kind}${gap.id}`))).toEqual([])
    }),
  )
})

test('lists that hang together from duty to evidence have no gap', () => {
  const lists: Lists = {
    duties: [{ id: 'a', number: 'Z1', duty: '职责' }],
    decisions: [{ id: 'b', number: 'S1', matter: '事项', duty: 'a' }],
    checks: [{ id: 'c', number: 'H1', step: '步骤', duty: 'a', decision: 'b', result: 'problem', finding: 'f', evidence: ['Q-001'] }],
  }
  expect(coverageGaps(lists)).toEqual([])
})
