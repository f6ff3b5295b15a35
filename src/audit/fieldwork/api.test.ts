import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { administrators, somebody } from '../../platform/testing/people.ts'
import { townBooks, townChecks, townDecisions, townDuties, townProject } from './samples.ts'

let house: TestHouse
let project = ''
const as = (account: string, role: string) => ({ account, role, name: account })
const lead = as('lead', 'leadAuditor')
const auditor = as('auditor', 'auditor')
const director = as('director', 'director')
const take = async (what: string, bytes: string) => (await house.upload('intake.run', [{ name: `${what}.csv`, bytes }], { what })).body
const act = (name: string, input: Record<string, unknown>, who: object = lead) => house.act(`fieldwork.${name}`, input, who)
const ask = async <T>(name: string, input: Record<string, unknown> = { project }) =>
  (await house.ask(`fieldwork.${name}`, input, lead)).body as T
type Saved = { id: string; version: number }

beforeAll(async () => {
  house = await testHouse({ at: '2026-03-02T02:00:00Z' })
  for (const [what, text] of Object.entries(townBooks)) await take(what, text)
  for (const [what, text] of Object.entries({ duties: townDuties, keyDecisions: townDecisions, auditChecks: townChecks }))
    await take(what, text)
  await administrators(house)
  for (const { account, role } of [lead, auditor])
    await somebody(house, { account, name: account, role: role as 'auditor', jurisdiction: '990100' })
  project = (await house.db.selectFrom('project').select('id').where('number', '=', townProject).executeTakeFirstOrThrow()).id
}, 120_000)
afterAll(() => house?.close())

test('a team is put together: one leader, nobody twice, and each says for himself whether he must step aside', async () => {
  const join = (account: string, role: string) => act('saveMember', { project, account, role, days: 20, skills: '财务；工程' }, director)
  expect((await join('lead', 'leader')).status).toBe(200)
  expect((await join('lead', 'member')).body).toMatchObject({ code: 'teamMemberTwice' })
  expect((await join('auditor', 'leader')).body).toMatchObject({ code: 'leaderTwice' })
  expect((await join('nobody', 'member')).body).toMatchObject({ code: 'teamAccountUnknown' })
  expect((await join('auditor', 'lead')).status).toBe(200)
  expect((await act('declareRecusal', { project, ground: 'formerPost' }, auditor)).body).toMatchObject({ code: 'leftUnitMissing' })
  expect((await act('declareRecusal', { project, ground: 'none' }, auditor)).status).toBe(200)
  const { members } = await ask<{ members: { account: string; declared: string | null; skills: string[] }[] }>('team')
  expect(members.map(({ account, declared }) => [account, declared])).toEqual([
    ['lead', null],
    ['auditor', 'none'],
  ])
  expect(members[0]?.skills).toEqual(['财务', '工程'])
})

test('a task belongs to a check and a member, moves over the board, and counts the days worked on it', async () => {
  const [check] = (await ask<{ checks: { id: string; number: string }[] }>('lineNames')).checks
  const given = { project, title: '核对分配方案', days: 3, auditCheck: check?.id }
  expect((await act('saveTask', { ...given, account: 'stranger' })).body).toMatchObject({ code: 'assigneeNotMember' })
  const { id, version } = (await act('saveTask', { ...given, account: 'auditor' })).body as Saved
  expect((await act('moveTask', { id, version, state: 'running' }, auditor)).status).toBe(200)
  const worked = { task: id, workedOn: '2026-02-27', days: 1 }
  expect((await act('logDay', worked, auditor)).status).toBe(200)
  expect((await act('logDay', { ...worked, days: 0.5 }, auditor)).body).toMatchObject({ code: 'dayFull' })
  const [task] = await ask<{ state: string; used: number; checkNumber: string }[]>('tasks')
  expect(task).toMatchObject({ state: 'running', used: 1, checkNumber: check?.number })
  expect((await act('dropTask', { id, version: version + 1 })).body).toMatchObject({ code: 'taskLogged' })
})

const plan = { aim: '目标', scope: '范围', matters: '事项', steps: '步骤', division: '分工', schedule: '安排' }
test('the plan is submitted by the team and approved by another hand; a second edition says why', async () => {
  const surveyed = await act('saveSurvey', { project, surveyedOn: '2026-02-20', unitNature: '政府工作部门' })
  expect(surveyed.status).toBe(200)
  const { id, version } = (await act('savePlan', { project, ...plan })).body as Saved
  expect((await act('submitPlan', { id, version })).status).toBe(200)
  const approve = { id, version: version + 1, outcome: 'approved', meetingOn: '2026-03-02', meeting: '局长办公会纪要〔2026〕9号' }
  expect((await act('decidePlan', approve)).body).toMatchObject({ code: 'planPreparerDecides' })
  expect((await act('decidePlan', { ...approve, meeting: '' }, director)).body).toMatchObject({ code: 'planMeetingMissing' })
  expect((await act('decidePlan', approve, director)).status).toBe(200)
  expect((await act('savePlan', { project, ...plan })).body).toMatchObject({ code: 'planReasonMissing' })
  expect((await act('savePlan', { project, ...plan, reason: '增加延伸单位' })).status).toBe(200)
  const { plans } = await ask<{ plans: { edition: number; state: string; digest: string | null }[] }>('planning')
  expect(plans.map(({ edition, state }) => [edition, state])).toEqual([
    [2, 'draft'],
    [1, 'approved'],
  ])
  expect(plans[1]?.digest).toMatch(/^[0-9a-f]{64}$/)
})

test('the on-site list is begun from the template once; what is not needed says why', async () => {
  expect((await act('startSite', { project })).status).toBe(200)
  expect((await act('startSite', { project })).body).toMatchObject({ code: 'siteStarted' })
  const { site } = await ask<{ site: { id: string; version: number; state: string }[] }>('planning')
  expect(site).toHaveLength(10)
  const [first] = site
  const settle = (more: object) => act('settleSite', { id: first?.id, version: first?.version, ...more })
  expect((await settle({ state: 'notNeeded' })).body).toMatchObject({ code: 'siteReasonMissing' })
  expect((await settle({ state: 'done' })).status).toBe(200)
})

test('a number of the fieldwork gets a new value for the place from a day on; the earlier one is kept', async () => {
  const change = (input: object, who: object = director) =>
    act(
      'saveRule',
      { kind: 'priorAuditYears', amount: 3, startsOn: '2026-03-10', citation: '澜江市审计局轮换办法', verified: true, ...input },
      who,
    )
  expect((await change({}, auditor)).status).toBe(403)
  await house.db
    .insertInto('jurisdiction')
    .values({ ...place, code: '990100' })
    .onConflict((on) => on.doNothing())
    .execute()
  expect((await change({}, { ...director, jurisdiction: '990100' })).status).toBe(200)
  expect((await change({ amount: 5 }, { ...director, jurisdiction: '990100' })).body).toMatchObject({ code: 'ruleBeforeEarlier' })
  const { rules } = await ask<{ rules: { kind: string; amount: number; region: string | null }[] }>('team')
  expect(rules.filter(({ kind }) => kind === 'priorAuditYears').map(({ amount, region }) => [amount, region])).toEqual(
    expect.arrayContaining([
      [2, null],
      [3, '990100'],
    ]),
  )
})
const place = {
  name: '澜江市',
  level: 'city' as const,
  superior: null,
  standard: 'local' as const,
  startsOn: null,
  endsOn: null,
  version: 1,
}
