import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { fen } from '../../../kernel/money.ts'
import { MoneyKind, type ProblemClass } from '../model.ts'
import { mainPart, partsOn, remapped, whyNotClass, whyNotRemap } from './rules.ts'

const on = day('2026-01-01')
const step = (oldCode: string, newCode: string, share: number, startsOn = '2025-01-01') => ({
  oldCode,
  newCode,
  share,
  startsOn: day(startsOn),
})
const named = (code: string, parent: string | null, over: Partial<ProblemClass> = {}): ProblemClass => ({
  ...{ id: code, code, parent, zh: code, en: code, validFrom: day('1999-01-01'), validUntil: null, jurisdiction: null, version: 1 },
  ...over,
})

test('an old class is told as its new ones, through every remap in between', () => {
  const steps = [step('A01-01', 'B01-01', 600), step('A01-01', 'B01-02', 400), step('B01-02', 'C01-01', 1000)]
  expect(partsOn('A01-01', steps, on)).toEqual([
    { code: 'B01-01', share: 0.6 },
    { code: 'C01-01', share: 0.4 },
  ])
  expect(mainPart(partsOn('A01-01', steps, on))).toBe('B01-01')
  expect(partsOn('A01-01', steps, day('2024-06-01'))).toEqual([{ code: 'A01-01', share: 1 }])
})

const codes = ['F01-01', 'F01-02', 'F02-01', 'F02-02', 'F03-01'] as const
const shares = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 4 })
const steps = fc
  .array(fc.tuple(fc.constantFrom(...codes), shares, fc.integer({ min: 0, max: 4 })), { maxLength: 6 })
  .map((all) =>
    all.flatMap(([old, given, from], at) =>
      given.map((share, index) => step(old, codes[(from + index) % codes.length] ?? old, share, `20${10 + at}-01-01`)),
    ),
  )
const sums = fc.array(
  fc.record({
    code: fc.constantFrom(...codes),
    count: fc.integer({ min: 1, max: 50 }),
    money: fc.array(fc.record({ kind: fc.constantFrom(...MoneyKind.options), fen: fc.integer({ min: 0, max: 1e12 }).map(fen) }), {
      maxLength: 4,
    }),
  }),
  { maxLength: 12 },
)
const moneyOf = (rows: readonly { money: readonly { kind: string; fen: number }[] }[], kind: string) =>
  rows
    .flatMap(({ money }) => money)
    .filter((line) => line.kind === kind)
    .reduce((sum, line) => sum + line.fen, 0)

test('whatever the remaps, the money of each kind and the number of findings are the same before and after', () => {
  fc.assert(
    fc.property(sums, steps, (before, all) => {
      const after = remapped(before, all, on)
      for (const kind of MoneyKind.options) expect(moneyOf(after, kind)).toBe(moneyOf(before, kind))
      expect(after.reduce((sum, row) => sum + row.count, 0)).toBe(before.reduce((sum, row) => sum + row.count, 0))
    }),
  )
})

test('a class that became two is told whole under the larger one, with all of its money', () => {
  const two = [step('F01-01', 'F02-01', 400), step('F01-01', 'F02-02', 600)]
  const before = [{ code: 'F01-01', count: 3, money: [{ kind: 'breach' as const, fen: fen(101) }] }]
  expect(remapped(before, two, on)).toEqual([{ code: 'F02-02', count: 3, money: [{ kind: 'breach', fen: 101 }] }])
})

const scheme = [named('F07', null), named('F07-02', 'F07'), named('F08', null)]
const local = { code: 'F07-81', parent: 'F07', validFrom: on, validUntil: null }
test.each([
  ['a proper local class', local, undefined],
  ['no class of level 1 above it', { ...local, parent: 'F77', code: 'F77-01' }, 'classParentUnknown'],
  ['a code of another class', { ...local, parent: 'F08' }, 'classCodeOdd'],
  ['a code in use', { ...local, code: 'F07-02' }, 'classTaken'],
  ['days the wrong way round', { ...local, validUntil: day('2025-01-01') }, 'classDaysBackward'],
])('%s is answered', (_, given, code) => {
  expect(whyNotClass(given, scheme)?.code).toBe(code)
})

test.each([
  ['shares that make no whole', [{ newCode: 'F07-02', share: 900 }], 'remapShares'],
  ['a class not in use', [{ newCode: 'F09-09', share: 1000 }], 'remapUnknown'],
  ['a circle', [{ newCode: 'F07-81', share: 1000 }], 'remapCircle'],
  [
    'one class twice',
    [
      { newCode: 'F07-02', share: 500 },
      { newCode: 'F07-02', share: 500 },
    ],
    'remapTwice',
  ],
  ['one class as another', [{ newCode: 'F07-02', share: 1000 }], undefined],
])('a remap with %s is answered', (_, to, code) => {
  expect(whyNotRemap({ oldCode: 'F07-81', startsOn: on, to }, [...scheme, named('F07-81', 'F07')], [])?.code).toBe(code)
})
