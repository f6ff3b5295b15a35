import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen, fenFrom, sumFen, wanYuan, yuan } from './money.ts'

test.each([
  ['0', 0],
  ['12', 1200],
  ['12.5', 1250],
  ['1,234,567.89', 123_456_789],
  ['-3.01', -301],
  ['0.10', 10],
  ['12.000', 1200],
])('%s yuan is %i fen', (text, count) => {
  expect(fenFrom(text)).toBe(count)
})

test.each(['', '12.345', '1,23', 'abc', '1e5', '12.', '99999999999999999'])('"%s" is refused rather than rounded', (text) => {
  expect(fenFrom(text)).toBeNull()
})

test('862.40 wan yuan is exactly 8,624,000.00 yuan', () => {
  const amount = fenFrom('862.40', 'wanYuan')
  expect(amount && yuan(amount)).toBe('8,624,000.00')
  expect(amount && wanYuan(amount)).toBe('862.40')
})

test('printing an amount and reading it again gives the same fen, in yuan and in wan yuan', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e14, max: 1e14 }), (count) => {
      expect(fenFrom(yuan(fen(count)))).toBe(count)
      expect(fenFrom(wanYuan(fen(count)), 'wanYuan')).toBe(count)
    }),
  )
})

test('a sum is the sum of whole fen', () => {
  expect(sumFen([fen(10), fen(20), fen(-5)])).toBe(25)
  expect(sumFen([])).toBe(0)
})
