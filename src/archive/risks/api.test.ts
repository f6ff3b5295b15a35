import mammoth from 'mammoth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/id.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import type { CompilationView, ProblemView } from './contract.ts'
import type { Compilation, Content, Figure } from './model.ts'
import { riskAudits, riskFindings, riskOfficials, riskTenures, riskUnits } from './samples.ts'

let house: TestHouse
const place = '990100'
const secretary = { account: 'secretary', name: '许晴', role: 'secretary', jurisdiction: place }
const director = { account: 'director', name: '魏正平', role: 'director', jurisdiction: place }
const lead = { account: 'lead', name: '沈一凡', role: 'leadAuditor', jurisdiction: place }

async function series(): Promise<void> {
  const kinds = ['riskPreventionList', 'typicalCases', 'comprehensiveReport']
  const row = { id: newId(), jurisdiction: place, organ: '澜江市审计局', side: 'state' as const, word: '澜审汇', kinds, firstNumber: 1 }
  await house.db
    .insertInto('paperSeries')
    .values({ ...row, changedBy: 'secretary', changedOn: '2026-01-01' as never, closedOn: null, version: 1 })
    .execute()
}

beforeAll(async () => {
  house = await testHouse()
  const books = { units: riskUnits, officials: riskOfficials, tenures: riskTenures, audits: riskAudits, findings: riskFindings }
  for (const [what, bytes] of Object.entries(books)) {
    const { body } = await house.upload('intake.run', [{ name: `${what}.csv`, bytes }], { what })
    expect(body).toMatchObject({ refused: 0 })
  }
  await series()
}, 120_000)
afterAll(() => house?.close())

const problems = async (input: Record<string, unknown> = {}, who = {}) =>
  (await house.ask('risks.problems', input, { ...secretary, ...who })).body as ProblemView
const found = async (input: Record<string, unknown>) => (await house.ask('findings.list', input, secretary)).body as { total: number }
const view = async (id: string, who = {}) => (await house.ask('risks.one', { id }, { ...secretary, ...who })).body as CompilationView
const draft = async (name: string, input: Record<string, unknown>, who = secretary) => {
  const answer = await house.act(name, input, who)
  expect(answer.body).toMatchObject({ state: 'draft' })
  return answer.body as Compilation
}
const take = async (name: string, { id, version }: Pick<Compilation, 'id' | 'version'>, who = secretary, more = {}) =>
  await house.act(name, { id, version, ...more }, who)
/** What the workbench of a person says of a compilation. */
const waits = async (who: object, { id }: Pick<Compilation, 'id'>): Promise<string | null> => {
  const { body } = await house.ask('notices.workbench', {}, who)
  const text = JSON.stringify(body)
  const todo = (body as { todos?: { id: string; says: { zh: string } }[] }).todos?.find((each) => each.id === `compilation:${id}`)
  return todo?.says.zh ?? (text.includes(id) ? 'elsewhere' : null)
}
const findingId = async (number: string) =>
  (await house.db.selectFrom('finding').select('id').where('number', '=', number).executeTakeFirstOrThrow()).id

const cellOf = (table: ProblemView, code: string, type: string) => {
  const at = table.byType.columns.findIndex(({ key }) => key === type)
  return table.byType.rows.find((row) => row.code === code)?.cells[at]
}

test('a share is told of the audits of a type and year, and of too few audits none', async () => {
  const table = await problems({ year: 2025 })
  expect(table.byType.columns).toEqual([
    { key: 'department', audits: 6, units: 6 },
    { key: 'stateFirm', audits: 2, units: 2 },
  ])
  expect(cellOf(table, 'F07', 'department')).toEqual({
    ...{ findings: 4, objected: 0, audits: 3, base: 6, share: 5000, common: true },
    money: [{ kind: 'breach', fen: 300_000_000 }],
  })
  expect(cellOf(table, 'F08', 'stateFirm')).toMatchObject({ findings: 1, base: 2, share: null, common: false })
})

test('both levels of classes are counted, and the years stand side by side', async () => {
  const table = await problems({ class: 'F07' })
  expect(table.parent).toMatchObject({ code: 'F07' })
  expect(table.byType.rows.map(({ code }) => code)).toEqual(['F07-02'])
  expect(table.byYear.columns.map(({ key, audits }) => [key, audits])).toEqual([
    ['2024', 2],
    ['2025', 8],
  ])
  expect(table.byYear.rows[0]?.cells.map(({ findings, share }) => [findings, share])).toEqual([
    [1, null],
    [4, 3750],
  ])
})

test('every number is the number of rows its list shows', async () => {
  const table = await problems({})
  for (const row of table.byType.rows)
    for (const [at, cell] of row.cells.entries()) {
      const filter = { class: row.code, unitType: table.byType.columns[at]?.key, year: table.asked.year, counted: 'stands' }
      expect((await found(filter)).total).toBe(cell.findings)
    }
  const projects = await house.ask('projects.list', { unitType: 'department', year: 2025, reported: true }, secretary)
  expect(projects.body).toMatchObject({ total: 6 })
})

test('the table adds up to the figures of the findings, class by class and kind of money by kind', async () => {
  const table = await problems({})
  const { body } = await house.ask('findings.figures', { by: 'class1', year: table.asked.year }, secretary)
  const figures = (body as { rows: { key: string; count: number; money: object[] }[] }).rows.filter(({ count }) => count > 0)
  expect(table.byType.rows.map(({ code, all }) => [code, all.findings, all.money])).toEqual(
    figures.map(({ key, count, money }) => [key, count, money]),
  )
})

test('classes told anew: findings, audits and money are the same as before, an audit with both old classes counts once, and each number still opens its rows', async () => {
  const auditOf = async (number: string) =>
    (await house.db.selectFrom('finding').select('project').where('number', '=', number).executeTakeFirstOrThrow()).project
  const move = (project: string) => house.db.updateTable('finding').set({ project }).where('number', '=', 'R-25-005').execute()
  const own = await auditOf('R-25-005')
  await move(await auditOf('R-25-001'))
  const to = [{ newCode: 'F03-04', share: 1000 }]
  const remap = { oldCode: 'F07-02', startsOn: '2026-02-01', reason: '分类调整', to }
  expect((await house.act('findings.saveRemap', remap, director)).status).toBe(200)
  const [before, after] = [await problems({ classesOn: '2026-01-31', level: '2' }), await problems({ level: '2' })]
  const sum = (table: ProblemView, of: (all: ProblemView['byType']['rows'][number]['all']) => number) =>
    table.byType.rows.reduce((total, { all }) => total + of(all), 0)
  for (const of of [(all: { findings: number }) => all.findings, (all: { money: { fen: number }[] }) => all.money[0]?.fen ?? 0])
    expect(sum(after, of)).toBe(sum(before, of))
  const audits = (table: ProblemView) => table.byType.rows.map(({ code, all }) => [code, all.audits]).sort()
  expect(audits(before)).toEqual([
    ['F03-04', 1],
    ['F07-02', 4],
    ['F08-05', 1],
  ])
  expect(audits(after)).toEqual([
    ['F03-04', 4],
    ['F08-05', 1],
  ])
  for (const level of ['1', '2'] as const)
    for (const { code, recorded, all } of (await problems({ level })).byType.rows) {
      const filter = { ...(recorded ? { classIs: recorded } : { class: code }), year: after.asked.year, counted: 'stands' }
      expect([code, (await found(filter)).total]).toEqual([code, all.findings])
    }
  await house.db.deleteFrom('classRemap').execute()
  await move(own)
})

test('a finding under objection is counted apart, and one withdrawn not at all', async () => {
  const official = (await house.db.selectFrom('official').select('id').where('number', '=', 'RL03').executeTakeFirstOrThrow()).id
  const row = { id: newId(), finding: await findingId('R-25-004'), official, raisedOn: '2026-01-05' as never, text: '有异议' }
  const open = {
    outcome: 'pending' as const,
    decidedOn: null,
    decidedBy: null,
    reason: null,
    effect: null,
    correctedText: null,
    correctedGrade: null,
  }
  await house.db
    .insertInto('objection')
    .values({ ...row, ...open })
    .execute()
  expect(cellOf(await problems({ year: 2025 }), 'F07', 'department')).toMatchObject({ findings: 3, objected: 1, audits: 3 })
  const decided = { outcome: 'upheld' as const, effect: 'withdrawn' as const, decidedOn: '2026-03-01' as never, decidedBy: '复查组' }
  await house.db.updateTable('objection').set(decided).where('id', '=', row.id).execute()
  expect(cellOf(await problems({ year: 2025 }), 'F07', 'department')).toMatchObject({ findings: 3, objected: 0 })
  expect((await found({ class: 'F07', counted: 'withdrawn' })).total).toBe(1)
})

test('a unit is compared with the units of its type', async () => {
  const unit = (await house.db.selectFrom('unit').select('id').where('number', '=', 'R01').executeTakeFirstOrThrow()).id
  const { body } = await house.ask('risks.compare', { unit, year: 2025 }, secretary)
  expect(body).toMatchObject({
    audits: 1,
    rows: [
      { code: 'F03', above: false },
      { code: 'F07', own: { findings: 1 }, above: true },
    ],
  })
})

test('the workbook holds the table, kinds of money in columns of their own', async () => {
  const { status, response } = await house.ask('risks.export', { year: 2025 }, secretary)
  expect([status, response.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheet')])
})

test('a risk list is drafted from what was found, edited, looked over by another hand, issued with a number, and read by the unit', async () => {
  const made = await draft('risks.draftList', { unitType: 'department', years: [2025] })
  if (made.content.kind !== 'riskList') throw new Error('no list')
  expect(made.content.rows[0]).toMatchObject({ problemClass: 'F07-02', level: 'high', forms: '化整为零规避招标' })
  expect(made.content.rows[0]?.because).toContain('6个同类审计中3个存在')
  const content: Content = { ...made.content, rows: made.content.rows.slice(0, 1) }
  const saved = (await take('risks.save', made, secretary, { title: made.title, content, note: '删去一行' })).body as Compilation
  expect([await waits(secretary, saved), await waits(director, saved), await waits(lead, saved)]).toEqual([
    null,
    '审核清单、案例或报告',
    null,
  ])
  expect((await take('risks.review', saved, secretary)).body).toMatchObject({ code: 'reviewerEdited' })
  const back = (
    await take('risks.sendBack', (await take('risks.review', saved, director)).body as Compilation, director, { note: '补充依据' })
  ).body
  expect([await waits(secretary, saved), await waits(director, saved)]).toEqual(['修改退回的汇编', null])
  const mended = (await take('risks.save', back as Compilation, secretary, { title: made.title, content })).body as Compilation
  const reviewed = (await take('risks.review', mended, director)).body as Compilation
  expect(await waits(secretary, saved)).toBe('印发已审核的汇编')
  const issued = (await take('risks.issue', reviewed, secretary)).body as Compilation
  expect(issued).toMatchObject({ state: 'issued', number: '澜审汇〔2026〕1号' })
  expect((await take('risks.save', issued, secretary, { title: made.title, content })).body).toMatchObject({ code: 'stepNotFromHere' })
  const paper = await house.ask('documents.one', { id: issued.paper ?? '' }, secretary)
  expect(paper.body).toMatchObject({ paper: { state: 'issued', kind: 'riskPreventionList' } })
  expect((await view(issued.id)).versions.map(({ step }) => step)).toEqual([
    'issue',
    'review',
    'save',
    'sendBack',
    'review',
    'save',
    'draft',
  ])
  const unitOf = async (number: string) =>
    (await house.db.selectFrom('unit').select('id').where('number', '=', number).executeTakeFirstOrThrow()).id
  const staff = { account: 'unit', role: 'unitStaff', jurisdiction: place }
  const own = await house.ask('risks.notices', {}, { ...staff, unitId: await unitOf('R01') })
  expect(own.body).toMatchObject({ total: 1, rows: [{ number: '澜审汇〔2026〕1号' }] })
  expect(JSON.stringify(own.body)).not.toContain('findings')
  expect((await house.ask('risks.notices', {}, { ...staff, unitId: await unitOf('R07') })).body).toMatchObject({ total: 0 })
  expect((await house.ask('risks.one', { id: issued.id }, { ...staff, unitId: await unitOf('R01') })).status).toBe(403)
  await newEdition(issued)
})

async function newEdition(issued: Compilation): Promise<void> {
  const next = (await take('risks.renew', issued, secretary)).body as Compilation
  expect(next).toMatchObject({ edition: 2, state: 'draft', replaces: issued.id })
  expect((await take('risks.renew', issued, director)).body).toMatchObject({ code: 'renewedAlready' })
  const reviewed = (await take('risks.review', next, director)).body as Compilation
  expect((await take('risks.issue', reviewed, secretary)).body).toMatchObject({ number: '澜审汇〔2026〕2号' })
  const { rows } = (await house.ask('risks.notices', {}, director)).body as { rows: { number: string }[] }
  expect(rows.map(({ number }) => number)).toEqual(['澜审汇〔2026〕2号'])
}

test('typical cases name nobody: every replacement is confirmed by a person, and nothing registered survives in the paper', async () => {
  const made = await draft('risks.draftCases', { title: '招标投标典型案例', findings: [await findingId('R-25-001')] }, lead)
  if (made.content.kind !== 'cases') throw new Error('no cases')
  const [first] = made.content.cases
  expect(first?.replacements.map(({ surface, instead, state }) => [surface, instead, state])).toEqual([
    ['澜江市财政局', '某部门', 'waiting'],
    ['温如玉', '甲某', 'waiting'],
  ])
  const preview = await house.ask('risks.preview', { id: made.id }, lead)
  const shown = (await mammoth.extractRawText({ buffer: Buffer.from(await preview.response.arrayBuffer()) })).value
  expect([shown.includes('某部门'), shown.includes('温如玉'), shown.includes('澜江市财政局')]).toEqual([true, false, false])
  const written = made.content.cases.map((each) => ({ ...each, analysis: '标段无人审查，石敢当也参与了。', lesson: '应当招标。' }))
  const content: Content = { ...made.content, cases: written }
  const saved = (await take('risks.save', made, lead, { title: made.title, content })).body as Compilation
  expect((await take('risks.review', saved, director)).body).toMatchObject({ code: 'replacementsWaiting', facts: { no: 1, count: 3 } })
  const kept = await take('risks.save', saved, lead, { title: made.title, content: decided(saved, 'kept') })
  expect(kept.body).toMatchObject({ code: 'sourceNameKept' })
  const confirmed = (await take('risks.save', saved, lead, { title: made.title, content: decided(saved, 'confirmed') })).body as Compilation
  const issued = (await take('risks.issue', (await take('risks.review', confirmed, director)).body as Compilation, director))
    .body as Compilation
  const { body } = await house.ask('documents.one', { id: issued.paper ?? '' }, secretary)
  const print = JSON.stringify((body as { paper: { fieldValues: unknown } }).paper.fieldValues)
  for (const name of ['温如玉', '石敢当', '财政局', '澜江']) expect(print).not.toContain(name)
})

function decided({ content }: Compilation, state: 'kept' | 'confirmed'): Content {
  if (content.kind !== 'cases') throw new Error('no cases')
  const cases = content.cases.map((each) => ({
    ...each,
    replacements: each.replacements.map((one) => ({ ...one, state, reason: state === 'kept' ? '普通词语' : '' })),
  }))
  return { ...content, cases }
}

test('cases are not there for who is recused from the official they tell of', async () => {
  const { rows } = (await house.ask('risks.list', { kind: 'cases' }, secretary)).body as { rows: { id: string }[] }
  const official = await house.db.selectFrom('official').select('id').where('number', '=', 'RL01').executeTakeFirstOrThrow()
  const recusal = { account: 'recused', kind: 'official' as const, subject: official.id, ground: 'kin' as const, note: '', decidedBy: 'd' }
  await house.db
    .insertInto('recusal')
    .values({ ...recusal, id: newId(), decidedOn: '2025-01-01' as never, until: null, jurisdiction: place, version: 1 })
    .execute()
  const asked = await house.ask('risks.one', { id: rows[0]?.id }, { ...secretary, account: 'recused' })
  expect(asked.status).toBe(404)
  expect((await house.ask('risks.version', { id: rows[0]?.id, no: 1 }, { ...secretary, account: 'recused' })).status).toBe(404)
})

test('a mask by which a name is still told is refused at review', async () => {
  const made = await draft('risks.draftCases', { title: '案例二', findings: [await findingId('R-25-002')] }, lead)
  if (made.content.kind !== 'cases') throw new Error('no cases')
  const cases = made.content.cases.map((each) => ({
    ...{ ...each, analysis: '分析', lesson: '建议' },
    replacements: each.replacements.map((one) => ({
      ...one,
      state: 'confirmed' as const,
      instead: one.kind === 'person' ? '石敢当某' : one.instead,
    })),
  }))
  const saved = (await take('risks.save', made, lead, { title: '案例二', content: { ...made.content, cases } })).body as Compilation
  expect((await take('risks.review', saved, director)).body).toMatchObject({ code: 'namesRemain' })
  expect((await view(saved.id)).named.map(({ surface }) => surface)).toEqual(['石敢当'])
})

test('a finding that was withdrawn cannot become a case', async () => {
  const { body } = await house.act('risks.draftCases', { title: '案例三', findings: [await findingId('R-25-004')] }, lead)
  expect(body).toMatchObject({ code: 'findingNotStanding', facts: { numbers: 'R-25-004' } })
})

type Row = { id: string; project?: string; money?: { kind: string; fen: number }[] }
const rowsOf = async (room: string, query: object) =>
  ((await house.ask(`${room}.list`, { ...query, limit: 500 }, secretary)).body as { rows: Row[] }).rows
const subjectsOf = async (projects: readonly Row[]) => {
  const ids = projects.map(({ id }) => id)
  const rows = await house.db.selectFrom('projectSubject').select('official').where('project', 'in', ids).execute()
  return new Set(rows.map(({ official }) => official)).size
}
/** What a number of a report comes to when one adds up by hand the rows its link lists. */
async function fromRows({ room, query, measure, money, over }: Figure): Promise<number> {
  const rows = await rowsOf(room, query)
  const audits = new Set(rows.map(({ project }) => project)).size
  const share = async (part: number) =>
    Math.round((part * 10_000) / ((await rowsOf(room === 'findings' ? 'projects' : room, over ?? {})).length || 1))
  const fen = rows.flatMap((row) => row.money ?? []).filter(({ kind }) => kind === money)
  switch (measure) {
    case 'count':
      return rows.length
    case 'officials':
      return subjectsOf(rows)
    case 'audits':
      return audits
    case 'fen':
      return fen.reduce((sum, line) => sum + line.fen, 0)
    case 'share':
      return share(rows.length)
    case 'auditShare':
      return share(audits)
  }
}

test('the comprehensive report keeps each number with its question, tells a later difference, and prints what was drawn', async () => {
  expect((await house.act('risks.draftReport', { year: 2025 }, lead)).status).toBe(403)
  const made = await draft('risks.draftReport', { year: 2025 })
  if (made.content.kind !== 'report') throw new Error('no report')
  const { figures, sections } = made.content
  const figure = (tag: string) => figures.find((each) => each.tag === tag)
  expect(figure('审计项目数')).toMatchObject({ value: 8, room: 'projects' })
  expect(figure('发现问题数')).toMatchObject({ value: 5, query: { year: '2025', place, counted: ['stands'] } })
  expect(figure('违规金额')).toMatchObject({ value: 300_000_000, measure: 'fen' })
  for (const { room, query, measure, value } of figures.filter((each) => each.measure === 'count')) {
    const name = `${room}.list`
    expect([measure, ((await house.ask(name, query, secretary)).body as { total: number }).total]).toEqual(['count', value])
  }
  for (const each of figures) expect([each.tag, each.value]).toEqual([each.tag, await fromRows(each)])
  const wrong = { ...made.content, sections: sections.map((each, at) => (at === 0 ? { ...each, text: '共{不存在的数}个' } : each)) }
  expect((await take('risks.save', made, secretary, { title: made.title, content: wrong })).body).toMatchObject({ code: 'tagsUnknown' })
  await house.db.updateTable('finding').set({ problemClass: 'F03-05' }).where('number', '=', 'R-25-003').execute()
  const differing = (await view(made.id)).figures.filter(({ tag, value }) => figure(tag)?.value !== value).map(({ tag }) => tag)
  expect(differing).toEqual(expect.arrayContaining(['预算管理问题数']))
  const reviewed = (await take('risks.review', made, director)).body as Compilation
  const issued = (await take('risks.issue', reviewed, secretary)).body as Compilation
  const { body } = await house.ask('documents.one', { id: issued.paper ?? '' }, secretary)
  expect(JSON.stringify(body)).toContain('审计共发现问题5个')
})

test('what a report says of leads is drawn by a cleared hand, shown to cleared readers only, and is no part of the report', async () => {
  const made = await draft('risks.draftReport', { year: 2024 })
  expect((await view(made.id, director)).leads).toBeNull()
  const drawn = (await take('risks.redraw', made, director)).body as Compilation
  const { leads, compilation } = await view(made.id, director)
  expect(leads?.map(({ tag, value, now }) => [tag, value, now])[0]).toEqual(['移送线索件数', 0, 0])
  expect((await view(made.id, secretary)).leads).toBeNull()
  expect(JSON.stringify([drawn, compilation.content])).not.toContain('线索')
})

test('another place sees neither drafts nor lists, and a place outside one’s own cannot be chosen', async () => {
  const county = { ...secretary, jurisdiction: '990121' }
  expect((await house.ask('risks.list', {}, county)).body).toMatchObject({ total: 0 })
  expect((await house.act('risks.draftReport', { year: 2025, place: '990100' }, county)).body).toMatchObject({ code: 'placeNotYours' })
  expect((await house.act('risks.draftReport', { year: 2024 }, { ...secretary, jurisdiction: '*' })).body).toMatchObject({
    jurisdiction: place,
  })
})

test('a rule of counting is revised from a day on, and the former one ends the day before', async () => {
  const { rules } = await problems({})
  const least = rules.find(({ kind }) => kind === 'leastAudits')
  const { id: replaces, version, ...draft } = least ?? rules[0] ?? { id: '', version: 1 }
  const revised = { ...draft, amount: 2, startsOn: '2026-11-01', title: '两个以上', citation: '本地办法', verified: true }
  const nowhere = await house.act('risks.saveRule', { ...revised, region: '990177' }, secretary)
  expect([nowhere.status, nowhere.body]).toMatchObject([409, { code: 'jurisdictionUnknown', facts: { code: '990177' } }])
  expect((await house.act('risks.saveRule', { ...revised, replaces, version }, secretary)).body).toMatchObject({ amount: 2 })
  expect(cellOf(await problems({ year: 2025 }), 'F08', 'stateFirm')).toMatchObject({ base: 2, share: 5000 })
})
