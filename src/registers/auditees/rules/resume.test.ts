import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { aUnit } from '../../places/samples.ts'
import { headshipOf } from './headship.ts'
import { registerOf } from './register.ts'
import { readResume } from './resume.ts'

const register = registerOf([
  aUnit({ id: 'a', number: 'U1', name: '澜江市财政局', shortNames: ['市财政局'] }),
  aUnit({ id: 'b', number: 'U2', name: '青川县人民政府', shortNames: ['青川县政府', '县政府'] }),
  aUnit({ id: 'c', number: 'U3', name: '白石县人民政府', shortNames: ['县政府'] }),
  aUnit({
    id: 'd',
    number: 'U4',
    name: '澜江市水务局',
    shortNames: [],
    formerNames: [{ name: '澜江市水利局', from: null, until: day('2012-06-30') }],
  }),
])
const read = (text: string) => readResume(text, register)
const short = (text: string) => read(text).map(({ from, to, unit, post, understood }) => [from, to, unit, post, understood])

test.each(['-', '--', '—', '——', '―', '─', '－－', ' — — ', '~', '至'])('the dash %s between two months is understood', (dash) => {
  expect(short(`2001.09${dash}2005.07  澜江市财政局科员`)).toEqual([['2001-09', '2005-07', '澜江市财政局', '科员', true]])
})

test.each([
  ['a tab after the dates', '2001.09--2005.07\t澜江市财政局科员', '2001-09', '2005-07'],
  ['two points in a date', '2001..09--2005..07  澜江市财政局科员', '2001-09', '2005-07'],
  ['a year only', '2001--2005  澜江市财政局科员', '2001', '2005'],
  ['a stray dash after the end', '2011.09-2015.07-  澜江市财政局科员', '2011-09', '2015-07'],
  ['a one-digit month', '2001.9--2005.7  澜江市财政局科员', '2001-09', '2005-07'],
  ['spoken dates', '2001年9月至2005年7月  澜江市财政局科员', '2001-09', '2005-07'],
  ['a word before the dates', '自2001年9月至2005年7月在澜江市财政局科员', '2001-09', '2005-07'],
  ['full-width digits', '２００１．０９－－２００５．０７　澜江市财政局科员', '2001-09', '2005-07'],
  ['no end and seven spaces', '2015.07--       澜江市财政局科员', '2015-07', null],
  ['until now', '2015.07--至今  澜江市财政局科员', '2015-07', null],
])('%s is understood', (_, text, from, to) => expect(short(text)).toEqual([[from, to, '澜江市财政局', '科员', true]]))

test('literal carriage returns and lost line breaks still give one line per entry', () => {
  const entries = ['2001.09--2005.07  澜江市财政局科员', '2005.07--2010.01  澜江市财政局副科长', '2010.01--  澜江市水务局局长']
  for (const glue of ['&#xD;', '\r\n', '&#xD;\n', '&#13;', ''])
    expect(short(entries.join(glue)).map(([from, , , post]) => [from, post])).toEqual([
      ['2001-09', '科员'],
      ['2005-07', '副科长'],
      ['2010-01', '局长'],
    ])
})

test('a first line without a date stands for itself and is not understood', () => {
  expect(short('早年务农\n2001.09--2005.07  澜江市财政局科员')).toEqual([
    [null, null, null, null, false],
    ['2001-09', '2005-07', '澜江市财政局', '科员', true],
  ])
})

test('an indented line goes on with the entry before it', () => {
  expect(short(`2001.09--2005.07  澜江市财政局党组成员、\n${' '.repeat(18)}副局长`)).toEqual([
    ['2001-09', '2005-07', '澜江市财政局', '党组成员、副局长', true],
  ])
})

test('a line without a date or indent in the middle stands alone and is not understood', () => {
  expect(
    short('2001.09--2005.07  澜江市财政局科员\n因病休养\n2005.07--  澜江市水务局局长').map(([, , , post, understood]) => [
      post,
      understood,
    ]),
  ).toEqual([
    ['科员', true],
    [null, false],
    ['局长', true],
  ])
  expect(short('2001.09--2005.07  澜江市财政局党组成员、\n副局长')).toMatchObject([
    ['2001-09', '2005-07', '澜江市财政局', '党组成员、副局长', true],
  ])
})

test('what stands in brackets with dates of its own is a line of its own', () => {
  const [work, school, secondment] = read(
    '2001.09--2005.07  澜江市财政局科员（其间：2003.09--2005.01在中央党校函授学院经济管理专业学习；2004.03--2004.12青川县政府挂职）',
  )
  expect(work).toMatchObject({ unit: '澜江市财政局', post: '科员', nested: false })
  expect(school).toMatchObject({ from: '2003-09', to: '2005-01', nested: true, why: 'study' })
  expect(secondment).toMatchObject({ from: '2004-03', unit: '青川县人民政府', post: '挂职', nested: true, why: 'nested' })
})

test('a bracket on the next line belongs to the entry before it', () => {
  expect(
    read(`2001.09--2005.07  澜江市财政局科员\n${' '.repeat(18)}（其间：2003.09--2004.01  市委党校中青班学习）`).map(({ nested }) => nested),
  ).toEqual([false, true])
})

test('text after a blank line is not resume, but a resume written with blank lines throughout is', () => {
  expect(short('2001.09--2005.07  澜江市财政局科员\n2005.07--  澜江市水务局局长\n\n2009.01--2009.02  以下为其他说明')).toHaveLength(2)
  expect(short('2001.09--2005.07  澜江市财政局科员\n\n2005.07--  澜江市水务局局长')).toHaveLength(2)
})

test.each([
  ['a month that does not exist', '2001.13--2005.07  澜江市财政局科员'],
  ['an end before the start', '2005.07--2001.09  澜江市财政局科员'],
  ['three dates', '2001.09--2005.07--2007.01  澜江市财政局科员'],
  ['no post at all', '2001.09--2005.07'],
  ['no unit in the words', '2001.09--2005.07  待业'],
])('%s is left to a person', (_, text) => expect(read(text)[0]).toMatchObject({ understood: false, why: 'notUnderstood' }))

test('a unit is matched by its short name, and by a former name only in its time', () => {
  expect(read('2001.09--2005.07  市财政局科员')[0]?.matched?.number).toBe('U1')
  expect(read('2001.09--2005.07  澜江市水利局局长')[0]?.matched?.number).toBe('U4')
  expect(read('2015.09--2018.07  澜江市水利局局长')[0]).toMatchObject({ matched: null, why: 'unitUnknown', unit: '澜江市水利局' })
})

test('a name that two units bear, or a smaller unit within a registered one, is never guessed', () => {
  expect(read('2001.09--2005.07  县政府办事员')[0]).toMatchObject({ matched: null, why: 'unitNotAlone' })
  expect(read('2001.09--2005.07  澜江市财政局国库支付中心主任')[0]).toMatchObject({ matched: null, why: 'unitUnknown' })
})

test('study is understood and is no post', () => {
  expect(read('1997.09--2001.07  中南大学财政系财政学专业学习')[0]).toMatchObject({ understood: true, why: 'study', unit: '中南大学' })
})

test('the eight lines of the prototype: mixed dashes, one nested period, one open range', () => {
  const lines = read(
    [
      '1993.09--1997.07  中南大学学习',
      '1997.07-1999.01  澜江市财政局科员',
      '1999.01—2002.05  澜江市财政局副科长',
      '2002.05——2006.03  澜江市财政局科长',
      `${' '.repeat(18)}（其间：2003.09--2006.01  中央党校在职研究生班学习）`,
      '2006.03―2012.08  澜江市水利局副局长',
      '2012.08─2016.11  澜江市水务局党组书记、局长',
      '2016.11--         青川县人民政府县长',
    ].join('\r\n'),
  )
  expect(lines.map(({ understood }) => understood)).toEqual(Array(8).fill(true))
  expect(lines.map(({ nested }) => nested).filter(Boolean)).toHaveLength(1)
  expect(lines.at(-1)).toMatchObject({ from: '2016-11', to: null, unit: '青川县人民政府', post: '县长' })
})

test.each([
  ['党组书记、局长', 'department', 'head'],
  ['党组副书记、局长', 'department', 'head'],
  ['副局长', 'department', 'other'],
  ['副局长（主持工作）', 'department', 'acting'],
  ['办公室主任', 'department', 'other'],
  ['副书记、县长', 'party', 'other'],
  ['县委副书记、县长', 'government', 'head'],
  ['书记', 'party', 'head'],
] as const)('the post “%s” of a %s is read as %s', (post, category, headship) => expect(headshipOf(post, category)).toBe(headship))
