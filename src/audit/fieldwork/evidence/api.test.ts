import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../../platform/testing/house.ts'
import { townFindings } from '../../findings/samples.ts'
import { townBooks, townProject } from '../samples.ts'

let house: TestHouse
let project = ''
let finding = ''
const auditor = { account: 'auditor', name: '陆川', role: 'auditor' }
const lead = { account: 'lead', name: '沈一凡', role: 'leadAuditor' }
const outsider = { account: 'outsider', name: '外人', role: 'auditor' }
beforeAll(async () => {
  house = await testHouse({ at: '2025-11-20T02:00:00Z' })
  const books = { ...townBooks, findings: townFindings }
  for (const [what, bytes] of Object.entries(books)) await house.upload('intake.run', [{ name: `${what}.csv`, bytes }], { what })
  project = (await house.db.selectFrom('project').select('id').where('number', '=', townProject).executeTakeFirstOrThrow()).id
  finding = (await house.db.selectFrom('finding').select('id').where('project', '=', project).orderBy('number').executeTakeFirstOrThrow())
    .id
  for (const who of [auditor, lead])
    await house.db
      .insertInto('projectMember')
      .values({
        id: crypto.randomUUID(),
        project,
        account: who.account,
        name: who.name,
        role: 'member',
        days: 20,
        skills: '[]' as never,
        joinedOn: '2025-03-01' as never,
        leftOn: null,
        version: 1,
      })
      .execute()
}, 120_000)
afterAll(() => house?.close())

type Saved = { id: string; version: number }
const sheet = { title: '养护合同拆分', summary: '同一路段拆为四份合同', kind: 'document', evidenceOn: '2023-05-06', provider: '市公路中心' }
const take = (more: Record<string, string> = {}, files = [{ name: '合同.txt', bytes: '合同正文' }], who: object = auditor) =>
  house.upload('fieldwork.takeEvidence', files, { project, ...sheet, ...more }, who)
const act = (name: string, input: Record<string, unknown>, who: object = auditor) => house.act(`fieldwork.${name}`, input, who)
const evidence = async (id: string) =>
  (await house.ask('fieldwork.evidence', { id })).body as {
    number: string
    evidenceOn: string
    takenInAt: string
    sign: string
    files: { sha256: string }[]
  }

test('evidence is taken in with its hash; its own day and the moment of intake are both kept', async () => {
  const saved = (await take()).body as Saved
  expect(await evidence(saved.id)).toMatchObject({
    number: 'Q-001',
    evidenceOn: '2023-05-06',
    takenInAt: '2025-11-20T02:00:00.000Z',
    sign: 'pending',
    files: [{ sha256: createHash('sha256').update('合同正文').digest('hex') }],
  })
})

test.each([
  ['dated after it was taken in', { evidenceOn: '2025-11-21' }, undefined, 'evidenceAfterIntake'],
  ['with nothing behind it', {}, [], 'evidenceWithoutSource'],
  [
    'whose file is not what was sent',
    { sent: JSON.stringify([{ name: '合同.txt', sha256: 'f'.repeat(64) }]) },
    undefined,
    'evidenceHashDiffers',
  ],
  ['of a paper nobody knows', { document: '00000000-0000-7000-8000-000000000009' }, undefined, 'evidencePaperUnknown'],
])('evidence %s is refused and nothing is saved', async (_, more, files, code) => {
  const before = await house.db.selectFrom('evidence').select('id').execute()
  expect(await take(more as Record<string, string>, files)).toMatchObject({ status: 409, body: { code } })
  expect(await house.db.selectFrom('evidence').select('id').execute()).toEqual(before)
})

test('a sheet is countersigned by name, or the reason is written down; then it stays as it is', async () => {
  const first = (await take()).body as Saved
  const second = (await take()).body as Saved
  const sign = { id: first.id, version: 1, sign: 'countersigned', signedOn: '2025-11-20' }
  expect((await act('signEvidence', sign)).body).toMatchObject({ code: 'evidenceSignerMissing' })
  expect((await act('signEvidence', { ...sign, signedOn: '2020-01-01', signedBy: '王五' })).body).toMatchObject({
    code: 'signBeforeEvidence',
  })
  expect((await act('signEvidence', { ...sign, signedBy: '王五' })).status).toBe(200)
  expect((await take({ id: first.id, version: '2' })).body).toMatchObject({ code: 'evidenceSigned' })
  const refusal = { id: second.id, version: 1, sign: 'refused', signedOn: '2025-11-20' }
  expect((await act('signEvidence', refusal)).body).toMatchObject({ code: 'refusalReasonMissing' })
  expect((await act('signEvidence', { ...refusal, refusal: '提供者外出，无法联系' })).status).toBe(200)
})

type Proof = { id: string; behind: { evidenceNumber: string; page: number | null; id: string }[] }
test('a finding shows what stands behind it, and which findings are bare', async () => {
  const saved = (await take()).body as Saved
  const proof = async () => (await house.ask('fieldwork.proof', { project })).body as Proof[]
  expect((await proof()).every((each) => each.behind.length === 0)).toBe(true)
  expect((await act('linkEvidence', { finding, evidence: saved.id, page: 3, startsAt: 5, endsAt: 2 })).body).toMatchObject({
    code: 'offsetsIncomplete',
  })
  expect((await act('linkEvidence', { finding, evidence: saved.id, page: 3 })).status).toBe(200)
  expect((await act('linkEvidence', { finding, evidence: saved.id })).body).toMatchObject({ code: 'evidenceLinkedAlready' })
  const [link] = (await proof()).find((each) => each.id === finding)?.behind ?? []
  expect(link).toMatchObject({ page: 3 })
  expect((await act('unlinkEvidence', { id: link?.id })).status).toBe(200)
})

const paper = { matter: '养护资金使用', process: '审阅合同', facts: '拆分四份合同', conclusion: '规避招标' }
type Paper = { state: string; editedAfterReview: boolean; version: number; notes: { id: string; version: number }[] }
const shown = async (id: string) => (await house.ask('fieldwork.paper', { id })).body as Paper

test('a paper is reviewed by another person once its notes are settled; editing it afterwards shows', async () => {
  const { id } = (await act('savePaper', { project, ...paper })).body as Saved
  expect((await act('submitPaper', { id, version: 1 })).status).toBe(200)
  expect((await act('reviewPaper', { id, version: 2, outcome: 'reviewed' })).body).toMatchObject({ code: 'preparerReviews' })
  expect((await act('addNote', { paper: id, text: '请补充里程数' }, lead)).status).toBe(200)
  expect((await act('reviewPaper', { id, version: 2, outcome: 'reviewed' }, lead)).body).toMatchObject({
    code: 'notesOpen',
    facts: { count: 1 },
  })
  const [note] = (await shown(id)).notes
  expect((await act('settleNote', { id: note?.id, version: 1 }, lead)).body).toMatchObject({ code: 'noteNotAnswered' })
  expect((await act('answerNote', { id: note?.id, version: 1, answer: '12.5公里' }, lead)).body).toMatchObject({
    code: 'onlyPreparerAnswers',
  })
  await act('answerNote', { id: note?.id, version: 1, answer: '12.5公里' })
  await act('settleNote', { id: note?.id, version: 2 }, lead)
  expect((await act('reviewPaper', { id, version: 2, outcome: 'reviewed' }, lead)).status).toBe(200)
  expect(await shown(id)).toMatchObject({ state: 'reviewed', editedAfterReview: false })
  await act('savePaper', { project, id, version: 3, ...paper, facts: '拆分五份合同' })
  expect(await shown(id)).toMatchObject({ state: 'reviewed', editedAfterReview: true })
  await act('savePaper', { project, id, version: 4, ...paper })
  expect(await shown(id)).toMatchObject({ editedAfterReview: false })
})

const talk = {
  heldOn: '2025-11-19',
  location: '三楼会议室',
  person: '王五',
  topic: '合同拆分',
  lines: [{ question: '谁决定的？', answer: '会议决定。' }],
  papersShown: true,
}
test.each([
  ['by one auditor', { auditors: ['auditor'] }, 'talkAuditorsFew'],
  ['by one auditor named twice', { auditors: ['auditor', 'auditor'] }, 'talkAuditorTwice'],
  ['by somebody not on the team', { auditors: ['auditor', 'outsider'] }, 'talkAuditorUnknown'],
  ['without showing papers', { auditors: ['auditor', 'lead'], papersShown: false }, 'talkPapersNotShown'],
  ['tomorrow', { auditors: ['auditor', 'lead'], heldOn: '2025-11-21' }, 'talkDayFuture'],
])('a talk held %s is refused', async (_, more, code) => {
  expect(await act('saveTalk', { project, ...talk, ...more })).toMatchObject({ status: 409, body: { code } })
})
test('a talk by two auditors is kept word for word and signed once', async () => {
  const { id } = (await act('saveTalk', { project, ...talk, auditors: ['auditor', 'lead'] })).body as Saved
  const sign = { id, version: 1, sign: 'countersigned', signedOn: '2025-11-20', signedBy: '王五' }
  expect((await act('signTalk', sign)).status).toBe(200)
  expect((await act('signTalk', { ...sign, version: 2 })).body).toMatchObject({ code: 'talkSigned' })
})

test('who is not on the team writes nothing; the unit and other organs see nothing; another place neither', async () => {
  expect((await take({}, undefined, outsider)).body).toMatchObject({ code: 'fieldNotOnTeam' })
  expect((await act('savePaper', { project, ...paper }, outsider)).body).toMatchObject({ code: 'fieldNotOnTeam' })
  for (const role of ['unitStaff', 'official', 'patrol', 'organisation', 'systemAdmin'])
    expect((await house.ask('fieldwork.evidenceList', { project }, { role })).status).toBe(403)
  expect((await house.ask('fieldwork.evidenceList', { project }, { jurisdiction: '880100' })).status).toBe(404)
})

test('the official sheet of an evidence sheet is drafted from it and belongs to the sheet’s project', async () => {
  const { id } = (await take({ title: '多头采购' })).body as Saved
  const drafted = await house.act('documents.draft', { kind: 'evidenceSheet', subject: `evidence:${id}` }, auditor)
  expect(drafted.body).toMatchObject({ project, fieldValues: { matter: '多头采购', evidence: '合同.txt', project: expect.any(String) } })
})

test('the sheets come page by page, and a sheet named in the address brings the page it stands on', async () => {
  for (const title of ['甲', '乙', '丙', '丁']) expect((await take({ title })).status).toBe(200)
  type Page = { rows: { id: string; number: string }[]; total: number; offset: number }
  const page = async (more: object) => (await house.ask('fieldwork.evidenceList', { project, limit: 2, ...more })).body as Page
  const { total } = await page({})
  const at = total - 1 - ((total - 1) % 2)
  const last = await page({ offset: at })
  expect(await page({ row: last.rows.at(-1)?.id })).toEqual(last)
  expect(last.offset).toBe(at)
  expect((await page({ row: '00000000-0000-7000-8000-000000000001', offset: 2 })).offset).toBe(2)
})

test('working papers and talks come page by page too, and one named in the address brings the page it stands on', async () => {
  for (const at of [1, 2, 3, 4]) {
    expect((await act('savePaper', { project, ...paper, matter: `事项${at}` })).status).toBe(200)
    expect((await act('saveTalk', { project, ...talk, auditors: ['auditor', 'lead'], topic: `话题${at}` })).status).toBe(200)
  }
  type Page = { rows: { id: string }[]; total: number; offset: number }
  for (const name of ['papers', 'talks']) {
    const page = async (more: object) => (await house.ask(`fieldwork.${name}`, { project, limit: 2, ...more })).body as Page
    const first = await page({})
    const at = first.total - 1 - ((first.total - 1) % 2)
    const last = await page({ offset: at })
    expect([first.rows.length, first.offset, last.offset]).toEqual([2, 0, at])
    expect(await page({ row: last.rows.at(-1)?.id })).toEqual(last)
  }
})
