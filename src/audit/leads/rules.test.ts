import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { fen } from '../../kernel/money.ts'
import { nextSteps, stuck, unreachable } from '../../kernel/procedure.ts'
import { type LedgerRow, ledgerSheet, whyNotLedger } from './ledger.sheet.ts'
import type { Lead, LeadOpinion, StepName } from './model.ts'
import { leadProcedure } from './procedure.ts'
import { begun, clockStanding, duesOf, ended } from './rules/effects.ts'
import { whyNotConfirm, whyNotSeat } from './rules/keys.ts'
import { effectUntil, isEnded, isProven, sanctionOn, whyNotOutcome } from './rules/outcomes.ts'
import { proposalFor, whyNotRoute } from './rules/route.ts'
import { type Asked, whyNot, whyNotDay, whyNotStands } from './rules.ts'
import { aLead, anOrgan, aRouteRule } from './samples.ts'

const today = day('2025-11-20')
const someone = { account: 'someone', role: 'director', organ: 'auditOffice', jurisdiction: '990100' }
const officer = { account: 'officer', role: 'discipline', organ: 'discipline', jurisdiction: '990100' }
const leader = { account: 'leader', role: 'leadAuditor', organ: 'auditOffice', jurisdiction: '990100' }
const office = { account: 'office', role: 'committeeOffice', organ: 'committeeOffice', jurisdiction: '990100' }
const opinion = (over: Partial<LeadOpinion> = {}): LeadOpinion => ({
  ...{ id: 'o1', lead: 'l1', organ: 'discipline', jurisdiction: '990100', round: 1, stance: null, text: null, name: null, givenOn: null },
  ...over,
})
const asked = (lead: Lead, hand: Asked['hand'], over: Partial<Asked> = {}): Asked => ({
  ...{ lead, hand, today, organ: null, opinions: [], objections: [] },
  ...over,
})
const ask = (step: StepName, lead: Lead, hand = someone, over: Partial<Asked> = {}) => whyNot(step, asked(lead, hand, over))?.code
const routed = { receiver: anOrgan().id }
const receivedBy = { organ: anOrgan() }

test('every state of the procedure is reached, and none but its ends is a dead end', () => {
  expect(unreachable(leadProcedure)).toEqual([])
  expect(stuck(leadProcedure)).toEqual([])
  expect(nextSteps(leadProcedure, { state: 'received', role: 'discipline' })).toEqual(['accept', 'turnBack'])
})

test.each([
  ['a lead without evidence is called to assessment', 'convene', aLead({ evidence: [] }), office, {}, 'leadIncomplete'],
  ['a whole lead is called to assessment', 'convene', aLead(), office, {}, undefined],
  ['an auditor calls the assessment', 'convene', aLead(), leader, {}, 'stepNotYours'],
  ['an organ that was not asked speaks', 'opine', aLead({ state: 'assessing' }), officer, {}, 'leadNotInvited'],
  ['an organ that was asked speaks', 'opine', aLead({ state: 'assessing' }), officer, { opinions: [opinion()] }, undefined],
  [
    'an organ asked in an earlier round speaks',
    'opine',
    aLead({ state: 'assessing', round: 2 }),
    officer,
    { opinions: [opinion()] },
    'leadNotInvited',
  ],
  ['it is concluded while one is silent', 'assess', aLead({ state: 'assessing' }), office, { opinions: [opinion()] }, 'leadOpinionsWait'],
  [
    'it is concluded when all have spoken',
    'assess',
    aLead({ state: 'assessing' }),
    office,
    { opinions: [opinion({ stance: 'agree', givenOn: today })] },
    undefined,
  ],
  ['a lead without a receiver is approved', 'approve', aLead({ state: 'assessed' }), someone, {}, 'leadUnrouted'],
  [
    'a major lead is approved before the committee knows',
    'approve',
    aLead({ state: 'assessed', major: true, ...routed }),
    someone,
    {},
    'leadCommitteeFirst',
  ],
  [
    'a major lead is approved after the committee knows',
    'approve',
    aLead({ state: 'assessed', major: true, majorOn: today, ...routed }),
    someone,
    {},
    undefined,
  ],
  ['its drafter approves it', 'approve', aLead({ state: 'assessed', draftedBy: 'someone', ...routed }), someone, {}, 'leadDrafterApproves'],
  ['an ordinary lead is reported up', 'reportUp', aLead({ state: 'assessed' }), office, {}, 'leadNotMajor'],
  ['it is sent before approval', 'send', aLead({ state: 'assessed', ...routed }), leader, {}, 'stepNotFromHere'],
  ['its receiver receives', 'receive', aLead({ state: 'sent', ...routed }), officer, receivedBy, undefined],
  [
    'the same organ of another place receives',
    'receive',
    aLead({ state: 'sent', ...routed }),
    { ...officer, jurisdiction: '880100' },
    receivedBy,
    'leadNotReceiver',
  ],
  [
    'who only supervises receives',
    'receive',
    aLead({ state: 'sent', overseenPlace: '990100', ...routed }),
    officer,
    { organ: anOrgan({ jurisdiction: '990123' }) },
    'leadOverseerOnly',
  ],
  [
    'the auditor receives for an organ with a seat',
    'receive',
    aLead({ state: 'sent', ...routed }),
    leader,
    receivedBy,
    'leadReceiverInHouse',
  ],
  [
    'the auditor receives for one without a seat, without its letter',
    'receive',
    aLead({ state: 'sent', ...routed }),
    leader,
    { organ: anOrgan({ organ: null }), reference: '' },
    'leadReferenceWanted',
  ],
  [
    'the auditor receives for one without a seat, by its letter',
    'receive',
    aLead({ state: 'sent', ...routed }),
    leader,
    { organ: anOrgan({ organ: null }), reference: '公函1号' },
    undefined,
  ],
  ['it is closed before an answer', 'close', aLead({ state: 'handled' }), someone, {}, 'stepNotFromHere'],
  ['a returned lead is sent again', 'resubmit', aLead({ state: 'returned', ...routed }), leader, {}, undefined],
] as const)('when %s, the answer is as the procedure says', (_, step, lead, hand, over, code) => {
  expect(ask(step, lead, { ...hand }, { ...over } as Partial<Asked>)).toBe(code)
})

const clock = { rule: 'lead.feedback', effect: 'feedback', steps: [], citation: '', verified: false } as const
test('a reminder waits until something is late, and another until its own time', () => {
  const running = { ...clock, fromOn: day('2025-08-01'), dueOn: day('2025-11-10'), endedOn: null, steps: [] }
  const late = aLead({ state: 'accepted', clocks: [running] })
  expect(ask('remind', late, leader)).toBeUndefined()
  expect(ask('remind', aLead({ state: 'accepted', clocks: [{ ...running, dueOn: today }] }), leader)).toBe('leadNothingDue')
  const reminded = { ...late, remindedOn: day('2025-11-15'), dueOn: day('2025-12-15') }
  expect(ask('remind', reminded, leader)).toBe('leadRemindedAlready')
})

const objection = {
  ...{ id: 'x', finding: 'f', official: 'p', raisedOn: day('2025-09-01'), text: '', decidedBy: null, reason: null },
  ...{ correctedText: null, correctedGrade: null },
}
test('while an objection waits nothing is sent, nor ever after one has withdrawn the finding', () => {
  const pending = { ...objection, outcome: 'pending' as const, decidedOn: null, effect: null }
  expect(whyNotStands([pending], today)?.code).toBe('underObjection')
  const upheld = { ...objection, outcome: 'upheld' as const, decidedOn: day('2025-10-01'), effect: 'withdrawn' as const }
  expect(whyNotStands([upheld], today)).toMatchObject({ code: 'findingWithdrawn', facts: { on: '2025-10-01' } })
  expect(whyNotStands([{ ...upheld, effect: 'reworded' }], today)).toBeNull()
})

test('a step of the receiver bears no day before the last, and none ahead', () => {
  const lead = aLead({ sentOn: day('2025-10-01') })
  expect(whyNotDay(lead, day('2025-09-30'), today)?.code).toBe('leadDayBefore')
  expect(whyNotDay(lead, day('2025-11-21'), today)?.code).toBe('leadDayAhead')
  expect(whyNotDay(lead, day('2025-10-01'), today)).toBeNull()
})

const county = anOrgan({ id: '00000000-0000-7000-8000-000000000812', name: '青川县纪委监委', jurisdiction: '990123' })
const province = anOrgan({ id: '00000000-0000-7000-8000-000000000813', name: '省纪委监委', jurisdiction: '990000' })
const police = anOrgan({ id: '00000000-0000-7000-8000-000000000814', name: '市公安局', kind: 'publicSecurity', organ: null })
const organs = [anOrgan(), county, province, police]
const rules = [
  aRouteRule({ managed: ['below', 'none'] }),
  aRouteRule({ code: 'ownManaged', managed: ['own'], place: 'any', priority: 15 }),
  aRouteRule({ code: 'countyMatter', managed: ['below', 'none'], place: 'below', receiverPlace: 'unit', supervised: true }),
  aRouteRule({ code: 'upward', managed: ['above'], place: 'any', receiverPlace: 'above', priority: 10 }),
  aRouteRule({ code: 'police', natures: ['crime'], place: 'any', receiverKind: 'publicSecurity', copyDiscipline: true }),
  aRouteRule({ code: 'major', natures: [], place: 'any', fromFen: fen(100_000_000), receiverKind: null, committeeFirst: true }),
]
const matter = { nature: 'duty', managedBy: 'none', jurisdiction: '990100', unitPlace: '990100', amount: fen(1), today } as const
test.each([
  ['a matter of a city department', {}, 'department', anOrgan().name, undefined, undefined],
  ['a matter of a county', { unitPlace: '990123' }, 'countyMatter', county.name, anOrgan().name, undefined],
  [
    'an official of the city’s authority in a county',
    { managedBy: 'city', unitPlace: '990123' },
    'ownManaged',
    anOrgan().name,
    undefined,
    undefined,
  ],
  ['an official managed by the province', { managedBy: 'province' }, 'upward', province.name, undefined, undefined],
  ['another crime', { nature: 'crime' }, 'police', police.name, undefined, anOrgan().name],
] as const)('%s is proposed to the right organ, with the reason', (_, over, code, receiver, overseer, copy) => {
  const found = proposalFor(rules, organs, { ...matter, ...over })
  expect([found.rule?.code, found.receiver?.name, found.overseer?.name, found.copy?.name]).toEqual([code, receiver, overseer, copy])
  expect(found.major).toBeNull()
})
test('a large amount goes to the committee first; a rule that is over or of another region is not applied', () => {
  expect(proposalFor(rules, organs, { ...matter, amount: fen(200_000_000) }).major?.code).toBe('major')
  const over = [aRouteRule({ validUntil: day('2024-12-31') }), aRouteRule({ region: '880000' })]
  expect(proposalFor(over, organs, matter).rule).toBeNull()
  const local = aRouteRule({ code: 'local', region: '990000', receiverPlace: 'above' })
  expect(proposalFor([...rules, local], organs, matter).rule?.code).toBe('local')
})
test('a person may decide otherwise, and then says why', () => {
  const proposal = proposalFor(rules, organs, matter)
  const decided = { receiver: county.id, overseer: null, copy: null, reason: '' }
  expect(whyNotRoute(proposal, decided)?.code).toBe('leadDepartsWithoutReason')
  expect(whyNotRoute(proposal, { ...decided, reason: '指定管辖' })).toBeNull()
  expect(whyNotRoute(proposal, { ...decided, receiver: anOrgan().id })).toBeNull()
})

const warning = {
  ...{ id: 's', code: 'warning', kind: 'sanction' as const, title: { zh: '警告', en: 'Warning' }, months: 6, region: null },
  ...{ validFrom: day('2020-07-01'), validUntil: null, citation: '', verified: true, version: 1 },
}
test('a sanction weighs so many months by its row, and is shown as ended after that', () => {
  const find = (on: string) => sanctionOn([warning], { kind: 'sanction', code: 'warning', on: day(on), place: '990100' })
  expect(find('2020-06-30')).toBeNull()
  expect(effectUntil(find('2025-03-10'), day('2025-03-10'))).toBe('2025-09-10')
  expect(isEnded({ effectUntil: day('2025-09-10') }, day('2025-09-10'))).toBe(false)
  expect(isEnded({ effectUntil: day('2025-09-10') }, day('2025-09-11'))).toBe(true)
  expect(effectUntil({ months: null }, day('2025-03-10'))).toBeNull()
})
test.each([
  ['a sanction without its kind', { kind: 'sanction', sanction: null, person: '钱某某' }, 'leadSanctionMissing'],
  ['a sanction of nobody', { kind: 'sanction', sanction: 'warning', person: '' }, 'leadPersonMissing'],
  ['a sanction no row knows', { kind: 'partyDiscipline', sanction: 'warning', person: '钱某某' }, 'leadSanctionUnknown'],
  ['a matter settled without fault', { kind: 'noFault', sanction: null, person: '' }, undefined],
] as const)('%s is answered with its sentence', (_, told, code) => {
  expect(whyNotOutcome(told, null)?.code).toBe(code)
})
test('only what was proven counts as proven; a case before the courts does so by its judgment', () => {
  expect(['talk', 'sanction', 'recovered'].map((kind) => isProven(kind as 'talk', false))).toEqual([true, true, true])
  expect([isProven('noFault', true), isProven('unproven', true), isProven('judicial', false), isProven('judicial', true)]).toEqual([
    ...[false, false, false, true],
  ])
})

test('a clock ends once, is late after its day, and leaves the nearest running day as the due day', () => {
  const running = { ...clock, fromOn: day('2025-09-01'), dueOn: day('2025-11-30'), endedOn: null, steps: [] }
  const transfer = { ...running, effect: 'transfer' as const, dueOn: day('2025-10-01') }
  const stopped = ended([running, transfer], ['transfer'], day('2025-09-20'))
  expect(stopped.map(({ endedOn }) => endedOn)).toEqual([null, '2025-09-20'])
  expect(duesOf(stopped, 'accepted')).toMatchObject({ transferDue: '2025-10-01', feedbackDue: '2025-11-30', dueOn: '2025-11-30' })
  expect(duesOf(stopped, 'closed').dueOn).toBeNull()
  expect([clockStanding(running, today), clockStanding(transfer, today), clockStanding(stopped[1] ?? running, today)]).toEqual([
    ...['running', 'late', 'inTime'],
  ])
  expect(begun(stopped, [{ ...transfer, fromOn: today }]).filter(({ effect }) => effect === 'transfer')).toHaveLength(1)
})

test('a key is confirmed by another person, with the fingerprint that was read out', () => {
  const key = { state: 'proposed', proposedBy: 'leader', fingerprint: 'ab12 cd34' } as const
  expect(whyNotConfirm(key, { account: 'leader', said: 'ab12 cd34' })?.code).toBe('keySamePerson')
  expect(whyNotConfirm(key, { account: 'director', said: 'ab12 cd35' })?.code).toBe('keyPrintDiffers')
  expect(whyNotConfirm(key, { account: 'director', said: 'AB12-CD34' })).toBeNull()
  expect(whyNotConfirm({ ...key, state: 'retired' }, { account: 'director', said: '' })?.code).toBe('keySettled')
  expect(whyNotSeat('tax', true)?.code).toBe('leadOrganSeat')
})

const row: LedgerRow = {
  ...{ number: 'X', title: 'x', nature: 'duty', managedBy: 'city', unit: 'U1', persons: null, official: null, finding: null, amount: null },
  ...{ receiver: 'r', letterNumber: 'l', sentOn: day('2024-05-06'), receivedOn: null, acceptedOn: null, begunOn: null, handledOn: null },
  ...{ outcome: null, outcomeRef: null, fedBackOn: null, feedbackRef: null, closedOn: null },
}
test.each([
  ['days out of order', { receivedOn: day('2024-05-01') }, 'ledgerDays'],
  ['a day left out', { acceptedOn: day('2024-05-10') }, 'ledgerGap'],
  ['an outcome without its day', { outcome: 'talk' }, 'ledgerOutcome'],
] as const)('a row of the ledger with %s is refused', (_, over, code) => {
  expect(whyNotLedger({ ...row, ...over })?.refusal.code).toBe(code)
  expect(ledgerSheet.columns.map(({ header }) => header)).toContain(whyNotLedger({ ...row, ...over })?.header)
})
