import { createHash, createPrivateKey, sign } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../../platform/testing/house.ts'
import { townBooks, townProject } from '../samples.ts'

let house: TestHouse
let project = ''
let unit = ''
let other = ''
const auditor = { account: 'auditor', name: '陆川', role: 'auditor' }
const patrol = { account: 'patrol', name: '龚平', role: 'patrol' }
const staff = () => ({ account: 'staff', name: '何整', role: 'unitStaff', unitId: unit })
beforeAll(async () => {
  house = await testHouse({ at: '2025-11-20T02:00:00Z' })
  for (const [what, bytes] of Object.entries(townBooks)) await house.upload('intake.run', [{ name: `${what}.csv`, bytes }], { what })
  const row = await house.db.selectFrom('project').select(['id', 'unit']).where('number', '=', townProject).executeTakeFirstOrThrow()
  project = row.id
  unit = row.unit
  other = (await house.db.selectFrom('unit').select('id').where('number', '=', 'U013').executeTakeFirstOrThrow()).id
}, 120_000)
afterAll(() => house?.close())

type Saved = { id: string; version: number }
type View = {
  request: { state: string; number: string; version: number; purpose: string | null }
  answers: { via: string; files: { id: string; sha256: string }[] }[]
}
const ask = async (name: string, more: object = {}, who: object = auditor) =>
  house.act('fieldwork.askMaterial', { unit, project, name, ...more }, who)
const asked = async (name: string, more: object = {}, who: object = auditor) => (await ask(name, more, who)).body as Saved
const one = async (id: string, who: object = auditor) => (await house.ask('fieldwork.request', { id }, who)).body as View
const answer = (id: string, version: number, text: string, who: object = staff(), files: { name: string; bytes: string }[] = []) =>
  house.upload('fieldwork.answerRequest', files, { id, version: String(version), text }, who)
const decide = (id: string, version: number, outcome: string, reason = '', who: object = auditor) =>
  house.act('fieldwork.decideRequest', { id, version, outcome, reason }, who)

test('a request goes to the unit, comes back, is returned with a reason, answered again and accepted', async () => {
  const { id } = await asked('2023年党组会议记录', { periodFrom: '2023-01-01', periodTo: '2023-12-31' })
  expect((await one(id, staff())).request).toMatchObject({ state: 'open', number: 'DY-001' })
  expect((await answer(id, 1, '见附件', staff(), [{ name: '记录.txt', bytes: '第一次' }])).status).toBe(200)
  expect((await decide(id, 2, 'returned')).body).toMatchObject({ code: 'returnWithoutReason' })
  expect((await decide(id, 2, 'returned', '缺少第三季度')).status).toBe(200)
  expect((await one(id)).request.state).toBe('returned')
  expect((await answer(id, 3, '补充第三季度', staff(), [{ name: '记录补.txt', bytes: '第二次' }])).status).toBe(200)
  expect((await decide(id, 4, 'accepted')).status).toBe(200)
  const view = await one(id)
  expect([view.request.state, view.answers.length]).toEqual(['accepted', 2])
  const file = await house.ask('fieldwork.answerFile', { id: view.answers[1]?.files[0]?.id }, staff())
  expect(await file.response.text()).toBe('第二次')
})

test('a like material of the same time is not asked twice: the earlier answer is offered and taken over', async () => {
  const like = { unit, name: '《党组会记录》（2023年）' }
  const found = (await house.ask('fieldwork.alike', like, patrol)).body as { id: string; number: string; state: string }[]
  expect(found).toMatchObject([{ number: 'DY-001', state: 'accepted', span: 'same' }])
  expect((await house.act('fieldwork.askMaterial', { ...like }, patrol)).body).toMatchObject({
    code: 'requestAskedAlready',
    facts: { number: 'DY-001' },
  })
  const { id } = (await house.act('fieldwork.adoptAnswer', { ...like, earlier: found[0]?.id }, patrol)).body as Saved
  const view = await one(id, patrol)
  expect([view.request.state, view.answers.map((each) => each.via)]).toEqual(['accepted', ['earlier']])
  expect((await house.ask('fieldwork.request', { id }, staff())).status).toBe(404)
})

test('asking all the same needs a reason; another time is another material', async () => {
  expect((await ask('2023年党组会议记录', { apartReason: '需要带签名的原件' })).status).toBe(200)
  expect((await ask('2021年党组会议记录')).status).toBe(200)
})

test('who follows an open request gets its answer once it is accepted, and the unit answers once', async () => {
  const { id } = await asked('固定资产台账')
  const follower = (await house.act('fieldwork.adoptAnswer', { unit, name: '固定资产明细账', earlier: id }, patrol)).body as Saved
  expect((await one(follower.id, patrol)).request.state).toBe('open')
  expect((await answer(follower.id, 1, '答复', staff())).body).toMatchObject({ code: 'requestFollows' })
  await answer(id, 1, '见附件', staff(), [{ name: '台账.csv', bytes: 'a' }])
  await decide(id, 2, 'accepted')
  const view = await one(follower.id, patrol)
  expect([view.request.state, view.answers[0]?.files.length]).toEqual(['accepted', 1])
})

test('originals are received, given back once and not before', async () => {
  const { id } = await asked('合同台账', { originals: true })
  const loan = (
    await house.act(
      'fieldwork.receiveOriginal',
      { request: id, what: '合同原件', copies: 3, handedBy: '何整', receivedOn: '2025-11-19' },
      auditor,
    )
  ).body as Saved
  const back = { id: loan.id, version: 1, returnedTo: '何整' }
  expect((await house.act('fieldwork.returnOriginal', { ...back, returnedOn: '2025-11-18' }, auditor)).body).toMatchObject({
    code: 'loanBackBeforeReceipt',
  })
  expect((await house.act('fieldwork.returnOriginal', { ...back, returnedOn: '2025-11-20' }, auditor)).status).toBe(200)
  expect((await house.act('fieldwork.returnOriginal', { ...back, version: 2, returnedOn: '2025-11-20' }, auditor)).body).toMatchObject({
    code: 'loanReturned',
  })
})

test('the requests of a project come page by page, and a request named in the address brings the page it stands on', async () => {
  type Page = { rows: { id: string }[]; total: number; offset: number }
  const page = async (more: object) => (await house.ask('fieldwork.requests', { project, limit: 2, ...more }, auditor)).body as Page
  const first = await page({})
  expect(first.total).toBeGreaterThan(2)
  const at = first.total - 1 - ((first.total - 1) % 2)
  const last = await page({ offset: at })
  expect(await page({ row: last.rows.at(-1)?.id })).toEqual(last)
  expect(last.offset).toBe(at)
})

test('a unit sees its own requests only; the side that asked decides; an auditor cannot answer for the unit', async () => {
  const { id } = await asked('人员花名册', { purpose: '核对吃空饷线索' })
  const stranger = { ...staff(), unitId: other }
  expect((await house.ask('fieldwork.request', { id }, stranger)).status).toBe(404)
  expect(((await house.ask('fieldwork.requests', {}, stranger)).body as { total: number }).total).toBe(0)
  expect((await answer(id, 1, '答复', stranger)).status).toBe(404)
  expect((await answer(id, 1, '答复', auditor)).status).toBe(403)
  await answer(id, 1, '答复')
  expect((await decide(id, 2, 'accepted', '', patrol)).body).toMatchObject({ code: 'requestNotYours' })
  expect((await one(id, patrol)).request.purpose).toBeNull()
  expect((await house.ask('fieldwork.request', { id }, { ...auditor, jurisdiction: '880100' })).status).toBe(404)
  expect((await house.ask('fieldwork.requests', {}, { role: 'finance' })).status).toBe(403)
})

type Sent = { list: string; signature: string; answerSecret: string }
type Listed = { id: string; requests: { id: string; number: string }[] }
/** Opens an exported package as the unit's browser would. */
async function opened() {
  const zip = await house.act('fieldwork.exportPackage', { unit, project }, auditor)
  const parts = unzipSync(new Uint8Array(await zip.response.arrayBuffer()))
  const page = strFromU8(parts['调阅资料清单.html'] ?? new Uint8Array())
  const sent: Sent = JSON.parse(/<script type="application\/json" id="sent">(.*?)<\/script>/s.exec(page)?.[1] ?? '{}')
  const list: Listed = JSON.parse(sent.list)
  return { sent, list, page }
}
function replied({ sent, list }: { sent: Sent; list: Listed }, text: string) {
  const bytes = Buffer.from('离线附件')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const answers = list.requests.map(({ id }) => ({ request: id, text, files: [{ name: '附件.txt', size: bytes.length, sha256 }] }))
  const told = JSON.stringify({ package: list.id, answeredBy: '王会计', answers })
  const key = createPrivateKey({ key: Buffer.from(sent.answerSecret, 'base64'), format: 'der', type: 'pkcs8' })
  const answerSignature = sign('sha256', Buffer.from(told), { key, dsaEncoding: 'ieee-p1363' }).toString('base64')
  return {
    format: 'guantong-answers/1',
    list: sent.list,
    signature: sent.signature,
    answers: told,
    answerSignature,
    files: { [sha256]: bytes.toString('base64') },
  }
}
const bring = (reply: object) => house.upload('fieldwork.importPackage', [{ name: '答复.json', bytes: JSON.stringify(reply) }], {}, auditor)

test('a package goes out signed, is answered without a network and comes back; whatever was altered is refused whole', async () => {
  const open = await opened()
  expect(open.page).not.toMatch(/src=|href="http/)
  expect(open.list.requests.length).toBeGreaterThan(0)
  const reply = replied(open, '离线答复')
  const sha256 = Object.keys(reply.files)[0] ?? ''
  const before = await house.db.selectFrom('requestAnswer').selectAll().execute()
  expect((await bring({ ...reply, answers: reply.answers.replace('离线答复', '离线改动') })).body).toMatchObject({ code: 'answersAltered' })
  expect((await bring({ ...reply, list: reply.list.replace('DY-', 'XX-') })).body).toMatchObject({ code: 'packageAltered' })
  expect((await bring({ ...reply, files: { [sha256]: Buffer.from('别的').toString('base64') } })).body).toMatchObject({
    code: 'packageFileAltered',
  })
  expect((await bring({ hello: 1 })).body).toMatchObject({ code: 'packageUnreadable' })
  expect(await house.db.selectFrom('requestAnswer').selectAll().execute()).toEqual(before)
  expect((await bring(reply)).body).toMatchObject({ answered: open.list.requests.length, files: 1 })
  expect((await one(open.list.requests[0]?.id ?? '')).request.state).toBe('answered')
  expect((await bring(reply)).body).toMatchObject({ code: 'packageTakenIn' })
  expect((await house.act('fieldwork.exportPackage', { unit, project }, auditor)).body).toMatchObject({ code: 'nothingToPack' })
})
