import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { say } from '../../kernel/say.ts'
import { words as readingWords } from '../../platform/reading.words.ts'
import type { VerbContext } from '../../platform/verb.ts'
import { linksVerbs } from './cli.ts'
import { aReport, reportName } from './samples.ts'
import { words } from './words.ts'

let folder: string
const said: string[] = []
const complained: string[] = []
const sentences: Readonly<Record<string, { zh: string; en: string }>> = { ...words.refusal, ...readingWords.refusal }
const offline = () => Promise.reject(new Error('no database here'))
const context: VerbContext = {
  desk: offline,
  office: offline,
  runJobs: offline,
  databaseUrl: offline,
  dataFolder: offline,
  today: day('2026-11-20'),
  tongue: 'zh',
  out: (text) => void said.push(text),
  json: (value) => void said.push(JSON.stringify(value)),
  err: (text) => void complained.push(text),
  sentence: ({ code, facts }) => say(sentences[code] ?? { zh: code, en: code }, 'zh', facts),
  progress: () => undefined,
}
const write = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text)
const run = async (...argv: string[]) => linksVerbs[0]?.run(context, argv)
const refused = async (...argv: string[]) =>
  run(...argv).then(
    () => 'not refused',
    (error: { refusal?: { code: string; facts?: Record<string, string | number> } }) =>
      error.refusal ? context.sentence(error.refusal) : String(error),
  )
const lines = () => said.map((line) => JSON.parse(line))

const goodUnits =
  '编号,单位全称,简称,类别,级别,上级编号,区划代码,统一社会信用代码,曾用名\nU101,澜江市财政局,市财政局,党政部门,正县处级,,990100,,\nU102,澜江市教育局,,党政部门,正县处级,,990100,,\n'
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guantong-mentions-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  said.length = 0
  complained.length = 0
  write('units.csv', goodUnits)
  write('officials.csv', '编号,姓名,性别,出生年月,曾用名\nG201,张明远,男,1972-01,\nG202,张明远,,,\nG203,高明,女,,\n')
  write(
    'tenures.csv',
    '官员编号,单位编号,职务,主要负责人,任职起,任职止,对象类别,依据文号\nG201,U101,党组书记、局长,是,2018-03-01,2022-06-30,A,\nG202,U102,副局长,否,2017-01-01,,,\nG203,U101,副局长,否,2019-01,至今,,\n',
  )
  write('regulations.csv', 'title,aliases\n中华人民共和国预算法,预算法\n')
  write(reportName, aReport)
})

test('every mention is one JSON line with offsets that cut the surface out of the decoded text', async () => {
  write('meta.json', JSON.stringify({ [reportName]: { unit: 'U101', city: '990100', from: '2018-01-01', to: '2022-12-31' } }))
  expect(await run(join(folder, reportName), '--registry', folder, '--meta', join(folder, 'meta.json'), '--json')).toBe(0)
  for (const line of lines()) expect(aReport.slice(line.start, line.end)).toBe(line.surface)
  const people = lines().filter((line) => line.kind === 'official')
  expect(people.map((line) => [line.surface, line.decision, line.target])).toEqual([
    ['张明远', 'link', 'G201'],
    ['张明远', 'link', 'G201'],
    ['高明', 'link', 'G203'],
    ['张明远', 'none', null],
  ])
  expect(people[1]).toMatchObject({ document: reportName, score: expect.any(Number) })
  expect(people[1].candidates[0].reasons[0]).toEqual({
    code: 'unitStated',
    weight: 7,
    text: '文中写明单位“澜江市财政局”，与其任职单位一致',
  })
  expect(lines().find((line) => line.kind === 'regulation')).toMatchObject({
    target: '中华人民共和国预算法',
    article: 57,
    surface: '《中华人民共和国预算法》第五十七条',
  })
})

test('a registry in GB18030 gives the same answer, and so does every run', async () => {
  await run(join(folder, reportName), '--registry', folder, '--json')
  const first = said.join('\n')
  said.length = 0
  // 单位全称 etc. in GB18030: only the officials' header and rows are needed to see that the encoding is recognised.
  write('officials.csv', Buffer.from('b1e0bac52cd0d5c3fb0a473230312cd5c5c3f7d4b60a473230322cd5c5c3f7d4b60a473230332cb8dfc3f70a', 'hex'))
  await run(join(folder, reportName), '--registry', folder, '--json')
  expect(said.join('\n')).toBe(first)
})

test.each([
  ['units.csv', '编号,简称\nU1,x\n', 'units.csv 第 1 行缺少表头“单位全称”'],
  ['units.csv', `${goodUnits}U102,重复局,,,,,990100,,\n`, 'units.csv 第 4 行“编号”的值“U102”重复'],
  ['officials.csv', '编号,姓名\nG1,\n', 'officials.csv 第 2 行“姓名”为空'],
  ['tenures.csv', '官员编号,单位编号,职务,任职起\nG201,U101,局长,昨天\n', 'tenures.csv 第 2 行“任职起”的值“昨天”无效'],
])('a bad %s is refused naming file, row and column', async (file, text, sentence) => {
  write(file, text)
  expect(await refused(join(folder, reportName), '--registry', folder, '--json')).toBe(sentence)
})

test('a tenure of an unknown official is passed over and told on standard error', async () => {
  write('tenures.csv', '官员编号,单位编号,职务,任职起\nG999,U101,局长,2018-01-01\n')
  expect(await run(join(folder, reportName), '--registry', folder, '--json')).toBe(0)
  expect(complained).toEqual(['tenures.csv 第 2 行“官员编号”的值“G999”在 officials.csv 中不存在'])
})

test('a meta file that names an unknown unit or a wrong day is refused naming the field', async () => {
  const meta = join(folder, 'meta.json')
  write('meta.json', JSON.stringify({ 'a.txt': { unit: 'U999' } }))
  expect(await refused(join(folder, reportName), '--registry', folder, '--meta', meta)).toContain('“a.txt”的字段 unit：编号“U999”')
  write('meta.json', JSON.stringify({ 'a.txt': { from: '2020-13-01' } }))
  expect(await refused(join(folder, reportName), '--registry', folder, '--meta', meta)).toContain('“a.txt”的字段 from 无效')
})

test('without regulations.csv and without a database only the articles stay unknown', async () => {
  rmSync(join(folder, 'regulations.csv'))
  expect(await run(join(folder, reportName), '--registry', folder, '--json')).toBe(0)
  expect(lines().find((line) => line.kind === 'regulation')).toMatchObject({ decision: 'none', target: null, article: 57 })
})

test('a folder without units.csv is refused by name', async () => {
  rmSync(join(folder, 'units.csv'))
  expect(await refused(join(folder, reportName), '--registry', folder)).toContain('缺少 units.csv')
})
