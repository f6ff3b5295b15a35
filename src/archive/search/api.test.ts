import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { foldedText } from '../../kernel/fold.ts'
import { json } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { aClerk, type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { aUnit } from '../../registers/places/samples.ts'
import type { find } from './contract.ts'
import { databaseEngine, memoryEngine } from './engine.ts'
import { parseQuery } from './rules/parse.ts'

type Answer = z.output<typeof find.output>
let house: TestHouse
const pieces = [
  '审计',
  '整改',
  '移送',
  '水务局',
  '资金',
  '。',
  '，',
  '\n',
  ' ',
  '〔2023〕',
  '(2024)',
  'Ａ',
  'a',
  '𠮷',
  '%',
  '_',
  '\\',
  '〇',
  '：',
  'IT ',
  '问题',
]
const papers: { name: string; bytes: string }[] = fc
  .sample(fc.array(fc.constantFrom(...pieces), { minLength: 3, maxLength: 40 }), { numRuns: 60, seed: 7 })
  .map((each, i) => ({ name: `文${i}.txt`, bytes: `首${each.join('')}尾` }))
const fixed = [
  { name: '水务局.txt', bytes: '澜审〔2024〕3号\n关于水务局的审计报告\n张三同志任局长。\n王 𠮷\n明同志负责整\n改工作。' },
  { name: '整改.txt', bytes: '关于整改情况的报告\n已完成整改。依据《中华人民共和国审计法》第三条。\n2025年5月6日' },
]
const all = [...papers, ...fixed]

beforeAll(async () => {
  house = await testHouse()
  const imported = await house.upload('intake.run', [...all, { name: '扫描.pdf', bytes: '%PDF-1.4 nothing' }], { what: 'reports' })
  expect(imported.body).toMatchObject({ accepted: all.length })
  await house.db
    .insertInto('unit')
    .values({
      ...aUnit(),
      name: '澜江市水务局',
      shortNames: json(['市水务局']),
      formerNames: json([{ name: '澜江市水利局', from: null, until: null }]),
    })
    .execute()
  await house.db.updateTable('document').set({ unit: aUnit().id }).where('name', '=', '水务局.txt').execute()
}, 60_000)
afterAll(() => house.close())

const search = async (q: string, more: Record<string, unknown> = {}, who = {}): Promise<Answer> => {
  const { status, body } = await house.ask('search.find', { q, limit: 500, ...more }, { ...aClerk, ...who })
  expect([status, body]).toMatchObject([200, { query: q }])
  return JSON.parse(JSON.stringify(body))
}
const names = (answer: Answer) => [...new Set(answer.hits.map(({ document }) => document))].sort()
const scanned = (says: (text: string) => boolean) =>
  all
    .filter(({ bytes }) => says(foldedText(bytes)))
    .map(({ name }) => name)
    .sort()

test('a word is found in every paper that holds it, each hit being a whole paragraph by its offsets', async () => {
  const answer = await search('整改')
  expect(names(answer)).toEqual(scanned((text) => text.includes('整改')))
  expect(answer.total).toBe(names(answer).length)
  expect(answer.paragraphs).toBe(answer.hits.length)
  for (const { document, start, end, text, marks } of answer.hits) {
    const bytes = all.find(({ name }) => name === document)?.bytes ?? ''
    expect(bytes.slice(start, end)).toBe(text)
    expect(marks.map(([from, to]) => foldedText(bytes.slice(from, to)))).toEqual(marks.map(() => '整改'))
    expect(marks.every(([from]) => from >= start && from < end)).toBe(true)
  }
})

test('a phrase that runs over a paragraph break stands with the paragraph it begins in', async () => {
  const { hits } = await search('"负责整改工作"')
  expect(hits).toMatchObject([{ document: '水务局.txt', text: '明同志负责整' }])
  expect((await search('王𠮷明')).hits).toMatchObject([{ text: '王 𠮷' }])
})

test('counts are exact whatever page is asked for, and the pages together are the whole', async () => {
  const whole = await search('审计')
  const pages = await Promise.all([0, 7, 14].map((offset) => search('审计', { limit: 7, offset })))
  expect(pages.map(({ total, paragraphs }) => [total, paragraphs])).toEqual(pages.map(() => [whole.total, whole.paragraphs]))
  expect(pages.flatMap(({ hits }) => hits)).toEqual(whole.hits.slice(0, 21))
})

test('a paper with the word in its title comes first', async () => {
  const { hits } = await search('整改')
  const titled = hits.map(({ title }) => foldedText(title).includes('整改'))
  expect(titled).toEqual([...titled].sort((a, b) => Number(b) - Number(a)))
  expect(new Set(titled).size).toBe(2)
})

const leaf = fc.oneof(
  fc.constantFrom('审计', '整改', '移送', 'A', 'it', '%', '_', '\\', '(2023)', '〔2024〕', '问题，', '〇', '𠮷'),
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }).map((each) => each.join('')),
)
type Wish = { says: string } | { not: Wish } | { all: Wish[] } | { any: Wish[] }
const { wish } = fc.letrec<{ wish: Wish }>((tie) => ({
  wish: fc.oneof(
    { maxDepth: 3 },
    leaf.filter((says) => foldedText(says) !== '').map((says) => ({ says })),
    tie('wish').map((not) => ({ not })),
    fc.array(tie('wish'), { minLength: 2, maxLength: 3 }).map((every) => ({ all: every })),
    fc.array(tie('wish'), { minLength: 2, maxLength: 3 }).map((any) => ({ any })),
  ),
}))
const written = (each: Wish): string => {
  if ('says' in each) return `"${each.says}"`
  if ('not' in each) return `NOT (${written(each.not)})`
  return 'all' in each ? `(${each.all.map(written).join(' ')})` : `(${each.any.map(written).join(' OR ')})`
}
const granted = (each: Wish, text: string): boolean => {
  if ('says' in each) return text.includes(foldedText(each.says))
  if ('not' in each) return !granted(each.not, text)
  return 'all' in each ? each.all.every((one) => granted(one, text)) : each.any.some((one) => granted(one, text))
}

test('400 random queries: the database and the memory engine both answer exactly as a plain scan', async () => {
  const engines = [databaseEngine(house.readAs({})), await memoryEngine(house.readAs({ jurisdiction: '990100' }))]
  for (const each of fc.sample(wish, { numRuns: 400, seed: 11 })) {
    const parsed = parseQuery(written(each))
    if ('refusal' in parsed) throw new Error(`${written(each)}: ${parsed.refusal.code}`)
    const truth = scanned((text) => granted(each, text))
    for (const engine of engines) expect((await engine.matching(parsed.query)).map(({ name }) => name).sort()).toEqual(truth)
  }
}, 60_000)

test('fields narrow by unit, year, kind and number; both engines agree', async () => {
  expect(names(await search('单位:水利局'))).toEqual(['水务局.txt'])
  expect(names(await search('单位:市水务局 整改'))).toEqual(['水务局.txt'])
  expect(names(await search('年度:2024..2025'))).toEqual(['整改.txt', '水务局.txt'].sort())
  expect(names(await search('年度:2025..'))).toEqual(['整改.txt'])
  expect(names(await search('类别:整改报告'))).toEqual(['整改.txt'])
  expect(names(await search('类别：报告 -类别:审计报告'))).toEqual(['整改.txt'])
  expect(names(await search('文号:澜审[2024]3号'))).toEqual(['水务局.txt'])
  expect(names(await search('法规:审计法'))).toEqual(['整改.txt'])
  expect(names(await search('整改', { kind: 'rectificationReport', year: 2025 }))).toEqual(['整改.txt'])
  expect(names(await search('审计', { unit: aUnit().id }))).toEqual(['水务局.txt'])
  const memory = await memoryEngine(house.readAs({ jurisdiction: '990100' }))
  for (const q of ['单位:水利局', '年度:2024', '-类别:审计报告 整改', '文号:3号 OR 法规:审计法']) {
    const parsed = parseQuery(q)
    const found = 'query' in parsed ? await memory.matching(parsed.query) : []
    expect(found.map(({ name }) => name).sort()).toEqual(names(await search(q)))
  }
})

test('a query by facts alone shows each paper’s first paragraph without highlights', async () => {
  expect((await search('年度:2025')).hits).toMatchObject([{ paragraph: 1, marks: [], text: '关于整改情况的报告' }])
})

test('a person is found where the scorer or a person has linked the name', async () => {
  const official = newId()
  await house.db
    .insertInto('official')
    .values({
      id: official,
      number: 'O1',
      name: '张三',
      sex: null,
      bornIn: null,
      formerNames: json([]),
      jurisdiction: '990100',
      version: 1,
    })
    .execute()
  const paper = await house.db.selectFrom('document').selectAll().where('name', '=', '水务局.txt').executeTakeFirstOrThrow()
  await house.db.deleteFrom('mention').execute()
  expect(names(await search('人员:张三'))).toEqual([])
  const mention = {
    id: newId(),
    document: paper.id,
    sha256: paper.sha256,
    paragraph: 3,
    start: 22,
    end: 24,
    surface: '张三',
    kind: 'official',
    decision: 'link',
    target: official,
    score: 0.9,
  } as const
  await house.db
    .insertInto('mention')
    .values({
      ...mention,
      scorerVersion: '1',
      candidates: json([]),
      article: null,
      clause: null,
      item: null,
      adverse: false,
      jurisdiction: '990100',
    })
    .execute()
  expect(names(await search('人员:张三'))).toEqual(['水务局.txt'])
  const { sha256, start, end, surface, kind } = mention
  await house.db
    .insertInto('mentionVerdict')
    .values({
      id: newId(),
      sha256,
      start,
      end,
      surface,
      kind,
      verdict: 'rejected',
      target: null,
      decidedBy: 'clerk',
      decidedAt: '2026-11-20T02:00:00Z',
      jurisdiction: '990100',
    })
    .execute()
  expect(names(await search('人员:张三'))).toEqual([])
})

test('files that cannot be read make the answer incomplete and are listed with the reason', async () => {
  const answer = await search('整改')
  expect(answer.complete).toBe(false)
  expect(answer.unsearchable).toMatchObject([{ document: '扫描.pdf' }])
  expect(answer.unsearchable[0]?.message).toMatch(/PDF/)
})

test('a malformed query is refused with a sentence and the place, never answered', async () => {
  const { status, body } = await house.ask('search.find', { q: '整改 OR' })
  expect([status, body]).toMatchObject([409, { code: 'queryDangling', facts: { at: 4 } }])
  expect(JSON.stringify(body)).toContain('第 4 个字处')
  expect((await house.ask('search.find', { q: ' ' })).body).toMatchObject({ code: 'queryEmpty' })
})

test('papers of another place are neither found nor counted; audited units may not search', async () => {
  const beside = await search('整改', {}, { jurisdiction: '990200' })
  expect([beside.total, beside.hits, beside.unsearchable]).toEqual([0, [], []])
  expect((await search('整改', {}, { jurisdiction: '990000' })).total).toBeGreaterThan(0)
  expect((await house.ask('search.find', { q: '整改' }, { role: 'unitStaff' })).status).toBe(403)
})

const seeds = '../shared/data/seeds'
test.skipIf(!existsSync(seeds))(
  'the five seed texts: every substring of theirs is found with its paragraph (skipped where the seeds are absent)',
  async () => {
    const files = readdirSync(seeds)
      .filter((each) => each.endsWith('.txt'))
      .map((each) => ({ name: each, bytes: readFileSync(`${seeds}/${each}`, 'utf8') }))
    await house.upload('intake.run', files, { what: 'reports' }, { ...aClerk, jurisdiction: '990300' })
    const memory = await memoryEngine(house.readAs({ jurisdiction: '990300' }))
    const texts = files.map((file) => ({ ...file, folded: foldedText(file.bytes) }))
    for (let i = 0; i < 300; i += 1) {
      const { folded } = texts[i % texts.length] ?? expect.fail('no seed')
      const at = (i * 7919) % (folded.length - 20)
      const term = folded.slice(at, at + 1 + (i % 12)).replaceAll('"', ' ')
      const parsed = parseQuery(`"${term}"`)
      if ('refusal' in parsed) continue
      const truth = texts.filter((text) => text.folded.includes(foldedText(term))).map(({ name }) => name)
      expect((await memory.matching(parsed.query)).map(({ name }) => name).sort()).toEqual(truth)
    }
    const answer = await search('整改', {}, { jurisdiction: '990300' })
    const count = texts.reduce((sum, { folded }) => sum + folded.split('整改').length - 1, 0)
    expect(answer.hits.reduce((sum, { marks }) => sum + marks.length, 0)).toBe(count)
  },
  60_000,
)
