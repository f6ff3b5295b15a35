import { expect, test } from 'vitest'
import { aliasesOf } from './rules/aliases.ts'
import { type Found, linkPaper } from './rules/link.ts'
import { buildNames, scanNames } from './rules/names.ts'
import { partsOf, placesIn } from './rules/places.ts'
import { compile, type Register, type TenureRecord, type UnitRecord } from './rules/registry.ts'
import type { Meta } from './rules/scope.ts'
import { sentenceAround, usableUnconfirmed, whyNotConfirm } from './rules.ts'

const unit = (key: string, name: string, over: Partial<UnitRecord> = {}): UnitRecord => ({
  key,
  name,
  shortNames: [],
  formerNames: [],
  jurisdiction: '990100',
  superior: null,
  ...over,
})
const held = (official: string, of: string, post: string, until: string | null = null): TenureRecord => ({
  official,
  unit: of,
  post,
  head: !post.includes('副'),
  from: '2018-01-01',
  until,
})
const register: Register = {
  units: [
    unit('U1', '澜江市财政局'),
    unit('U2', '澜江市教育局'),
    unit('U3', '澜江市自然资源和规划局', {
      shortNames: ['市自然资源局'],
      formerNames: [{ name: '澜江市国土资源局', from: null, until: '2019-02-28' }],
    }),
    unit('U4', '中共澜江市城东区委员会', { jurisdiction: '990111' }),
    unit('U5', '澜江市城东区教育局', { jurisdiction: '990111' }),
    unit('U6', '澜江市人民政府'),
  ],
  officials: [
    ...[
      ['P1', '张明'],
      ['P2', '欧阳修远'],
      ['P3', '高明'],
      ['P4', '李四光'],
      ['P5', '王𬀪'],
      ['P6', '张明'],
      ['P7', '赵文博'],
    ].map(([key = '', name = '']) => ({ key, name, formerNames: [] })),
    { key: 'P8', name: '钱学理', formerNames: ['钱立'] },
  ],
  tenures: [
    held('P1', 'U1', '局长', '2022-06-30'),
    held('P2', 'U1', '副局长'),
    held('P3', 'U1', '党组成员、副局长'),
    held('P4', 'U2', '局长'),
    held('P5', 'U1', '办公室主任'),
    held('P6', 'U2', '副局长'),
    held('P7', 'U6', '副市长'),
    held('P8', 'U4', '书记'),
  ],
  regulations: [{ title: '中华人民共和国预算法', aliases: [] }],
}
const compiled = compile(register)
const meta: Meta = { unit: 'U1', city: '990100', from: '2018-01-01', until: '2022-12-31' }
const linked = (text: string, about: Meta = meta) => linkPaper(compiled, text, { meta: about })
const told = (text: string, kind: Found['kind'] = 'official', about: Meta = meta) =>
  linked(text, about)
    .filter((each) => each.kind === kind)
    .map((each) => `${each.surface} ${each.decision} ${each.target ?? '-'}`)

test('the scanner finds names of two to many units, compound surnames and characters outside the basic plane', () => {
  const index = buildNames(['张明', '张明远', '欧阳修远', '王𬀪', '买买提·艾力'], [0, 1, 2, 3, 4])
  const text = '张明远、欧阳修远、王𬀪、买买提·艾力'
  expect(scanNames(index, text).map(({ start, end }) => text.slice(start, end))).toEqual([
    '张明',
    '张明远',
    '欧阳修远',
    '王𬀪',
    '买买提·艾力',
  ])
})

test.each([
  ['a post before the name', '市财政局局长张明签字。', ['张明 link P1']],
  ['the post after the name', '张明（时任市财政局局长）未作说明。', ['张明 link P1']],
  ['another bureau named', '市教育局副局长张明参加会议。', ['张明 link P6']],
  ['only the audited bureau known', '上述支出由张明签批。', ['张明 link P1']],
  ['a compound surname', '市财政局副局长欧阳修远知情。', ['欧阳修远 link P2']],
  ['a character outside the basic plane', '办公室主任王𬀪经手。', ['王𬀪 link P5']],
  ['the mayor’s deputy', '副市长赵文博听取汇报。', ['赵文博 link P7']],
  ['a former name', '城东区委书记钱立表示。', ['钱立 link P8']],
])('a person is known by %s', (_, text, expected) => {
  expect(told(text)).toEqual(expected)
})

test.each([
  ['村民张明领取补助。', '张明 none -'],
  ['某商贸公司法定代表人张明签订合同。', '张明 none -'],
  ['东平县财政局局长张明来访。', '张明 none -'],
])('a namesake outside the register is nobody: %s', (text, expected) => {
  expect(told(text)).toEqual([expected])
})

test('blanks and wrapped lines inside a name do not hide it, and the span keeps them', () => {
  expect(told('市财政局局长张  明签字。')).toEqual(['张  明 link P1'])
  expect(told('审计查明，上述支出未经集体研究，由时任市财政局局长张\n明一人签字同意。')).toEqual(['张\n明 link P1'])
})

test('a name that is a word counts only where the words around it speak for a person', () => {
  expect(told('工作质量提高明显，高明的做法值得推广。')).toEqual([])
  expect(told('市财政局副局长高明签字。')).toEqual(['高明 link P3'])
})

test('a name inside a longer name is not a mention', () => {
  expect(told('张明远、刘伟参加会议。').filter((each) => each.includes('link'))).toEqual([])
})

test('a withheld name is never linked, and offered only when one official fits', () => {
  expect(told('2020年，市财政局局长张某签字。')).toEqual(['张某 review -'])
  expect(told('村民张某反映情况。')).toEqual([])
})

test('once the paper has said whom a name means, later bare mentions follow', () => {
  const text = '市教育局副局长张明负责该项目。会后，张明未上报。'
  expect(told(text)).toEqual(['张明 link P6', '张明 link P6'])
})

test('a name that first means a villager stays a villager', () => {
  expect(told('村民张明承包鱼塘。张明未缴租金。').filter((each) => each.includes('link'))).toEqual([])
})

test.each([
  ['澜江市财政局', 'U1'],
  ['市财政局', 'U1'],
  ['财政局', 'U1'],
  ['市自然资源局', 'U3'],
  ['自规局', 'U3'],
  ['城东区委', 'U4'],
  ['城东区教育局', 'U5'],
  ['市政府', 'U6'],
])('the unit is known as %s', (name, key) => {
  expect(told(`经查，${name}未按规定办理。`, 'unit')).toContain(`${name} link ${key}`)
})

test('an ambiguous short name goes to the unit of the report’s place, unless a nearer one was named', () => {
  expect(told('教育局未上缴。', 'unit')).toEqual(['教育局 link U2'])
  expect(told('教育局未上缴。', 'unit', { ...meta, unit: 'U5', city: '990111' })).toEqual(['教育局 link U5'])
})

test('government procurement and another place’s bureau are not our units', () => {
  expect(told('未履行市政府采购程序。', 'unit')).toEqual([])
  expect(told('东平县财政局来函。', 'unit').filter((each) => each.includes('link'))).toEqual([])
})

test('a former name belongs to the unit in the years it was used', () => {
  const found = linked('2017年，市国土资源局未收回土地。').find((each) => each.kind === 'unit')
  expect(found).toMatchObject({ decision: 'link', target: 'U3' })
  expect(found?.candidates[0]?.reasons.map((reason) => reason.code)).toContain('formerValid')
})

test('the said bureau and the audited unit are the unit spoken of', () => {
  expect(told('市教育局挪用资金，该局未整改。', 'unit')).toEqual(['市教育局 link U2', '该局 link U2'])
  expect(told('被审计单位已经整改。', 'unit')).toEqual(['被审计单位 link U1'])
})

test('each article cited is a mention of its own, and an unknown title is shown unlinked', () => {
  expect(told('违反《中华人民共和国预算法》第十三条、第十四条。', 'regulation')).toEqual([
    '《中华人民共和国预算法》第十三条 link 中华人民共和国预算法',
    '第十四条 link 中华人民共和国预算法',
  ])
  expect(told('不符合《澜江市某某办法》第三条。', 'regulation')).toEqual(['《澜江市某某办法》第三条 none -'])
})

test('a full name is taken apart into places and organ, and words such as 城市 are no places', () => {
  const places = placesIn(['澜江市人民政府', '澜江市城东区人民政府'], [])
  expect(partsOf('澜江市城市管理局', places)).toMatchObject({ places: ['澜江市'], core: '城市管理局' })
  expect(partsOf('中共澜江市城东区委员会', places)).toMatchObject({ lead: '中共', places: ['澜江市', '城东区'], core: '委员会' })
  expect(aliasesOf(unit('U', '澜江市人力资源和社会保障局'), places).map(({ text }) => text)).toEqual(
    expect.arrayContaining(['市人社局', '澜江市人社局', '人社局']),
  )
})

test('a link that is not sure or speaks of a fault waits for a person', () => {
  const mention = { decision: 'link', score: 0.97, adverse: false } as const
  expect(usableUnconfirmed(mention, 0.95)).toBe(true)
  expect(usableUnconfirmed({ ...mention, adverse: true }, 0.95)).toBe(false)
  expect(usableUnconfirmed({ ...mention, score: 0.9 }, 0.95)).toBe(false)
  expect(whyNotConfirm({ candidates: [] }, undefined)).toEqual({ code: 'nobodyToConfirm' })
})

test('the sentence around a span ends at its full stop', () => {
  const text = '前一句。张明签字。后一句'
  expect(sentenceAround(text, { start: 4, end: 6 })).toBe('张明签字。')
})
