import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Document, Packer, Paragraph } from 'docx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import type {
  calendarOfYear,
  citedBy,
  compareVersions,
  listClocks,
  listRegulations,
  oneProvision,
  oneRegulation,
  reckonDue,
  searchInside,
} from './contract.ts'
import { inChinese } from './rules/numerals.ts'
import { aClockDraft, aLaterLawText, aLawText } from './samples.ts'

const folder = '../shared/data/laws'
const laws = existsSync(folder)
  ? ['national', 'local'].flatMap((each) =>
      readdirSync(`${folder}/${each}`).map((name) => ({ name, bytes: readFileSync(`${folder}/${each}/${name}`) })),
    )
  : []
const without = laws.length === 0 ? ' (skipped: ../shared/data/laws is absent)' : ''
const keeper = { role: 'adjudicator', account: 'keeper' }

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
}, 60_000)
afterAll(() => house.close())

type Body<T extends { output: z.ZodType }> = z.output<T['output']>
const ask = async <T extends { output: z.ZodType }>(name: string, input: Record<string, unknown> = {}): Promise<Body<T>> => {
  const answer = await house.ask(name, input)
  expect([answer.status, answer.status === 200 ? null : answer.body]).toEqual([200, null])
  return JSON.parse(JSON.stringify(answer.body))
}
type Report = { batch: string; accepted: number; updated: number; unchanged: number; unreadable: { code: string }[] }
const take = async (what: string, files: { name: string; bytes: Uint8Array | string }[]): Promise<Report> => {
  const answer = await house.upload('intake.run', files, { what })
  expect(answer.status).toBe(200)
  return JSON.parse(JSON.stringify(answer.body))
}
const early = { name: '澜江市审计监督办法(2016-03-01).md', bytes: aLawText }
const late = { name: '澜江市审计监督办法(2024-06-01).md', bytes: aLaterLawText }
const title = '澜江市审计监督办法'
const one = (input: Record<string, unknown> = {}) => ask<typeof oneRegulation>('regulations.one', { title, ...input })

test('two texts of one title come in; each day has its own one in force', async () => {
  expect(await take('regulations', [late, early])).toMatchObject({ accepted: 2, updated: 0, unchanged: 0, unreadable: [] })
  const inForceOn = async (on: string) => {
    const { version } = await one({ on })
    return [version.adoptedOn, version.standing]
  }
  expect(await inForceOn('2016-04-30')).toEqual(['2024-06-01', 'notYet'])
  expect(await inForceOn('2016-05-01')).toEqual(['2016-03-01', 'inForce'])
  expect(await inForceOn('2024-08-31')).toEqual(['2016-03-01', 'inForce'])
  expect(await inForceOn('2024-09-01')).toEqual(['2024-06-01', 'inForce'])
  const [first] = (await one()).versions
  expect(first).toMatchObject({ until: '2024-08-31', standing: 'superseded', articles: 4 })
})

test('importing the same files again changes nothing; another text of the same day is refused by name', async () => {
  expect(await take('regulations', [early, late])).toMatchObject({ accepted: 0, updated: 0, unchanged: 2 })
  const other = await take('regulations', [{ name: '别的文件(2016-03-01).md', bytes: aLawText.replace('独立', '自主') }])
  expect(other.unreadable).toMatchObject([{ code: 'lawVersionTwice' }])
  const none = await take('regulations', [{ name: '通知.txt', bytes: '通知\n请各单位准时参会。' }])
  expect(none.unreadable).toMatchObject([{ code: 'lawWithoutArticles' }])
})

test('a corrected text under the same name replaces the old words, and undo brings them back', async () => {
  const corrected = { ...early, bytes: aLawText.replace('（二）采纳审计建议的情况。', '（二）采纳建议；\n\n（三）追责情况。') }
  const report = await take('regulations', [corrected])
  expect(report).toMatchObject({ accepted: 0, updated: 1 })
  const items = async () => (await one({ on: '2020-01-01' })).provisions.filter((piece) => piece.kind === 'item').length
  expect(await items()).toBe(3)
  const undone = await house.act('intake.undo', { id: report.batch })
  expect([undone.status, await items()]).toEqual([200, 2])
})

test('a Word file is read like a text: title, history in brackets, contents, articles', async () => {
  const lines = [
    '澜江市整改办法（试行）',
    '（2025年2月3日澜江市人民政府发布）',
    '目　录',
    '第一章　总则',
    '第一章　总则',
    '第一条　为了整改，制定本办法。',
    '第二条　有下列情形之一的：',
    '（一）甲；',
    '（二）乙。',
    '第三条　本办法自2025年3月1日起施行。',
  ]
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }))
  expect(await take('regulations', [{ name: '整改办法.docx', bytes: new Uint8Array(bytes) }])).toMatchObject({
    accepted: 1,
    unreadable: [],
  })
  const { version, provisions } = await one({ title: '澜江市整改办法（试行）' })
  expect(version).toMatchObject({ adoptedOn: '2025-02-03', effectiveOn: '2025-03-01', articles: 3, assumed: false })
  expect(provisions.filter((piece) => piece.kind === 'item')).toHaveLength(2)
})

test('a provision has an address of its own: article, paragraph, item', async () => {
  const found = await ask<typeof oneProvision>('regulations.provision', { title, on: '2020-01-01', article: 3, paragraph: 1, item: 2 })
  expect(found).toMatchObject({
    text: '（二）采纳审计建议的情况。',
    under: ['第二章 整改'],
    citation: { zh: `《${title}》第三条第一款第（二）项` },
  })
  expect(aLawText.slice(found.start, found.end)).toBe(found.text)
  expect((await house.ask('regulations.provision', { title, article: 99 })).status).toBe(404)
})

test('two texts are laid side by side, article by article', async () => {
  const { versions } = await one()
  const compared = await ask<typeof compareVersions>('regulations.compare', { from: versions[0]?.id ?? '', to: versions[1]?.id ?? '' })
  expect(compared.counts).toEqual({ same: 1, changed: 2, gone: 1, new: 1 })
  expect(compared.pairs.map((pair) => [pair.old?.article ?? null, pair.new?.article ?? null])).toContainEqual([2, 3])
})

test('words are found however their brackets and spaces are typed, with their places in the text', async () => {
  const { rows, total } = await ask<typeof searchInside>('regulations.searchInside', { q: '(二) 审计建议', on: '2020-01-01' })
  expect(total).toBe(0)
  const found = await ask<typeof searchInside>('regulations.searchInside', { q: '采纳 建议', on: '2020-01-01' })
  expect(rows).toEqual([])
  expect(found.rows.map((hit) => [hit.article, hit.item, hit.marks.map(([from, to]) => hit.text.slice(from, to))])).toEqual([
    [3, 2, ['采纳', '建议']],
  ])
})

test('inside a text its own references are known: this article, the preceding paragraph', async () => {
  const { rows } = await ask<typeof citedBy>('regulations.citedBy', { title, on: '2020-01-01', own: true })
  expect(rows.map((row) => [row.words, row.cited.article, row.cited.paragraph])).toEqual([
    ['前款', 2, 1],
    ['本办法第三条', 3, null],
  ])
})

test.runIf(laws.length > 0)(
  `the 36 laws of the collection come in whole, and know each other${without}`,
  async () => {
    expect(await take('regulations', laws)).toMatchObject({ accepted: 36, updated: 0, unreadable: [] })
    const list = await ask<typeof listRegulations>('regulations.list', { limit: 100 })
    expect(list.total).toBe(37)
    expect(list.rows.find((row) => row.title === '北京市审计条例')).toMatchObject({
      jurisdiction: '110000',
      versions: 2,
      current: { adoptedOn: '2023-11-24' },
    })
    expect(list.rows.find((row) => row.title === '青岛市审计监督条例')?.jurisdiction).toBe('370200')
    const audit = list.rows.find((row) => row.title === '中华人民共和国审计法')
    expect(audit).toMatchObject({
      aliases: ['审计法'],
      current: { effectiveOn: null, assumed: true, commencedOn: '1995-01-01', standing: 'inForce' },
    })
    expect((await take('regulations', laws)).unchanged).toBe(36)
  },
  60_000,
)

test.runIf(laws.length > 0)(`the 2010 rules cite articles of the 2006 law, and the list says so${without}`, async () => {
  const { rows } = await ask<typeof citedBy>('regulations.citedBy', { title: '中华人民共和国审计法', article: 34 })
  const old = rows.filter((row) => row.title === '中华人民共和国审计法实施条例')
  expect(old.map((row) => [row.label, row.words, row.earlier])).toEqual([
    ['第三十一条', '审计法第三十四条', { on: '2006-02-28' }],
    ['第三十二条', '审计法第三十四条', { on: '2006-02-28' }],
  ])
  const all = await ask<typeof citedBy>('regulations.citedBy', { title: '中华人民共和国审计法' })
  expect(all.rows.filter((row) => row.title === '浙江省审计条例').every((row) => row.earlier !== null)).toBe(true)
})

test.runIf(laws.length > 0)(
  `every clock marked as verified names an article on file that states its number${without}`,
  async () => {
    const { rows } = await ask<typeof listClocks>('regulations.clocks', { verified: true })
    expect(rows.length).toBeGreaterThan(40)
    for (const row of rows) {
      expect([row.rule, row.region, row.textVersion === null]).toEqual([row.rule, row.region, false])
      const { text } = await ask<typeof oneProvision>('regulations.provision', {
        version: row.textVersion,
        article: row.article,
        ...(row.paragraph ? { paragraph: row.paragraph } : {}),
        ...(row.item ? { item: row.item } : {}),
      })
      const written = [inChinese(row.amount), String(row.amount), row.amount === 2 ? '二' : '']
      const says = row.amount === 0 || written.some((each) => each !== '' && text.includes(each))
      expect([row.rule, row.region, row.validFrom, says]).toEqual([row.rule, row.region, row.validFrom, true])
    }
  },
  60_000,
)

test('a due day says how it was reckoned, and by which article', async () => {
  const due = await ask<typeof reckonDue>('regulations.due', { rule: 'reply.draft', from: '2026-02-13' })
  expect(due).toMatchObject({ due: '2026-03-05', amount: 10, unit: 'workingDay', verified: true, provisional: false })
  expect(due.citation).toBe('《中华人民共和国审计法》第四十四条（2021-10-23 文本）')
  expect(due.steps.at(-1)).toBe('第 10 个工作日为 2026-03-05')
})

test.each([
  ['review.decide', '2018-05-02', {}, '2018-06-01'],
  ['review.decide', '2026-03-02', {}, '2026-06-01'],
  ['review.decide', '2026-03-02', { actDate: '2018-05-01' }, '2026-04-01'],
  ['rectification.report', '2026-03-02', { region: '330106' }, '2026-05-06'],
  ['rectification.report', '2026-03-02', { region: '310101' }, '2026-06-01'],
  ['notice.beforeEntry', '2026-10-09', {}, '2026-09-29'],
  ['rectification.congress', '2026-07-30', { region: '110105' }, '2026-12-31'],
  ['rectification.congress', '2026-08-31', {}, '2027-02-28'],
])('%s from %s %o falls due on %s', async (rule, from, where, on) => {
  const { due } = await ask<typeof reckonDue>('regulations.due', { rule, from, ...where })
  expect(due).toBe(on)
})

test('an unknown rule, and one that leaves the day to the document, are refused by name', async () => {
  const unknown = await house.ask('regulations.due', { rule: 'no.such', from: '2026-03-02' })
  expect([unknown.status, unknown.body]).toMatchObject([409, { code: 'clockUnknown', facts: { rule: 'no.such' } }])
  const open = await house.ask('regulations.due', { rule: 'rectification.report', from: '2026-03-02', region: '370202' })
  expect([open.status, open.body]).toMatchObject([409, { code: 'clockHasNoDay' }])
})

test('a changed holiday counts at once, and the year beyond the notices is provisional', async () => {
  const day = async () => (await ask<typeof reckonDue>('regulations.due', { rule: 'reply.draft', from: '2026-06-01' })).due
  expect(await day()).toBe('2026-06-15')
  const changed = await house.act('regulations.saveDay', { day: '2026-06-10', working: false, note: '本市活动放假', version: 0 }, keeper)
  expect([changed.status, await day()]).toEqual([200, '2026-06-16'])
  const stale = await house.act('regulations.saveDay', { day: '2026-06-10', working: true, note: '', version: 0 }, keeper)
  expect([stale.status, stale.body]).toMatchObject([409, { code: 'changedMeanwhile' }])
  await house.act('regulations.saveDay', { day: '2026-06-10', working: true, note: '', version: 1 }, keeper)
  expect(await day()).toBe('2026-06-15')
  expect(await ask<typeof reckonDue>('regulations.due', { rule: 'reply.draft', from: '2027-01-04' })).toMatchObject({ provisional: true })
})

test('a year of the calendar is imported from a sheet and is no longer provisional', async () => {
  const sheet =
    '日期,是否工作日,说明\n2027-01-01,否,元旦\n2027-02-05,否,春节\n2027-10-01,否,国庆节\n2027-10-09,是,国庆节调休\n2027-03-02,是,\n'
  expect(await take('calendar', [{ name: '2027年放假安排.csv', bytes: sheet }])).toMatchObject({ unreadable: [] })
  const year = await ask<typeof calendarOfYear>('regulations.calendar', { year: 2027 })
  expect([year.known, year.days.length, year.days.find((each) => each.day === '2027-10-09')?.working]).toEqual([true, 4, true])
  expect(await ask<typeof reckonDue>('regulations.due', { rule: 'reply.draft', from: '2027-01-04' })).toMatchObject({ provisional: false })
})

test('a new row of a rule ends the old one the day before, and both stay on file', async () => {
  const { note: _, ...draft } = aClockDraft({ note: '试行' })
  const save = (over: object) => house.act('regulations.saveClock', { ...draft, note: '试行', replaces: null, version: 0, ...over }, keeper)
  const first = await save({ validFrom: '2020-01-01' })
  expect(first).toMatchObject({ status: 200, body: { amount: 60 } })
  const { id, version } = JSON.parse(JSON.stringify(first.body))
  expect(await save({ replaces: id, version, validFrom: '2019-01-01' })).toMatchObject({ status: 409, body: { code: 'clockNotLater' } })
  expect(await save({ replaces: id, version, validFrom: '2026-01-01', amount: 90, verified: true })).toMatchObject({
    status: 409,
    body: { code: 'clockUncited' },
  })
  const revised = { ...draft, note: '试行', replaces: id, version, validFrom: '2026-01-01', amount: 90 }
  expect(await house.act('regulations.saveClock', revised, { ...keeper, jurisdiction: '990121' })).toMatchObject({
    status: 409,
    body: { code: 'ruleElsewhere' },
  })
  expect(await save({ replaces: id, version, validFrom: '2026-01-01', amount: 90 })).toMatchObject({ status: 200 })
  const { rows } = await ask<typeof listClocks>('regulations.clocks', { rule: 'rectification.report', region: '990100' })
  expect(rows.filter((row) => row.region === '990100').map((row) => [row.amount, row.validFrom, row.validUntil])).toEqual([
    [60, '2020-01-01', '2025-12-31'],
    [90, '2026-01-01', null],
  ])
  const due = async (from: string) =>
    (await ask<typeof reckonDue>('regulations.due', { rule: 'rectification.report', from, region: '990102' })).amount
  expect([await due('2025-12-31'), await due('2026-01-01')]).toEqual([60, 90])
})

test('a repeal is recorded once, with its basis, and the trail says who did it', async () => {
  const { regulation } = await one()
  const given = { id: regulation.id, version: regulation.version, on: '2026-06-01', basis: '市政府令第9号第三十条' }
  expect(await house.act('regulations.repeal', { ...given, on: '2016-05-01' }, keeper)).toMatchObject({
    status: 409,
    body: { code: 'regulationRepealTooEarly' },
  })
  expect(await house.act('regulations.repeal', given, keeper)).toMatchObject({ status: 200 })
  expect((await one()).version).toMatchObject({ standing: 'repealed', until: '2026-05-31' })
  expect(await house.act('regulations.repeal', { ...given, version: given.version + 1 }, keeper)).toMatchObject({
    status: 409,
    body: { code: 'regulationRepealedAlready' },
  })
  expect((await house.trail()).filter((row) => row.verb === 'regulations.repeal')).toMatchObject([
    { subject: `regulation:${regulation.id}`, account: 'keeper' },
  ])
})

test('whoever is audited may read the law but not change a clock', async () => {
  expect((await house.ask('regulations.list', {}, { role: 'official' })).status).toBe(200)
  expect((await house.act('regulations.confirmYear', { year: 2028, source: '通知' }, { role: 'official' })).status).toBe(403)
})
