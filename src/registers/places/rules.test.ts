import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { checkLetter, whyNotCreditCode } from './rules/credit-code.ts'
import { levelOf, liesIn, prefixOf, superiorCodes } from './rules/jurisdiction.ts'
import { allNames, nameOn, whyNotFormerNames } from './rules/naming.ts'
import { below, pathOf, whyNotSuperior } from './rules/tree.ts'
import { whyNotHere } from './rules/unit.ts'
import { aUnit } from './samples.ts'
import { readFormerNames, readRank, unitCells, unitsSheet } from './units.sheet.ts'

const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const body = fc.string({ unit: fc.constantFrom(...letters), minLength: 17, maxLength: 17 })
const change = (code: string, at: number, letter: string) => `${code.slice(0, at)}${letter}${code.slice(at + 1)}`

test('a credit code with its own check letter is accepted, and any single changed letter is refused', () => {
  fc.assert(
    fc.property(body, fc.nat(17), fc.constantFrom(...letters), (first, at, letter) => {
      const code = `${first}${checkLetter(first)}`
      expect(whyNotCreditCode(code)).toBeNull()
      if (code[at] !== letter) expect(whyNotCreditCode(change(code, at, letter))?.code).toBe('creditCodeCheck')
    }),
  )
})

test('a credit code with the letter O, or too short, is refused with the place or the length', () => {
  expect(whyNotCreditCode('1141010000521O1234')).toEqual({ code: 'creditCodeLetter', facts: { place: 14, letter: 'O' } })
  expect(whyNotCreditCode('11410')).toEqual({ code: 'creditCodeLength', facts: { length: 5 } })
})

const renamed = aUnit({
  formerNames: [
    { name: '澜江市交通局', from: day('2001-06-01'), until: day('2010-03-31') },
    { name: '澜江地区交通局', from: null, until: day('2001-05-31') },
    { name: '澜江市交通委', from: null, until: null },
  ],
})
test.each([
  ['1999-01-01', '澜江地区交通局'],
  ['2001-06-01', '澜江市交通局'],
  ['2010-03-31', '澜江市交通局'],
  ['2010-04-01', '澜江市交通运输局'],
])('on %s the bureau was called %s', (on, name) => expect(nameOn(renamed, day(on))).toBe(name))

test('every name a paper may use is known, each once', () => {
  expect(allNames(renamed)).toEqual(['澜江市交通运输局', '市交通局', '澜江市交通局', '澜江地区交通局', '澜江市交通委'])
})

test('a former name that ends before it starts is refused with both days', () => {
  expect(whyNotFormerNames([{ name: '旧名', from: day('2010-01-01'), until: day('2009-01-01') }])?.code).toBe('formerNameDays')
})

const city = aUnit({ id: 'a', name: '市政府' })
const bureau = aUnit({ id: 'b', name: '市局', superior: 'a' })
const station = aUnit({ id: 'c', name: '管理站', superior: 'b' })
const byId = new Map([city, bureau, station].map((unit) => [unit.id, unit]))

test('the chain of superiors is read from the top down', () => {
  expect(pathOf(station, byId).map(({ name }) => name)).toEqual(['市政府', '市局', '管理站'])
  expect([...below('b', [city, bureau, station])]).toEqual(['b', 'c'])
})

test('a unit may not stand under itself or under one of its own', () => {
  expect(whyNotSuperior(city, city, byId)?.code).toBe('superiorIsSelf')
  expect(whyNotSuperior(city, station, byId)).toEqual({ code: 'superiorCycle', facts: { name: '管理站' } })
  expect(whyNotSuperior(station, city, byId)).toBeNull()
})

test.each([
  ['410000', 'province', '41', []],
  ['410100', 'city', '4101', ['410000']],
  ['410105', 'county', '410105', ['410100', '410000']],
  ['410105001', 'township', '410105001', ['410105', '410100', '410000']],
  ['410105001000', 'township', '410105001', ['410105001', '410105', '410100', '410000']],
])('the digits of %s say %s', (code, level, prefix, above) => {
  expect([levelOf(code), prefixOf(code), superiorCodes(code)]).toEqual([level, prefix, above])
})

test('a record without a named place may be changed by anyone who keeps the register', () => {
  expect([whyNotHere('000000', '990100'), whyNotHere('990102', '990100'), whyNotHere('990200', '990100')?.code]).toEqual([
    null,
    null,
    'outsidePlace',
  ])
})

test('a county lies in its city, not in the next one', () => {
  expect([liesIn('410105', '410100'), liesIn('410205', '410100'), liesIn('410105', '000000')]).toEqual([true, false, true])
})

test.each([
  ['正县处级', { level: 'county', grade: 'head' }],
  ['副处级', { level: 'county', grade: 'deputy' }],
  ['厅局级', { level: 'bureau', grade: null }],
  ['', { level: 'unranked', grade: null }],
])('the level cell “%s” is understood', (text, rank) => expect(readRank(text)).toEqual({ value: rank }))

test('an unknown level and a badly written former name say what is allowed', () => {
  expect(readRank('厅级巡视员')).toMatchObject({ refusal: { code: 'unknownLevel' } })
  expect(readFormerNames('旧名@2001年~2002年')).toMatchObject({ refusal: { code: 'formerNameForm' } })
  expect(readFormerNames('旧名@2003-01-01~2002-01-01')).toMatchObject({ refusal: { code: 'formerNameDays' } })
})

test('a unit written to the workbook reads back as itself', () => {
  const unit = { ...renamed, creditCode: `1141010000521011${'A'}${checkLetter('1141010000521011A')}` }
  const cells = unitCells(unit, 'U000')
  const value = Object.fromEntries(
    unitsSheet.columns.map(({ key, read }, at) => {
      const cell = read(cells[at] ?? '')
      return [key, 'value' in cell ? cell.value : cell.refusal]
    }),
  )
  expect(unitsSheet.row.parse(value)).toEqual({
    number: unit.number,
    name: unit.name,
    shortNames: unit.shortNames,
    category: unit.category,
    superior: 'U000',
    rank: { level: unit.level, grade: unit.grade },
    jurisdiction: unit.jurisdiction,
    creditCode: unit.creditCode,
    formerNames: unit.formerNames,
  })
})
