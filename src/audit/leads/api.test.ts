import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import mammoth from 'mammoth'
import PizZip from 'pizzip'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { Role } from '../../office/identity/model.ts'
import { newId } from '../../platform/id.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { setClock } from '../../platform/testing/people.ts'
import { townFindings } from '../findings/samples.ts'
import { townAudits, townOfficials, townTenures, townUnits } from '../projects/samples.ts'
import { facts } from './facts.ts'
import { LeadState } from './model.ts'
import { aLead, townLeads } from './samples.ts'

let house: TestHouse
const ids: Record<string, string> = {}
const take = async (what: string, name: string, bytes: string) => (await house.upload('intake.run', [{ name, bytes }], { what })).body
const as = (role: string, account: string, over: object = {}) => ({ account, role, jurisdiction: '990100', ...over })
const leader = as('leadAuditor', 'leader')
const office = as('committeeOffice', 'office')
const director = as('director', 'director')
const officer = as('discipline', 'officer')
const patrol = as('patrol', 'patrol')
const text = '按规定办理，材料齐全'

type View = {
  lead: { id: string; version: number; state: string; number: string }
  may: Record<string, unknown>
  clocks: { effect: string; dueOn: string; endedOn: string | null; why: string[] }[]
  steps: { step: string; via: string }[]
  outcomes: { proven: boolean; effectUntil: string | null; ended: boolean }[]
  opinions: { organ: string; stance: string | null }[]
  proposal: { rule: { code: string } | null; receiver: { name: string } | null } | null
}
const see = async (id: string, who: object = leader) => (await house.ask('leads.one', { id }, who)).body as View
const list = async (who: object, input: Record<string, unknown> = {}) =>
  (await house.ask('leads.list', input, who)).body as { total: number; rows: { id: string; number: string; state: string }[] }
/** Takes a step on the lead as it stands now. */
const go = async (id: string, step: string, who: object, input: object = {}) => {
  const { version } = await house.db.selectFrom('lead').select('version').where('id', '=', id).executeTakeFirstOrThrow()
  return house.act(`leads.${step}`, { id, version, text, ...input }, who)
}
const state = (answer: { body: unknown }) =>
  (answer.body as { state?: string; code?: string }).state ?? (answer.body as { code: string }).code

const organ = async (name: string, over: object = {}) =>
  (
    (await house.act('leads.saveOrgan', { name, kind: 'discipline', jurisdiction: '990100', seat: true, ...over }, leader)).body as {
      id: string
    }
  ).id

const fields = {
  ...{ title: '材料退款转入个人账户', nature: 'duty', managedBy: 'city', persons: '出纳钱某某', qualification: '公款存入个人账户' },
  ...{ opinion: '请依法调查处理', feedbackAsk: '请书面反馈', evidence: [{ name: '转账回单', pages: '3', origin: '银行', evidence: null }] },
}
async function drafted(over: object = {}): Promise<string> {
  const answer = await house.act('leads.draft', { ...fields, finding: ids.finding, ...over }, leader)
  expect(answer.status).toBe(200)
  return (answer.body as { id: string }).id
}
const route = (id: string, over: object = {}) =>
  go(id, 'route', leader, { receiver: ids.city, overseer: null, copy: null, major: false, ...over })

/** Brings a fresh lead as far as `sent`. */
let letters = 0
async function sent(over: object = {}, to: object = {}): Promise<string> {
  const id = await drafted(over)
  expect((await route(id, to)).status).toBe(200)
  await go(id, 'convene', office, { assessors: ['discipline'] })
  await go(id, 'opine', officer, { stance: 'agree' })
  await go(id, 'assess', office)
  expect(state(await go(id, 'approve', director))).toBe('approved')
  letters += 1
  expect(state(await go(id, 'send', leader, { number: `澜审移〔2025〕${letters}号` }))).toBe('sent')
  return id
}

beforeAll(async () => {
  house = await testHouse({ at: '2025-11-20T02:00:00Z' })
  const books = { units: townUnits, officials: townOfficials, tenures: townTenures, audits: townAudits, findings: townFindings }
  for (const [what, bytes] of Object.entries(books)) await take(what, `${what}.csv`, bytes)
  const finding = await house.db.selectFrom('finding').selectAll().where('number', '=', 'F-25-031').executeTakeFirstOrThrow()
  const official = await house.db.selectFrom('official').select('id').where('number', '=', 'LJ0001').executeTakeFirstOrThrow()
  Object.assign(ids, { finding: finding.id, unit: finding.unit, project: finding.project, official: official.id })
  ids.city = await organ('澜江市纪委监委')
  ids.county = await organ('青川县纪委监委', { jurisdiction: '990123' })
  ids.police = await organ('澜江市公安局', { kind: 'publicSecurity', seat: false })
  ids.tax = await organ('澜江市税务局', { kind: 'tax', seat: false })
}, 120_000)
afterAll(() => house?.close())

test('from draft to closing: each step by its own role, with its letter, its clocks and its history', async () => {
  const id = await drafted()
  const draft = await see(id)
  expect(draft).toMatchObject({
    lead: { state: 'draft', project: ids.project, unit: ids.unit },
    proposal: { rule: { code: 'ownManaged' } },
  })
  expect(draft.may).toMatchObject({ approve: { code: 'forbidden' }, cancel: true, send: { code: 'stepNotFromHere' } })
  expect(state(await go(id, 'convene', leader, { assessors: ['discipline'] }))).toBe('forbidden')
  await route(id)
  expect(state(await go(id, 'convene', office, { assessors: ['discipline', 'patrol'] }))).toBe('assessing')
  expect(state(await go(id, 'assess', office))).toBe('leadOpinionsWait')
  expect(state(await go(id, 'opine', officer, { stance: 'agree' }))).toBe('assessing')
  expect(state(await go(id, 'opine', officer, { stance: 'agree' }))).toBe('leadNotInvited')
  expect(state(await go(id, 'opine', patrol, { stance: 'amend' }))).toBe('assessing')
  expect(state(await go(id, 'assess', office))).toBe('assessed')
  expect(state(await go(id, 'approve', director))).toBe('approved')
  expect(state(await go(id, 'send', leader, { number: '澜审移〔2025〕90号' }))).toBe('sent')
  expect(state(await go(id, 'receive', officer))).toBe('received')
  await papersTell(id)
  expect(state(await go(id, 'accept', officer))).toBe('accepted')
  expect(state(await go(id, 'begin', officer))).toBe('handling')
  const outcome = {
    kind: 'sanction',
    person: '钱某某',
    official: ids.official,
    sanction: 'warning',
    decidedOn: '2025-11-20',
    reference: '澜纪决〔2025〕3号',
  }
  expect(state(await go(id, 'record', officer, outcome))).toBe('handled')
  expect(state(await go(id, 'feedBack', officer, { reference: '澜纪函〔2025〕7号' }))).toBe('fedBack')
  expect(state(await go(id, 'close', director))).toBe('closed')
  const view = await see(id)
  expect(view.steps.map(({ step }) => step)).toEqual([
    ...['convene', 'opine', 'opine', 'assess', 'approve', 'send', 'receive', 'accept', 'begin', 'record', 'feedBack', 'close'],
  ])
  expect(view.clocks.map(({ effect, endedOn }) => [effect, endedOn]).sort()).toEqual(
    ['feedback', 'handling', 'investigation', 'transfer'].map((effect) => [effect, '2025-11-20']),
  )
  expect(view.clocks.every(({ why }) => why.length > 1)).toBe(true)
  expect(view.outcomes).toMatchObject([{ proven: true, effectUntil: '2026-05-20', ended: false }])
  const told = (await see(id, officer)).steps.map(({ step }) => step)
  expect(told).toEqual(['send', 'receive', 'accept', 'begin', 'record', 'feedBack', 'close'])
  const acts = (await house.trail()).filter(({ subject, kind }) => subject === `lead:${id}` && kind === 'act')
  expect(acts.length).toBe(14)
})

const papersOf = async (id: string, who: object = leader) =>
  ((await house.ask('leads.one', { id }, who)).body as { papers: { id: string; kind: string }[] }).papers
const read = async (id: string, paper: string, who: object = leader) => {
  const { status, response } = await house.ask('leads.paper', { id, paper }, who)
  if (status !== 200) return status
  return (await mammoth.extractRawText({ buffer: Buffer.from(await response.arrayBuffer()) })).value
}
/** Minutes inside; letter and receipt with the receiver too; each says what happened, to whoever may know it. */
async function papersTell(id: string): Promise<void> {
  expect((await papersOf(id)).map(({ kind }) => kind)).toEqual(['minutes', 'letter', 'receipt'])
  expect((await papersOf(id, officer)).map(({ kind }) => kind)).toEqual(['letter', 'receipt'])
  const [minutes, letter, receipt] = (await papersOf(id)).map((paper) => paper.id)
  const said = String(await read(id, minutes ?? ''))
  for (const each of ['纪检监察机关', '同意移送', '巡察机构', '修改后移送', text, '材料退款转入个人账户']) expect(said).toContain(each)
  expect(String(await read(id, letter ?? '', officer))).toContain('转账回单')
  expect(String(await read(id, receipt ?? '', officer))).toContain('澜审移〔2025〕90号')
  expect(await read(id, minutes ?? '', officer)).toBe(404)
  expect(await read(id, letter ?? '', as('finance', 'f'))).toBe(404)
}

test('a returned lead is sent again with a letter of its own, or drafted anew and known to nobody it was sent to', async () => {
  const id = await sent()
  await go(id, 'receive', officer)
  expect(state(await go(id, 'turnBack', officer))).toBe('returned')
  expect(state(await go(id, 'resubmit', leader, { number: '澜审移〔2025〕80号' }))).toBe('sent')
  await go(id, 'receive', officer)
  await go(id, 'turnBack', officer)
  expect((await house.ask('leads.one', { id }, officer)).status).toBe(200)
  expect(state(await go(id, 'redraft', leader))).toBe('draft')
  expect((await house.ask('leads.one', { id }, officer)).status).toBe(404)
})

test('a lead that begins from no finding and names no unit is refused with its sentence', async () => {
  const { unit: _, ...rest } = { unit: null, ...fields }
  const answer = await house.act('leads.draft', rest, leader)
  expect([answer.status, answer.body]).toMatchObject([409, { code: 'leadUnitMissing' }])
})

test('a draft may be changed, a lead under assessment no more; an old version is refused', async () => {
  const id = await drafted()
  const save = (version: number) => house.act('leads.draft', { ...fields, id, version, facts: '补充事实', basis: '依据' }, leader)
  expect((await save(1)).body).toMatchObject({ facts: '补充事实', version: 2 })
  expect((await save(1)).body).toMatchObject({ code: 'changedMeanwhile' })
  await route(id)
  await go(id, 'convene', office, { assessors: ['patrol'] })
  expect((await save(4)).body).toMatchObject({ code: 'leadSettled' })
  expect(state(await go(id, 'sendBack', office))).toBe('draft')
  expect((await house.ask('leads.one', { id }, patrol)).status).toBe(404)
})

test('a county matter is handled by the county and supervised by the city, which may look and not act', async () => {
  const unit = await house.db.selectFrom('unit').select('id').where('number', '=', 'U021').executeTakeFirstOrThrow()
  const county = as('discipline', 'countyOfficer', { jurisdiction: '990123' })
  const id = await drafted({ finding: undefined, unit: unit.id, managedBy: 'county', facts: '事实', basis: '依据' })
  expect((await see(id)).proposal).toMatchObject({ rule: { code: 'countyMatter' }, receiver: { name: '青川县纪委监委' } })
  expect(state(await route(id))).toBe('leadDepartsWithoutReason')
  expect((await route(id, { receiver: ids.county, overseer: ids.city })).body).toMatchObject({
    mode: 'supervised',
    routeRule: 'countyMatter',
  })
  await go(id, 'convene', office, { assessors: ['patrol'] })
  await go(id, 'opine', patrol, { stance: 'agree' })
  await go(id, 'assess', office)
  await go(id, 'approve', director)
  expect((await house.ask('leads.one', { id }, county)).status).toBe(404)
  await go(id, 'send', leader, { number: '澜审移〔2025〕91号' })
  expect(state(await go(id, 'receive', officer))).toBe('leadOverseerOnly')
  expect((await see(id, officer)).lead.state).toBe('sent')
  expect(state(await go(id, 'receive', county))).toBe('received')
})

test('a major lead goes to the committee before it is approved', async () => {
  const id = await drafted()
  await route(id, { major: true })
  await go(id, 'convene', office, { assessors: ['discipline'] })
  await go(id, 'opine', officer, { stance: 'agree' })
  await go(id, 'assess', office)
  expect(state(await go(id, 'approve', director))).toBe('leadCommitteeFirst')
  await go(id, 'reportUp', office, { reference: '审计委员会会议纪要〔2025〕2号' })
  const report = (await papersOf(id)).find(({ kind }) => kind === 'report')
  expect(String(await read(id, report?.id ?? ''))).toContain('市委审计委员会')
  expect(state(await go(id, 'approve', director))).toBe('approved')
})

/** An evidence sheet of the audit with one file, marked with a level. */
async function sheet(level: 'internal' | 'workSecret'): Promise<string> {
  const { sha256, size } = await house.db.selectFrom('leadPaper').select(['sha256', 'size']).executeTakeFirstOrThrow()
  const id = newId()
  const blank = { document: null, page: null, paragraph: null, answer: null, replyDueOn: null, signedOn: null, signedBy: null }
  const taken = { takenInAt: '2025-06-02T02:00:00Z', takenBy: 'leader', takenName: '沈一凡', evidenceOn: day('2025-06-01') }
  await house.db
    .insertInto('evidence')
    .values({
      ...{ id, project: ids.project ?? '', number: `Q-${level}`, title: '凭证', summary: '', kind: 'document', provider: '银行' },
      ...{ ...blank, ...taken, sign: 'pending', opinion: null, refusal: null, version: 1 },
    })
    .execute()
  await house.db
    .insertInto('evidenceFile')
    .values({ id: newId(), evidence: id, name: `凭证-${level}.docx`, sha256, size })
    .execute()
  await house.db.updateTable('secrecyMark').set({ level }).where('subject', '=', `evidence:${id}`).execute()
  return id
}

test('the receiver reads the files of the evidence from its sending on, each reading recorded; who was called or has a copy does not', async () => {
  const listed = [await sheet('internal'), await sheet('workSecret')].map((evidence) => ({
    name: '凭证',
    pages: '1',
    origin: '银行',
    evidence,
  }))
  const clear = (level: 'internal' | 'workSecret') =>
    house.db.updateTable('clearanceRule').set({ level }).where('organ', '=', 'discipline').execute()
  await clear('internal')
  const id = await sent({ evidence: listed })
  await clear('workSecret')
  const told = (who: object) =>
    house.ask('leads.one', { id }, who).then(({ body }) => (body as { exhibits: { id: string; name: string }[] | null }).exhibits)
  const exhibits = await told(officer)
  expect(exhibits?.map(({ name }) => name)).toEqual(['凭证-internal.docx'])
  const open = (who: object) => house.ask('leads.exhibit', { id, exhibit: exhibits?.[0]?.id }, who)
  expect((await open(officer)).status).toBe(200)
  const reads = (await house.trail()).filter(({ verb, account }) => verb === 'leads.exhibit' && account === 'officer')
  expect(reads.map(({ subject }) => subject)).toEqual([`lead:${id}`])
  await house.db
    .updateTable('lead')
    .set({ copiedOrgan: 'finance', copiedPlace: '990100', assessors: ['discipline', 'patrol'] })
    .where('id', '=', id)
    .execute()
  for (const who of [as('finance', 'f'), patrol]) {
    expect(await told(who)).toBeNull()
    expect((await open(who)).status).toBe(404)
  }
  await go(id, 'receive', officer)
  await go(id, 'turnBack', officer)
  await go(id, 'redraft', leader)
  expect(await told(leader)).toEqual([])
})

test('while the finding is under objection its lead is not sent', async () => {
  const id = await drafted()
  await route(id)
  const objection = {
    id: aLead().id,
    finding: ids.finding ?? '',
    official: ids.official ?? '',
    raisedOn: day('2025-11-01'),
    text: '有异议',
  }
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
    .values({ ...objection, ...open })
    .execute()
  expect(state(await go(id, 'convene', office, { assessors: ['discipline'] }))).toBe('underObjection')
  await house.db.deleteFrom('objection').where('id', '=', objection.id).execute()
})

test('no lead, no number and no count is seen by the official, the unit, an uncleared colleague or a member nothing was sent to', async () => {
  const id = await sent({ official: ids.official })
  const blind = [
    as('official', 'theOfficial', { officialId: ids.official }),
    as('unitStaff', 'theUnit', { unitId: ids.unit }),
    ...['clerk', 'reviewer', 'congress', 'liaison', 'systemAdmin', 'securityAdmin', 'auditAdmin'].map((role) => as(role, `blind-${role}`)),
  ]
  for (const who of blind)
    for (const [name, input] of [
      ['leads.list', {}],
      ['leads.one', { id }],
      ['leads.effects', {}],
      ['leads.ofFinding', { finding: ids.finding }],
    ] as const)
      expect([who.role, name, (await house.ask(name, input, who)).status]).toEqual([who.role, name, 403])
  for (const role of ['auditor', 'organisation', 'finance', 'stateAssets', 'staffing']) {
    expect([role, await list(as(role, `blind-${role}`))]).toEqual([role, { rows: [], total: 0 }])
    expect((await house.ask('leads.one', { id }, as(role, `blind-${role}`))).status).toBe(404)
    const effects = await house.ask('leads.effects', {}, as(role, `blind-${role}`))
    expect((effects.body as { states: unknown[] }).states).toEqual([])
  }
  expect((await list({ ...leader, account: 'far', jurisdiction: '880100' })).total).toBe(0)
})

/** All that stands in a file: a workbook's parts, else its text. */
async function textsIn(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer())
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString('utf8')
  return Object.values(new PizZip(bytes).files)
    .map((part) => part.asText())
    .join('\n')
}

test('whatever the lead is called, no question of the house answers with it to the official, the unit or an uncleared colleague', async () => {
  await house.db.updateTable('lead').set({ title: '密线索标记', facts: '密线索标记', persons: '密线索标记' }).execute()
  const asks = [
    ...[
      'notices.workbench',
      'notices.standing',
      'projects.room',
      'projects.list',
      'projects.mine',
      'projects.history',
      'projects.portfolio',
    ],
    ...['projects.deadlines', 'projects.file', 'findings.list', 'findings.one', 'findings.own', 'findings.history', 'findings.figures'],
    ...['findings.duty', 'documents.list', 'documents.ofSubject', 'documents.types', 'search.find', 'intake.batches', 'auditees.one'],
    ...['auditees.list', 'portrait.one', 'custody.ownReaders', 'custody.myReading', 'trail.list', 'risks.problems', 'reports.list'],
    ...['findings.export', 'projects.export', 'auditees.export', 'documents.export', 'trail.export'],
  ]
  const [project, finding, official] = [{ id: ids.project }, { id: ids.finding }, { id: ids.official }]
  const inputs: Record<string, Record<string, unknown>> = {
    ...{ 'projects.room': project, 'projects.history': project, 'projects.deadlines': project, 'projects.file': project },
    ...{ 'findings.one': finding, 'findings.history': finding, 'findings.duty': finding, 'search.find': { q: '密线索标记' } },
    ...{
      'auditees.one': official,
      'portrait.one': { official: 'LJ0001', purpose: 'audit' },
      'documents.ofSubject': { subject: `project:${ids.project}` },
    },
  }
  const blind = [
    as('official', 'o', { officialId: ids.official }),
    as('unitStaff', 'u', { unitId: ids.unit }),
    as('clerk', 'c'),
    ...['organisation', 'finance', 'congress', 'systemAdmin', 'auditAdmin'].map((role) => as(role, `m-${role}`)),
  ]
  let answered = 0
  for (const who of blind)
    for (const name of asks) {
      const { body, status, response } = await house.ask(name, inputs[name] ?? {}, who)
      answered += status === 200 ? 1 : 0
      const text = body === null ? await textsIn(response) : JSON.stringify({ ...(body as object), query: '' })
      const told = who.role !== 'auditAdmin' && /"lead(?:s)?[":]/.test(text)
      expect([who.role, name, text.includes('密线索标记'), told]).toEqual([who.role, name, false, false])
    }
  expect(answered).toBeGreaterThan(60)
  const seen = await house.ask('notices.workbench', {}, officer)
  expect(JSON.stringify(seen.body)).toContain('密线索标记')
  const ownTrail = await house.db.selectFrom('trail').select('subject').where('subject', '=', `official:${ids.official}`).execute()
  expect(ownTrail.filter(({ subject }) => subject.startsWith('lead'))).toEqual([])
  const verbs = await house.db.selectFrom('trail').select(['verb', 'subject']).where('verb', 'like', 'leads.%').execute()
  expect(verbs.filter(({ subject }) => subject.startsWith('official:'))).toEqual([])
})

test('the trail says that a step was taken on a lead, and nothing of what the lead says', async () => {
  const id = await drafted({ title: '密线索标记', persons: '密线索标记', facts: '密线索标记', official: ids.official })
  await go(id, 'cancel', leader, { text: '密线索标记说明' })
  const entries = await house.db.selectFrom('trail').selectAll().where('verb', 'like', 'leads.%').orderBy('place').execute()
  const own = entries.filter(({ subject }) => subject === `lead:${id}`)
  expect(own.map(({ verb }) => verb).sort()).toEqual(['leads.cancel', 'leads.draft'])
  expect(JSON.stringify(entries)).not.toContain('密线索标记')
  expect(JSON.stringify(own)).not.toContain(ids.official)
})

test('who sees a lead is settled by where it stands and nothing else', async () => {
  const { id } = (await list(leader)).rows[0] ?? { id: '' }
  const kept = await house.db.selectFrom('lead').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const addressed = { addressedOrgan: 'finance', addressedPlace: '990100' }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Role.options),
      fc.constantFrom(...LeadState.options.filter((each) => each !== 'closed')),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      async (role, at, called, gone, own) => {
        const assessors: ('patrol' | 'committeeOffice')[] = called ? ['patrol', 'committeeOffice'] : []
        const shown = gone ? { ...addressed, sentOn: day('2025-11-01') } : { addressedOrgan: null, addressedPlace: null }
        const drafter = own ? `eye-${role}` : 'somebody'
        const over = { overseenOrgan: null, overseenPlace: null, copiedOrgan: null, copiedPlace: null, draftedBy: drafter }
        await house.db
          .updateTable('lead')
          .set({ state: at, assessors, ...shown, ...over })
          .where('id', '=', id)
          .execute()
        const who = as(role, `eye-${role}`, {
          officialId: role === 'official' ? ids.official : null,
          unitId: role === 'unitStaff' ? ids.unit : null,
        })
        const { status } = await house.ask('leads.one', { id }, who)
        const reads = ![
          'clerk',
          'reviewer',
          'congress',
          'liaison',
          'unitStaff',
          'official',
          'systemAdmin',
          'securityAdmin',
          'auditAdmin',
        ].includes(role)
        const cleared = ['director', 'leadAuditor', 'adjudicator', 'committeeOffice'].includes(role)
        const knows = cleared || own || (called && ['secretary', 'patrol'].includes(role)) || (gone && role === 'finance')
        return status === (reads ? (knows ? 200 : 404) : 403)
      },
    ),
    { numRuns: 60 },
  )
  const { evidence: _, clocks: __, ...plain } = kept
  await house.db.updateTable('lead').set(plain).where('id', '=', id).execute()
})

test('a portrait is told what was proven, with its period and its end, and nothing that was not; and only to who may know the lead', async () => {
  const id = await sent({ official: ids.official })
  for (const step of ['receive', 'accept', 'begin']) await go(id, step, officer)
  const before = await facts(house.db, { official: ids.official ?? '', on: day('2025-11-20') })
  const base = { official: ids.official, person: '周明远', decidedOn: '2025-11-20', reference: '澜纪决〔2025〕9号' }
  await go(id, 'record', officer, { ...base, kind: 'unproven' })
  await go(id, 'record', officer, { ...base, kind: 'judicial' })
  expect(await facts(house.db, { official: ids.official ?? '', on: day('2025-11-20') })).toEqual(before)
  await go(id, 'record', officer, { ...base, kind: 'partyDiscipline', sanction: 'partyWarning' })
  const after = await facts(house.db, { official: ids.official ?? '', on: day('2025-11-20') })
  expect(after).toHaveLength(before.length + 1)
  expect(after.at(-1)?.text).toBe('2025年11月20日，澜江市纪委监委就审计移送事项作出处理：党纪处分（党内警告），影响期至2026年11月20日。')
  const later = await facts(house.db, { official: ids.official ?? '', on: day('2027-01-01') })
  expect(later.at(-1)?.text).toContain('已届满')
  const portrait = async (who: object) =>
    JSON.stringify((await house.ask('portrait.one', { official: 'LJ0001', purpose: 'audit' }, who)).body)
  expect(await portrait(leader)).toContain('党内警告')
  expect(await portrait(officer)).toContain('党内警告')
  for (const who of [as('clerk', 'c'), as('organisation', 'm'), as('congress', 'n')]) {
    const told = await portrait(who)
    expect(told).not.toContain('党内警告')
    expect(told).not.toContain('移送')
  }
})

test('a rule of routing or of a sanction follows another from a day on, and proposals and periods go by the row of their day', async () => {
  const rules = async () => (await house.ask('leads.rules', {}, office)).body as { routes: Rule[]; sanctions: Rule[]; may: object }
  type Rule = { id: string; code: string; version: number; validFrom: string; validUntil: string | null; title: { zh: string } }
  const { routes, sanctions, may } = await rules()
  expect(may).toEqual({ saveRoute: true, saveSanction: true })
  expect((await house.ask('leads.rules', {}, leader)).body).toMatchObject({ may: { saveRoute: { code: 'forbidden' } } })
  const tax = routes.find(({ code }) => code === 'tax')
  const dated = { zh: '税收问题先报市税务局稽查局', en: 'Tax', citation: '本市办法第三条', verified: true, validFrom: '2025-11-01' }
  const aim = { natures: ['tax'], managed: [], place: 'any', fromFen: null, receiverPlace: 'own', supervised: false, copyDiscipline: true }
  const draft = { ...dated, ...aim, committeeFirst: false, priority: 30, receiverKind: 'tax', replaces: tax?.id, version: tax?.version }
  expect((await house.act('leads.saveRoute', { ...draft, validFrom: tax?.validFrom }, office)).body).toMatchObject({
    code: 'leadRuleNotLater',
  })
  expect((await house.act('leads.saveRoute', { ...draft, receiverKind: null }, office)).body).toMatchObject({ code: 'leadRuleAimless' })
  expect((await house.act('leads.saveRoute', draft, office)).body).toMatchObject({ code: 'tax', validFrom: '2025-11-01', version: 1 })
  expect((await house.act('leads.saveRoute', draft, office)).body).toMatchObject({ code: 'changedMeanwhile' })
  expect((await rules()).routes.find(({ id }) => id === tax?.id)?.validUntil).toBe('2025-10-31')
  const id = await drafted({ nature: 'tax' })
  expect((await see(id)).proposal).toMatchObject({ rule: { code: 'tax', title: { zh: dated.zh } }, copy: { name: '澜江市纪委监委' } })
  await go(id, 'cancel', leader)
  const warning = sanctions.find(({ code }) => code === 'warning')
  const months = { ...dated, zh: '警告', en: 'Warning', kind: 'sanction', months: 9, replaces: warning?.id, version: warning?.version }
  expect((await house.act('leads.saveSanction', { ...months, replaces: undefined }, director)).body).toMatchObject({
    code: 'leadRuleTwice',
  })
  expect((await house.act('leads.saveSanction', { ...months, validFrom: '2025-12-01' }, director)).body).toMatchObject({ months: 9 })
})

test('the list is narrowed to a place by where the unit lies', async () => {
  const all = await list(leader)
  const [county, city] = [await list(leader, { place: '990123' }), await list(leader, { place: '990100' })]
  expect(city.total).toBe(all.total)
  expect(county.rows.map(({ number }) => number).every((number) => all.rows.some((row) => row.number === number))).toBe(true)
  expect(county.total).toBeGreaterThan(0)
  expect(county.total).toBeLessThan(all.total)
})

test('the four effects count what stands in the list: each number opens exactly its rows', async () => {
  const { lines } = (await house.ask('leads.effects', { year: 2025 }, leader)).body as {
    lines: { effect: string; of: number; done: number; late: number }[]
  }
  expect(lines.map(({ effect }) => effect)).toEqual(['transfer', 'investigation', 'handling', 'feedback'])
  for (const line of lines)
    for (const part of ['of', 'done', 'late'] as const)
      expect([line.effect, part, (await list(leader, { year: 2025, effect: line.effect, part })).total]).toEqual([
        line.effect,
        part,
        line[part],
      ])
  expect(lines[0]?.of).toBeGreaterThan(lines[0]?.done ?? 0)
})

test('what is late is listed as late, reminded of once, and only then again when its time has come', async () => {
  const id = await sent()
  setClock(house, '2026-03-20T02:00:00Z')
  expect((await list(leader, { standing: 'late' })).rows.map((row) => row.id)).toContain(id)
  expect(state(await go(id, 'remind', leader))).toBe('sent')
  const reminder = (await papersOf(id, officer)).find(({ kind }) => kind === 'reminder')
  expect(String(await read(id, reminder?.id ?? '', officer))).toContain('有效反馈')
  expect(state(await go(id, 'remind', leader))).toBe('leadRemindedAlready')
  setClock(house, '2026-05-20T02:00:00Z')
  expect(state(await go(id, 'remind', leader))).toBe('sent')
  setClock(house, '2025-11-20T02:00:00Z')
})

const opener = join(process.cwd(), 'scripts', 'lead-opener.mjs')
const run = (...words: string[]) =>
  execFileSync(process.execPath, [opener, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
const folder = mkdtempSync(join(tmpdir(), 'guantong-lead-'))
const secretOf = (name: string) => join(folder, name, 'organ-secret.json')
const print = (said: string) => said.split(': ')[1]?.trim() ?? ''
async function keyFor(organ: string, name: string): Promise<void> {
  const fingerprint = print(run('keys', join(folder, name), '--name', name))
  const bytes = readFileSync(join(folder, name, 'organ-public.json'))
  const { body } = await house.upload('leads.proposeKey', [{ name: 'organ-public.json', bytes }], { organ }, leader)
  const { id } = body as { id: string }
  const confirm = (who: object, said: string) => house.act('leads.confirmKey', { id, version: 1, fingerprint: said }, who)
  expect((await confirm({ ...office, account: 'leader' }, fingerprint)).body).toMatchObject({ code: 'keySamePerson' })
  expect((await confirm(director, '0000 0000')).body).toMatchObject({ code: 'keyPrintDiffers' })
  expect((await confirm(director, fingerprint)).body).toMatchObject({ state: 'active', fingerprint })
}

test('an organ without network access opens its package with one file of Node, and answers to the end', async () => {
  const id = await sent({ nature: 'crime' }, { receiver: ids.police, copy: ids.city })
  expect(state(await go(id, 'pack', leader))).toBe('keyMissing')
  await keyFor(ids.police ?? '', 'police')
  await keyFor(ids.tax ?? '', 'tax')
  const { issuer } = (await house.ask('leads.organs', {}, leader)).body as { issuer: string }
  const packed = join(folder, 'lead.gtlead')
  writeFileSync(packed, Buffer.from(await (await go(id, 'pack', leader)).response.arrayBuffer()))
  const into = join(folder, 'opened')
  expect(run('open', packed, '--secret', secretOf('police'), '--issuer', issuer, '--into', into)).toContain('材料退款转入个人账户')
  expect(JSON.parse(readFileSync(join(into, '移送内容.json'), 'utf8'))).toMatchObject({
    lead: { persons: '出纳钱某某' },
    organ: '澜江市公安局',
  })
  expect(() => run('open', packed, '--secret', secretOf('tax'), '--issuer', issuer, '--into', into)).toThrow(/不是发给本机关的/)
  expect(() => run('open', packed, '--secret', secretOf('police'), '--issuer', '0000', '--into', into)).toThrow(/不符，拒绝打开/)

  const reply = (kind: string, over: string[] = [], secret = 'police') => {
    const out = join(folder, `${kind}.gtreply`)
    const said = ['--by', '李警官', '--on', '2025-11-20', '--reference', '澜公函〔2025〕1号', '--text', '已按规定办理', '--out', out]
    run('reply', packed, '--secret', secretOf(secret), '--issuer', issuer, '--kind', kind, ...said, ...over)
    return readFileSync(out)
  }
  const takeIn = (bytes: Uint8Array) => house.upload('leads.takeReply', [{ name: 'a.gtreply', bytes }], {}, leader)
  const receipt = reply('receive')
  const altered = Uint8Array.from(receipt)
  altered[altered.length - 100] = (altered[altered.length - 100] ?? 0) ^ 1
  expect((await takeIn(altered)).body).toMatchObject({ code: 'replyAltered' })
  expect((await takeIn(new Uint8Array([1, 2, 3]))).body).toMatchObject({ code: 'replyUnreadable' })
  expect((await takeIn(receipt)).body).toMatchObject({ kind: 'receive', lead: { state: 'received', receivedOn: '2025-11-20' } })
  expect((await takeIn(receipt)).body).toMatchObject({ code: 'replyReplayed' })
  for (const kind of ['accept', 'begin']) expect((await takeIn(reply(kind))).status).toBe(200)
  writeFileSync(join(folder, 'outcome.json'), JSON.stringify({ kind: 'judicial', person: '钱某某', judged: true }))
  expect((await takeIn(reply('record', ['--outcome', join(folder, 'outcome.json')]))).body).toMatchObject({ lead: { state: 'handled' } })
  expect((await takeIn(reply('feedBack'))).body).toMatchObject({ lead: { state: 'fedBack', feedbackRef: '澜公函〔2025〕1号' } })
  expect((await see(id)).steps.filter(({ via }) => via === 'package')).toHaveLength(5)
})

test('an answer signed by another organ, or to a package never sent, is refused with its sentence', async () => {
  const id = await sent({ nature: 'crime' }, { receiver: ids.police, copy: ids.city })
  const { issuer } = (await house.ask('leads.organs', {}, leader)).body as { issuer: string }
  const packed = join(folder, 'second.gtlead')
  writeFileSync(packed, Buffer.from(await (await go(id, 'pack', leader)).response.arrayBuffer()))
  const said = ['--by', '王某', '--on', '2025-11-20', '--reference', '函1号', '--text', '已签收', '--out', join(folder, 'wrong.gtreply')]
  const secret = JSON.parse(readFileSync(secretOf('police'), 'utf8'))
  const other = JSON.parse(readFileSync(secretOf('tax'), 'utf8'))
  writeFileSync(join(folder, 'mixed.json'), JSON.stringify({ ...secret, sign: other.sign, signSecret: other.signSecret }))
  run('reply', packed, '--secret', join(folder, 'mixed.json'), '--issuer', issuer, '--kind', 'receive', ...said)
  const takeIn = (bytes: Uint8Array) => house.upload('leads.takeReply', [{ name: 'a.gtreply', bytes }], {}, leader)
  expect((await takeIn(readFileSync(join(folder, 'wrong.gtreply')))).body).toMatchObject({ code: 'replyWrongOrgan' })
  run('reply', packed, '--secret', secretOf('police'), '--issuer', issuer, '--kind', 'receive', ...said)
  await house.db.deleteFrom('leadPackage').where('lead', '=', id).execute()
  expect((await takeIn(readFileSync(join(folder, 'wrong.gtreply')))).body).toMatchObject({ code: 'replyUnknown' })
})

test('the ledger comes in row by row with every wrong cell named, goes out as it came, and twice changes nothing', async () => {
  const bring = (bytes: string, fields: Record<string, string> = {}) =>
    house.upload('leads.importLedger', [{ name: '台账.csv', bytes }], fields, leader)
  expect((await bring(townLeads, { dryRun: 'true' })).body).toMatchObject({ accepted: 2, refused: 0 })
  expect((await list(leader, { q: 'XS-2024' })).total).toBe(0)
  expect((await bring(townLeads)).body).toMatchObject({ accepted: 2, unchanged: 0, refused: 0 })
  expect((await bring(townLeads)).body).toMatchObject({ accepted: 0, unchanged: 2, refused: 0 })
  expect((await list(leader, { q: 'XS-2024', sort: 'number' })).rows.map((row) => row.state)).toEqual(['closed', 'sent'])
  const wrong = townLeads.replace('XS-2024-001', 'XS-2024-003').replace('U013', 'U999').replace('2024-06-03', '2024-13-03')
  expect((await bring(wrong)).body).toMatchObject({
    refused: 2,
    rejected: [
      { row: 3, column: '移送日期', code: 'cellNoSuchDay' },
      { row: 2, column: '涉及单位编号', code: 'ledgerUnit' },
    ],
  })
  const out = await house.ask('leads.export', { q: 'XS-2024' }, leader)
  const bytes = new Uint8Array(await out.response.arrayBuffer())
  const again = await house.upload('leads.importLedger', [{ name: '导出.xlsx', bytes }], {}, leader)
  expect(again.body).toMatchObject({ accepted: 0, unchanged: 2, refused: 0 })
  const batches = (await house.ask('intake.batches', {})).body
  expect(JSON.stringify(batches)).not.toContain('台账')
})
