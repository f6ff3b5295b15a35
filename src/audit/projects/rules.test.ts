import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { auditOrder, knownBy, projectNumber, projectTitle, unitMeant, whyNotOfficialNumber } from './rules.ts'

const unit = (over: object) => ({
  number: 'U1',
  name: '澜江市交通运输局',
  shortNames: ['市交通局'],
  formerNames: [{ name: '澜江市交通局' }],
  ...over,
})
const other = unit({ number: 'U2', name: '青川县交通运输局', shortNames: ['县交通局', '交通局'], formerNames: [] })
const third = unit({ number: 'U3', name: '白石县交通运输局', shortNames: ['交通局'], formerNames: [{ name: '青川县交通运输局' }] })
const units = [unit({}), other, third]

test.each([
  ['its number', 'U1', 'U1'],
  ['its full name', '澜江市交通运输局', 'U1'],
  ['its short name', '市交通局', 'U1'],
  ['its former name', '澜江市交通局', 'U1'],
  ['a full name that another unit bore formerly', '青川县交通运输局', 'U2'],
])('a unit is found by %s', (_, given, number) => {
  expect(unitMeant(given, units)).toMatchObject({ unit: { number } })
})

test('a name that two units bear is refused, and the reason lists their numbers', () => {
  expect(unitMeant('交通局', units)).toEqual({
    refusal: { code: 'auditUnitAmbiguous', facts: { given: '交通局', count: 2, numbers: 'U2, U3' } },
  })
})

test('a name nobody bears is refused', () => {
  expect(unitMeant('水务局', units)).toMatchObject({ refusal: { code: 'auditUnitUnknown' } })
})

test.each(['110101199003071234', '11010119900307123X', '110101 19900307 123x', '110101900307123'])(
  'identity-card number %s is refused as an official number',
  (given) => {
    expect(whyNotOfficialNumber(given)?.code).toBe('idCardNumberGiven')
  },
)

test('an ordinary official number is accepted', () => {
  expect(whyNotOfficialNumber('LJ-0001')).toBeNull()
})

const project = { id: 'a', year: 2024, startedOn: null, reportedOn: null }
test('an audit counts from its report; one known by its year alone counts from that year', () => {
  expect(knownBy({ ...project, reportedOn: day('2024-08-20') }, day('2024-08-19'))).toBe(false)
  expect(knownBy({ ...project, reportedOn: day('2024-08-20') }, day('2024-08-20'))).toBe(true)
  expect(knownBy(project, day('2024-01-01'))).toBe(true)
  expect(knownBy(project, day('2023-12-31'))).toBe(false)
  expect(auditOrder(project) < auditOrder({ ...project, startedOn: day('2024-03-01') })).toBe(true)
})

test('a project recorded without name and number gets both, and always the same', () => {
  const about = { unit: '澜江市交通运输局', post: '澜江市交通运输局局长', name: '周明远', kind: 'inOffice' as const }
  expect(projectTitle(about)).toBe('澜江市交通运输局局长周明远任中经济责任审计')
  expect(projectNumber({ year: 2024, unit: 'U1', official: 'O1', kind: 'departure' })).toBe('2024-U1-O1-L')
})

test('an audit that runs here is known of a person only once its report is out', () => {
  const running = { ...project, startedOn: day('2024-03-01'), openedOn: day('2024-01-10') }
  expect(knownBy({ ...running, reportedOn: null }, day('2024-06-01'))).toBe(false)
  expect(knownBy({ ...running, reportedOn: day('2024-05-20') }, day('2024-06-01'))).toBe(true)
})
