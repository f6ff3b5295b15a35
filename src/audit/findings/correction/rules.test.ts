import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { fen } from '../../../kernel/money.ts'
import {
  isClean,
  noticeSays,
  quotes,
  recordAfter,
  swapped,
  tracesOf,
  whyNotAcknowledge,
  whyNotClose,
  whyNotServe,
  whyNotSettle,
} from './rules.ts'

const old = { title: '拆分工程规避招标', facts: '将一项工程拆成三个合同。', grade: 'direct' as const }
const stated = { ...old, standard: '应当招标', cause: null, consequence: null, money: [{ kind: 'breach' as const, fen: fen(100) }] }
const changed = { number: 'F-1', correctedOn: day('2026-05-08'), newText: '两个合同未经招标。', newGrade: 'leading' as const }
const swapOf = (effect: 'withdrawn' | 'reworded' | 'regraded') => ({
  ...{ effect, old, name: '周明远', newGrade: changed.newGrade },
  now: recordAfter({ ...changed, effect }, stated),
})

test('a withdrawn record keeps its number and nothing of what it said; money leaves with it', () => {
  const now = recordAfter({ ...changed, effect: 'withdrawn' }, stated)
  expect(now.money).toEqual([])
  expect(quotes({ a: now.title, b: now.facts }, tracesOf(old))).toBe(false)
})

test.each(['withdrawn', 'reworded', 'regraded'] as const)('what a recipient is told of a %s item never repeats the old', (effect) => {
  const says = noticeSays({ ...changed, effect }, '周明远')
  expect(says).toContain('F-1')
  expect(quotes({ says }, tracesOf(old))).toBe(false)
})

test('a new grade is written only where the official’s own name stands', () => {
  const row = { title: old.title, facts: old.facts, responsibility: '周明远同志负直接责任；何晓芸同志负直接责任' }
  expect(swapped({ findings: [row] }, swapOf('regraded'))).toEqual({
    findings: [{ ...row, responsibility: '周明远同志负领导责任；何晓芸同志负直接责任' }],
  })
})

const words = fc.constantFrom('澜江市', '总体较好。', old.facts, `经查，${old.facts}应予整改。`, '其他问题')
const row = fc.record({ title: fc.constantFrom(old.title, '往来款未清理'), facts: words })
const values = fc
  .dictionary(fc.constantFrom('evaluation', 'conduct', 'advice'), words)
  .chain((texts) => fc.array(row, { maxLength: 4 }).map((findings) => ({ ...texts, findings })))
test('after a correction no draft says the old: it is rewritten, or it is flagged for a person', () => {
  fc.assert(
    fc.property(values, fc.constantFrom('withdrawn' as const, 'reworded' as const), (before, effect) => {
      const after = swapped(before, swapOf(effect))
      const stillSays = quotes(after, effect === 'withdrawn' ? tracesOf(old) : [old.facts])
      expect(isClean(after, { effect, old, now: swapOf(effect).now })).toBe(!stillSays)
      expect(JSON.stringify(after).includes(old.facts)).toBe(false)
    }),
  )
})

test('a draft takes the new title and money of what a paper corrected, in the row of that finding only', () => {
  const now = { ...stated, title: '规避公开招标', money: [{ kind: 'breach' as const, fen: fen(86_240_000) }] }
  const row = { title: old.title, facts: old.facts, money: '违规金额0.00万元' }
  const other = { title: '往来款未清理', facts: '十二笔', money: '管理不规范金额1.00万元' }
  const swap = { ...swapOf('reworded'), now }
  expect(swapped({ findings: [row, other] }, swap)).toEqual({
    findings: [{ title: '规避公开招标', facts: old.facts, money: '违规金额86.24万元' }, other],
  })
  expect(isClean({ conduct: old.facts }, swap)).toBe(true)
})

test('a draft without the item is left as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('澜江市', '总体较好。', '其他问题')), (texts) => {
      const before = { evaluation: texts.join(''), findings: texts.map((text) => ({ title: text, facts: text })) }
      expect(swapped(before, swapOf('reworded'))).toEqual(before)
    }),
  )
})

const at = { on: day('2026-05-10'), today: day('2026-05-12'), correctedOn: day('2026-05-08'), issued: true }
test.each([
  ['no notice is out', { ...at, issued: false }, 'noticeDue', 'noticeNotIssued'],
  ['the day lies ahead', { ...at, on: day('2026-05-13') }, 'noticeDue', 'servedInFuture'],
  ['the day lies before the correction', { ...at, on: day('2026-05-07') }, 'noticeDue', 'servedBeforeCorrection'],
  ['it was served already', at, 'noticeServed', 'placeDone'],
  ['nobody received anything there', at, 'rewritten', 'placeNotDue'],
  ['all is in order', at, 'noticeDue', undefined],
] as const)('a notice is noted as served, or not, when %s', (_, given, state, code) => {
  expect(whyNotServe({ ...given, place: { state } })?.code).toBe(code)
})

test('a holder is told and not merely noted; each recipient signs for his own; all lines end before the correction does', () => {
  expect(whyNotSettle({ state: 'noticeDue' })?.code).toBe('placeNotFlagged')
  expect(whyNotSettle({ state: 'flagged' })).toBeNull()
  expect(whyNotAcknowledge({ state: 'noticeDue', organ: 'organisation' }, 'finance')?.code).toBe('notYourNotice')
  expect(whyNotClose({ closedOn: null, soughtOn: null }, [])?.code).toBe('placesUnsought')
  expect(whyNotClose({ closedOn: null, soughtOn: at.on }, [{ state: 'flagged' }])?.code).toBe('placesOpen')
  expect(whyNotClose({ closedOn: null, soughtOn: at.on }, [{ state: 'settled' }])).toBeNull()
})
