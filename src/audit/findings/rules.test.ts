import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { fen } from '../../kernel/money.ts'
import type { GradeRule, ProblemClass } from './model.ts'
import { classMeant, ruledOver, sumByKind, superseding, whyNotGrade } from './rules.ts'
import { anObjection } from './samples.ts'

const rule = (title: string, grades: GradeRule['grades'], from: string, until: string | null): GradeRule => ({
  id: title,
  title,
  grades,
  validFrom: day(from),
  validUntil: until === null ? null : day(until),
  citation: title,
  verified: false,
})
const rules = [
  rule('2010年规定', ['direct', 'supervising', 'leading'], '2010-10-12', '2019-07-06'),
  rule('2019年规定', ['direct', 'leading'], '2019-07-07', null),
]
const asked = (grade: 'direct' | 'leading' | 'supervising', on: string | null, year: number) =>
  whyNotGrade({ grade, year, said: grade }, ruledOver({ day: on === null ? null : day(on), year }, day), rules)

test.each([
  ['supervising in an audit of 2018', 'supervising', '2018-06-01', 2018, undefined],
  ['supervising on the last day of the old rule', 'supervising', '2019-07-06', 2019, undefined],
  ['supervising on the first day of the new rule', 'supervising', '2019-07-07', 2019, 'gradeNotInRule'],
  ['supervising in an audit known only to be of 2019, when both rules stood', 'supervising', null, 2019, undefined],
  ['supervising in an audit of 2024', 'supervising', null, 2024, 'gradeNotInRule'],
  ['leading in an audit of 2024', 'leading', '2024-08-20', 2024, undefined],
  ['direct before any rule known here', 'direct', '2005-01-01', 2005, 'gradeNotInRule'],
] as const)('%s: the grades follow the rule of the time', (_, grade, on, year, code) => {
  expect(asked(grade, on, year)?.code).toBe(code)
})

const named = (code: string, zh: string, parent: string | null): ProblemClass => ({
  id: code,
  code,
  zh,
  en: zh,
  parent,
  validFrom: day('1999-01-01'),
  validUntil: null,
  jurisdiction: null,
  version: 1,
})
const classes = [
  named('F07', '政府采购与工程', null),
  named('F07-02', '规避招标或拆分', 'F07'),
  named('F07-07', '进度滞后', 'F07'),
  named('F09-08', '进度滞后', 'F09'),
]

test.each([
  ['F07-02', { code: 'F07-02' }],
  ['规避招标或拆分', { code: 'F07-02' }],
  ['政府采购与工程', { code: 'F07' }],
])('the class %s is found', (given, found) => {
  expect(classMeant(given, classes)).toEqual(found)
})
test('a class name that stands for two codes is refused with both', () => {
  expect(classMeant('进度滞后', classes)).toMatchObject({ refusal: { code: 'findingClassAmbiguous', facts: { codes: 'F07-07, F09-08' } } })
})

test('money is summed kind by kind, and never over kinds', () => {
  const of = (kind: 'breach' | 'irregular', amount: number) => ({ money: [{ kind, fen: fen(amount) }] })
  expect(sumByKind([of('breach', 100), of('irregular', 5000), of('breach', 1)])).toEqual([
    { kind: 'breach', fen: 101 },
    { kind: 'irregular', fen: 5000 },
  ])
})

test('a statement is superseded from the day the objection is upheld, and by the latest decision', () => {
  const about = { id: 'o', finding: 'f', official: 'p' }
  const upheld = anObjection(about, { outcome: 'upheld', decidedOn: day('2025-11-01'), effect: 'reworded', correctedText: '新' })
  expect(superseding([anObjection(about), upheld], day('2025-10-31'))).toBeNull()
  expect(superseding([anObjection(about), upheld], day('2025-11-01'))).toBe(upheld)
})
