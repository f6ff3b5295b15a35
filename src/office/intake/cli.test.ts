import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { imports, phrases } from '../../house.ts'
import { sentence } from '../../platform/answer.ts'
import { csvText } from '../../platform/csvfile.ts'
import { openDesk } from '../../platform/desk.ts'
import { houseActor } from '../../platform/jobs.ts'
import { Refused } from '../../platform/stop.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { paperFolder } from '../../platform/testing/papers.ts'
import { type VerbContext, WrongUsage } from '../../platform/verb.ts'
import { intakeVerbs } from './cli.ts'
import { Report } from './model.ts'

let house: TestHouse
const papers = paperFolder()
beforeAll(async () => {
  house = await testHouse()
})
afterAll(async () => {
  await house.close()
  await papers.remove()
})
beforeEach(() => sql`truncate batch, tenure, official, unit cascade`.execute(house.db))

/** Runs a verb as the command line would; answers its exit code and what it printed. */
async function guantong(name: string, ...argv: string[]) {
  const said = { out: [] as string[], err: [] as string[], json: [] as unknown[] }
  const context: VerbContext = {
    desk: async (_, verb) => (await openDesk<unknown>(house.office, { actor: houseActor, verb, input: {} })).desk,
    office: async () => house.office,
    runJobs: house.runJobs,
    databaseUrl: async () => house.url,
    dataFolder: async () => house.folder,
    today: house.office.clock.today(),
    tongue: 'zh',
    out: (text) => void said.out.push(text),
    err: (text) => void said.err.push(text),
    json: (value) => void said.json.push(value),
    sentence: (refusal) => sentence(phrases, 'zh', refusal),
    progress: () => undefined,
  }
  const verb = intakeVerbs(imports).find((each) => each.name === name)
  const code = await verb?.run(context, argv).catch((error: unknown) => {
    if (error instanceof WrongUsage) return 2
    if (error instanceof Refused) said.err.push(context.sentence(error.refusal))
    else throw error
    return 1
  })
  return { code, ...said }
}
const rows = [
  ['编号', '单位全称', '类别'],
  ['U1', '澜江市财政局', '党政部门'],
  ['U2', '澜江市交通局', '没有这类'],
]
const units = () => house.db.selectFrom('unit').select('number').orderBy('number').execute()

test('import prints the counts and the batch, and each refused cell on standard error; undo takes it back', async () => {
  const { path } = papers.put('units.csv', csvText(rows))
  const done = await guantong('import', 'units', path)
  expect(done.code).toBe(0)
  expect(done.out[1]).toBe('文件 1，新增 1，更新 0，未变 0，退回 1 行，无法读取 0 个文件')
  expect(done.err[0]).toMatch(/^units\.csv 第 3 行 类别：/)
  const batch = done.out[0]?.split(' ')[1] ?? ''
  expect(await guantong('undo', batch)).toMatchObject({ code: 0, out: [`已撤销批次 ${batch}`] })
  expect(await units()).toEqual([])
  expect((await guantong('undo', batch)).code).toBe(1)
})

test('with --json standard output holds one report and nothing else', async () => {
  const { path } = papers.put('units.csv', csvText(rows))
  const { code, out, json } = await guantong('import', '单位', path, '--json')
  expect([code, out, json.length]).toEqual([0, [], 1])
  expect(Report.parse(json[0])).toMatchObject({
    files: 1,
    accepted: 1,
    updated: 0,
    unchanged: 0,
    unreadable: [],
    rejected: [{ file: 'units.csv', row: 3, column: '类别', value: '没有这类' }],
  })
})

test('a dry run keeps nothing', async () => {
  const { path } = papers.put('units.csv', csvText(rows))
  const { json } = await guantong('import', 'units', path, '--dry-run', '--json')
  expect(json).toMatchObject([{ batch: null, accepted: 1 }])
  expect(await units()).toEqual([])
})

test('folders are taken with all their folders; office programs’ leftovers are passed over, other files are named', async () => {
  const folder = join(papers.folder, 'tree')
  mkdirSync(join(folder, '县区'), { recursive: true })
  writeFileSync(join(folder, 'a.csv'), csvText(rows))
  writeFileSync(
    join(folder, '县区', 'b.csv'),
    csvText([
      ['编号', '单位全称', '类别'],
      ['U3', '青川县财政局', '党政部门'],
    ]),
  )
  writeFileSync(join(folder, '~$a.xlsx'), 'x')
  writeFileSync(join(folder, '.hidden'), 'x')
  writeFileSync(join(folder, 'picture.png'), 'x')
  writeFileSync(join(folder, 'manifest.tsv'), 'x')
  const { json, err } = await guantong('import', 'units', folder, '--json')
  expect(err.at(-1)).toBe(`${join(folder, 'manifest.tsv')}：不是可导入的文件，未处理`)
  expect(json).toMatchObject([{ files: 3, accepted: 2, unreadable: [{ file: 'picture.png', code: 'kindNotTaken' }] }])
})

test.each([
  ['a path that is not there', ['units', '/nowhere/x.csv'], 1, '没有这个文件或文件夹：/nowhere/x.csv'],
  ['a kind that is not there', ['planets', '/nowhere/x.csv'], 1, '没有“planets”这种导入'],
  ['no path at all', ['units'], 2, undefined],
])('%s ends with the right exit code and one clear message', async (_, argv, code, message) => {
  const answer = await guantong('import', ...argv)
  expect([answer.code, answer.err[0]?.startsWith(message ?? '')]).toEqual([code, message === undefined ? undefined : true])
})

test('a file of which nothing could be taken in ends with exit 1, naming file, row and column', async () => {
  const { path } = papers.put(
    'bad.csv',
    csvText([
      ['编号', '单位全称'],
      ['U1', 'x'],
    ]),
  )
  const { code, err } = await guantong('import', 'units', path)
  expect([code, err]).toEqual([1, ['bad.csv 第 1 行 类别：缺少必需的列“类别”；请使用模板或补上该列']])
})

test('undo of a batch nobody knows is refused in words', async () => {
  expect(await guantong('undo', 'nonsense')).toMatchObject({ code: 1, err: ['没有这个导入批次：nonsense'] })
  expect(await guantong('undo', '00000000-0000-7000-8000-000000000000')).toMatchObject({ code: 1 })
  expect((await guantong('undo')).code).toBe(2)
})
