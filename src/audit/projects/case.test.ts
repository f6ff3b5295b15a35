import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day as dayOf } from '../../kernel/day.ts'
import { json } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { administrators, setClock, somebody } from '../../platform/testing/people.ts'
import { townOfficials, townTenures, townUnits } from './samples.ts'

let house: TestHouse
const ids = { unit: '', official: '', second: '' }
const take = async (what: string, name: string, bytes: string) => (await house.upload('intake.run', [{ name, bytes }], { what })).body

const staff = [
  ['lead', '陆征', 'leadAuditor'],
  ['auditor', '赵衡', 'auditor'],
  ['reviewer', '沈核', 'reviewer'],
  ['adjudicator', '韩理', 'adjudicator'],
  ['director', '方局', 'director'],
] as const
beforeAll(async () => {
  house = await testHouse({ at: '2026-03-02T02:00:00Z' })
  await take('units', 'units.csv', townUnits)
  await take('officials', 'officials.csv', townOfficials)
  await take('tenures', 'tenures.csv', townTenures)
  const { db } = house
  await administrators(house)
  for (const [account, name, role] of staff) await somebody(house, { account, name, role, jurisdiction: '990100' })
  ids.unit = (await db.selectFrom('unit').select('id').where('number', '=', 'U012').executeTakeFirstOrThrow()).id
  const people = await db.selectFrom('official').select(['id', 'number']).orderBy('number').execute()
  ids.official = people[0]?.id ?? ''
  ids.second = people[1]?.id ?? ''
}, 120_000)
afterAll(() => house?.close())

type Case = { id: string; version: number; state: string }
const on = (day: string) => setClock(house, `${day}T02:00:00Z`)
const as = (role: string, account = role) => ({ account, role, name: account })
const lead = as('leadAuditor', 'lead')
const auditor = as('auditor', 'auditor')
const director = as('director', 'director')
const clerk = as('clerk', 'clerk')
const official = () => ({ ...as('official', 'zhou'), officialId: ids.official })
const unitStaff = () => ({ ...as('unitStaff', 'jiaotong'), unitId: ids.unit })

const text = '按规定办理'
const act = async (name: string, input: Record<string, unknown>, who: object) => house.act(`projects.${name}`, input, who)
/** Takes a step on the newest version of the project; what it answers. */
const step = async (at: Case, name: string, input: Record<string, unknown>, who: object) => {
  const fresh = await house.db.selectFrom('project').select(['id', 'version', 'state']).where('id', '=', at.id).executeTakeFirstOrThrow()
  return act(name, { id: fresh.id, version: fresh.version, ...input }, who)
}
const open = async (over: Record<string, unknown> = {}) => {
  const input = { kind: 'inOffice', unit: ids.unit, subjects: [{ official: ids.official }], year: 2026, auditedBy: '澜江市审计局', ...over }
  const answer = await act('open', input, lead)
  expect(answer.status).toBe(200)
  return answer.body as Case
}
const members = [
  { account: 'lead', role: 'leader', days: 30 },
  { account: 'auditor', role: 'lead', days: 40 },
]
const served = (kind: string, recipient: string, servedOn: string) => ({ kind, recipient, servedOn, method: 'direct', signer: '收件人' })
/** One party served with the signed proof in hand. */
const serveOn = async (at: Case, kind: string, recipient: string, servedOn: string, who: object = clerk) => {
  const { version } = await house.db.selectFrom('project').select('version').where('id', '=', at.id).executeTakeFirstOrThrow()
  const told = { id: at.id, version: String(version), ...served(kind, recipient, servedOn) }
  return house.upload('projects.serve', [{ name: '回证.jpg', bytes: '签收' }], told, who)
}
const serveAll = async (at: Case, kind: string, servedOn: string, whom = [ids.official, ids.unit]) => {
  for (const recipient of whom) expect((await serveOn(at, kind, recipient, servedOn)).status).toBe(200)
}
const addFinding = async (project: string, number: string) => {
  const id = newId()
  const plain = { periodFrom: null, periodTo: null, reportFile: null, document: null, paragraph: null, start: null, end: null }
  const finding = {
    id,
    number,
    project,
    title: '化整为零规避招标',
    problemClass: 'F03-01',
    facts: '事实',
    unit: ids.unit,
    jurisdiction: '990100',
    year: 2026,
    established: 'confirmed' as const,
    version: 1,
  }
  await house.db
    .insertInto('finding')
    .values({ ...finding, ...plain, money: json([]), basis: json([]) })
    .execute()
  return id
}
const stateOf = async ({ id }: Case) =>
  (await house.db.selectFrom('project').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
const clocks = ({ id }: Case) =>
  house.db.selectFrom('deadline').select(['rule', 'dueOn', 'state', 'party']).where('project', '=', id).orderBy('id').execute()

/** Brings a project to fieldwork in the ordinary way. */
const toFieldwork = async (number: string) => {
  on('2026-03-02')
  const at = await open({ number })
  await step(at, 'team', { members, declaration: text }, lead)
  await step(at, 'notice', { number: `澜审经责通〔2026〕${number}号`, text }, director)
  await serveAll(at, 'notice', '2026-03-02')
  await step(at, 'plan', { text }, director)
  on('2026-03-06')
  await step(at, 'enter', { text }, lead)
  await step(at, 'begin', { text }, lead)
  expect(await stateOf(at)).toBe('fieldwork')
  return at
}
/** Puts evidence behind a finding as fieldwork keeps it. */
const prove = async (project: string, finding: string) => {
  const evidence = newId()
  const taken = {
    takenInAt: '2026-03-09T02:00:00Z',
    takenBy: 'lead',
    takenName: '陆征',
    provider: '交通局',
    evidenceOn: dayOf('2026-03-09'),
  }
  const bare = {
    document: null,
    page: null,
    paragraph: null,
    answer: null,
    replyDueOn: null,
    signedOn: null,
    signedBy: null,
    opinion: null,
    refusal: null,
  }
  await house.db
    .insertInto('evidence')
    .values({
      id: evidence,
      project,
      number: 'Q-1',
      title: '合同',
      summary: '摘要',
      kind: 'document',
      sign: 'pending',
      version: 1,
      ...taken,
      ...bare,
    })
    .execute()
  const link = { page: null, startsAt: null, endsAt: null, note: null, linkedBy: 'lead', linkedOn: dayOf('2026-03-09') }
  await house.db
    .insertInto('findingEvidence')
    .values({ id: newId(), finding, evidence, ...link })
    .execute()
}

describe('a whole case', () => {
  let at: Case
  let finding = ''
  test('is opened with its official’s post from the register, named and numbered by itself', async () => {
    on('2026-03-02')
    at = await open()
    expect(at).toMatchObject({ state: 'opened', number: '2026-U012-LJ0001-R', title: '澜江市交通运输局局长周明远任中经济责任审计' })
    expect(
      (await act('open', { kind: 'inOffice', unit: ids.unit, subjects: [{ official: ids.official }], year: 2026, auditedBy: '市局' }, lead))
        .body,
    ).toMatchObject({
      code: 'projectNumberTaken',
    })
  })
  test('a skipped step is refused with the state it needs', async () => {
    expect(await step(at, 'notice', { number: '澜审〔2026〕1号', text }, director)).toMatchObject({
      status: 409,
      body: { code: 'stepOutOfOrder', facts: { needed: '审计组已组成' } },
    })
  })
  test('the team needs two, knows its people, and has nobody of the audited unit', async () => {
    expect((await step(at, 'team', { members: members.slice(0, 1), declaration: text }, lead)).body).toMatchObject({ code: 'teamTooSmall' })
    const stranger = [{ account: 'nobody', role: 'member', days: 1 }]
    expect((await step(at, 'team', { members: stranger, declaration: text }, lead)).body).toMatchObject({ code: 'memberUnknown' })
    expect((await step(at, 'team', { members, declaration: text }, lead)).body).toMatchObject({ state: 'teamed' })
  })
  test('the notice is signed, then proven served on official and unit, never before it was signed', async () => {
    expect((await step(at, 'notice', { number: '澜审经责通〔2026〕1号', text }, director)).body).toMatchObject({ state: 'noticed' })
    expect((await step(at, 'serve', served('notice', ids.official, '2026-03-02'), clerk)).body).toMatchObject({ code: 'proofMissing' })
    expect((await serveOn(at, 'notice', ids.official, '2026-02-27')).body).toMatchObject({
      code: 'serviceBeforeIssue',
    })
    await serveAll(at, 'notice', '2026-03-02', [ids.official])
    expect(await stateOf(at)).toBe('noticed')
    expect((await serveOn(at, 'notice', ids.official, '2026-03-02')).body).toMatchObject({ code: 'servedAlready' })
    expect((await serveOn(at, 'notice', ids.second, '2026-03-02')).body).toMatchObject({ code: 'notAPartyHere' })
    await serveAll(at, 'notice', '2026-03-02', [ids.unit])
    expect(await stateOf(at)).toBe('served')
    expect(await clocks(at)).toMatchObject([{ rule: 'notice.beforeEntry', dueOn: '2026-03-05' }, { rule: 'notice.beforeEntry' }])
  })
  test('entry three working days after service, not sooner', async () => {
    expect((await step(at, 'plan', { text }, director)).body).toMatchObject({ state: 'planned' })
    on('2026-03-04')
    expect((await step(at, 'enter', { text }, lead)).body).toMatchObject({ code: 'entryTooEarly', facts: { earliest: '2026-03-05' } })
    on('2026-03-05')
    expect((await step(at, 'enter', { text }, lead)).body).toMatchObject({ state: 'entered', startedOn: '2026-03-05' })
    await step(at, 'begin', { text }, lead)
    await step(at, 'hear', { text }, auditor)
    expect((await step(at, 'report', { text }, lead)).body).toMatchObject({ state: 'reported' })
  })
  test('no draft goes out while a finding has no evidence behind it; a second not while one is out', async () => {
    on('2026-04-01')
    finding = await addFinding(at.id, 'F-26-001')
    expect((await step(at, 'sendDraft', { text }, director)).body).toMatchObject({
      code: 'evidenceMissing',
      facts: { numbers: 'F-26-001' },
    })
    await prove(at.id, finding)
    expect((await step(at, 'sendDraft', { text }, director)).body).toMatchObject({ state: 'commented' })
    expect((await step(at, 'sendDraft', { text }, director)).body).toMatchObject({ code: 'draftOut', facts: { round: 1 } })
  })
  test('a reply waits for service; then it is given by finding, and only by a party', async () => {
    expect((await house.upload('projects.reply', [], { id: at.id, stance: 'agree' }, unitStaff())).body).toMatchObject({
      code: 'draftNotServedYet',
    })
    await serveAll(at, 'draft', '2026-04-01')
    expect((await clocks(at)).filter(({ rule }) => rule === 'reply.draft').map(({ dueOn }) => dueOn)).toEqual(['2026-04-16', '2026-04-16'])
    const said = { id: at.id, finding, stance: 'object', text: '该项目系应急抢险，不需招标' }
    const reply = await house.upload('projects.reply', [{ name: '抢险指令.txt', bytes: '指令' }], said, official())
    expect(reply.body).toMatchObject({ stance: 'object', party: 'official', evidence: [{ name: '抢险指令.txt' }] })
    expect((await house.upload('projects.reply', [], { ...said, text: '' }, official())).body).toMatchObject({ code: 'replyEmpty' })
    const stranger = { ...as('official', 'he'), officialId: ids.second }
    expect((await house.upload('projects.reply', [], said, stranger)).body).toMatchObject({ code: 'notFound' })
  })
  test('adoption waits for the unit or the lapse of its time, and answers every objection', async () => {
    expect((await step(at, 'adopt', { text }, lead)).body).toMatchObject({
      code: 'replyAwaited',
      facts: { names: '澜江市交通运输局', dueOn: '2026-04-16' },
    })
    on('2026-04-17')
    expect((await house.upload('projects.reply', [], { id: at.id, stance: 'agree' }, unitStaff())).body).toMatchObject({
      code: 'replyLapsed',
    })
    expect((await step(at, 'adopt', { text }, lead)).body).toMatchObject({ code: 'replyUnanswered' })
    const { id } = await house.db.selectFrom('draftReply').select('id').executeTakeFirstOrThrow()
    expect((await act('answerReply', { reply: id, outcome: 'refused' }, lead)).body).toMatchObject({ code: 'refusedWithoutReason' })
    expect((await act('answerReply', { reply: id, outcome: 'partly', reason: '核减一处' }, lead)).body).toMatchObject({ outcome: 'partly' })
    expect((await step(at, 'adopt', { text }, lead)).body).toMatchObject({ state: 'verified' })
    const kept = await house.db.selectFrom('reply').selectAll().where('finding', '=', finding).executeTakeFirstOrThrow()
    expect(kept).toMatchObject({ outcome: 'partly', reason: '核减一处', text: '该项目系应急抢险，不需招标' })
  })
  test('two different people review, the meeting votes with its dissent, and only then the report is issued', async () => {
    expect((await step(at, 'issue', { reportNumber: '一号', resultNumber: '二号', conclusion: text }, director)).body).toMatchObject({
      code: 'stepOutOfOrder',
    })
    expect((await step(at, 'review', { text }, as('reviewer'))).body).toMatchObject({ state: 'reviewed' })
    expect((await step(at, 'adjudicate', { text }, as('reviewer'))).body).toMatchObject({ code: 'sameReviewer' })
    expect((await step(at, 'adjudicate', { text }, as('adjudicator'))).body).toMatchObject({ state: 'adjudicated' })
    const votes = [
      { name: '方局', vote: 'for', dissent: '' },
      { name: '李明', vote: 'for', dissent: '' },
      { name: '王直', vote: 'against', dissent: '' },
    ]
    expect((await step(at, 'meet', { chair: '方局', votes, minutes: text }, director)).body).toMatchObject({ code: 'dissentSilent' })
    const spoken = votes.map((vote) => (vote.vote === 'against' ? { ...vote, dissent: '金额认定依据不足' } : vote))
    expect((await step(at, 'meet', { chair: '方局', votes: spoken, minutes: text }, director)).body).toMatchObject({ state: 'met' })
    const numbers = { reportNumber: '澜审经责报〔2026〕1号', resultNumber: '澜审经责结〔2026〕1号', decisionNumber: '澜审决〔2026〕1号' }
    expect((await step(at, 'issue', { ...numbers, conclusion: '履职情况较好' }, director)).body).toMatchObject({
      state: 'issued',
      reportedOn: '2026-04-17',
    })
  })
  test('nothing counts as served without proof on both parties and of the decision on the unit; rights begin to run from it', async () => {
    await serveAll(at, 'report', '2026-04-17')
    expect(await stateOf(at)).toBe('issued')
    await serveAll(at, 'decision', '2026-04-17', [ids.unit])
    expect(await stateOf(at)).toBe('delivered')
    const running = (await clocks(at)).filter(({ state }) => state === 'running').map(({ rule, dueOn }) => [rule, dueOn])
    expect(running).toEqual(
      expect.arrayContaining([
        ['review.request', '2026-05-18'],
        ['ruling.request', '2026-06-16'],
        ['feedback.meeting', '2026-05-18'],
      ]),
    )
  })
  test('with the service the organisation department and the discipline body know the case for good, and no other organ does', async () => {
    for (const role of ['organisation', 'discipline']) {
      const known = await house.ask('findings.list', { project: at.id }, as(role))
      expect([role, known.body]).toMatchObject([role, { total: 1 }])
    }
    for (const role of ['finance', 'patrol', 'staffing']) {
      expect([role, (await house.ask('projects.list', {}, as(role))).body]).toMatchObject([role, { total: 0 }])
    }
    const grants = await house.db.selectFrom('shareGrant').selectAll().where('record', '=', at.id).execute()
    expect(grants.map(({ organ, issued, until }) => [organ, issued, until])).toEqual(
      expect.arrayContaining([
        ['organisation', true, null],
        ['discipline', true, null],
      ]),
    )
    expect(grants).toHaveLength(2)
  })
  test('after the feedback meeting the file is gathered from the steps and archived in four classes with its retention', async () => {
    expect((await step(at, 'brief', { text }, as('committeeOffice'))).body).toMatchObject({ state: 'briefed' })
    const retained = { retention: 'permanent', text }
    expect((await step(at, 'archive', retained, clerk)).body).toMatchObject({ code: 'archiveIncomplete' })
    const list = (await step(at, 'gather', {}, clerk)).body as { class: string }[]
    expect(new Set(list.map((unit) => unit.class))).toEqual(new Set(['conclusion', 'proof', 'opening', 'reference']))
    expect(((await step(at, 'gather', {}, clerk)).body as unknown[]).length).toBe(list.length)
    const begun = await house.db
      .selectFrom('issuedPaper')
      .select(['id', 'version'])
      .where('project', '=', at.id)
      .where('state', '=', 'draft')
      .execute()
    const left = await step(at, 'archive', retained, clerk)
    expect(left).toMatchObject({ status: 409, body: { code: 'draftsLeft', facts: { count: begun.length } } })
    expect((left.body as { facts: { names: string } }).facts.names).toContain('审计组名单')
    for (const paper of begun) await house.act('documents.withdrawDraft', { ...paper, reason: '已在系统外制作' }, clerk)
    expect((await step(at, 'archive', retained, clerk)).body).toMatchObject({ state: 'archived', endedOn: '2026-04-17' })
    expect((await step(at, 'brief', { text }, as('committeeOffice'))).body).toMatchObject({ code: 'caseEnded' })
  })
  test('the official objects in time; the review is by others, its answer corrects the finding', async () => {
    on('2026-05-10')
    const raised = await act('raise', { id: at.id, text: '责任认定过重', findings: [finding] }, official())
    expect(raised.body).toMatchObject({ state: 'raised' })
    expect((await act('raise', { id: at.id, text: '再次申诉' }, official())).body).toMatchObject({ code: 'objectionOpen' })
    const { id } = raised.body as { id: string }
    const office = as('committeeOffice')
    expect((await act('accept', { id, version: 1, reviewers: ['lead', 'reviewer'] }, office)).body).toMatchObject({
      code: 'reviewerWasAuditor',
    })
    await act('accept', { id, version: 1, reviewers: ['reviewer', 'adjudicator'] }, office)
    expect((await act('conclude', { id, version: 2, conclusion: text }, lead)).body).toMatchObject({ code: 'notInReviewGroup' })
    await act('conclude', { id, version: 2, conclusion: '宜认定领导责任' }, as('reviewer'))
    const decided = (outcome: string, ...answers: object[]) => act('decide', { id, version: 3, outcome, reason: text, answers }, office)
    expect((await decided('upheld')).body).toMatchObject({ code: 'answerMissing', facts: { count: 1 } })
    expect((await decided('upheld', { finding, outcome: 'upheld' })).body).toMatchObject({ code: 'effectMissing' })
    expect((await decided('partly', { finding, outcome: 'rejected' })).body).toMatchObject({ code: 'answersRejected' })
    expect((await decided('upheld', { finding, outcome: 'upheld', effect: 'regraded', correctedGrade: 'leading' })).body).toMatchObject({
      state: 'decided',
    })
    const objection = await house.db.selectFrom('objection').selectAll().where('finding', '=', finding).executeTakeFirstOrThrow()
    expect(objection).toMatchObject({ outcome: 'upheld', effect: 'regraded', correctedGrade: 'leading' })
  })
  test('a remedy against the decision is recorded with its route and clocks', async () => {
    const asked = await act(
      'remedy',
      { id: at.id, route: 'ruling', requestedOn: '2026-05-08', body: '澜江市人民政府', reason: text },
      clerk,
    )
    expect(asked.body).toMatchObject({ state: 'requested' })
    const { id } = asked.body as { id: string }
    expect((await act('decideRemedy', { id, version: 1, outcome: 'upheld', result: text }, clerk)).body).toMatchObject({
      code: 'stepNotFromHere',
    })
    await act('acceptRemedy', { id, version: 1 }, clerk)
    expect((await clocks(at)).find(({ rule }) => rule === 'ruling.decide')).toMatchObject({ state: 'running' })
    expect((await act('decideRemedy', { id, version: 2, outcome: 'upheld', result: text }, clerk)).body).toMatchObject({ state: 'decided' })
  })
})

test('urgent entry needs the director’s approval, and then the statutory days are not waited for', async () => {
  on('2026-03-02')
  const at = await open({ number: 'URGENT-1' })
  await step(at, 'team', { members, declaration: text }, lead)
  await step(at, 'notice', { number: '澜审经责通〔2026〕8号', text }, director)
  await serveAll(at, 'notice', '2026-03-02')
  expect((await step(at, 'urge', { reason: '可能转移资产', approval: '澜审批〔2026〕1号' }, lead)).status).toBe(403)
  expect((await step(at, 'urge', { reason: '可能转移资产', approval: '澜审批〔2026〕1号' }, director)).body).toMatchObject({
    state: 'served',
  })
  await step(at, 'plan', { text }, director)
  expect((await step(at, 'enter', { text }, lead)).body).toMatchObject({ state: 'entered' })
})

test('termination: proposed, consulted, approved by another hand; nothing goes on meanwhile, every clock falls away, papers stay', async () => {
  const at = await toFieldwork('END-1')
  const office = as('committeeOffice')
  const proposed = await step(at, 'proposeEnd', { ground: 'underReview', reason: '正在接受监察调查' }, office)
  expect(proposed.body).toMatchObject({ state: 'proposed' })
  const { id } = proposed.body as { id: string }
  expect((await step(at, 'hear', { text }, auditor)).body).toMatchObject({ code: 'terminationPending' })
  expect((await act('approveEnd', { id, version: 1, decisionRef: '审委会〔2026〕3号' }, as('secretary'))).body).toMatchObject({
    code: 'consultFirst',
  })
  const consulted = [{ body: '市纪委监委', answer: '同意终止', on: '2026-03-06' }]
  expect((await act('consultEnd', { id, version: 1, consulted }, office)).body).toMatchObject({ state: 'consulted' })
  expect((await act('approveEnd', { id, version: 2, decisionRef: '审委会〔2026〕3号' }, as('secretary'))).body).toMatchObject({
    state: 'terminated',
  })
  expect((await clocks(at)).map(({ state }) => state)).not.toContain('running')
  expect((await house.db.selectFrom('projectStep').select('step').where('project', '=', at.id).execute()).length).toBeGreaterThan(7)
})

test('a simplified case spares plan, hearing and meeting; raised to standard in mid-course it keeps its papers and is asked for them', async () => {
  on('2026-03-02')
  const at = await open({ number: 'SIMPLE-1', track: 'simplified' })
  await step(at, 'team', { members, declaration: text }, lead)
  await step(at, 'notice', { number: '澜审经责通〔2026〕9号', text }, director)
  await serveAll(at, 'notice', '2026-03-02')
  on('2026-03-06')
  expect((await step(at, 'enter', { text }, lead)).body).toMatchObject({ state: 'entered' })
  await step(at, 'begin', { text }, lead)
  const before = (await house.db.selectFrom('projectStep').select('id').where('project', '=', at.id).execute()).length
  expect((await step(at, 'upgrade', { text: '发现重大问题' }, lead)).body).toMatchObject({ track: 'standard', state: 'fieldwork' })
  expect((await house.db.selectFrom('projectStep').select('id').where('project', '=', at.id).execute()).length).toBe(before + 1)
  await step(at, 'hear', { text }, auditor)
  expect((await step(at, 'report', { text }, lead)).body).toMatchObject({ code: 'planMissing' })
  expect((await step(at, 'amendPlan', { text }, director)).body).toMatchObject({ state: 'fieldwork' })
  await step(at, 'hear', { text }, auditor)
  expect((await step(at, 'report', { text }, lead)).body).toMatchObject({ state: 'reported' })
})

test('party and government heads audited together share the project, and each must be served', async () => {
  on('2026-03-02')
  const at = await open({ number: 'BOTH-1', subjects: [{ official: ids.official }, { official: ids.second }] })
  await step(at, 'team', { members, declaration: text }, lead)
  await step(at, 'notice', { number: '澜审经责通〔2026〕10号', text }, director)
  await serveAll(at, 'notice', '2026-03-02')
  expect(await stateOf(at)).toBe('noticed')
  await serveAll(at, 'notice', '2026-03-02', [ids.second])
  expect(await stateOf(at)).toBe('served')
})

test('a suspension and a changed holiday count a clock again, both values kept', async () => {
  const at = await toFieldwork('COUNT-1')
  await step(at, 'hear', { text }, auditor)
  await step(at, 'report', { text }, lead)
  on('2026-04-01')
  await step(at, 'sendDraft', { text }, director)
  await serveAll(at, 'draft', '2026-04-01')
  const first = await house.db
    .selectFrom('deadline')
    .selectAll()
    .where('project', '=', at.id)
    .where('rule', '=', 'reply.draft')
    .executeTakeFirstOrThrow()
  expect(first.dueOn).toBe('2026-04-16')
  const day = { day: '2026-04-14', working: false, note: '地方假日', version: 0 }
  expect((await house.act('regulations.saveDay', day, as('director', 'director'))).status).toBe(200)
  await house.runJobs()
  const again = await house.db.selectFrom('deadline').selectAll().where('id', '=', first.id).executeTakeFirstOrThrow()
  expect(again.dueOn).toBe('2026-04-17')
  await act('suspend', { deadline: first.id, fromOn: '2026-04-01', reason: '材料调取受阻' }, lead)
  on('2026-04-03')
  expect((await act('resume', { deadline: first.id, untilOn: '2026-04-03' }, lead)).body).toMatchObject({ dueOn: '2026-04-21' })
  const counts = await house.db
    .selectFrom('deadlineCount')
    .select(['cause', 'dueOn'])
    .where('deadline', '=', first.id)
    .orderBy('id')
    .execute()
  expect(counts.map(({ cause, dueOn }) => [cause, dueOn]).filter(([, due], at, all) => due !== all[at - 1]?.[1])).toEqual([
    ['first', '2026-04-16'],
    ['calendar', '2026-04-17'],
    ['suspension', '2026-04-21'],
  ])
})
