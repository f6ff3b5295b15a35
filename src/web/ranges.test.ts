import { expect, test } from 'vitest'
import { pieces } from './ranges.ts'

const text = '市交通运输局未按规定招标'
const shown = (ranges: Parameters<typeof pieces>[2], part = { text, startsAt: 0 }) =>
  pieces(part, { start: part.startsAt, end: part.startsAt + part.text.length }, ranges).map((piece) => [
    piece.text,
    piece.range?.key ?? null,
  ])

test('a paragraph without marks is one piece', () => {
  expect(shown([])).toEqual([[text, null]])
})

test('a marked range is cut out of its paragraph', () => {
  expect(shown([{ key: 'hit', start: 1, end: 6, tone: 'hit' }])).toEqual([
    ['市', null],
    ['交通运输局', 'hit'],
    ['未按规定招标', null],
  ])
})

test('where two ranges overlap the later one is shown', () => {
  const ranges = [
    { key: 'long', start: 0, end: 6, tone: 'mention' as const },
    { key: 'short', start: 1, end: 3, tone: 'hit' as const },
  ]
  expect(shown(ranges).map(([, key]) => key)).toEqual(['long', 'short', 'long', null])
})

test('a range that begins in another paragraph is cut at the edge', () => {
  expect(shown([{ key: 'wide', start: 5, end: 999, tone: 'cited' }], { text: '交通运输局', startsAt: 100 })).toEqual([
    ['交通运输局', 'wide'],
  ])
})
