import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day as dayOf } from '../../kernel/day.ts'
import { newId } from '../../platform/id.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { administrators, setClock, somebody } from '../../platform/testing/people.ts'
import { townOfficials, townTenures, townUnits } from '../projects/samples.ts'

let house: TestHouse
const ids = { unit: '', official: '', second: '', project: '', first: '', other: '' }
const take = async (what: string, bytes: string) => (await house.upload('intake.run', [{ name: `${what}.csv`, bytes }], { what })).body
const on = (day: string) => setClock(house, `${day}T02:00:00Z`)
const as = (role: string, account = role) => ({ account, role, name: account })
const lead = as('leadAuditor', 'lead')
const auditor = as('auditor', 'auditor')
const director = as('director', 'director')
const office = as('committeeOffice')
const clerk = as('clerk')
const official = () => ({ ...as('official', 'zhou'), officialId: ids.official })
const act = (name: string, input: Record<string, unknown>, who: object) => house.act(name, input, who)
const step = async (name: string, input: Record<string, unknown>, who: object) => {
  const { db } = house
  const at = await db.selectFrom('project').select(['id', 'version']).where('id', '=', ids.project).executeTakeFirstOrThrow()
  const answer = await act(`projects.${name}`, { ...at, ...input }, who)
  expect([name, answer.status, answer.body]).toMatchObject([name, 200, {}])
  return answer
}
const served = async (kind: string, servedOn: string) => {
  for (const recipient of [ids.official, ids.unit]) {
    const { db } = house
    const { version } = await db.selectFrom('project').select('version').where('id', '=', ids.project).executeTakeFirstOrThrow()
    const told = { id: ids.project, version: String(version), kind, recipient, servedOn, method: 'direct', signer: '收件人' }
    const answer = await house.upload('projects.serve', [{ name: '回证.jpg', bytes: '签收' }], told, clerk)
    expect([kind, answer.status]).toEqual([kind, 200])
  }
}
const text = '按规定办理'
const header = '问题编号,项目编号,标题,问题类别,事实,单位编号,起,止,违规金额(元),依据,责任人编号,责任类型'
const rows = [
  'F-26-001,P-1,拆分工程规避招标,F07-02,将一项工程拆成三个合同。,U012,2023-03-01,2024-03-31,"862,400.00",,,',
  'F-26-002,P-1,往来款长期未清理,F05-06,往来款十二笔未清理。,U012,2023-03-01,2024-03-31,"10,000.00",,,',
]
const finding = async (number: string) =>
  (await house.db.selectFrom('finding').select('id').where('number', '=', number).executeTakeFirstOrThrow()).id

const prove = async (id: string, number: string) => {
  const evidence = newId()
  const bare = { document: null, page: null, paragraph: null, answer: null, replyDueOn: null, signedOn: null, signedBy: null }
  const taken = {
    takenInAt: '2026-03-09T02:00:00Z',
    takenBy: 'lead',
    takenName: '陆征',
    provider: '交通局',
    evidenceOn: dayOf('2026-03-09'),
  }
  const sheet = {
    id: evidence,
    project: ids.project,
    number,
    title: '合同',
    summary: '摘要',
    kind: 'document',
    sign: 'pending',
    version: 1,
  } as const
  await house.db
    .insertInto('evidence')
    .values({ ...sheet, ...bare, ...taken, opinion: null, refusal: null })
    .execute()
  const link = { page: null, startsAt: null, endsAt: null, note: null, linkedBy: 'lead', linkedOn: dayOf('2026-03-09') }
  await house.db
    .insertInto('findingEvidence')
    .values({ id: newId(), finding: id, evidence, ...link })
    .execute()
  return evidence
}

beforeAll(async () => {
  house = await testHouse({ at: '2026-03-02T02:00:00Z' })
  await take('units', townUnits)
  await take('officials', townOfficials)
  await take('tenures', townTenures)
  await administrators(house)
  for (const [account, role] of [
    ...[['lead', 'leadAuditor'] as const, ['auditor', 'auditor'] as const, ['reviewer', 'reviewer'] as const],
    ...[['adjudicator', 'adjudicator'] as const, ['director', 'director'] as const],
  ])
    await somebody(house, { account, name: account, role, jurisdiction: '990100' })
  const { db } = house
  ids.unit = (await db.selectFrom('unit').select('id').where('number', '=', 'U012').executeTakeFirstOrThrow()).id
  const people = await db.selectFrom('official').select('id').orderBy('number').execute()
  ids.official = people[0]?.id ?? ''
  ids.second = people[1]?.id ?? ''
  const opening = {
    kind: 'inOffice',
    unit: ids.unit,
    subjects: [{ official: ids.official }],
    year: 2026,
    auditedBy: '澜江市审计局',
    number: 'P-1',
  }
  ids.project = ((await act('projects.open', opening, lead)).body as { id: string }).id
  const members = [
    { account: 'lead', role: 'leader', days: 30 },
    { account: 'auditor', role: 'lead', days: 40 },
  ]
  await step('team', { members, declaration: text }, lead)
  await step('notice', { number: '澜审经责通〔2026〕1号', text }, director)
  await served('notice', '2026-03-02')
  await step('plan', { text }, director)
  on('2026-03-06')
  await step('enter', { text }, lead)
  await step('begin', { text }, lead)
  expect(await take('findings', `${[header, ...rows].join('\n')}\n`)).toMatchObject({ accepted: 2, refused: 0 })
  ids.first = await finding('F-26-001')
  ids.other = await finding('F-26-002')
}, 120_000)
afterAll(() => house?.close())

const empty = { meeting: null, heldOn: null, presidedBy: null, voted: null, majority: null, objectionMinuted: null, approval: null }
const unclaimed = { privateGain: null, knowing: null, forbidden: null }
const slots = { duty: '负责招标事项审批', act: '签批三份拆分合同', cause: '签批直接导致未招标', effect: '862,400元工程未经招标' }
const setting = (over: Record<string, unknown> = {}) => ({
  ...{ finding: ids.first, official: ids.official, grade: 'direct', situation: 'D1', slots, decisionTrail: empty, claims: unclaimed },
  ...{ actFrom: '2023-05-01', actTo: '2023-06-30', ...over },
})
const set = (over: Record<string, unknown> = {}, who: object = lead) => act('findings.setResponsibility', setting(over), who)
type Line = { attribution: { id: string; version: number; state: string } | null; flags: { code: string; stops: boolean }[] | null }
const duty = async (id: string, who: object = lead) =>
  (await house.ask('findings.duty', { id }, who)).body as { lines: Line[]; others: object[]; tolerances: object[]; lateReplies: object[] }

describe('responsibility', () => {
  test.each([
    ['the supervising grade in an audit of 2026', { grade: 'supervising' }, 'gradeNotInRule'],
    ['a situation of the older rule', { situation: 'OD1' }, 'situationNotInRule'],
    ['a situation of the other grade', { situation: 'L2' }, 'situationMismatch'],
    ['an act before the person held the post', { actFrom: '2001-01-01', actTo: '2001-02-01' }, 'personOutsideTenure'],
    ['somebody who is no subject of the audit', { official: 'second' }, 'notASubject'],
    ['evidence of another project', { links: [{ slot: 'act', kind: 'evidence', record: newId() }] }, 'proofNotHere'],
  ])('%s is refused with its sentence', async (_, over, code) => {
    const given = 'official' in over ? { ...over, official: ids.second } : over
    expect((await set(given)).body).toMatchObject({ code })
  })
  test('is set by the lead auditor alone', async () => {
    expect((await set({}, auditor)).status).toBe(403)
    expect((await set({}, official())).status).toBe(403)
  })
  test('with an empty slot or without the decision on file it is flagged, and cannot be signed off', async () => {
    const given = { situation: 'D5', slots: { ...slots, cause: '' }, decisionTrail: { ...empty, meeting: '局长办公会', majority: true } }
    expect((await set(given)).status).toBe(200)
    const [line] = (await duty(ids.first)).lines
    expect(line?.flags?.filter(({ stops }) => stops).map(({ code }) => code)).toEqual(['trailMissing', 'majorityYetAlone', 'slotEmpty'])
    const { id = '', version = 0 } = line?.attribution ?? {}
    const verdict = { id, version, verdict: 'confirm', opinion: '同意' }
    expect((await act('findings.reviewResponsibility', verdict, as('reviewer'))).body).toMatchObject({
      code: 'flagsStand',
      facts: { count: 3 },
    })
    expect((await house.ask('findings.flags', { show: 'stopped' }, lead)).body).toMatchObject({ total: 1, rows: [{ number: 'F-26-001' }] })
    const back = { ...verdict, verdict: 'sendBack', opinion: '因果没有写明' }
    expect((await act('findings.reviewResponsibility', back, as('reviewer'))).body).toMatchObject({ state: 'sentBack' })
  })
  test('complete and with evidence behind each slot it is signed off by another hand', async () => {
    const evidence = await prove(ids.first, 'Q-1')
    await prove(ids.other, 'Q-2')
    const links = ['duty', 'act', 'cause', 'effect'].map((slot) => ({ slot, kind: 'evidence', record: evidence }))
    const again = await set({ links, version: 2 })
    expect(again.body).toMatchObject({ state: 'set', flags: [] })
    const { id, version } = again.body as { id: string; version: number }
    const verdict = { id, version, verdict: 'confirm', opinion: '证据充分' }
    expect((await act('findings.reviewResponsibility', verdict, as('reviewer'))).body).toMatchObject({ state: 'reviewed' })
    expect((await set({ finding: ids.other, situation: 'L4', grade: 'leading' })).status).toBe(200)
  })
  test('others who had a part are recorded beside it, and no subject of the audit is', async () => {
    const person = { finding: ids.first, name: '陈立', post: '工程科科长', part: '经办三份合同' }
    expect((await act('findings.recordPerson', person, auditor)).status).toBe(200)
    expect((await act('findings.recordPerson', { ...person, name: '周明远' }, auditor)).body).toMatchObject({ code: 'personIsSubject' })
    expect((await duty(ids.first)).others).toMatchObject([{ name: '陈立' }])
    expect(JSON.stringify((await house.ask('portrait.list', {}, lead)).body)).not.toContain('陈立')
    expect(JSON.stringify((await house.ask('findings.one', { id: ids.first }, lead)).body)).not.toContain('陈立')
  })
})

describe('the draft and the word on it', () => {
  test('the official sees the argument once the draft is out, not what the checker says nor who else had a part', async () => {
    await step('hear', { text }, auditor)
    await step('report', { text }, lead)
    expect((await house.ask('findings.duty', { id: ids.first }, official())).status).toBe(404)
    on('2026-04-01')
    await step('sendDraft', { text }, director)
    await served('draft', '2026-04-01')
    const view = await duty(ids.first, official())
    expect(view.lines).toMatchObject([{ attribution: { situation: 'D1' }, flags: null }])
    expect(view.others).toEqual([])
  })
  test('a late word is refused while the time runs, then kept with its day and answered', async () => {
    const word = { project: ids.project, finding: ids.first, text: '该工程系应急抢险' }
    const give = (who: object) => house.upload('findings.lateReply', [{ name: '抢险指令.txt', bytes: '指令' }], word, who)
    expect((await give(official())).body).toMatchObject({ code: 'notLateYet', facts: { dueOn: '2026-04-16' } })
    on('2026-04-17')
    expect((await house.upload('projects.reply', [], { id: ids.project, stance: 'agree' }, official())).body).toMatchObject({
      code: 'replyLapsed',
    })
    expect((await give({ ...as('official', 'he'), officialId: ids.second })).status).toBe(404)
    const kept = await give(official())
    expect(kept.body).toMatchObject({ dueOn: '2026-04-16', givenOn: '2026-04-17', evidence: [{ name: '抢险指令.txt' }] })
    const { id, version } = kept.body as { id: string; version: number }
    const answered = await act('findings.answerLate', { id, version, answer: '已核实，不改变认定' }, lead)
    expect(answered.body).toMatchObject({ answer: '已核实，不改变认定' })
    expect((await act('findings.answerLate', { id, version: 2, answer: '再答' }, lead)).body).toMatchObject({ code: 'lateAnswered' })
    expect((await duty(ids.first, official())).lateReplies).toHaveLength(1)
    const open = async (who: object, at = 0) => (await house.ask('findings.lateEvidence', { id, at }, who)).status
    expect([await open(lead), await open(official())]).toEqual([200, 200])
    expect([await open(lead, 1), await open({ ...as('official', 'he'), officialId: ids.second })]).toEqual([404, 404])
  })
  test('the unit is answered in the same way; each sees its own late words and not the other’s', async () => {
    const unit = { ...as('unitStaff', 'he'), unitId: ids.unit }
    expect((await house.upload('projects.reply', [], { id: ids.project, stance: 'agree' }, unit)).body).toMatchObject({
      code: 'replyLapsed',
      facts: { dueOn: '2026-04-16' },
    })
    const word = { project: ids.project, text: '单位的逾期说明' }
    expect((await house.upload('findings.lateReply', [], word, unit)).body).toMatchObject({ party: 'unit', givenOn: '2026-04-17' })
    const lateOf = async (who: object) =>
      ((await house.ask('findings.own', {}, who)).body as { cases: { late: { text: string }[] }[] }).cases.flatMap(({ late }) =>
        late.map((each) => each.text),
      )
    expect(await lateOf(unit)).toEqual(['单位的逾期说明'])
    expect(await lateOf(official())).toEqual(['该工程系应急抢险'])
    expect((await duty(ids.first, lead)).lateReplies).toHaveLength(2)
  })
})

describe('tolerance', () => {
  const answers = (over: Record<string, string> = {}) =>
    Object.entries({ pilot: 'yes', unforbidden: 'no', privateGain: 'no', knowing: 'no', procedure: 'yes', repaired: 'yes', ...over }).map(
      ([question, answer]) => ({ question, answer, reason: '经核实', evidence: '会议记录第3号' }),
    )
  let claim = { id: '', version: 0 }
  test('is claimed by the official, once, with a ground', async () => {
    const given = { finding: ids.first, grounds: ['pilot'], facts: '先行先试中的失误' }
    expect((await act('findings.claimTolerance', { ...given, grounds: [] }, official())).body).toMatchObject({ code: 'groundMissing' })
    const made = await act('findings.claimTolerance', given, official())
    expect(made.body).toMatchObject({ claimant: 'official', state: 'raised' })
    claim = made.body as typeof claim
    expect((await act('findings.claimTolerance', given, official())).body).toMatchObject({ code: 'toleranceOpen' })
  })
  test('is examined question by question', async () => {
    const view = { id: claim.id, version: 1, teamView: '建议从轻' }
    expect((await act('findings.examineTolerance', { ...view, answers: answers().slice(1) }, auditor)).body).toMatchObject({
      code: 'questionsOpen',
      facts: { count: 1 },
    })
    expect((await act('findings.examineTolerance', { ...view, answers: answers() }, auditor)).body).toMatchObject({ state: 'examined' })
  })
  test('is decided by another hand, with its wording, and stands at the level of the problem', async () => {
    const given = { id: claim.id, version: 2, discussion: '会商一致', outcome: 'lighten', reason: '程序完备，未谋取私利' }
    expect((await act('findings.decideTolerance', given, director)).body).toMatchObject({ code: 'wordingMissing' })
    const wording = '鉴于属先行先试中的失误，从轻定责。'
    expect((await act('findings.decideTolerance', { ...given, wording }, director)).body).toMatchObject({ state: 'decided' })
    const view = (await house.ask('findings.one', { id: ids.first }, official())).body
    expect(view).toMatchObject({ tolerances: [{ outcome: 'lighten', wording }] })
  })
  test('granted against a claim of private gain it is held against the responsibility', async () => {
    const { version = 0 } = (await duty(ids.first)).lines[0]?.attribution ?? {}
    const again = await set({ version, claims: { ...unclaimed, privateGain: true } })
    expect((again.body as { flags: { code: string }[] }).flags.map(({ code }) => code)).toContain('toleratedPrivateGain')
    const back = await set({ version: version + 1 })
    expect(back.status).toBe(200)
  })
  test('is barred by an answer that shows private gain, whoever wants to grant it', async () => {
    const made = (await act('findings.claimTolerance', { finding: ids.other, grounds: ['unintended'], facts: '无意过失' }, official())).body
    const { id } = made as { id: string }
    await act('findings.examineTolerance', { id, version: 1, answers: answers({ privateGain: 'yes' }), teamView: '不宜容错' }, auditor)
    const given = { id, version: 2, discussion: '会商', outcome: 'exempt', reason: text, wording: text }
    expect((await act('findings.decideTolerance', given, director)).body).toMatchObject({ code: 'toleranceBarred', facts: { place: 3 } })
    const refused = await act('findings.decideTolerance', { ...given, outcome: 'notApplicable' }, director)
    expect(refused.body).toMatchObject({ state: 'decided', outcome: 'notApplicable' })
  })
})

describe('objection and correction', () => {
  let review = { id: '', version: 0 }
  let correction = ''
  test('before the report is out the grade may change, afterwards only through an objection', async () => {
    await step('adopt', { text }, lead)
    await step('review', { text }, as('reviewer'))
    await step('adjudicate', { text }, as('adjudicator'))
    const votes = [
      { name: '方局', vote: 'for', dissent: '' },
      { name: '李明', vote: 'for', dissent: '' },
    ]
    await step('meet', { chair: '方局', votes, minutes: text }, director)
    const numbers = { reportNumber: '澜审经责报〔2026〕1号', resultNumber: '澜审经责结〔2026〕1号', conclusion: text }
    await step('issue', numbers, director)
    await served('report', '2026-04-17')
    const { version = 0 } = (await duty(ids.other)).lines[0]?.attribution ?? {}
    const other = { finding: ids.other, version }
    expect((await set({ ...other, grade: 'direct', situation: 'D1' })).body).toMatchObject({
      code: 'gradeStands',
      facts: { on: '2026-04-17' },
    })
    expect((await set({ ...other, grade: 'leading', situation: 'L4' })).status).toBe(200)
    const late = { project: ids.project, text: '再说一句' }
    expect((await house.upload('findings.lateReply', [], late, official())).body).toMatchObject({ code: 'lateAfterReport' })
    expect((await house.ask('findings.own', {}, official())).body).toMatchObject({
      cases: [{ lateSince: null, may: { late: { code: 'lateAfterReport', facts: { on: '2026-04-17' } } } }],
    })
  })
  test('the report that went out stands in the history of each finding it prints, with what it said', async () => {
    for (const id of [ids.first, ids.other]) {
      const history = (await house.ask('findings.history', { id }, lead)).body as { deed: string; said: { title: string } }[]
      const reported = history.filter(({ deed }) => deed === 'reported')
      expect(reported).toMatchObject([{ madeOn: '2026-04-17', changed: [] }])
      const now = (await house.ask('findings.one', { id }, lead)).body as { finding: { title: string } }
      expect(reported[0]?.said.title).toBe(now.finding.title)
    }
  })
  test('while it is pending the finding is shown under objection, in the list and to the official with the route it takes', async () => {
    on('2026-05-08')
    const raised = await act('projects.raise', { id: ids.project, text: '事实有误', findings: [ids.first, ids.other] }, official())
    review = raised.body as typeof review
    const { rows: listed } = (await house.ask('findings.list', { sort: 'number' }, lead)).body as { rows: object[] }
    expect(listed).toMatchObject([{ standing: 'objected' }, { standing: 'objected' }])
    expect((await house.ask('findings.own', {}, official())).body).toMatchObject({
      cases: [
        {
          own: [{ standing: { state: 'objected' }, tolerance: 'lighten' }, { tolerance: 'notApplicable' }],
          route: [{ level: 1, body: '审计委员会办公室', ask: '30日', decide: '90日', final: true, withoutOriginal: true }],
          may: { raise: { code: 'objectionOpen' } },
        },
      ],
    })
  })
  test('nobody who ever was on the team may review it, and a new grade must be one of the audit’s time', async () => {
    await house.db
      .updateTable('projectMember')
      .set({ leftOn: dayOf('2026-04-20') })
      .where('account', '=', 'auditor')
      .execute()
    const group = (reviewers: string[]) => act('projects.accept', { id: review.id, version: 1, reviewers }, office)
    expect((await group(['auditor', 'reviewer'])).body).toMatchObject({ code: 'reviewerWasAuditor', facts: { name: 'auditor' } })
    expect((await group(['reviewer'])).body).toMatchObject({ code: 'reviewGroupSmall', facts: { count: 2 } })
    await group(['reviewer', 'adjudicator'])
    await act('projects.conclude', { id: review.id, version: 2, conclusion: '宜更正表述' }, as('reviewer'))
    const supervising = { outcome: 'upheld', effect: 'regraded', correctedGrade: 'supervising' }
    const each = [ids.first, ids.other].map((id) => ({ finding: id, ...supervising }))
    const old = { outcome: 'upheld', reason: text, answers: each }
    expect((await act('projects.decide', { id: review.id, version: 3, ...old }, office)).body).toMatchObject({ code: 'gradeNotInRule' })
    const half = { ...old, answers: each.slice(0, 1) }
    expect((await act('projects.decide', { id: review.id, version: 3, ...half }, office)).body).toMatchObject({
      code: 'answerMissing',
      facts: { count: 1 },
    })
  })
  test('upheld, the record says the new at once, and no answer says the old', async () => {
    await house.ask('findings.export', {}, lead)
    await house.ask('portrait.word', { official: ids.official, purpose: '任前征求意见' }, as('organisation'))
    const subject = `project:${ids.project}`
    await act('documents.draft', { kind: 'auditReport', subject, values: { evaluation: '总体较好，但将一项工程拆成三个合同。' } }, lead)
    await house.db
      .insertInto('compilation')
      .values({
        ...{
          id: newId(),
          kind: 'cases',
          title: '典型案例',
          year: 2026,
          unitType: null,
          jurisdiction: '990100',
          state: 'draft',
          edition: 1,
        },
        ...{ replaces: null, content: JSON.stringify({ kind: 'cases', preface: '', cases: [{ finding: ids.first }] }) as never },
        ...{ editedBy: 'lead', editedName: 'lead', editedOn: dayOf('2026-05-08'), reviewedBy: null, reviewedName: null, reviewedOn: null },
        ...{ issuedName: null, issuedOn: null, number: null, paper: null, version: 1 },
      })
      .execute()
    const reworded = { finding: ids.first, outcome: 'upheld', effect: 'reworded', correctedText: '两个合同未经招标。' }
    const given = { outcome: 'partly', reason: '事实部分有误', answers: [reworded, { finding: ids.other, outcome: 'rejected' }] }
    expect((await act('projects.decide', { id: review.id, version: 3, ...given }, office)).status).toBe(200)
    await house.runJobs()
    for (const [name, input] of [
      ['findings.list', {}],
      ['findings.one', { id: ids.first }],
      ['findings.duty', { id: ids.first }],
      ['portrait.one', { official: ids.official, purpose: '核对' }],
      ['findings.corrections', {}],
    ] as const) {
      const told = JSON.stringify((await house.ask(name, input, lead)).body)
      expect([name, told.includes('拆成三个合同')]).toEqual([name, false])
    }
    const drafts = await house.db.selectFrom('issuedPaper').select(['fieldValues', 'state']).where('state', '=', 'draft').execute()
    expect(JSON.stringify(drafts)).not.toContain('拆成三个合同')
    expect(JSON.stringify(drafts)).toContain('两个合同未经招标')
    expect((await house.ask('findings.one', { id: ids.first }, official())).body).toMatchObject({
      finding: { facts: '两个合同未经招标。' },
    })
  })
  test('a finding whose objection was rejected in the same decision says what it said', async () => {
    expect((await house.ask('findings.one', { id: ids.other }, official())).body).toMatchObject({
      finding: { facts: '往来款十二笔未清理。' },
      objections: [{ outcome: 'rejected', effect: null }],
    })
  })
  test('a workbook does not bring the old statement back', async () => {
    const again = `${[header, rows[0] ?? ''].join('\n')}\n`
    expect(await take('findings', again)).toMatchObject({
      updated: 0,
      refused: 1,
      rejected: [{ column: '问题编号', code: 'findingCorrected' }],
    })
  })
  type Place = { id: string; version: number; kind: string; state: string; recipient: string; organ: string | null; label: string }
  const places = async () => (await house.ask('findings.correction', { id: correction }, office)).body as { places: Place[] }
  test('the correction has a line for every place that used it and everybody who received it', async () => {
    const { rows: all, total } = (await house.ask('findings.corrections', {}, office)).body as {
      rows: { id: string; number: string }[]
      total: number
    }
    expect(total).toBe(1)
    correction = all.find(({ number }) => number === 'F-26-001')?.id ?? ''
    const found = (await places()).places.map(({ kind, state }) => `${kind}:${state}`)
    expect(new Set(found)).toEqual(
      new Set([
        ...['record:rewritten', 'statistics:rewritten', 'portrait:rewritten', 'draft:rewritten'],
        ...['service:noticeDue', 'share:noticeDue', 'takenOut:noticeDue', 'compilation:flagged'],
      ]),
    )
    const recipients = (await places()).places.map(({ recipient }) => recipient)
    expect(recipients.some((each) => each.startsWith('组织部门'))).toBe(true)
    expect(recipients).toContain('周明远')
    const { name } = await house.db.selectFrom('unit').select('name').where('id', '=', ids.unit).executeTakeFirstOrThrow()
    expect((await places()).places).toContainEqual(expect.objectContaining({ kind: 'service', recipient: name, state: 'noticeDue' }))
  })
  test('a notice is noted as served only once it was issued; the recipient signs for it himself, and sees nothing else', async () => {
    const due = (await places()).places.filter(({ state }) => state === 'noticeDue')
    const [letter] = due.filter(({ kind }) => kind === 'service')
    const target = { id: letter?.id, version: letter?.version, note: '直接送达' }
    expect((await act('findings.servePlace', target, clerk)).body).toMatchObject({ code: 'noticeNotIssued' })
    expect((await act('findings.closeCorrection', { id: correction, version: 2 }, office)).body).toMatchObject({ code: 'placesOpen' })
    const waiting = async (who: object) =>
      ((await house.ask('notices.workbench', {}, who)).body as { todos: { id: string; to: string }[] }).todos.filter(({ id }) =>
        id.startsWith('correction'),
      )
    expect(await waiting(clerk)).toMatchObject([{ id: `correction:${correction}`, to: `/result-corrections?open=${correction}` }])
    expect((await waiting(as('organisation'))).every(({ to }) => to === '/correction-notices')).toBe(true)
    const notices = (await house.ask('findings.notices', {}, as('organisation'))).body as {
      rows: { id: string; says: string; version: number }[]
    }
    expect(notices.rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(notices)).not.toContain('拆成三个合同')
    expect(notices.rows[0]?.says).toContain('F-26-00')
    for (const { id, version } of notices.rows)
      expect((await act('findings.acknowledge', { id, version }, as('organisation'))).status).toBe(200)
    expect(await waiting(as('organisation'))).toEqual([])
    expect((await house.ask('findings.notices', {}, as('finance'))).body).toMatchObject({ total: 0 })
    expect((await act('findings.acknowledge', { id: letter?.id, version: letter?.version }, as('finance'))).status).toBe(404)
  })
  test('with the notice issued and every line settled the correction is closed', async () => {
    const subject = `correction:${correction}`
    const series = { organ: '澜江市审计局', side: 'state', word: '澜审更', kinds: ['correctionNotice'], firstNumber: 1 }
    await act('documents.saveSeries', series, clerk)
    const drafted = await act('documents.draft', { kind: 'correctionNotice', subject }, lead)
    expect(drafted.body).toMatchObject({
      blank: [],
      fieldValues: { findingNumber: 'F-26-001', correction: expect.stringContaining('两个合同未经招标') },
    })
    const { id, version } = drafted.body as { id: string; version: number }
    expect((await act('documents.issue', { id, version }, director)).body).toMatchObject({ state: 'issued' })
    for (const place of (await places()).places.filter(({ state }) => state === 'noticeDue' || state === 'flagged')) {
      const name = place.state === 'noticeDue' ? 'findings.servePlace' : 'findings.settlePlace'
      const done = await act(name, { id: place.id, version: place.version, note: '已送达更正通知书' }, clerk)
      expect([place.kind, done.status]).toEqual([place.kind, 200])
    }
    expect((await act('findings.closeCorrection', { id: correction, version: 2 }, office)).body).toMatchObject({ closedOn: '2026-05-08' })
  })
})

describe('the older route', () => {
  test('under the rule before July 2019 the answer may be taken to the higher office, and its decision corrects as well', async () => {
    const { db } = house
    await db
      .updateTable('project')
      .set({ reportedOn: dayOf('2019-05-06'), startedOn: dayOf('2019-03-01') })
      .where('id', '=', ids.project)
      .execute()
    on('2019-06-03')
    const review = newId()
    const plain = { project: ids.project, official: ids.official, text: '仍有异议', conclusion: null }
    const found = JSON.stringify([ids.other])
    await db
      .insertInto('reviewCase')
      .values({
        id: review,
        ...plain,
        state: 'concluded',
        receivedOn: dayOf('2019-05-20'),
        findings: found as never,
        reviewers: '[]' as never,
        outcome: null,
        decidedOn: null,
        decidedBy: null,
        reason: null,
        version: 3,
      })
      .execute()
    expect((await act('projects.decide', { id: review, version: 3, outcome: 'rejected', reason: text }, office)).status).toBe(200)
    const own = (await house.ask('findings.own', {}, official())).body
    expect(own).toMatchObject({
      cases: [
        {
          route: [
            { level: 1, final: false, ask: '30日' },
            { level: 2, body: '上一级审计机关', decide: '60日' },
          ],
        },
      ],
    })
    on('2019-06-20')
    const asked = await act('findings.raiseHigher', { review, text: '请求复核' }, official())
    expect(asked.body).toMatchObject({ body: '上一级审计机关', outcome: null })
    const { id } = asked.body as { id: string }
    expect((await house.ask('findings.duty', { id: ids.other }, clerk)).body).toMatchObject({
      higher: [{ id, about: [{ id: ids.other }], may: { decide: true } }],
    })
    const answers = [{ finding: ids.other, outcome: 'upheld', effect: 'withdrawn' }]
    const given = { id, version: 1, decisionRef: '省审复〔2019〕3号', outcome: 'upheld', reason: text, answers }
    expect((await act('findings.decideHigher', given, clerk)).body).toMatchObject({ outcome: 'upheld' })
    await house.runJobs()
    expect((await house.ask('findings.one', { id: ids.other }, lead)).body).toMatchObject({
      finding: { title: '经复查撤销的问题', money: [] },
    })
    expect((await act('findings.decideHigher', { ...given, version: 2 }, clerk)).body).toMatchObject({ code: 'higherDecided' })
  })
  test('under the rule of 2019 the answer is final', async () => {
    await house.db
      .updateTable('project')
      .set({ reportedOn: dayOf('2026-04-17') })
      .where('id', '=', ids.project)
      .execute()
    const { id } = await house.db
      .selectFrom('reviewCase')
      .select('id')
      .where('receivedOn', '=', dayOf('2026-05-08'))
      .executeTakeFirstOrThrow()
    expect((await act('findings.raiseHigher', { review: id, text: '请求复核' }, official())).body).toMatchObject({ code: 'reviewFinal' })
  })
})
