import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditNotice } from '../../audit/papers/start/audit-notice.doc.ts'
import { townAudits, townOfficials, townTenures, townUnits } from '../../audit/projects/samples.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'

let house: TestHouse
const ids = { paper: '', other: '', receipt: '', theirs: '' }
const organisation = { account: 'org', role: 'organisation' }
const discipline = { account: 'disc', role: 'discipline' }
const director = { account: 'director', role: 'director' }
const proof = [{ name: '回证.jpg', bytes: 'signed' }]

async function issued(project: string): Promise<string> {
  const drafted = await house.act('documents.draft', {
    kind: 'auditNotice',
    subject: `project:${project}`,
    values: auditNotice.sample,
    head: {},
  })
  const { id } = drafted.body as { id: string }
  const out = await house.act('documents.issue', { id, version: 1, paperOn: '2026-11-20' }, director)
  if (out.status !== 200) throw new Error(JSON.stringify([drafted.body, out.body]))
  return id
}
async function sent(paper: string, recipient: string, recipientOrgan: string | null): Promise<string> {
  const sending = { paper, recipient, recipientOrgan, method: 'direct', deliverer: '张敏', sentOn: '2026-11-20' }
  return ((await house.act('documents.send', sending)).body as { id: string }).id
}

beforeAll(async () => {
  house = await testHouse()
  const books = { units: townUnits, officials: townOfficials, tenures: townTenures, audits: townAudits }
  for (const [what, bytes] of Object.entries(books)) await house.upload('intake.run', [{ name: `${what}.csv`, bytes }], { what })
  const series = { organ: '澜江市审计局', side: 'state', word: '澜审经责通', kinds: ['auditNotice'] }
  await house.act('documents.saveSeries', series)
  const { id } = await house.db.selectFrom('project').select('id').where('jurisdiction', '=', '990100').executeTakeFirstOrThrow()
  Object.assign(ids, { paper: await issued(id), other: await issued(id) })
  ids.receipt = await sent(ids.paper, '市委组织部', 'organisation')
  ids.theirs = await sent(ids.paper, '澜江市交通运输局', null)
}, 120_000)
afterAll(() => house.close())

const received = async (who: object) =>
  ((await house.ask('sharing.grants', { direction: 'received' }, who)).body as { rows: { kind: string; record: string }[] }).rows

test('a paper that was only sent is not known to the organ yet', async () => {
  expect(await received(organisation)).toEqual([])
  expect((await house.ask('documents.one', { id: ids.paper }, organisation)).status).toBe(404)
})

test('once served, the organ finds the paper under what it received: text, file and its own receipt, and nothing else of the case', async () => {
  const served = await house.upload('documents.prove', proof, { receipt: ids.receipt, servedOn: '2026-11-20', signer: '王文书' })
  expect(served.status).toBe(200)
  await house.upload('documents.prove', proof, { receipt: ids.theirs, servedOn: '2026-11-20', signer: '李收发' })
  expect(await received(organisation)).toMatchObject([{ kind: 'issuedPaper', record: ids.paper }])
  const one = await house.ask('documents.one', { id: ids.paper }, organisation)
  expect(one.body).toMatchObject({ paper: { id: ids.paper }, receipts: [{ recipient: '市委组织部', signer: '王文书' }] })
  expect((await house.ask('documents.file', { id: ids.paper, as: 'docx' }, organisation)).status).toBe(200)
  expect((await house.ask('documents.proof', { receipt: ids.receipt }, organisation)).status).toBe(200)
  expect((await house.ask('documents.proof', { receipt: ids.theirs }, organisation)).status).toBe(404)
  expect((await house.ask('documents.list', {}, organisation)).body).toMatchObject({ total: 1, rows: [{ id: ids.paper, sent: 1 }] })
  expect((await house.ask('documents.one', { id: ids.other }, organisation)).status).toBe(404)
  expect((await house.ask('projects.list', {}, organisation)).body).toMatchObject({ total: 0 })
  expect((await house.ask('documents.one', { id: ids.paper }, discipline)).status).toBe(404)
  expect((await house.ask('documents.one', { id: ids.paper }, { ...organisation, jurisdiction: '990200' })).status).toBe(404)
})

test('taken back, the paper is gone for that organ, and it is told why', async () => {
  const { rows } = (await house.ask('sharing.grants', {}, director)).body as { rows: { id: string; version: number; kind: string }[] }
  const grant = rows.find(({ kind }) => kind === 'issuedPaper')
  const taken = await house.act('sharing.revoke', { id: grant?.id, version: grant?.version, reason: '送达对象有误' }, director)
  expect(taken.status).toBe(200)
  expect((await house.ask('documents.one', { id: ids.paper }, organisation)).body).toMatchObject({ code: 'grantRevoked' })
  expect((await house.ask('documents.list', {}, organisation)).body).toMatchObject({ total: 0 })
})

test('who gets the results stands in dated rules with their citation; a new rule ends the old one', async () => {
  const { rows } = (await house.ask('sharing.resultRules', {}, organisation)).body as {
    rows: { id: string; organ: string; version: number }[]
  }
  expect(rows.map(({ organ }) => organ)).toEqual(['discipline', 'organisation'])
  const old = rows[0]
  const county = { ...director, jurisdiction: '990121' }
  const fresh = { organ: 'discipline', region: null, takes: false, purpose: '本市另行抄送', citation: '澜审委〔2026〕3号', verified: true }
  const input = { ...fresh, startsOn: '2026-12-01', endsOn: null, version: old?.version, replaces: old?.id }
  expect((await house.act('sharing.saveResultRule', input)).status).toBe(403)
  expect((await house.act('sharing.saveResultRule', input, county)).body).toMatchObject({ code: 'ruleElsewhere' })
  expect((await house.act('sharing.saveResultRule', { ...input, startsOn: '2019-01-01' }, director)).body).toMatchObject({
    code: 'resultRuleNotLater',
  })
  expect((await house.act('sharing.saveResultRule', input, director)).body).toMatchObject({ takes: false, startsOn: '2026-12-01' })
  const kept = await house.db
    .selectFrom('resultRule')
    .select(['takes', 'endsOn'])
    .where('organ', '=', 'discipline')
    .orderBy('startsOn')
    .execute()
  expect(kept).toEqual([
    { takes: true, endsOn: '2026-11-30' },
    { takes: false, endsOn: null },
  ])
})
