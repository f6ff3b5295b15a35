import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { townFindings } from '../findings/samples.ts'
import { townAudits, townOfficials, townTenures, townUnits } from '../projects/samples.ts'
import { townRectification } from './samples.ts'

let house: TestHouse
let unit = ''
const take = async (what: string, name: string, bytes: string) => (await house.upload('intake.run', [{ name, bytes }], { what })).body
beforeAll(async () => {
  house = await testHouse({ at: '2025-11-20T02:00:00Z' })
  const books = { units: townUnits, officials: townOfficials, tenures: townTenures, audits: townAudits, findings: townFindings }
  for (const [what, text] of Object.entries(books)) await take(what, `${what}.csv`, text)
  expect(await take('rectification', 'states.csv', townRectification)).toMatchObject({ accepted: 2, refused: 0 })
  unit = (await house.db.selectFrom('unit').select('id').where('number', '=', 'U012').executeTakeFirstOrThrow()).id
}, 120_000)
afterAll(() => house?.close())

type Line = { id: string; findingNumber: string; version: number; state: string; dueOn: string }
const list = async (input: Record<string, unknown> = {}, who = {}) =>
  (await house.ask('rectification.list', input, who)).body as { rows: Line[]; total: number }
const item = async (number: string) => {
  const line = (await list()).rows.find((row) => row.findingNumber === number)
  if (!line) throw new Error(number)
  return line
}
const staff = () => ({ account: 'staff', name: '单位甲', role: 'unitStaff', unitId: unit })
const auditor = { account: 'auditor', role: 'auditor' }
const leader = { account: 'leader', role: 'leadAuditor' }
const text = '已按要求办理完毕'

test('what is due first stands first, what is closed last; standing filters agree', async () => {
  expect((await list()).rows.map((row) => [row.findingNumber, row.state])).toEqual([
    ['F-25-031', 'open'],
    ['F-25-032', 'closed'],
  ])
  expect((await list({ standing: 'dueSoon' })).total).toBe(1)
  expect((await list({ standing: 'overdue' })).total).toBe(0)
  expect((await list({ standing: 'closed' })).rows[0]).toMatchObject({ findingNumber: 'F-25-032' })
})

test('the unit reports, the auditor recognises, a third hand closes; each step is kept and traced', async () => {
  const { id, version } = await item('F-25-031')
  expect((await house.act('rectification.claim', { id, version, claimed: 'done', text }, staff())).body).toMatchObject({
    state: 'claimed',
    claimedBy: 'staff',
    claimedOn: '2025-11-20',
  })
  expect(
    (await house.act('rectification.recognise', { id, version: version + 1, recognised: 'inProgress', text }, auditor)).body,
  ).toMatchObject({ state: 'open' })
  await house.act('rectification.claim', { id, version: version + 2, claimed: 'done', text }, staff())
  expect((await house.act('rectification.recognise', { id, version: version + 3, recognised: 'done', text }, leader)).body).toMatchObject({
    state: 'recognised',
  })
  expect(await house.act('rectification.close', { id, version: version + 4, text }, leader)).toMatchObject({
    status: 409,
    body: { code: 'recogniserCloses' },
  })
  expect(
    (await house.act('rectification.close', { id, version: version + 4, text }, { account: 'reviewer', role: 'reviewer' })).body,
  ).toMatchObject({ state: 'closed', closedOn: '2025-11-20' })
  const view = (await house.ask('rectification.one', { id })).body as { history: { step: string }[] }
  expect(view.history.map((step) => step.step)).toEqual(['claim', 'sendBack', 'claim', 'recognise', 'close'])
  const acts = (await house.trail()).filter((line) => line.verb.startsWith('rectification.') && line.kind === 'act')
  expect(acts.length).toBe(5)
})

test('one item says of every step whether this reader may take it now, or why not: by role first, then by the rule of the step', async () => {
  const { id } = await item('F-25-031')
  const may = async (who: Record<string, unknown>) =>
    ((await house.ask('rectification.one', { id }, who)).body as { may: Record<string, unknown> }).may
  expect(await may({ role: 'reviewer', account: 'reviewer' })).toMatchObject({
    claim: { code: 'forbidden' },
    recognise: { code: 'forbidden' },
    close: { code: 'alreadyClosed', facts: { on: '2025-11-20' } },
    reopen: true,
  })
  expect(await may({ role: 'finance', account: 'finance', jurisdiction: '990100' })).toBeUndefined()
})

test('a closed item is reopened with a reason, and more time moves its due day', async () => {
  const { id, version } = await item('F-25-031')
  expect((await house.act('rectification.reopen', { id, version, text: '回头看发现反弹' }, leader)).body).toMatchObject({
    state: 'open',
    closedOn: null,
    recognised: null,
  })
  const ask = { id, version: version + 1, reason: '涉及土地确权', plan: '每季度推进一次', dueOn: '2026-03-31' }
  expect((await house.act('rectification.extend', { ...ask, dueOn: '2025-12-15' }, leader)).body).toMatchObject({
    code: 'extensionNotLater',
    facts: { dueOn: '2025-12-15' },
  })
  expect((await house.act('rectification.extend', ask, leader)).body).toMatchObject({ dueOn: '2026-03-31' })
})

test('a step on an old version is refused, and nothing is written', async () => {
  const { id, version } = await item('F-25-031')
  expect(await house.act('rectification.claim', { id, version: version - 1, claimed: 'done', text }, staff())).toMatchObject({
    status: 409,
    body: { code: 'changedMeanwhile' },
  })
  expect(await item('F-25-031')).toMatchObject({ version })
})

test.each([
  ['a clerk', 'rectification.close', { account: 'clerk', role: 'clerk' }],
  ['the unit', 'rectification.recognise', { account: 'staff', role: 'unitStaff' }],
  ['an organisation member', 'rectification.extend', { account: 'org', role: 'organisation' }],
])('%s may not call %s', async (_, verb, who) => {
  const { id, version } = await item('F-25-031')
  const input = { id, version, text, recognised: 'done', dueOn: '2026-05-01', reason: text, plan: text }
  expect((await house.act(verb, input, who)).status).toBe(403)
})

test('staff of another unit see nothing of it, nor does another place', async () => {
  const { id, version } = await item('F-25-031')
  const other = (await house.db.selectFrom('unit').select('id').where('number', '=', 'U013').executeTakeFirstOrThrow()).id
  expect((await list({}, { ...staff(), unitId: other })).rows.map((row) => row.findingNumber)).not.toContain('F-25-031')
  expect(
    (await house.act('rectification.claim', { id, version, claimed: 'done', text }, { ...staff(), unitId: other })).body,
  ).toMatchObject({ code: 'notFound' })
  expect((await list({}, { jurisdiction: '880100' })).total).toBe(0)
  expect(
    (await house.act('rectification.recognise', { id, version, recognised: 'done', text }, { ...auditor, jurisdiction: '880100' })).status,
  ).toBe(404)
})
