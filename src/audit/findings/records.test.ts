import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { fen } from '../../kernel/money.ts'
import { paragraphsOf } from '../../office/documents/rules.ts'
import { newId } from '../../platform/id.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { appRole } from '../../platform/wall/second.ts'
import { townAudits, townOfficials, townTenures, townUnits } from '../projects/samples.ts'
import { announcementPaper } from './announcement.doc.ts'
import { MoneyKind } from './model.ts'
import { townFindings, townReport } from './samples.ts'

let house: TestHouse
const take = async (what: string, name: string, bytes: string) => (await house.upload('intake.run', [{ name, bytes }], { what })).body
const lead = { account: 'lead', role: 'leadAuditor', name: '沈一凡' }
const auditor = { account: 'auditor', role: 'auditor', name: '陆川' }
const ids = { unit: '', running: '', reported: '', document: '', law: '' }

const law = (version: string, from: string, article: string) =>
  `中华人民共和国养护法\n\n（${version}通过　自${from}起施行）\n\n第一条　为了规范养护活动，制定本法。\n\n第二条　${article}\n\n第三条　养护资金专款专用，任何单位和个人不得挪用、截留。\n`

beforeAll(async () => {
  house = await testHouse()
  for (const [what, bytes] of [
    ['units', townUnits],
    ['officials', townOfficials],
    ['tenures', townTenures],
    ['audits', townAudits],
    ['findings', townFindings],
  ] as const)
    await take(what, `${what}.csv`, bytes)
  await take('reports', townReport.name, townReport.text)
  await house.runJobs()
  ids.unit = (await house.db.selectFrom('unit').select('id').where('number', '=', 'U012').executeTakeFirstOrThrow()).id
  ids.document = (await house.db.selectFrom('document').select('id').executeTakeFirstOrThrow()).id
  const reported = await house.db.selectFrom('project').selectAll().where('number', '=', '2025-U012-LJ0001-R').executeTakeFirstOrThrow()
  ids.reported = reported.id
  ids.running = newId()
  await house.db
    .insertInto('project')
    .values({
      ...reported,
      ...{ id: ids.running, number: 'LJ-2026-001', year: 2026, state: 'fieldwork', openedOn: '2026-03-01' as never },
      ...{ reportedOn: null, reportNumber: null, reportFile: null, document: null },
    })
    .execute()
}, 120_000)
afterAll(() => house?.close())

const written = (over: object = {}) => ({
  title: '专项资金滞留账外',
  problemClass: 'F05-02',
  standard: '专项资金应当专款专用。',
  facts: '2024年，养护专项资金862.40万元滞留账外。',
  cause: '内控缺失',
  consequence: '资金闲置',
  unit: ids.unit,
  periodFrom: '2024-01-01',
  periodTo: '2024-12-31',
  actOn: null,
  money: [{ kind: 'breach', amount: '862.40万元' }],
  loose: ['《内部管理办法》第二条'],
  ...over,
})
const record = (over: object = {}, who: object = auditor) => house.act('findings.record', { project: ids.running, ...written(over) }, who)
type Kept = { id: string; number: string; version: number }
const recorded = async (over: object = {}) => (await record(over)).body as Kept
const one = async (id: string, who: object = lead) =>
  (await house.ask('findings.one', { id }, who)).body as Record<string, never> & {
    finding: { version: number; established: string; basis: string[] }
  }

test('a finding is written down with all four elements, its amounts as whole fen, and stays a draft that nobody outside knows', async () => {
  const kept = await recorded()
  expect(kept).toMatchObject({ number: 'LJ-2026-001-01', version: 1 })
  expect(await one(kept.id)).toMatchObject({
    finding: {
      established: 'draft',
      standard: '专项资金应当专款专用。',
      cause: '内控缺失',
      consequence: '资金闲置',
      money: [{ kind: 'breach', fen: 862_400_000 }],
      year: 2026,
    },
    may: { edit: true, confirm: { code: 'findingWithoutEvidence' } },
  })
  const figures = (await house.ask('findings.figures', { by: 'class' }, lead)).body as { rows: { key: string }[] }
  expect(figures.rows.map(({ key }) => key)).not.toContain('F05-02')
})

test.each([
  ['a damaged amount', { money: [{ kind: 'breach', amount: '1,2.3万元' }] }, 'amountUnread'],
  ['an estimate as amount', { money: [{ kind: 'breach', amount: '约300万元' }] }, 'amountUnread'],
  [
    'one kind of money twice',
    {
      money: [
        { kind: 'breach', amount: '1' },
        { kind: 'breach', amount: '2' },
      ],
    },
    'moneyKindTwice',
  ],
  ['a class of level 1', { problemClass: 'F05' }, 'findingClassBroad'],
  ['an unknown class', { problemClass: 'F99-01' }, 'findingClassUnknown'],
  ['a period the wrong way round', { periodFrom: '2025-01-01' }, 'findingPeriodUnlawful'],
  ['an act outside the period', { actOn: '2023-06-01' }, 'actOutsidePeriod'],
  ['an act to come', { actOn: '2027-06-01', periodTo: null }, 'actInFuture'],
])('%s is answered with its sentence', async (_, over, code) => {
  const answer = await record(over)
  expect([answer.status, (answer.body as { code: string }).code]).toEqual([409, code])
  expect((answer.body as { message: string }).message.length).toBeGreaterThan(8)
})

test('every edit is a version with its hand and what it changed; an old page is told so', async () => {
  const { id } = await recorded({ title: '公务接待超标准' })
  expect(
    (await house.act('findings.edit', { id, version: 1, ...written({ title: '公务接待超标准支出', problemClass: 'F05-05' }) }, lead))
      .status,
  ).toBe(200)
  expect((await house.act('findings.edit', { id, version: 1, ...written() }, lead)).body).toMatchObject({ code: 'changedMeanwhile' })
  const history = (await house.ask('findings.history', { id }, lead)).body
  expect(history).toMatchObject([
    { version: 1, deed: 'recorded', name: '陆川' },
    { version: 2, deed: 'edited', name: '沈一凡', changed: ['title', 'problemClass'] },
  ])
})

test('after the report a finding is changed by a correction only, with its paper and reason', async () => {
  const { rows } = (await house.ask('findings.list', { q: 'F-25-032' }, lead)).body as { rows: { id: string; version: number }[] }
  const { id = '', version = 0 } = rows[0] ?? {}
  const edit = { id, version, ...written({ title: '车辆编制超配（更正）', problemClass: 'F03-07' }) }
  expect((await house.act('findings.edit', edit, lead)).body).toMatchObject({ code: 'findingIssued' })
  expect((await house.act('findings.correct', { ...edit, reason: '笔误，车辆数量有误', paper: '澜审更〔2026〕1号' }, lead)).status).toBe(
    200,
  )
  expect((await house.ask('findings.history', { id }, lead)).body).toMatchObject([
    { deed: 'recorded', name: '' },
    { deed: 'corrected', paper: '澜审更〔2026〕1号', reason: '笔误，车辆数量有误' },
  ])
  expect(
    (await house.act('findings.correct', { ...edit, version: version + 1, reason: '再次更正一次', paper: '澜审更〔2026〕2号' }, auditor))
      .status,
  ).toBe(403)
})

test('a basis is pinned to the article in force on the day of the act and quoted; what happened to it since is told', async () => {
  await take('regulations', '养护法2010.txt', law('2010年6月1日', '2010年9月1日', '养护工程应当公开招标，不得化整为零规避招标。'))
  await take(
    'regulations',
    '养护法2025.txt',
    law('2025年3月1日', '2025年6月1日', '养护工程的范围由国务院规定。\n\n第二条之一　养护工程应当公开招标，不得化整为零规避招标。'),
  )
  const regulation = await house.db
    .selectFrom('regulation')
    .select(['id', 'version'])
    .where('title', 'like', '%养护法')
    .executeTakeFirstOrThrow()
  const { id } = await recorded({ title: '规避招标', problemClass: 'F07-02' })
  const pin = (over: object) =>
    house.act(
      'findings.pinBasis',
      { finding: id, version: 1, use: 'qualification', regulation: regulation.id, article: 2, ...over },
      auditor,
    )
  expect((await pin({ article: 9 })).body).toMatchObject({ code: 'basisArticleAbsent' })
  expect((await pin({})).body).toMatchObject({
    citation: expect.stringContaining('第二条'),
    quote: '养护工程应当公开招标，不得化整为零规避招标。',
    actOn: '2024-12-31',
  })
  const basis = (await house.ask('findings.basis', { id }, lead)).body as {
    pinned: { warnings: { code: string }[] }[]
    loose: { text: string }[]
  }
  expect(basis.pinned[0]?.warnings).toMatchObject([{ code: 'basisMoved', facts: { to: '2-1' } }])
  expect(basis.loose.map(({ text }) => text)).toEqual(['《内部管理办法》第二条'])
  const old = await recorded({ title: '更早的行为', periodFrom: '2008-01-01', periodTo: '2008-12-31' })
  expect(
    (await house.act('findings.pinBasis', { finding: old.id, version: 1, use: 'handling', regulation: regulation.id, article: 2 }, auditor))
      .body,
  ).toMatchObject({ code: 'basisNotInForce' })
  const repeal = await house.act('regulations.repeal', {
    id: regulation.id,
    version: regulation.version,
    on: '2024-06-01',
    basis: '国务院令第1号废止',
  })
  expect(repeal.status).toBe(200)
  const repealed = await house.act(
    'findings.pinBasis',
    { finding: id, version: 2, use: 'handling', regulation: regulation.id, article: 3 },
    auditor,
  )
  expect([repealed.status, (repealed.body as { code: string }).code]).toEqual([409, 'basisRepealed'])
})

test('rules propose from a report; a person makes a finding of it, with its place, and nothing else becomes one', async () => {
  const before = (await house.ask('findings.list', { project: ids.reported }, lead)).body as { total: number }
  const made = (await house.act('findings.extract', { document: ids.document }, auditor)).body as { proposals: number; fresh: number }
  expect(made.fresh).toBeGreaterThan(2)
  expect((await house.act('findings.extract', { document: ids.document }, auditor)).body).toMatchObject({ fresh: 0 })
  expect(((await house.ask('findings.list', { project: ids.reported }, lead)).body as { total: number }).total).toBe(before.total)
  type Row = { id: string; version: number; kind: string; text: string; rule: string; startsAt: number; endsAt: number }
  const shown = (await house.ask('findings.proposals', { document: ids.document }, auditor)).body as { text: string; rows: Row[] }
  for (const row of shown.rows) expect(shown.text.slice(row.startsAt, row.endsAt)).toBe(row.text)
  expect(shown.rows.filter(({ kind }) => kind === 'amount')).toMatchObject([
    { text: '862.40万元', rule: 'amount.figures', value: { fen: 862_400_000 } },
  ])
  const amount = shown.rows.find(({ kind }) => kind === 'amount')
  const asFinding = { project: ids.reported, ...written({ title: '养护项目规避招标' }) }
  expect((await house.act('findings.takeProposal', { id: amount?.id, version: 1, ...asFinding }, auditor)).body).toMatchObject({
    code: 'proposalNoProblem',
  })
})

test('a problem proposed from a report becomes a draft with its words’ place; the amounts of text and record are laid side by side', async () => {
  const text = [
    '关于市财政局的审计报告',
    '一、审计发现的主要问题',
    '（一）未及时上缴非税收入。截至2024年底，违规滞留非税收入120万元未上缴财政。',
    '（二）超预算支出招待费。2024年超预算列支招待费5.6万元，另有1,2.3万元无依据。',
    '二、审计建议',
    '严格执行预算。',
  ].join('\n')
  await take('reports', '财政局报告.txt', text)
  const document = (await house.db.selectFrom('document').select('id').where('name', '=', '财政局报告.txt').executeTakeFirstOrThrow()).id
  await house.act('findings.extract', { document }, auditor)
  type Row = { id: string; version: number; kind: string; text: string; moneyKind: string | null }
  const { rows } = (await house.ask('findings.proposals', { document }, auditor)).body as { rows: Row[] }
  expect(rows.filter(({ kind }) => kind === 'problem').map((row) => row.text)).toEqual(['未及时上缴非税收入', '超预算支出招待费'])
  expect(rows.filter(({ kind }) => kind === 'suspect').map((row) => row.text)).toEqual(['1,2.3万元'])
  expect(rows.find((row) => row.text === '120万元')?.moneyKind).toBe('breach')
  const [first, second] = rows.filter(({ kind }) => kind === 'problem')
  const taken = async (row: Row | undefined, over: object) =>
    (
      await house.act(
        'findings.takeProposal',
        { id: row?.id, version: row?.version, project: ids.reported, ...written({ title: row?.text, problemClass: 'F04-02', ...over }) },
        auditor,
      )
    ).body as { finding: string }
  const a = await taken(first, { money: [{ kind: 'breach', amount: '120万元' }] })
  const b = await taken(second, { money: [{ kind: 'breach', amount: '6.5万元' }] })
  for (const { finding } of [a, b]) expect((await house.act('findings.confirm', { id: finding, version: 1 }, lead)).status).toBe(200)
  const view = (await house.ask('findings.reconcile', { document }, lead)).body as {
    text: { text: string; verdict: string; difference: number | null }[]
    agrees: boolean
  }
  expect(view.text.map(({ text: words, verdict, difference }) => [words, verdict, difference])).toEqual([
    ['120万元', 'same', null],
    ['5.6万元', 'unrecorded', -900_000],
    ['1,2.3万元', 'doubtful', null],
  ])
  expect(view.agrees).toBe(false)
})

test('money of findings is that of their figures by every grouping, kind by kind, and breach and irregular never meet', async () => {
  type Row = { count: number; money: { kind: string; fen: number }[] }
  const list = (await house.ask('findings.list', { established: 'confirmed', counted: 'stands', limit: 500 }, lead)).body as {
    rows: { money: Row['money'] }[]
    total: number
  }
  const kinds = (rows: readonly { money: Row['money'] }[]) =>
    MoneyKind.options.map((kind) =>
      rows
        .flatMap(({ money }) => money)
        .filter((line) => line.kind === kind)
        .reduce((sum, line) => sum + line.fen, 0),
    )
  for (const by of ['class1', 'class', 'year', 'unit', 'unitType']) {
    const { total, rows } = (await house.ask('findings.figures', { by }, lead)).body as { total: Row; rows: Row[] }
    expect([by, total.count, kinds(rows)]).toEqual([by, list.total, kinds(list.rows)])
    expect(kinds([total])).toEqual(kinds(list.rows))
  }
})

test('the same problem found again in the same unit is proposed with its reasons, and only a person says it is a repeat', async () => {
  const again = await recorded({
    title: '养护项目化整为零规避公开招标',
    problemClass: 'F07-02',
    facts: '2025年，四个养护项目化整为零规避公开招标。',
    periodFrom: null,
    periodTo: null,
  })
  await house.db.updateTable('finding').set({ established: 'confirmed' }).where('id', '=', again.id).execute()
  await house.act('findings.seekRepeats', {}, lead)
  await house.runJobs()
  const { rows } = (await house.ask('findings.repeats', { finding: again.id }, lead)).body as {
    rows: { id: string; version: number; likeness: number; shared: string[] }[]
  }
  expect(rows).toMatchObject([{ verdict: 'proposed', before: { number: 'F-25-031', year: 2025 }, later: { year: 2026 }, judge: true }])
  expect(rows[0]?.shared.join()).toContain('规避公开招标')
  const judged = await house.act(
    'findings.judgeRepeat',
    { id: rows[0]?.id, version: 1, verdict: 'confirmed', note: '同一路段再次拆分' },
    lead,
  )
  expect(judged.status).toBe(200)
  await house.act('findings.seekRepeats', {}, lead)
  await house.runJobs()
  expect((await house.ask('findings.repeats', { finding: again.id }, lead)).body).toMatchObject({ rows: [{ verdict: 'confirmed' }] })
  expect((await house.ask('findings.list', { repeat: true }, lead)).body).toMatchObject({ total: 1, rows: [{ repeat: 'confirmed' }] })
})

test('classes of one’s own place and remaps are kept by rule; figures told in the new scheme keep every fen', async () => {
  const own = { code: 'F07-81', parent: 'F07', zh: '养护拆分', en: 'Split upkeep', validFrom: '2025-01-01', validUntil: null }
  expect((await house.act('findings.saveClass', own, lead)).body).toMatchObject({ jurisdiction: '990100', version: 1 })
  expect((await house.act('findings.saveClass', own, lead)).body).toMatchObject({ code: 'classTaken' })
  const remap = {
    oldCode: 'F07-02',
    startsOn: '2026-01-01',
    reason: '细分养护类',
    to: [
      { newCode: 'F07-81', share: 700 },
      { newCode: 'F07-01', share: 300 },
    ],
  }
  expect((await house.act('findings.saveRemap', { ...remap, to: [{ newCode: 'F07-81', share: 700 }] }, lead)).body).toMatchObject({
    code: 'remapShares',
  })
  expect((await house.act('findings.saveRemap', remap, lead)).status).toBe(200)
  const ask = async (input: object) =>
    (await house.ask('findings.figures', { by: 'class', ...input }, lead)).body as { total: object; rows: { key: string }[] }
  const told = await ask({ classesOn: '2026-06-01' })
  expect(told.total).toEqual((await ask({})).total)
  expect(told.rows.map(({ key }) => key)).toContain('F07-81')
  expect(told.rows.map(({ key }) => key)).not.toContain('F07-02')
})

test('a draft is dropped, a confirmed finding is not', async () => {
  const { id } = await recorded({ title: '误记的问题' })
  expect((await house.act('findings.drop', { id, version: 1, reason: '与另一问题重复' }, auditor)).status).toBe(200)
  expect((await house.ask('findings.one', { id }, lead)).status).toBe(404)
  const { rows } = (await house.ask('findings.list', { q: 'F-25-031' }, lead)).body as { rows: { id: string; version: number }[] }
  expect((await house.act('findings.drop', { ...rows[0], reason: '不该删除的' }, lead)).body).toMatchObject({
    code: 'findingConfirmedKept',
  })
})

test('a finding is recorded as printed in several papers, each opening at its words', async () => {
  const { rows } = (await house.ask('findings.list', { q: 'F-25-031' }, lead)).body as { rows: { id: string }[] }
  const place = { finding: rows[0]?.id, document: ids.document, paragraph: 3, start: null, end: null, kind: 'resultReport' }
  expect((await house.act('findings.addPlace', { ...place, paragraph: 99 }, auditor)).body).toMatchObject({ code: 'placeAbsent' })
  expect((await house.act('findings.addPlace', place, auditor)).status).toBe(200)
  expect((await house.act('findings.addPlace', place, auditor)).body).toMatchObject({ code: 'placeTwice' })
  expect(await one(rows[0]?.id ?? '')).toMatchObject({
    places: [{ kind: 'resultReport', paragraph: 3, quote: expect.stringContaining('862.40万元') }],
  })
})

test('a draft is known to no other organ, whatever was shared: not in the list, the figures, by itself, taken out, or in the database', async () => {
  const kept = await recorded({ title: '尚在核实的事项' })
  const member = { account: 'org', role: 'organisation' }
  const clerk = { account: 'clerk', role: 'clerk' }
  const share = {
    ...{
      kind: 'project',
      record: ids.running,
      organ: 'organisation',
      jurisdiction: '990100',
      fields: ['facts', 'amounts', 'responsibility'],
    },
    ...{ purpose: '班子考核', legalBasis: '中办发〔2019〕45号', startsOn: '2026-11-01', until: '2026-12-31' },
  }
  const { id, version } = (await house.act('sharing.give', share, clerk)).body as { id: string; version: number }
  expect((await house.act('sharing.confirm', { id, version, outcome: 'given' }, lead)).body).toMatchObject({ state: 'given' })
  const known = async () => {
    const { body, status } = await house.ask('findings.list', { q: '尚在核实的事项' }, member)
    const figures = (await house.ask('findings.figures', { q: '尚在核实的事项', counted: ['stands', 'unreported'] }, member)).body
    return [status, (body as { total: number }).total, (figures as { total: { count: number } }).total.count]
  }
  expect(await known()).toEqual([200, 0, 0])
  expect((await house.ask('findings.one', { id: kept.id }, member)).status).toBe(404)
  const looking = JSON.stringify({
    organ: 'organisation',
    role: 'organisation',
    account: 'org',
    prefix: '9901',
    unit: null,
    official: null,
  })
  const behind = await house.db.transaction().execute(async (tx) => {
    await sql`select enter_house(${looking}::jsonb, '2026-11-20'), set_config('role', ${appRole}, true)`.execute(tx)
    return (await sql`select id from finding where id = ${kept.id}`.execute(tx)).rows
  })
  expect(behind).toEqual([])
  await house.db.updateTable('finding').set({ established: 'confirmed' }).where('id', '=', kept.id).execute()
  expect(await known()).toEqual([200, 1, 1])
})

test('a correction by paper spreads as an upheld objection does: drafts are rewritten, every other place and every taker is a line', async () => {
  const old = '2024年，养护专项资金862.40万元滞留账外。'
  const subject = `project:${ids.reported}`
  await house.act('documents.draft', { kind: 'auditReport', subject, values: { evaluation: `总体较好，但${old}` } }, lead)
  await house.ask('findings.export', {}, lead)
  const { rows: listed } = (await house.ask('findings.list', { q: 'F-25-032' }, lead)).body as { rows: { id: string; version: number }[] }
  const { id = '', version = 0 } = listed[0] ?? {}
  const again = {
    ...written({ facts: '2024年，养护专项资金80.00万元滞留账外。' }),
    reason: '金额有误，经复核更正',
    paper: '澜审更〔2026〕3号',
  }
  expect((await house.act('findings.correct', { id, version, ...again }, lead)).status).toBe(200)
  await house.runJobs()
  const office = { role: 'committeeOffice' }
  const { rows } = (await house.ask('findings.corrections', {}, office)).body as { rows: { id: string; number: string }[] }
  const places: { kind: string; state: string }[] = []
  for (const each of rows.filter(({ number }) => number === 'F-25-032')) {
    const { body } = await house.ask('findings.correction', { id: each.id }, office)
    const view = body as { correction: object; places: typeof places }
    expect(view.correction).toMatchObject({ effect: 'reworded', soughtOn: expect.any(String) })
    places.push(...view.places)
  }
  const lines = places.map(({ kind, state }) => `${kind}:${state}`)
  for (const line of ['record:rewritten', 'statistics:rewritten', 'portrait:rewritten', 'draft:rewritten', 'takenOut:noticeDue'])
    expect(lines).toContain(line)
  const [draft] = await house.db.selectFrom('issuedPaper').select('fieldValues').where('subject', '=', subject).execute()
  expect(JSON.stringify(draft)).toContain('80.00万元')
  expect(JSON.stringify(draft)).not.toContain(old)
})

test('any set of findings is exported in the words of an announcement: totals by kind, class by class, nobody named', async () => {
  const answer = await house.ask('findings.announcement', { year: '2025' }, lead)
  expect(answer.status).toBe(200)
  const officials = await house.db.selectFrom('official').select('name').execute()
  const paper = announcementPaper({
    findings: [
      {
        ...{
          title: '违规出借资金',
          facts: '周明远决定出借。',
          unitName: '市交通局',
          problemClass: 'F05-02',
          basis: ['《预算法》第十三条'],
        },
        ...{ periodFrom: day('2023-01-01'), periodTo: day('2024-12-31'), money: [{ kind: 'breach', fen: fen(6_000_000) }] },
      },
    ],
    classes: [{ code: 'F05', zh: '财务支出与核算' }],
    on: day('2026-11-20'),
  })
  const text = paragraphsOf(paper).join('\n')
  expect(text).toContain('本次审计共发现问题1个，其中违规金额6.00万元')
  expect(text).toContain('一、财务支出与核算方面')
  expect(text).toContain('1.2023年至2024年，市交通局违规出借资金，涉及违规金额6.00万元，不符合《预算法》第十三条的规定。')
  for (const { name } of officials) expect(text).not.toContain(name)
})
