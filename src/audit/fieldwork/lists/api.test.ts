import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../../platform/testing/house.ts'
import { townBooks, townChecks, townDecisions, townDuties, townNeeds, townProject } from '../samples.ts'

let house: TestHouse
let project = ''
const auditor = { account: 'auditor', name: '陆川', role: 'auditor' }
const take = async (what: string, bytes: string) => (await house.upload('intake.run', [{ name: `${what}.csv`, bytes }], { what })).body
beforeAll(async () => {
  house = await testHouse({ at: '2025-11-20T02:00:00Z' })
  for (const [what, text] of Object.entries(townBooks)) await take(what, text)
  project = (await house.db.selectFrom('project').select('id').where('number', '=', townProject).executeTakeFirstOrThrow()).id
}, 120_000)
afterAll(() => house?.close())

type Line = { id: string; number: string; version: number }
type Page = {
  lines: { rows: Line[] }
  offset: number
  total: number
  counts: Record<List, number>
  marked: string[]
  short: number
  gaps: { kind: string; number: string }[]
  gapTotal: number
}
type List = 'duties' | 'decisions' | 'checks' | 'needs'
const page = async (list: List, more = {}, who = {}) => (await house.ask('fieldwork.lists', { project, list, ...more }, who)).body as Page
const rows = async (list: List) => (await page(list)).lines.rows
const lists = async () => ({
  duties: await rows('duties'),
  decisions: await rows('decisions'),
  checks: await rows('checks'),
  needs: await rows('needs'),
  gaps: (await page('duties')).gaps,
})
const gaps = async () => (await lists()).gaps.map(({ kind, number }) => `${kind} ${number}`)

test('the four lists come in as workbooks, hang together by their numbers, and show where they do not', async () => {
  for (const [what, text] of Object.entries({
    duties: townDuties,
    keyDecisions: townDecisions,
    auditChecks: townChecks,
    dataNeeds: townNeeds,
  }))
    expect(await take(what, text)).toMatchObject({ refused: 0, rejected: [] })
  const view = await lists()
  expect([view.duties.length, view.decisions.length, view.checks.length, view.needs.length]).toEqual([2, 1, 1, 1])
  expect((await page('needs')).counts).toEqual({ duties: 2, decisions: 1, checks: 1, needs: 1 })
  expect(await gaps()).toEqual(['dutyWithoutDecision Z01', 'checkWithoutResult H01'])
})

test('a list goes out as the very workbook it came in by', async () => {
  for (const [list, what] of Object.entries({ duties: 'duties', decisions: 'keyDecisions', checks: 'auditChecks', needs: 'dataNeeds' })) {
    const file = await house.ask('fieldwork.exportList', { project, list })
    const bytes = new Uint8Array(await file.response.arrayBuffer())
    const again = (await house.upload('intake.run', [{ name: `${what}.xlsx`, bytes }], { what })).body
    expect(again).toMatchObject({ accepted: 0, updated: 0, refused: 0, rejected: [] })
  }
})

test('a row that points to a line the project does not have is refused at its cell', async () => {
  expect(await take('keyDecisions', townDecisions.replace('S01,Z02', 'S09,Z77'))).toMatchObject({
    refused: 1,
    rejected: [{ column: '职责编号', code: 'listLineUnknown' }],
  })
  expect(await take('duties', townDuties.replaceAll(townProject, 'X-1'))).toMatchObject({ rejected: [{ code: 'listProjectUnknown' }, {}] })
})

const duty = { number: 'Z03', duty: '监督下属单位财务', basis: '三定规定', post: '局长', holding: 'supervised' }
const decision = { number: 'S02', matter: '采购办公楼维修', kind: 'project' }
const check = { number: 'H02', step: '核对合同与付款', method: '审阅' }
const act = (name: string, input: object, who: object = auditor) => house.act(`fieldwork.${name}`, { project, ...input }, who)

test('an auditor closes the gaps line by line: duty, decision, check, result', async () => {
  const saved = (await act('saveDuty', duty)).body as Line
  expect(
    (await act('saveDecision', { ...decision, duty: saved.id, amount: '88.5', attendance: 7, votesFor: 5, votesAgainst: 1 })).status,
  ).toBe(200)
  expect(await gaps()).toContain('decisionWithoutCheck S02')
  const second = (await lists()).decisions.find((line) => line.number === 'S02')
  expect((await act('saveCheck', { ...check, decision: second?.id })).status).toBe(200)
  expect(await gaps()).toContain('checkWithoutResult H02')
  const third = (await lists()).checks.find((line) => line.number === 'H02')
  expect(
    (await act('saveCheck', { ...check, id: third?.id, version: third?.version, decision: second?.id, result: 'problem' })).status,
  ).toBe(200)
  expect((await gaps()).filter((gap) => gap.endsWith('H02'))).toEqual(['problemWithoutFinding H02', 'resultWithoutEvidence H02'])
})

test.each([
  ['a number used already', 'saveDuty', { ...duty }, 'lineNumberTaken'],
  [
    'more votes than heads',
    'saveDecision',
    { ...decision, number: 'S5', attendance: 3, votesFor: 3, votesAgainst: 1 },
    'votesOverAttendance',
  ],
  ['a decision of tomorrow', 'saveDecision', { ...decision, number: 'S5', decidedOn: '2025-11-21' }, 'listDayFuture'],
  ['a check left out without a reason', 'saveCheck', { ...check, number: 'H5', result: 'notChecked' }, 'notCheckedWithoutReason'],
  ['a link out of the project', 'saveCheck', { ...check, number: 'H5', duty: '00000000-0000-7000-8000-000000000001' }, 'lineOfAnother'],
  [
    'data checked before it came',
    'saveNeed',
    { number: 'D5', dataSet: '账套', ownerUnit: '财政局', purpose: '核对', confidentiality: 'internal', quality: 'passed' },
    'qualityBeforeReceipt',
  ],
  [
    'a period that runs backward',
    'saveDuty',
    { ...duty, number: 'Z5', periodFrom: '2024-01-01', periodTo: '2023-01-01' },
    'listPeriodBackward',
  ],
])('%s is refused and nothing is kept', async (_, name, input, code) => {
  const before = await lists()
  expect(await act(name, input)).toMatchObject({ status: 409, body: { code } })
  expect(await lists()).toEqual(before)
})

test('a line that others point to cannot be removed; an unused one can, once', async () => {
  const view = await lists()
  const used = view.duties.find((line) => line.number === 'Z02')
  expect((await house.act('fieldwork.dropLine', { list: 'duties', id: used?.id, version: used?.version }, auditor)).body).toMatchObject({
    code: 'lineInUse',
  })
  const need = view.needs[0]
  expect((await house.act('fieldwork.dropLine', { list: 'needs', id: need?.id, version: need?.version }, auditor)).status).toBe(200)
  expect((await house.act('fieldwork.dropLine', { list: 'needs', id: need?.id, version: need?.version }, auditor)).status).toBe(404)
})

test('an old version is refused; a reviewer may look and not write; the unit and another place see nothing', async () => {
  const first = (await lists()).duties[0]
  expect((await act('saveDuty', { ...duty, number: 'Z01', id: first?.id, version: 9 })).body).toMatchObject({ code: 'changedMeanwhile' })
  expect((await act('saveDuty', { ...duty, number: 'Z09' }, { role: 'reviewer' })).status).toBe(403)
  expect((await house.ask('fieldwork.lists', { project }, { role: 'unitStaff' })).status).toBe(403)
  expect((await house.ask('fieldwork.lists', { project }, { role: 'patrol' })).status).toBe(403)
  expect((await house.ask('fieldwork.lists', { project }, { jurisdiction: '880100' })).status).toBe(404)
  expect((await act('saveDuty', { ...duty, number: 'Z09' }, { ...auditor, jurisdiction: '880100' })).status).toBe(404)
})

test('a long list comes page by page: counts and gaps are those of the whole, and a named line brings its own page', async () => {
  const more = Array.from({ length: 60 }, (_, at) => ({ ...duty, number: `Z${100 + at}` }))
  for (const line of more) expect((await act('saveDuty', line)).status).toBe(200)
  const first = await page('duties', { limit: 25 })
  const all = first.counts.duties
  const gapsOfAll = (await page('duties', { limit: 500 })).gaps
  expect(gapsOfAll.length).toBe(first.gapTotal)
  expect(first).toMatchObject({ offset: 0, total: all, short: gapsOfAll.filter((gap) => gap.kind === 'dutyWithoutDecision').length })
  expect(first.lines.rows.length).toBe(25)
  const second = await page('duties', { limit: 25, offset: 25 })
  const third = await page('duties', { limit: 25, offset: 50 })
  const seen = [first, second, third].flatMap(({ lines }) => lines.rows.map(({ number }) => number))
  expect(seen).toEqual([...new Set(seen)].toSorted())
  expect(seen.length).toBe(all)
  expect(third).toMatchObject({ counts: first.counts, gapTotal: first.gapTotal, short: first.short })
  const last = third.lines.rows.at(-1)
  const opened = await page('duties', { limit: 25, row: last?.id })
  expect([opened.offset, opened.lines.rows.map(({ id }) => id)]).toEqual([50, third.lines.rows.map(({ id }) => id)])
})

test('only the lines with a gap are paged as well; the gaps themselves have pages; a line of nowhere leaves the page asked for', async () => {
  const whole = await page('duties', { only: true, limit: 500 })
  expect(whole.total).toBe(whole.short)
  expect(whole.marked).toEqual(whole.lines.rows.map(({ id }) => id))
  const next = await page('duties', { only: true, limit: 25, offset: 25, gapOffset: 25 })
  expect(next.lines.rows).toEqual(whole.lines.rows.slice(25, 50))
  expect(next.gaps).toEqual(whole.gaps.slice(25, 50))
  expect(await page('duties', { offset: 25, limit: 25, row: '00000000-0000-7000-8000-000000000001' })).toMatchObject({ offset: 25 })
  expect(await page('needs', { offset: 500 })).toMatchObject({ total: whole.counts.needs, lines: { rows: [] } })
})

test('a form is offered the lines it may point to by number and first words; another place is not', async () => {
  const names = (await house.ask('fieldwork.lineNames', { project })).body as Record<string, { number: string; text: string }[]>
  expect(names.decisions?.[0]).toMatchObject({ number: 'S01' })
  expect(names.duties?.length).toBe((await page('duties')).counts.duties)
  expect((await house.ask('fieldwork.lineNames', { project }, { jurisdiction: '880100' })).status).toBe(404)
  expect((await house.ask('fieldwork.lineNames', { project }, { role: 'unitStaff' })).status).toBe(403)
})
