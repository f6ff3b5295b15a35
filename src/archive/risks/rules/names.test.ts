import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldedText } from '../../../kernel/fold.ts'
import type { Replacement } from '../model.ts'
import { remaining, replacementsFor, withoutNames } from './deidentify.ts'
import { indexNames, type KnownName, masked, namesInCitation, sweep } from './names.ts'

const person = (text: string, record = text): KnownName => ({ text, record, kind: 'person', ofSource: true, label: 'person' })
const unit = (text: string, record = text): KnownName => ({ text, record, kind: 'unit', ofSource: true, label: '某部门' })
const place = (text: string): KnownName => ({ text, record: text, kind: 'place', ofSource: true, label: '某市' })
const names = [
  person('周明远'),
  person('何晓芸'),
  unit('澜江市交通运输局', 'u12'),
  unit('市交通局', 'u12'),
  unit('澜江市水务局', 'u13'),
  place('澜江市'),
]
const index = indexNames(names)
const printed = (text: string) => masked(text, replacementsFor([text], index))

test.each([
  ['澜江市交通运输局局长周明远擅自出借资金', '某部门局长甲某擅自出借资金'],
  ['周 明 远同志与何晓芸', '甲某同志与乙某'],
  ['周明\n远', '甲某'],
  ['市交通局与澜江市交通运输局是同一单位', '某部门与某部门是同一单位'],
  ['澜江市交通运输局、澜江市水务局', '某部门甲、某部门乙'],
  ['澜江市各部门', '某市各部门'],
  ['身份证号510101197405123417，电话13800138000', '身份证号（号码略），电话（电话略）'],
  ['电话０２８－８６１２３４５６', '电话（电话略）'],
  ['转入账号：123456789', '转入账号：（号码略）'],
  ['开户行账户号码为 6222 0212 345', '开户行账户号码为 （号码略）'],
  ['银行账号（12345678901234）', '银行账号（（号码略））'],
  ['账户为1234567890元，账户2019年度收支', '账户为1234567890元，账户2019年度收支'],
  ['账号20190401日记账，账户余额123456789.00元', '账号20190401日记账，账户余额123456789.00元'],
  ['涉及金额1,234,567.89元，2023年1月至12月', '涉及金额1,234,567.89元，2023年1月至12月'],
])('%s is printed as %s', (given, expected) => {
  expect(printed(given)).toBe(expected)
})

test.each([
  ['《澜江市公务用车管理办法》第三条', []],
  ['澜江市《会计法》第三条', ['澜江市']],
  ['《澜江市交通运输局采购办法》第二条', ['澜江市交通运输局']],
  ['《周明远同志讲话》', ['周明远']],
])('a rule may be cited by its place, by no unit and nobody: %s', (citation, told) => {
  expect(namesInCitation(citation, index).map(({ surface }) => surface)).toEqual(told)
})

test('what a person decided stays decided when the text is edited, and what is gone falls away', () => {
  const first = replacementsFor(['周明远与何晓芸'], index).map((each): Replacement => ({ ...each, instead: '某领导', state: 'confirmed' }))
  const second = replacementsFor(['周明远和澜江市'], index, first)
  expect(second.map(({ surface, state, instead }) => [surface, state, instead])).toEqual([
    ['周明远', 'confirmed', '某领导'],
    ['澜江市', 'waiting', '某市'],
  ])
})

test('a word that happens to be somebody’s name may be kept, and is then no longer reported', () => {
  const words = indexNames([{ ...person('高明'), ofSource: false }])
  const [first] = replacementsFor(['手段高明'], words)
  expect(first).toMatchObject({ surface: '高明', ofSource: false })
  const kept = first ? [{ ...first, state: 'kept' as const, reason: '普通词语' }] : []
  expect(masked('手段高明', kept)).toBe('手段高明')
  expect(remaining(['手段高明'], words, kept)).toEqual([])
})

test('a mask that would bring a registered name about gives way to a plain one', () => {
  const tricky = indexNames([person('周明远'), person('甲某平')])
  expect(withoutNames('周明远平', tricky)).toBe('【甲】平')
})

/** Names made of few characters, so that they overlap, nest and stand beside one another. */
const name = fc.string({ unit: fc.constantFrom(...'周明远甲某乙部门局市江'), minLength: 2, maxLength: 5 })
const gap = fc.constantFrom('', '', '局长', '，', '。', ' ', '\n', '\u3000', '甲', '某', '部门')
const spaced = (text: string, at: number) => `${text.slice(0, 1 + (at % text.length))} ${text.slice(1 + (at % text.length))}`
const world = fc.array(name, { minLength: 1, maxLength: 6 }).chain((known) =>
  fc.record({
    known: fc.constant(known),
    pieces: fc.array(fc.tuple(gap, fc.nat({ max: known.length - 1 }), fc.nat({ max: 9 }), fc.boolean()), { maxLength: 12 }),
  }),
)

test('no registered name of the source survives, however names and text run into each other', () => {
  fc.assert(
    fc.property(world, ({ known, pieces }) => {
      const text = pieces
        .map(([before, which, at, broken]) => `${before}${broken ? spaced(known[which] ?? '', at) : known[which]}`)
        .join('')
      const register = known.map((each, at) => (at % 2 === 0 ? person(each) : unit(each)))
      const print = foldedText(withoutNames(text, register))
      for (const each of known) expect(print).not.toContain(foldedText(each))
    }),
    { numRuns: 1000 },
  )
})

const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
/** Numbers by which somebody or a unit is known: identity card, bank card, credit code, mobile telephone, landline. */
const telling = fc.oneof(
  digits(17).map((each) => `${each}X`),
  fc.integer({ min: 15, max: 19 }).chain(digits),
  digits(15).map((each) => `91${each.slice(0, 6)}MA${each.slice(0, 8)}`),
  digits(9).map((each) => `13${each}`),
  digits(8).map((each) => `028-${each}`),
)
const wide = (text: string) => [...text].map((each) => (/\d/.test(each) ? String.fromCharCode(each.charCodeAt(0) + 0xfee0) : each)).join('')
test('no number that tells who it was survives, wherever it stands and however it is typed', () => {
  fc.assert(
    fc.property(
      telling,
      fc.constantFrom('', '号码', '电话：', '（'),
      fc.constantFrom('', '，', '。另有5人', '）'),
      fc.boolean(),
      (number, front, end, full) => {
        const print = foldedText(withoutNames(`${front}${full ? wide(number) : number}${end}`, index))
        expect(print).not.toContain(foldedText(number))
        expect(print.replace(/\D/g, '').length).toBeLessThan(5)
      },
    ),
    { numRuns: 300 },
  )
})

test('sights never overlap and each is what the text says there', () => {
  fc.assert(
    fc.property(world, ({ known, pieces }) => {
      const text = pieces.map(([before, which]) => `${before}${known[which]}`).join('')
      const sights = sweep(text, indexNames(known.map((each) => person(each))))
      sights.forEach((sight, at) => {
        expect(text.slice(sight.start, sight.end)).toBe(sight.surface)
        expect(sight.start).toBeGreaterThanOrEqual(sights[at - 1]?.end ?? 0)
      })
    }),
  )
})
