import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { type Argued, type Checked, flagsOf, heldThrough } from './check.ts'
import type { SituationRule } from './model.ts'
import { gradesAt, situationsAt, whyNotReviewed, whyNotSet } from './rules.ts'

const rule = (code: string, grade: SituationRule['grade'], over: Partial<SituationRule> = {}): SituationRule => ({
  ...{ id: code, code, grade, zh: code, en: code, needsTrail: false, alone: false, jurisdiction: null, citation: '', verified: false },
  ...{ validFrom: day('2019-07-07'), validUntil: null, ...over },
})
const situations = [
  rule('D1', 'direct'),
  rule('D5', 'direct', { needsTrail: true, alone: true }),
  rule('L1', 'leading', { needsTrail: true }),
]
const held = [{ startsOn: day('2021-03-01'), endsOn: day('2024-12-31') }]
const links = (['duty', 'act', 'cause', 'effect'] as const).map((slot) => ({ slot, kind: 'evidence' as const, record: slot }))
const whole = {
  meeting: '党组会',
  heldOn: day('2022-05-01'),
  presidedBy: '甲',
  voted: 'for',
  majority: true,
  objectionMinuted: false,
  approval: null,
} as const
const argued: Argued = {
  situation: 'D1',
  slots: { duty: '职责', act: '行为', cause: '因果', effect: '后果' },
  links,
  actFrom: day('2022-05-01'),
  actTo: day('2022-06-01'),
  decisionTrail: whole,
  claims: { privateGain: null, knowing: null, forbidden: null },
}
const of = (over: Partial<Checked> = {}, arguedOver: Partial<Argued> = {}): Checked => ({
  ...{ grade: 'direct', held, situations, grades: ['direct', 'leading'], tolerance: null },
  period: { from: null, to: null },
  argued: { ...argued, ...arguedOver },
  ...over,
})
const codes = (checked: Checked) => flagsOf(checked).map(({ code }) => code)

describe('the checker', () => {
  test('has nothing against a whole argument', () => {
    expect(codes(of())).toEqual([])
  })
  test.each<[string, Checked, string[]]>([
    ['an empty slot', of({}, { slots: { ...argued.slots, cause: ' ' } }), ['slotEmpty']],
    ['a slot nothing stands behind', of({}, { links: links.slice(1) }), ['slotUnproven']],
    ['an act that began before the tenure', of({}, { actFrom: day('2020-01-01') }), ['actOutsideTenure']],
    ['an act that went on after it', of({}, { actTo: day('2025-02-01') }), ['actOutsideTenure']],
    ['no post in the register', of({ held: [] }), ['tenureUnknown']],
    ['a grade of another time', of({ grades: ['leading'] }), ['gradeOfOtherTime']],
    ['a situation of the other grade', of({ grade: 'leading' }), ['situationOfOtherGrade']],
    ['a situation nobody knows', of({}, { situation: 'X9' }), ['situationUnknown']],
    ['a decision that is not on file', of({}, { situation: 'D5', decisionTrail: { ...whole, majority: null } }), ['trailMissing']],
    ['deciding alone with the majority on record', of({}, { situation: 'D5' }), ['majorityYetAlone']],
    ['a vote for and a minuted objection', of({}, { decisionTrail: { ...whole, objectionMinuted: true } }), ['minutedYetFor']],
    [
      'private gain and tolerance',
      of({ tolerance: 'exempt' }, { claims: { ...argued.claims, privateGain: true } }),
      ['toleratedPrivateGain'],
    ],
    ['a knowing breach and tolerance', of({ tolerance: 'lighten' }, { claims: { ...argued.claims, knowing: true } }), ['toleratedKnowing']],
    [
      'forbidden then, and tolerance',
      of({ tolerance: 'lighten' }, { claims: { ...argued.claims, forbidden: true } }),
      ['toleratedForbidden'],
    ],
    [
      'private gain where tolerance was refused',
      of({ tolerance: 'notApplicable' }, { claims: { ...argued.claims, privateGain: true } }),
      [],
    ],
    ['a grade without its argument', of({ argued: null }), ['notArgued']],
    [
      'an old finding outside the tenure',
      of({ argued: null, period: { from: day('2019-01-01'), to: day('2019-02-01') } }),
      ['periodOutsideTenure', 'notArgued'],
    ],
  ])('remarks %s', (_, checked, expected) => {
    expect(codes(checked)).toEqual(expected)
  })
})

test('posts that follow one another count as one, posts with a gap do not', () => {
  const span = { from: day('2021-06-01'), to: day('2023-06-01') }
  const first = { startsOn: day('2021-03-01'), endsOn: day('2022-03-31') }
  expect(heldThrough([{ startsOn: day('2022-04-01'), endsOn: null }, first], span)).toBe(true)
  expect(heldThrough([first, { startsOn: day('2022-05-01'), endsOn: null }], span)).toBe(false)
  expect(heldThrough([], span)).toBe(false)
})

test('situations and grades are those of the audit’s own time and place', () => {
  const all = [
    ...situations,
    rule('OD1', 'direct', { validFrom: day('2010-10-12'), validUntil: day('2019-07-06') }),
    rule('Z1', 'direct', { jurisdiction: '33' }),
  ]
  const at = (on: string, region = '990100') => situationsAt(all, { from: day(on), to: day(on), region }).map(({ code }) => code)
  expect(at('2018-01-01')).toEqual(['OD1'])
  expect(at('2025-01-01')).toEqual(['D1', 'D5', 'L1'])
  expect(at('2025-01-01', '330100')).toContain('Z1')
  const grade = { id: '', title: '', citation: '', verified: false }
  const rules = [
    { ...grade, grades: ['direct', 'supervising', 'leading'] as const, validFrom: day('2010-10-12'), validUntil: day('2019-07-06') },
    { ...grade, grades: ['direct', 'leading'] as const, validFrom: day('2019-07-07'), validUntil: null },
  ].map((each) => ({ ...each, grades: [...each.grades] }))
  expect(gradesAt(rules, { from: day('2018-01-01'), to: day('2018-12-31') })).toEqual(['direct', 'supervising', 'leading'])
  expect(gradesAt(rules, { from: day('2025-01-01'), to: day('2025-12-31') })).toEqual(['direct', 'leading'])
})

test('who set a responsibility does not review it, and nobody confirms what something stands against', () => {
  const attribution = { state: 'set' as const, setBy: 'lead', flags: [] }
  const stopped = { ...attribution, flags: [{ code: 'slotEmpty' as const, facts: {}, stops: true }] }
  expect(whyNotReviewed({ attribution, account: 'lead', confirms: true })?.code).toBe('sameHandReviews')
  expect(whyNotReviewed({ attribution: stopped, account: 'reviewer', confirms: true })?.code).toBe('flagsStand')
  expect(whyNotReviewed({ attribution: stopped, account: 'reviewer', confirms: false })).toBeNull()
  expect(whyNotReviewed({ attribution: { ...attribution, state: 'reviewed' }, account: 'reviewer', confirms: true })?.code).toBe(
    'notToReview',
  )
})

test('an old grade stays as it was given, and nothing is set on a finding that was withdrawn', () => {
  const grades = [
    {
      ...{ id: '', title: '2010', citation: '', verified: false, grades: ['direct', 'supervising', 'leading' as const] as const },
      ...{ validFrom: day('2010-10-12'), validUntil: day('2019-07-06') },
    },
  ].map((each) => ({ ...each, grades: [...each.grades] }))
  const book = {
    span: { from: day('2016-01-01'), to: day('2016-12-31') },
    grades,
    situations: [rule('OS1', 'supervising', { validFrom: day('2010-10-12') })],
  }
  const asked = {
    ...{ grade: 'supervising' as const, situation: 'OS1', actFrom: null, actTo: null, standing: 'supervising' as const, name: '甲' },
    ...{ isSubject: true, held, year: 2016, reportedOn: day('2016-09-01'), withdrawn: false },
  }
  expect(whyNotSet(asked, book)).toBeNull()
  expect(whyNotSet({ ...asked, grade: 'leading' }, book)?.code).toBe('gradeStands')
  expect(whyNotSet({ ...asked, withdrawn: true }, book)?.code).toBe('findingIsWithdrawn')
})
