import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { fen } from '../../kernel/money.ts'
import { type Fact, FactSection, recordSource } from '../../kernel/source.ts'
import type { HeldPost, PortraitFinding, Sentence } from './model.ts'
import { compose, countersOf, dueTags, forReader, matrixOf, numberSources, pageOrder, postOn } from './rules.ts'

const source = recordSource({ room: 'findings', record: 'finding:1', field: 'facts' })
const fact = (over: Partial<Fact> = {}): Fact => ({
  id: 'a',
  section: 'findings',
  order: '1',
  text: '某事实。',
  state: 'established',
  sources: [source],
  ...over,
})

test('sentences stand in the order of sections, then of time, whatever order the rooms answer in', () => {
  const facts = [fact({ id: 'c', order: '2' }), fact({ id: 'b', section: 'audits', order: '9' }), fact({ id: 'a', order: '1' })]
  expect(compose(facts).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  expect(compose([...facts].reverse())).toEqual(compose(facts))
})

test('the page shows every section of the portrait once', () => {
  expect([...pageOrder].sort()).toEqual([...FactSection.options].sort())
})

test('a sentence without a source does not compile', () => {
  // @ts-expect-error a fact must have at least one source
  const bare: Fact = { ...fact(), sources: [] }
  // @ts-expect-error a sentence must have at least one source
  const sentence: Sentence = { id: 'a', section: 'findings', text: '某事实。', state: 'established', sources: [] }
  // @ts-expect-error a fact says where it comes from
  const lost: Fact = { id: 'a', section: 'findings', order: '1', text: '某事实。', state: 'established' }
  expect([bare, sentence, lost].length).toBe(3)
})

test('nothing unproven has a state', () => {
  // @ts-expect-error suspicion is no state of a fact
  const suspected: Fact = fact({ state: 'suspected' })
  expect(suspected.id).toBe('a')
})

test.each([
  ['an auditor sees unconfirmed mentions, marked', 'auditor', 2, { count: 0 }],
  ['the organisation department knows that one waits', 'organisation', 1, { count: 1 }],
  ['an audited official is not told', 'official', 1, {}],
])('%s', (_, role, count, withheld) => {
  const seen = forReader(compose([fact(), fact({ id: 'm', section: 'mentions', state: 'unconfirmed' })]), role)
  expect([seen.sentences.length, seen.withheld]).toEqual([count, withheld])
})

test('a source cited twice has one number', () => {
  const sentences = compose([
    fact(),
    fact({ id: 'b', order: '2' }),
    fact({ id: 'c', order: '3', sources: [recordSource({ room: 'x', record: 'y', field: 'z' })] }),
  ])
  expect(numberSources(sentences).map(({ number, source: each }) => [number, each.room])).toEqual([
    [1, 'findings'],
    [2, 'x'],
  ])
})

const post = (id: string, from: string, until: string | null): HeldPost => ({
  id,
  unit: 'u',
  unitName: '澜江市交通运输局',
  post: '局长',
  headship: 'head',
  class: 'A',
  startsOn: day(from),
  endsOn: until === null ? null : day(until),
})
const finding = (over: Partial<PortraitFinding> = {}): PortraitFinding => ({
  id: 'f',
  number: 'F',
  title: 't',
  project: 'p',
  problemClass: 'F07-02',
  level1: 'F07',
  tenure: 'b',
  grade: 'direct',
  responsibility: 'r',
  money: [
    { kind: 'breach', fen: fen(5) },
    { kind: 'irregular', fen: fen(900) },
  ],
  tolerance: null,
  item: null,
  ...over,
})
const item = (over: object) => ({
  id: 'i',
  pace: 'immediate' as const,
  state: 'open' as const,
  dueOn: day('2025-12-15'),
  recognised: null,
  recognisedOn: null,
  closedOn: null,
  ...over,
})

test('money in breach and money irregularly managed stay two figures', () => {
  expect(countersOf({ audits: [], findings: [finding(), finding()] }).money).toEqual([
    { kind: 'breach', fen: 10 },
    { kind: 'irregular', fen: 1800 },
  ])
})
test('rectified is a share of the items, and no share at all without items', () => {
  expect(countersOf({ audits: [], findings: [finding()] }).percent).toBeNull()
  const findings = [finding({ item: item({ recognised: 'done' }) }), finding({ item: item({}) }), finding({ item: item({}) })]
  expect(countersOf({ audits: [], findings })).toMatchObject({ done: 1, items: 3, percent: 33.3 })
})

test('the same kind of problem in two posts is marked; a finding outside any post has its own row', () => {
  const posts = [post('a', '2018-01-01', '2022-01-01'), post('b', '2022-01-02', null)]
  const findings = [
    finding({ tenure: 'a' }),
    finding(),
    finding({ tenure: 'a', level1: 'F03', problemClass: 'F03-01' }),
    finding({ tenure: null, level1: 'F03', problemClass: 'F03-02' }),
  ]
  const { rows, recurring } = matrixOf({ posts, findings })
  expect(rows.map((row) => [row.post?.id ?? null, [...row.counts], [...row.recurring]])).toEqual([
    [
      'a',
      [
        ['F07', 1],
        ['F03', 1],
      ],
      ['F07'],
    ],
    ['b', [['F07', 1]], ['F07']],
    [null, [['F03', 1]], []],
  ])
  expect(recurring).toEqual([{ code: 'F07-02', posts: 2 }])
})

test('the post on a day is the principal one; tags count what is late and what is due within a month', () => {
  expect(postOn([post('a', '2018-01-01', '2022-01-01'), post('b', '2022-01-02', null)], day('2020-06-01'))?.id).toBe('a')
  const findings = [
    finding({ item: item({}) }),
    finding({ item: item({ dueOn: day('2025-01-01') }) }),
    finding({ item: item({ recognised: 'done' }) }),
  ]
  expect(dueTags(findings, day('2025-11-21'))).toEqual({ overdue: 1, soon: 1, within: 24, allDone: false })
})
