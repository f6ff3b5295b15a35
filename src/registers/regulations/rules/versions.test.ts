import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, day } from '../../../kernel/day.ts'
import { comparison } from './compare.ts'
import { difference } from './difference.ts'
import { earlierMeant, settled, standing, versionOn, whyNotEffective } from './versions.ts'

const version = (adopted: string | null, effective: string | null = null) => ({
  adoptedOn: adopted ? day(adopted) : null,
  effectiveOn: effective ? day(effective) : null,
})
const on = (versions: ReturnType<typeof version>[], at: string, repealed: Day | null = null) =>
  versionOn(settled(versions, repealed), day(at))?.adoptedOn ?? null

test('of two versions of one title the one in force is found for every day', () => {
  const both = [version('2023-11-24'), version('2017-09-22')]
  expect([on(both, '2016-01-01'), on(both, '2017-09-22'), on(both, '2023-11-23'), on(both, '2023-11-24'), on(both, '2030-01-01')]).toEqual([
    null,
    '2017-09-22',
    '2017-09-22',
    '2023-11-24',
    '2023-11-24',
  ])
  expect(settled(both, null).map((each) => [each.until, each.ended])).toEqual([
    ['2023-11-23', 'superseded'],
    [null, null],
  ])
})

test('a version adopted but not yet in force does not supersede before its day', () => {
  const both = [version('2018-12-29', '2019-06-01'), version('2005-04-27', '2006-01-01')]
  expect([on(both, '2019-05-31'), on(both, '2019-06-01')]).toEqual(['2005-04-27', '2018-12-29'])
  const [, late] = settled(both, null)
  expect(late && standing(late, day('2019-01-01'))).toBe('notYet')
})

test('a repealed title has no version in force from that day on', () => {
  expect([
    on([version('2010-01-01')], '2019-12-31', day('2020-01-01')),
    on([version('2010-01-01')], '2020-01-01', day('2020-01-01')),
  ]).toEqual(['2010-01-01', null])
})

test('a text from before the version on file is told to cite an earlier one, with the day its history gives', () => {
  const history = [
    { on: day('1994-08-31'), kind: 'adopted' as const, text: '' },
    { on: day('2006-02-28'), kind: 'amended' as const, text: '' },
    { on: day('2021-10-23'), kind: 'amended' as const, text: '' },
  ]
  expect(earlierMeant({ adoptedOn: day('2010-02-11') }, { adoptedOn: day('2021-10-23'), history })).toEqual({ on: '2006-02-28' })
  expect(earlierMeant({ adoptedOn: day('2023-11-24') }, { adoptedOn: day('2021-10-23'), history })).toBeNull()
  expect(whyNotEffective(version('2021-10-23'), day('2021-10-22'))?.code).toBe('effectiveBeforeAdopted')
})

const words = fc.string({ unit: fc.constantFrom(...'审计机关应当依法'), maxLength: 40 })

test('the parts of a difference give back both texts exactly', () =>
  fc.assert(
    fc.property(words, words, (before, after) => {
      const parts = difference(before, after)
      expect(
        parts
          .filter((part) => part.op !== 'new')
          .map((part) => part.text)
          .join(''),
      ).toBe(before)
      expect(
        parts
          .filter((part) => part.op !== 'gone')
          .map((part) => part.text)
          .join(''),
      ).toBe(after)
      if (before === after) expect(parts.every((part) => part.op === 'same')).toBe(true)
    }),
  ))

test('an article that was renumbered is laid beside what it became', () => {
  const article = (n: number, text: string) => ({ article: n, suffix: 0, label: `第${n}条`, text })
  const pairs = comparison(
    [article(1, '为了加强审计监督，制定本条例。'), article(2, '审计机关依法独立行使审计监督权。'), article(3, '废弃的旧规定不再保留。')],
    [
      article(1, '为了加强审计监督，制定本条例。'),
      article(2, '坚持党对审计工作的领导。'),
      article(3, '审计机关依法独立行使国家审计监督权。'),
    ],
  )
  expect(pairs.map((pair) => [pair.old?.article ?? null, pair.new?.article ?? null, pair.same])).toEqual([
    [1, 1, true],
    [null, 2, false],
    [2, 3, false],
    [3, null, false],
  ])
  expect(pairs[2]?.parts).toEqual([
    { op: 'same', text: '审计机关依法独立行使' },
    { op: 'new', text: '国家' },
    { op: 'same', text: '审计监督权。' },
  ])
})
