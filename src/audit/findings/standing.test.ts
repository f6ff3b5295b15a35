import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { bearingOn, correctionOf, counts, saysStanding, standingNow, standingOf, whyNotUse } from './standing.ts'

const raised = (over: object = {}) => ({ official: 'a', raisedOn: day('2026-05-01'), decidedOn: null, effect: null, ...over })
const settled = (effect: 'withdrawn' | 'reworded' | 'regraded' | null, on: string, over: object = {}) =>
  raised({ decidedOn: day(on), effect, ...over })

test.each([
  ['nothing was raised', [], '2026-06-01', 'stands', null],
  ['it was raised later', [raised()], '2026-04-30', 'stands', null],
  ['it is pending', [raised()], '2026-05-01', 'objected', null],
  ['it was rejected', [settled(null, '2026-06-01')], '2026-06-02', 'stands', null],
  ['it was decided later', [settled('reworded', '2026-06-01')], '2026-05-31', 'objected', null],
  ['it was reworded', [settled('reworded', '2026-06-01')], '2026-06-01', 'reworded', '2026-06-01'],
  [
    'it was regraded after it was reworded',
    [settled('regraded', '2026-07-01'), settled('reworded', '2026-06-01')],
    '2026-08-01',
    'regraded',
    '2026-07-01',
  ],
  [
    'it is objected to again',
    [settled('reworded', '2026-06-01'), raised({ raisedOn: day('2026-07-01') })],
    '2026-08-01',
    'objected',
    '2026-07-01',
  ],
  [
    'it was withdrawn and objected to again',
    [settled('withdrawn', '2026-06-01'), raised({ raisedOn: day('2026-07-01') })],
    '2026-08-01',
    'withdrawn',
    null,
  ],
] as const)('when %s', (_, objections, on, state, since) => {
  const standing = standingOf([...objections], day(on))
  expect(standing.state).toBe(state)
  if (since) expect(standing.on).toBe(since)
})

test('a grade corrected for one official says nothing of another; a withdrawn or reworded finding does', () => {
  const all = [
    settled('regraded', '2026-06-01', { official: 'b' }),
    settled('reworded', '2026-06-01', { official: 'b' }),
    raised({ official: 'b' }),
  ]
  expect(bearingOn(all, 'a')).toEqual([all[1]])
  expect(bearingOn(all, 'b')).toEqual(all)
})

test('nothing is drawn from what is under objection or withdrawn, and only the withdrawn leaves the statistics', () => {
  const pending = standingNow([raised()])
  const gone = standingNow([settled('withdrawn', '2026-06-01')])
  expect([whyNotUse(pending)?.code, whyNotUse(gone)?.code, whyNotUse(standingNow([]))]).toEqual([
    'underObjection',
    'findingWithdrawn',
    null,
  ])
  expect([counts(pending), counts(gone)]).toEqual([true, false])
  expect(saysStanding(gone, 'zh')).toBe('该问题认定经复查于2026-06-01撤销，原表述不再引用')
})

test('what was withdrawn is so on every day, also in a portrait of an earlier one', () => {
  const gone = settled('withdrawn', '2026-06-01')
  expect(correctionOf([gone], day('2026-01-01'))).toBe(gone)
  expect(correctionOf([settled('reworded', '2026-06-01')], day('2026-01-01'))).toBeNull()
})
