import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { lastKept } from './held.ts'
import { SecrecyLevel } from './model.ts'
import {
  highest,
  isAbove,
  masked,
  printedLevel,
  readingEnds,
  readingLives,
  soundIdentityNumber,
  whyNotDecide,
  whyNotKeep,
  whyNotLower,
  whyNotLowerUndecided,
  whyNotRaise,
  whyNotRead,
  whyNotSettle,
  whyNotShorten,
} from './rules.ts'
import { seal, unseal } from './seal.ts'

const levels = fc.constantFrom(...SecrecyLevel.options)
const ceiling = { ceiling: 'workSecret' } as const

test.each([
  ['open', null],
  ['internal', null],
  ['workSecret', null],
  ['secret', 'aboveCeiling'],
  ['confidential', 'aboveCeiling'],
  ['topSecret', 'aboveCeiling'],
] as const)('%s is kept under the usual ceiling, or refused: %s', (level, code) => {
  expect(whyNotKeep(level, ceiling)?.code ?? null).toBe(code)
})

test('a level is raised at once, never lowered so, and never above the ceiling', () => {
  expect(whyNotRaise({ from: 'internal', to: 'workSecret' }, ceiling)).toBeNull()
  expect(whyNotRaise({ from: 'internal', to: 'internal' }, ceiling)?.code).toBe('sameLevel')
  expect(whyNotRaise({ from: 'workSecret', to: 'open' }, ceiling)?.code).toBe('loweringNeedsDecision')
  expect(whyNotRaise({ from: 'internal', to: 'secret' }, ceiling)?.code).toBe('aboveCeiling')
})

test('for any two levels, either one may be raised to the other or lowered to it, or they are the same', () => {
  fc.assert(
    fc.property(levels, levels, (from, to) => {
      const raising = whyNotRaise({ from, to }, { ceiling: 'topSecret' }) === null
      const lowering = whyNotLower({ from, to }) === null
      expect([raising, lowering, from === to].filter(Boolean)).toHaveLength(1)
    }),
  )
})

test('the highest of several levels is one of them and nothing is above it', () => {
  fc.assert(
    fc.property(fc.array(levels, { minLength: 1 }), (given) => {
      const top = highest(given)
      expect(given).toContain(top)
      expect(given.some((level) => isAbove({ level, than: top }))).toBe(false)
    }),
  )
})

test.each([
  ['秘密★10年\n\n关于某局长任期经济责任审计的报告', 'secret'],
  ['000001\n机密★20年\n特急', 'confidential'],
  ['绝密★启用前', 'topSecret'],
  ['工作秘密\n澜审经责报〔2026〕3号', 'workSecret'],
  ['内部资料，注意保存\n澜江市审计局', 'internal'],
  ['澜江市审计局审计报告\n该单位未与供应商签订保密协议，泄露商业秘密。', null],
  ['关于加强秘密载体管理的通知', null],
])('a paper headed %j prints the level %s', (text, level) => {
  expect(printedLevel(text)).toBe(level)
})

test('a record being edited keeps its level or rises', () => {
  expect(whyNotLowerUndecided({ from: 'workSecret', to: 'internal' })?.code).toBe('loweringNeedsDecision')
  expect(whyNotLowerUndecided({ from: 'internal', to: 'internal' })).toBeNull()
  expect(whyNotLowerUndecided({ from: 'internal', to: 'workSecret' })).toBeNull()
})

test('whoever proposed a lower level does not decide on it, and a decision stands', () => {
  expect(whyNotDecide({ state: 'proposed', proposedBy: 'a' }, 'a')?.code).toBe('ownProposal')
  expect(whyNotDecide({ state: 'proposed', proposedBy: 'a' }, 'b')).toBeNull()
  expect(whyNotDecide({ state: 'confirmed', proposedBy: 'a' }, 'b')?.code).toBe('alreadyDecided')
})

test('a reading ends when its hours are over', () => {
  const until = readingEnds('2026-11-20T02:00:00.000Z', { readingHours: 8 })
  expect(until).toBe('2026-11-20T10:00:00.000Z')
  expect(readingLives({ until }, '2026-11-20T09:59:59.999Z')).toBe(true)
  expect(readingLives({ until }, until)).toBe(false)
})

test('“other” says in words what for', () => {
  expect(whyNotRead({ purpose: 'other', note: ' ' })?.code).toBe('purposeUnsaid')
  expect(whyNotRead({ purpose: 'other', note: '信访核查' })).toBeNull()
  expect(whyNotRead({ purpose: 'audit', note: '' })).toBeNull()
})

test.each([
  ['11010519491231002X', true],
  ['110105194912310021', false],
  ['11010519491231002x', false],
  ['110101900307123', false],
  ['', false],
])('the identity number %s is sound: %s', (number, sound) => {
  expect(soundIdentityNumber(number)).toBe(sound)
})

test('a masked number shows neither the birth date nor the order number', () => {
  expect(masked('11010519491231002X')).toBe('110105**********2X')
})

test('what was sealed opens with its key and record only', () => {
  const key = Buffer.alloc(32, 7)
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, about) => {
      const sealed = seal(text, { key, about })
      expect(unseal(sealed, { key, about })).toBe(text)
      expect(() => unseal(sealed, { key, about: `${about}x` })).toThrow()
      expect(() => unseal(sealed, { key: Buffer.alloc(32, 8), about })).toThrow()
    }),
    { numRuns: 50 },
  )
})

test('secret and above are not opened on a page; the usual level is not above the ceiling', () => {
  expect(whyNotSettle({ ceiling: 'secret', usual: 'internal' })?.code).toBe('ceilingTooHigh')
  expect(whyNotSettle({ ceiling: 'internal', usual: 'workSecret' })?.code).toBe('aboveCeiling')
  expect(whyNotSettle({ ceiling: 'workSecret', usual: 'internal' })).toBeNull()
})

test('a term of keeping may grow, never shrink', () => {
  expect(whyNotShorten({ years: 30 }, { years: 10 })?.code).toBe('retentionShorter')
  expect(whyNotShorten({ years: null }, { years: 30 })?.code).toBe('retentionShorter')
  expect(whyNotShorten({ years: 30 }, { years: null })).toBeNull()
  expect(whyNotShorten({ years: 10 }, { years: 30 })).toBeNull()
})

test('the last day kept is counted back from today; what is kept for ever has none', () => {
  const today = day('2026-11-20')
  expect(lastKept({ years: 10, days: null }, today)).toBe('2016-11-20')
  expect(lastKept({ years: null, days: 30 }, today)).toBe('2026-10-21')
  expect(lastKept({ years: null, days: null }, today)).toBeNull()
})
