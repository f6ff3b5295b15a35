import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, day } from '../../kernel/day.ts'
import { aUnit } from '../places/samples.ts'
import { type AuditeeRule, DueState } from './model.ts'
import { mainTenure, type Question, subjectStatus } from './rules/status.ts'
import { aPastAudit, aTenure } from './samples.ts'
import { words } from './words.ts'

const rule = (over: Partial<AuditeeRule>): AuditeeRule => ({
  id: '00000000-0000-7000-8000-000000003001',
  kind: 'class',
  place: 10,
  region: null,
  categories: [],
  levels: [],
  unitWords: [],
  postWords: [],
  class: null,
  amount: null,
  measure: null,
  title: '规则',
  citation: '示例',
  verified: false,
  startsOn: day('2019-07-07'),
  endsOn: null,
  ...over,
})
const rules = [
  rule({ class: 'A', categories: ['department'], unitWords: ['交通'], title: '重点部门列 A 类' }),
  rule({ class: 'B', place: 20, categories: ['department'], title: '其他部门列 B 类' }),
  rule({ kind: 'frequency', class: 'A', amount: 3, measure: 'years', title: 'A 类三年一审' }),
  rule({ kind: 'frequency', class: 'B', amount: 5, measure: 'years' }),
  rule({ kind: 'frequency', class: 'C' }),
  rule({ kind: 'minimumTenure', amount: 24, measure: 'months' }),
  rule({ kind: 'actingLength', amount: 12, measure: 'months' }),
  rule({ kind: 'departureWindow', class: 'A', amount: 12, measure: 'months' }),
  rule({ kind: 'departureWindow', class: 'C', amount: 12, measure: 'months' }),
  rule({ kind: 'dueSoon', amount: 12, measure: 'months' }),
]
const about = (over: Partial<Question> = {}): Question => ({
  tenure: aTenure(),
  unit: aUnit(),
  audits: [],
  rules,
  today: day('2024-08-01'),
  ...over,
})

test('a transport director of 2022, never audited, is class A by rule and due three years after taking office', () => {
  const status = subjectStatus(about())
  expect(status.class).toMatchObject({ value: 'A', because: { code: 'classByRule', rule: { title: '重点部门列 A 类', verified: false } } })
  expect(status.due).toMatchObject({
    value: '2025-07-01',
    because: { code: 'dueNeverAudited', facts: { years: 3, startsOn: '2022-07-01', due: '2025-07-01' } },
  })
  expect(status.state.value).toBe('dueSoon')
  expect([status.standing.value, status.yearsSince.value, status.lastAudit.because.code]).toEqual(['inOffice', null, 'neverAudited'])
})

test('an imported class wins over the rules and says so', () => {
  const status = subjectStatus(about({ tenure: aTenure({ class: 'C', basis: '澜审委〔2023〕4号' }) }))
  expect(status.class).toEqual({
    value: 'C',
    because: { code: 'classImported', facts: { class: 'C', basis: '澜审委〔2023〕4号' }, rule: null },
  })
  expect(status.state.value).toBe('noFixedTerm')
})

test('the rotation counts from the last audit, and the sentence carries both numbers', () => {
  const status = subjectStatus(about({ audits: [aPastAudit()], today: day('2026-11-20') }))
  expect(status.due.because).toMatchObject({ code: 'dueByRotation', facts: { last: '2023-06-30', years: 3, due: '2026-06-30' } })
  expect([status.state.value, status.yearsSince.value]).toEqual(['overdue', 3.3])
})

test('an audit long before this post does not make the new head due before the minimum tenure', () => {
  const status = subjectStatus(about({ audits: [aPastAudit({ on: day('2016-01-31'), unit: 'elsewhere' })] }))
  expect(status.due).toMatchObject({ value: '2024-07-01', because: { code: 'dueAfterMinimum' } })
})

test.each([
  ['a deputy is no subject', aTenure({ headship: 'other', post: '副局长' }), 'notSubject', 'notPrincipal'],
  [
    'a deputy in charge for eleven months is no subject yet',
    aTenure({ headship: 'acting', startsOn: day('2023-09-01') }),
    'notSubject',
    'actedTooShort',
  ],
  ['a deputy in charge for a year is a subject', aTenure({ headship: 'acting', startsOn: day('2023-08-01') }), 'notDue', 'dueNeverAudited'],
  ['who left after a year may be left out', aTenure({ endsOn: day('2023-06-30') }), 'leftOut', 'tenureTooShort'],
  [
    'who left after two years is due within a year of leaving',
    aTenure({ startsOn: day('2021-06-01'), endsOn: day('2023-10-31') }),
    'dueSoon',
    'dueOnLeaving',
  ],
  [
    'who missed the rotation and left is still overdue',
    aTenure({ startsOn: day('2018-06-01'), endsOn: day('2024-06-30') }),
    'overdue',
    'dueNeverAudited',
  ],
] as const)('%s', (_, tenure, state, code) => {
  const status = subjectStatus(about({ tenure }))
  expect([status.state.value, status.state.because.code]).toEqual([state, code])
})

test('a departure audit settles the post', () => {
  const tenure = aTenure({ startsOn: day('2021-06-01'), endsOn: day('2023-10-31') })
  const status = subjectStatus(about({ tenure, audits: [aPastAudit({ kind: 'departure', on: day('2024-03-01') })] }))
  expect(status.state).toMatchObject({ value: 'settled', because: { facts: { on: '2024-03-01' } } })
})

test('a second term in the same post is no departure, and the years count from the first', () => {
  const first = aTenure({ id: 'one', startsOn: day('2019-01-01'), endsOn: day('2022-06-20') })
  const second = aTenure({ id: 'two', startsOn: day('2022-07-01') })
  const others = [first, second]
  expect(subjectStatus(about({ tenure: first, others })).state).toMatchObject({
    value: 'noFixedTerm',
    because: { code: 'goesOn', facts: { startsOn: '2022-07-01' } },
  })
  expect(subjectStatus(about({ tenure: second, others })).due).toMatchObject({
    value: '2022-01-01',
    because: { facts: { startsOn: '2019-01-01' } },
  })
  expect(subjectStatus(about({ tenure: second, others: [{ ...first, endsOn: day('2022-03-01') }, second] })).due.value).toBe('2025-07-01')
})

test('a county’s own rule comes before the rule for everywhere, and a rule counts only while it is in force', () => {
  const own = rule({
    kind: 'frequency',
    class: 'A',
    amount: 2,
    measure: 'years',
    region: '990100',
    startsOn: day('2024-01-01'),
    endsOn: day('2024-12-31'),
  })
  expect(subjectStatus(about({ rules: [...rules, own] })).due.value).toBe('2024-07-01')
  expect(subjectStatus(about({ rules: [...rules, own], today: day('2025-01-01') })).due.value).toBe('2025-07-01')
  expect(subjectStatus(about({ rules: [...rules, { ...own, region: '990200' }] })).due.value).toBe('2025-07-01')
})

const someDay = fc.integer({ min: 0, max: 6000 }).map((days) => addDays(day('2012-01-01'), days))
const urgency = ['notSubject', 'noFixedTerm', 'leftOut', 'settled', 'notDue', 'dueSoon', 'overdue']

test('as days pass without a new audit, a subject never becomes less urgent', () => {
  fc.assert(
    fc.property(
      someDay,
      fc.option(fc.integer({ min: 0, max: 120 })),
      fc.array(someDay, { maxLength: 3 }),
      fc.nat(900),
      fc.boolean(),
      (startsOn, months, days, wait, acting) => {
        const tenure = aTenure({
          startsOn,
          endsOn: months === null ? null : addMonths(startsOn, months),
          headship: acting ? 'acting' : 'head',
        })
        const audits = days.map((on) => aPastAudit({ on }))
        const first = addDays([...days, startsOn].toSorted().at(-1) ?? startsOn, 1)
        const undated = rules.map((each) => ({ ...each, startsOn: day('2000-01-01') }))
        const at = (today: typeof first) => urgency.indexOf(subjectStatus(about({ tenure, audits, rules: undated, today })).state.value)
        expect(at(addDays(first, wait))).toBeGreaterThanOrEqual(at(first))
      },
    ),
  )
})

test('every reason a rule gives has its sentence in both tongues', () => {
  const source = ['rules/status.ts', 'rules/rulebook.ts'].map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...source.matchAll(/because\((?:[\w ]+\? )?'(\w+)'(?: : '(\w+)')?/g)]
    .flatMap(([, one, other]) => [one, other])
    .filter((code) => code !== undefined)
  expect(codes.length).toBeGreaterThan(12)
  for (const code of codes) expect(Object.keys(words.because)).toContain(code)
  expect(DueState.options.toSorted()).toEqual(Object.keys(words.state).toSorted())
})

test('among several posts held at once the principal one stands for the official', () => {
  const head = { tenure: aTenure({ id: 'h' }), unit: aUnit() }
  const side = { tenure: aTenure({ id: 's', headship: 'other', startsOn: day('2023-01-01') }), unit: aUnit({ level: 'bureau' }) }
  const past = { tenure: aTenure({ id: 'p', endsOn: day('2022-06-30'), startsOn: day('2018-01-01') }), unit: aUnit() }
  expect(mainTenure([side, past, head], day('2024-08-01'))?.tenure.id).toBe('h')
  expect(mainTenure([past], day('2024-08-01'))?.tenure.id).toBe('p')
  expect(mainTenure([], day('2024-08-01'))).toBeNull()
})
