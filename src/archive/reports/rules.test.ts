import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guess } from './rules/guess.ts'
import { headingTitle, paragraphsIn } from './rules/paragraphs.ts'

const outline = (text: string) =>
  paragraphsIn(text)
    .filter(({ heading }) => heading !== null)
    .map((passage) => `${passage.heading} ${headingTitle(text, passage)}`)

test('a run of headings is found at the beginning of lines, with its levels', () => {
  const text = '报告\n一、基本情况\n（一）预算\n内容。\n（二）决算\n内容。\n二、存在的问题\n1.收入\n2.支出\n（1）甲\n（2）乙'
  expect(outline(text)).toEqual([
    '1 一、基本情况',
    '2 （一）预算',
    '2 （二）决算',
    '1 二、存在的问题',
    '3 1.收入',
    '3 2.支出',
    '4 （1）甲',
    '4 （2）乙',
  ])
})

test('headings that lost their line breaks are found after the end of a sentence', () => {
  const text =
    '现报告如下。 一、主要做法 在干部考核的广度、深度、精确度上下功夫，坚持把创新性、操作性、实效性要求作为衡量标准，全程跟踪考核。二、存在的问题。三、建议。'
  expect(outline(text)).toEqual(['1 一、主要做法', '1 二、存在的问题', '1 三、建议'])
  expect(paragraphsIn(text).map(({ heading }) => heading)).toEqual([null, 1, null, 1, 1])
})

test('a lone mark, a run that does not start at one and a citation are no headings', () => {
  expect(outline('三、检查\n四、组织\n（五）小组')).toEqual([])
  expect(outline('根据第八条第（一）项规定，甲负责。一是制定目标。二是自我总结。')).toEqual([])
  expect(outline('增长2.5倍。1.2亿元未缴。')).toEqual([])
})

test('a second run in the same place starts again at one', () => {
  expect(outline('一、甲\n二、乙\n附件\n一、丙\n二、丁')).toEqual(['1 一、甲', '1 二、乙', '1 一、丙', '1 二、丁'])
})

test('markdown headings keep their level', () => {
  expect(outline('# 报告\n正文\n## 情况\n正文')).toEqual(['1 # 报告', '2 ## 情况'])
})

test('the page of a paragraph is the page it begins on', () => {
  const pages = [
    { start: 0, page: 1 },
    { start: 6, page: 2 },
  ]
  expect(paragraphsIn('甲甲甲\n乙乙\n丙', pages).map(({ page }) => page)).toEqual([1, 1, 2])
})

const piece = fc.constantFrom(
  '一、',
  '二、',
  '三、',
  '（一）',
  '(二)',
  '1.',
  '2．',
  '（1）',
  '甲乙丙',
  '审计。',
  '整改；',
  '\n',
  '\r\n',
  ' ',
  '\u3000',
  '# ',
  '\f',
  'x',
  '𠮷',
)
const paper = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

test('every visible character belongs to exactly one paragraph, in order', () => {
  fc.assert(
    fc.property(paper, (text) => {
      const passages = paragraphsIn(text)
      const inside = passages.map(({ start, end }) => text.slice(start, end))
      expect(inside.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      expect(inside.every((words) => words === words.trim() && words !== '')).toBe(true)
      for (let i = 1; i < passages.length; i += 1) expect(passages[i]?.start).toBeGreaterThanOrEqual(passages[i - 1]?.end ?? 0)
      expect(passages.map(({ no }) => no)).toEqual(passages.map((_, i) => i + 1))
    }),
    { numRuns: 2000 },
  )
})

test('title, number, kind and year of a report are proposed with the rule that found them', () => {
  const lines = [
    '澜江市审计局',
    '澜审经责报〔2024〕12号',
    '关于某某同志任澜江市水务局局长期间',
    '经济责任履行情况的审计报告',
    '市委、市政府：',
    '根据浙审〔2020〕1号安排。',
    '2024年3月5日',
  ]
  expect(guess({ name: 'a.docx', lines })).toEqual({
    title: { value: '关于某某同志任澜江市水务局局长期间经济责任履行情况的审计报告', rule: 'titleLine' },
    number: { value: '澜审经责报〔2024〕12号', rule: 'numberLine' },
    kind: { value: 'auditReport', rule: 'titleWord' },
    year: { value: 2024, rule: 'numberYear' },
  })
})

test('a title that ran into its addressees is cut there; a heading of the body is no title', () => {
  const lines = ['关于周明远同志任期经济责任履行情况的审计报告市委、市政府：', '一、基本情况', '内容。']
  expect(guess({ name: 'r.pdf', lines }).title).toEqual({ value: '关于周明远同志任期经济责任履行情况的审计报告', rule: 'titleLine' })
  expect(guess({ name: 'a.md', lines: ['# 水务局整改情况报告'] }).title.value).toBe('水务局整改情况报告')
  expect(guess({ name: '某局.pdf', lines: ['一、基本情况', '内容。'] }).title).toEqual({ value: '某局', rule: 'fileName' })
})

test('a number cited in a sentence is not taken for the number of the paper', () => {
  const found = guess({ name: '整改情况.txt', lines: ['根据浙审〔2020〕1号安排，我局开展整改。', '二〇二三年六月一日'] })
  expect(found.number).toEqual({ value: null, rule: 'none' })
  expect(found.year).toEqual({ value: 2023, rule: 'signedOn' })
  expect(found.title).toEqual({ value: '整改情况', rule: 'fileName' })
  expect(found.kind.value).toBe('rectificationReport')
})

const seeds = '../shared/data/seeds'
test.skipIf(!existsSync(seeds))('the five seed texts are cut at their own headings (skipped where the seeds are absent)', () => {
  const outlines = readdirSync(seeds)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => outline(readFileSync(`${seeds}/${name}`, 'utf8')))
  expect(outlines.map((each) => each.length)).toEqual([0, 0, 5, 3, 18])
  expect(outlines[4]?.filter((each) => each.startsWith('1'))).toEqual(['1 一、主要做法', '1 二、存在的问题', '1 三、下步的看法和建议'])
})
