import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import type { AnyDocument } from '../../office/documents/rules/type.ts'
import { newId } from '../../platform/id.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { administrators, setClock, somebody } from '../../platform/testing/people.ts'
import { auditDecision } from '../papers/decision/audit-decision.doc.ts'
import { transferLetter } from '../papers/decision/transfer-letter.doc.ts'
import { auditReport } from '../papers/report/audit-report.doc.ts'
import { resultReport } from '../papers/report/result-report.doc.ts'
import type { Project } from './model.ts'
import { townOfficials, townTenures, townUnits } from './samples.ts'

let house: TestHouse
let item = ''
let at: Project
const four: readonly [AnyDocument, string][] = [
  [auditReport, '澜审经责报'],
  [resultReport, '澜审委办'],
  [auditDecision, '澜审决'],
  [transferLetter, '澜审移处'],
]

/** A plan that the committee has approved, with one audit issued by its resolution. */
async function approvedItem(tenure: { id: string; official: string; unit: string }): Promise<string> {
  const [plan, team, resolution, id] = [newId(), newId(), newId(), newId()]
  await sql`insert into audit_team values (${team}, 'T1', '一组', '990100', '990100', null, 1)`.execute(house.db)
  await sql`insert into plan values (${plan}, 2026, 1, '2026年度计划', 'approved', null, null, '2026-01-20', 'clerk', '2026-01-05', '990100', 1)`.execute(
    house.db,
  )
  await sql`insert into plan_resolution values (${resolution}, ${plan}, '澜审委〔2026〕1号', '2026-01-20', '同意', '[]', 'clerk', '经办甲')`.execute(
    house.db,
  )
  await sql`insert into plan_item values (${id}, ${plan}, ${tenure.official}, ${tenure.id}, ${tenure.unit}, 2026, 1, ${team}, 'departure', null,
    60, 80, 'issued', 'add', null, null, 'clerk', null, ${resolution}, '990100', 1)`.execute(house.db)
  return id
}

beforeAll(async () => {
  house = await testHouse({ at: '2026-03-02T02:00:00Z' })
  const books = { units: townUnits, officials: townOfficials, tenures: townTenures }
  for (const [what, bytes] of Object.entries(books)) await house.upload('intake.run', [{ name: `${what}.csv`, bytes }], { what })
  await administrators(house)
  for (const [account, role] of [
    ['lead', 'leadAuditor'],
    ['auditor', 'auditor'],
  ] as const)
    await somebody(house, { account, name: account, role, jurisdiction: '990100' })
  const changed = { changedBy: 'clerk', changedOn: day('2026-01-05'), closedOn: null, version: 1 }
  for (const [type, word] of four)
    await house.db
      .insertInto('paperSeries')
      .values({
        id: newId(),
        jurisdiction: '990100',
        organ: '澜江市审计局',
        side: 'state',
        word,
        kinds: [type.id],
        firstNumber: 1,
        ...changed,
      })
      .execute()
  const tenure = await house.db
    .selectFrom('tenure')
    .innerJoin('unit', 'unit.id', 'tenure.unit')
    .select(['tenure.id', 'tenure.official', 'tenure.unit'])
    .where('unit.number', '=', 'U012')
    .where('tenure.post', '=', '局长')
    .executeTakeFirstOrThrow()
  item = await approvedItem(tenure)
}, 120_000)
afterAll(() => house?.close())

const as = (role: string, account = role) => ({ account, role, name: account })
const lead = as('leadAuditor', 'lead')
const director = as('director')
const on = (text: string) => setClock(house, `${text}T02:00:00Z`)
const standing = () => house.db.selectFrom('project').select(['id', 'version', 'state']).where('id', '=', at.id).executeTakeFirstOrThrow()
const step = async (name: string, input: Record<string, unknown>, who: object) => {
  const { id, version } = await standing()
  const answer = await house.act(`projects.${name}`, { id, version, text: '按规定办理', ...input }, who)
  expect([name, answer.status, answer.body]).toMatchObject([name, 200, {}])
}
const served = async (kind: string, servedOn: string) => {
  const { official } = await house.db.selectFrom('projectSubject').select('official').where('project', '=', at.id).executeTakeFirstOrThrow()
  for (const recipient of [official, at.unit]) {
    const told = { id: at.id, version: String((await standing()).version), kind, recipient, servedOn, method: 'direct', signer: '王文书' }
    expect((await house.upload('projects.serve', [{ name: '回证.jpg', bytes: '签收' }], told)).status).toBe(200)
  }
}
const draftOf = (kind: string) =>
  house.db.selectFrom('issuedPaper').selectAll().where('subject', '=', `project:${at.id}`).where('kind', '=', kind).executeTakeFirst()

/** The paper with everything that somebody would write into it. */
async function written(type: AnyDocument): Promise<void> {
  const begun = await draftOf(type.id)
  if (!begun) {
    const made = { kind: type.id, subject: `project:${at.id}`, values: type.sample }
    expect((await house.act('documents.draft', made)).status).toBe(200)
    return
  }
  const { id, version, title, secrecy, paperOn, head } = begun
  expect((await house.act('documents.revise', { id, version, title, secrecy, paperOn, head, values: type.sample })).status).toBe(200)
}

test('an item that the approved plan has issued becomes a project once, with its unit, kind, year, official and post, and the patrol it goes with', async () => {
  const joint = { jointMode: 'synchronous', jointRef: '市委第三轮巡察' }
  const opening = { planItem: item, year: 2020, auditedBy: '澜江市审计局', ...joint }
  const opened = await house.act('projects.open', opening, lead)
  expect(opened.body).toMatchObject({ kind: 'departure', year: 2026, planItem: item, state: 'opened', ...joint })
  at = opened.body as Project
  const subjects = await house.db.selectFrom('projectSubject').select(['official', 'post']).where('project', '=', at.id).execute()
  const planned = await house.db
    .selectFrom('planItem')
    .innerJoin('tenure', 'tenure.id', 'planItem.tenure')
    .select(['planItem.official', 'tenure.post'])
    .executeTakeFirstOrThrow()
  expect(subjects).toEqual([planned])
  expect((await house.act('projects.open', opening, lead)).body).toMatchObject({ code: 'planItemUsed' })
  expect((await house.act('projects.open', { ...opening, planItem: newId() }, lead)).body).toMatchObject({ code: 'planItemNotApproved' })
})

test('the report, the result report, the decision and the transfer letter are issued with one step, each under its own series; drafts left over wait for whoever files the case', async () => {
  const members = [
    { account: 'lead', role: 'leader', days: 30 },
    { account: 'auditor', role: 'lead', days: 40 },
  ]
  await step('team', { members, declaration: '均无应回避情形' }, lead)
  await step('notice', { number: '澜审经责通〔2026〕1号' }, director)
  await served('notice', '2026-03-02')
  await step('plan', {}, director)
  on('2026-03-06')
  for (const each of ['enter', 'begin', 'hear', 'report']) await step(each, {}, lead)
  await step('sendDraft', { number: '澜审经责征〔2026〕1号' }, lead)
  await served('draft', '2026-03-06')
  on('2026-04-20')
  await step('adopt', {}, lead)
  await step('review', {}, as('reviewer'))
  await step('adjudicate', {}, as('adjudicator'))
  const votes = ['甲', '乙', '丙'].map((name) => ({ name, vote: 'for', dissent: '' }))
  await step('meet', { chair: '方局', votes, minutes: '同意出具' }, director)
  for (const [type] of four) await written(type)
  await step('issue', { conclusion: '较好地履行了经济责任' }, director)
  const issued = await Promise.all(four.map(([type]) => draftOf(type.id)))
  expect(issued.map((paper) => [paper?.state, paper?.number])).toEqual(four.map(([, word]) => ['issued', `${word}〔2026〕1号`]))
  expect(issued.every((paper) => house.office.store.has(paper?.sha256 ?? ''))).toBe(true)
  const todosOf = async () => (await house.ask('notices.workbench', {}, as('clerk'))).body as { todos: { id: string; says: unknown }[] }
  expect((await todosOf()).todos.map(({ id }) => id)).not.toContain(`drafts:${at.id}`)
  const { facts } = await house.db.selectFrom('projectStep').select('facts').where('step', '=', 'issue').executeTakeFirstOrThrow()
  expect(facts).toMatchObject({ reportPaper: issued[0]?.id, decisionPaper: issued[2]?.id, transferNumber: '澜审移处〔2026〕1号' })
  await served('report', '2026-04-20')
  await served('decision', '2026-04-20')
  expect((await standing()).state).toBe('delivered')
  const { todos } = await todosOf()
  expect(todos.find(({ id }) => id === `drafts:${at.id}`)).toMatchObject({ says: { zh: '归档前把{count}份文书草稿定稿印发或撤回' } })
})
