import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { phrases } from '../../house.ts'
import { day } from '../../kernel/day.ts'
import { sentence } from '../../platform/answer.ts'
import { type Actor, openDesk } from '../../platform/desk.ts'
import { houseActor } from '../../platform/jobs.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import type { VerbContext } from '../../platform/verb.ts'
import { searchVerbs } from './cli.ts'

let house: TestHouse
const said: string[] = []
const complained: string[] = []
const leaving: (() => Promise<void>)[] = []
const accounts: Readonly<Record<string, Actor>> = {
  beside: { account: 'beside', name: '邻市', role: 'clerk', jurisdiction: '990200', unitId: null, officialId: null, seat: null },
  staff: { account: 'staff', name: '单位', role: 'unitStaff', jurisdiction: '990100', unitId: null, officialId: null, seat: null },
}
const offline = () => Promise.reject(new Error('not needed here'))
const context: VerbContext = {
  desk: async (account, verb) => {
    const open = await openDesk<unknown>(house.office, { actor: accounts[account ?? ''] ?? houseActor, verb, input: {} })
    leaving.push(open.leave)
    return open.desk
  },
  office: offline,
  runJobs: offline,
  databaseUrl: offline,
  dataFolder: offline,
  today: day('2026-11-20'),
  tongue: 'zh',
  out: (text) => void said.push(text),
  json: (value) => void said.push(JSON.stringify(value)),
  err: (text) => void complained.push(text),
  sentence: (refusal) => sentence(phrases, 'zh', refusal),
  progress: () => undefined,
}
const run = (...argv: string[]) => searchVerbs[0]?.run(context, argv)
const refused = (...argv: string[]) =>
  Promise.resolve(run(...argv)).then(
    () => 'not refused',
    (error: { refusal?: { code: string; facts?: Record<string, string | number> } }) =>
      error.refusal ? context.sentence(error.refusal) : error.constructor.name,
  )
const lines = () => said.map((line) => JSON.parse(line))

beforeAll(async () => {
  house = await testHouse()
  const files = [
    { name: '甲.txt', bytes: '甲单位已完成审计整改。\n移送线索一件。' },
    { name: '乙.txt', bytes: '乙单位的整\n改尚未完成。' },
  ]
  expect((await house.upload('intake.run', files, { what: 'reports' })).status).toBe(200)
})
afterAll(async () => {
  for (const leave of leaving) await leave()
  await house.close()
})
beforeEach(() => {
  said.length = 0
  complained.length = 0
})

test('--json answers with one object of the promised keys, hits limited, counts exact', async () => {
  expect(await run('整改', '--limit', '1', '--json')).toBe(0)
  expect(lines()).toMatchObject([{ query: '整改', total: 2, paragraphs: 2, complete: true, unsearchable: [] }])
  const [{ hits }] = lines()
  expect(hits).toHaveLength(1)
  expect(Object.keys(hits[0])).toEqual(expect.arrayContaining(['document', 'title', 'paragraph', 'start', 'end', 'text', 'marks']))
})

test('without --json a person reads the counts and the paragraphs', async () => {
  expect(await run('移送')).toBe(0)
  expect(said.join('\n')).toContain('1 份文件，1 段')
  expect(said.join('\n')).toContain('移送线索一件。')
})

test('a query that begins with a minus is a query; words of the shell belong together', async () => {
  await run('-移送', '--json')
  await run('单位', '-移送', '--limit=5', '--json')
  expect(lines().map(({ hits }) => hits.map(({ document }: { document: string }) => document))).toEqual([['乙.txt'], ['乙.txt']])
})

test('a malformed query, an unknown file and missing words are refused with a sentence or the usage', async () => {
  expect(await refused('整改 OR')).toBe('第 4 个字处的 OR 前后缺少检索词')
  expect(await refused('--batch', join(house.folder, 'none.txt'))).toContain('没有这个查询文件')
  expect(await refused('--json')).toBe('WrongUsage')
  expect(await refused('整改', '--limit', 'x')).toBe('WrongUsage')
})

test('--batch answers one JSON line a query with every matching document; a malformed one makes the exit code 1', async () => {
  const file = join(house.folder, 'queries.txt')
  writeFileSync(file, '\ufeff整改\r\n整改 NOT 移送\r\n\r\n(整改\r\n"不存在的词"\r\n')
  expect(await run('--batch', file)).toBe(1)
  expect(lines()).toMatchObject([
    { query: '整改', total: 2 },
    { query: '整改 NOT 移送', total: 1, documents: ['乙.txt'] },
    { query: '(整改', code: 'queryParenOpen' },
    { query: '"不存在的词"', total: 0, documents: [] },
  ])
  expect(complained).toEqual(['第 4 行“(整改”：第 1 个字处的左括号没有配对'])
})

test('--as searches what the account may know, and refuses one that may not search', async () => {
  await run('整改', '--as', 'beside', '--json')
  expect(lines()).toMatchObject([{ total: 0 }])
  expect(await refused('整改', '--as', 'staff')).toBe('无权办理该事项')
})
