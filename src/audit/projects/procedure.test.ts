import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { nextSteps, stuck, unreachable } from '../../kernel/procedure.ts'
import { ProjectState } from './model.ts'
import { procedureOf, simplifiedProcedure, stages, standardProcedure } from './procedure.ts'
import { isOver, leadsTo, mainStep, stageOf, stepsFrom, whyNotCaseStep, whyNotDay, whyNotServiceDay } from './rules/case.ts'
import { awaited } from './rules/guards.ts'
import { aReply, aSituation } from './rules/samples.ts'
import type { Situation } from './rules/situation.ts'
import type { CaseStep } from './rules/step.ts'
import { aProject } from './samples.ts'

const steps = (track: 'standard' | 'simplified') => {
  const table = procedureOf(track)
  return (Object.keys(table.steps) as CaseStep[]).map((name) => ({ name, row: table.steps[name] }))
}

test.each(['standard', 'simplified'] as const)('in the %s procedure every state is reached and none but an end is a dead end', (track) => {
  const table = procedureOf(track)
  expect(unreachable(table).filter((state) => !['told'].includes(state))).toEqual([])
  expect(stuck(table)).toEqual([])
})

const main: Record<string, CaseStep | null> = {
  ...{ opened: 'team', told: 'team', teamed: 'notice', noticed: 'serveNotice', served: 'plan', planned: 'enter', entered: 'begin' },
  ...{ fieldwork: 'hear', heard: 'report', reported: 'sendDraft', commented: 'adopt', verified: 'review', reviewed: 'adjudicate' },
  ...{ adjudicated: 'meet', met: 'issue', issued: 'deliver', delivered: 'brief', briefed: 'follow', followed: 'archive' },
  ...{ archived: null, terminated: null },
}
test.each(ProjectState.options)('from “%s” the main way on is the one of the table', (state) => {
  expect(mainStep({ state, track: 'standard' })).toBe(main[state])
  if (!isOver(state)) expect(stageOf(state)).not.toBeNull()
})

test('every state but terminated belongs to exactly one stage', () => {
  const staged = stages.flatMap((stage) => stage.states as readonly ProjectState[])
  expect([...staged].sort()).toEqual(ProjectState.options.filter((state) => state !== 'terminated').sort())
})

/** Every state against every step: a step is refused as out of order exactly where the table does not lead on. */
test.each(ProjectState.options.flatMap((state) => steps('standard').map(({ name }) => [state, name] as const)))(
  'a project at “%s” and the step “%s”: only what the table allows',
  (state, name) => {
    const [role = 'clerk'] = standardProcedure.steps[name].acts
    const no = whyNotCaseStep(name, aSituation({ project: aProject({ state }), hand: { account: 'somebody', role, party: null } }))
    if (isOver(state)) expect(no?.code).toBe('caseEnded')
    else if (!nextSteps(standardProcedure, { state }).includes(name)) expect(no).toMatchObject({ code: 'stepOutOfOrder' })
    else expect(no?.code).not.toBe('stepOutOfOrder')
  },
)

test.each(steps('standard').map(({ name, row }) => [name, row] as const))(
  '“%s” is refused to a role it does not belong to',
  (name, row) => {
    const [state = 'opened'] = row.from
    const at = aSituation({ project: aProject({ state }), hand: { account: 'x', role: 'finance', party: null } })
    expect(whyNotCaseStep(name, at)?.code).toBe('stepNotYours')
  },
)

const at = (state: ProjectState, over: Partial<Situation> = {}) => aSituation({ project: aProject({ state }), ...over })
const hand = (role: string, account = 'lead', party: string | null = null) => ({ account, role, party })
const ask = (step: CaseStep, situation: Situation) => whyNotCaseStep(step, situation)?.code

test.each([
  [
    'a team of one',
    'team',
    at('opened', { hand: hand('leadAuditor'), members: [{ account: 'a', name: '甲', role: 'leader' }] }),
    'teamTooSmall',
  ],
  [
    'a team without a head',
    'team',
    at('opened', { hand: hand('leadAuditor'), members: [...'ab'].map((account) => ({ account, name: account, role: 'member' as const })) }),
    'teamWithoutLeader',
  ],
  [
    'a team with somebody recused',
    'team',
    at('opened', { hand: hand('leadAuditor'), recused: [{ name: '甲', ground: '曾在该单位任职' }] }),
    'memberRecused',
  ],
  ['a state firm that was not told', 'team', at('opened', { hand: hand('leadAuditor'), stateFirm: true }), 'firmNotTold'],
  ['telling what is no state firm', 'tell', at('opened', { hand: hand('clerk') }), 'notAStateFirm'],
  ['service without proof', 'serveNotice', at('noticed', { hand: hand('clerk'), services: [] }), 'serviceUnproven'],
  [
    'entry before the statutory days',
    'enter',
    at('planned', { hand: hand('leadAuditor'), earliestEntry: day('2026-03-12') }),
    'entryTooEarly',
  ],
  ['entry without a rule', 'enter', at('planned', { hand: hand('leadAuditor'), earliestEntry: null }), 'entryUncounted'],
  ['entry by somebody outside the team', 'enter', at('planned', { hand: hand('auditor', 'other') }), 'notOnTeam'],
  ['a team report without an approved plan', 'report', at('heard', { hand: hand('leadAuditor'), taken: [] }), 'planMissing'],
  [
    'a draft with a finding nothing stands behind',
    'sendDraft',
    at('reported', { hand: hand('director'), unproven: ['F-1'] }),
    'evidenceMissing',
  ],
  [
    'a second draft while one is out',
    'sendDraft',
    at('commented', { hand: hand('director'), draft: { round: 1, sentOn: day('2026-03-02'), closedOn: null } }),
    'draftOut',
  ],
  ['adoption while a reply is awaited', 'adopt', at('commented', { hand: hand('leadAuditor'), replies: [] }), 'replyAwaited'],
  [
    'adoption with an objection not answered',
    'adopt',
    at('commented', {
      hand: hand('leadAuditor'),
      replies: ['p1', 'u1'].map((replier) => ({ ...aReply, replier, stance: 'object' as const })),
    }),
    'replyUnanswered',
  ],
  ['a reply by a stranger', 'reply', at('commented', { hand: hand('official', 'x', null) }), 'notAParty'],
  [
    'a reply after the time has passed',
    'reply',
    at('commented', { hand: hand('official', 'x', 'p1'), today: day('2026-04-30') }),
    'replyLapsed',
  ],
  [
    'a reply before the draft was served',
    'reply',
    at('commented', { hand: hand('official', 'x', 'p1'), replyClocks: [] }),
    'draftNotServedYet',
  ],
  ['review by a member of the team', 'review', at('verified', { hand: hand('reviewer', 'lead') }), 'reviewerOnTeam'],
  [
    'adjudication by the reviewer himself',
    'adjudicate',
    at('reviewed', { hand: hand('reviewer', 'r1'), taken: [{ step: 'review', account: 'r1', takenOn: day('2026-03-10'), facts: {} }] }),
    'sameReviewer',
  ],
  ['a meeting that did not carry', 'meet', at('adjudicated', { hand: hand('director'), carried: false }), 'meetingNotCarried'],
  ['issue without both reviews', 'issue', at('met', { hand: hand('director'), taken: [] }), 'reviewMissing'],
  [
    'archiving with a class of papers empty',
    'archive',
    at('briefed', { hand: hand('clerk'), archived: ['conclusion'] }),
    'archiveIncomplete',
  ],
  ['archiving with a paper begun and never issued', 'archive', at('briefed', { hand: hand('clerk'), begun: ['审理意见书'] }), 'draftsLeft'],
  [
    'anything while a termination is pending',
    'hear',
    at('fieldwork', { hand: hand('leadAuditor'), ending: 'proposed' }),
    'terminationPending',
  ],
  [
    'termination without approval',
    'terminate',
    at('fieldwork', { hand: hand('secretary'), ending: 'consulted' }),
    'terminationNotApproved',
  ],
  ['raising what is standard already', 'upgrade', at('fieldwork', { hand: hand('director') }), 'alreadyStandard'],
] as const)('%s is refused', (_, step, situation, code) => {
  expect(ask(step, situation)).toBe(code)
})

test.each([
  ['entry on the first lawful day', 'enter', at('planned', { hand: hand('leadAuditor'), earliestEntry: day('2026-03-10') })],
  [
    'entry at once when urgent entry was approved',
    'enter',
    at('planned', {
      hand: hand('leadAuditor'),
      earliestEntry: day('2026-12-31'),
      taken: [{ step: 'urge', account: 'd', takenOn: day('2026-03-09'), facts: {} }],
    }),
  ],
  [
    'adoption after the time of the silent has passed',
    'adopt',
    at('commented', { hand: hand('leadAuditor'), replies: [], today: day('2026-04-30') }),
  ],
  [
    'archiving once no draft is left',
    'archive',
    aSituation({ project: aProject({ state: 'briefed', retention: 'permanent' }), hand: hand('clerk') }),
  ],
] as const)('%s is allowed', (_, step, situation) => {
  expect(ask(step, situation)).toBeUndefined()
})

test('silence counts as no objection only after the last day', () => {
  expect(awaited(at('commented', { replies: [], today: day('2026-03-16') })).map(({ name }) => name)).toEqual([
    '周明远',
    '澜江市交通运输局',
  ])
  expect(awaited(at('commented', { replies: [], today: day('2026-03-17') }))).toEqual([])
})

test('the simplified procedure spares plan, hearing and meeting; raised to standard they are asked for, and nothing is lost', () => {
  expect(simplifiedProcedure.steps.enter.from).toContain('served')
  const simple = aProject({ state: 'fieldwork', track: 'simplified' })
  expect(ask('report', aSituation({ project: simple, hand: hand('leadAuditor'), taken: [] }))).toBeUndefined()
  expect(ask('report', aSituation({ project: { ...simple, track: 'standard' }, hand: hand('leadAuditor'), taken: [] }))).toBe(
    'stepOutOfOrder',
  )
  expect(leadsTo('upgrade', simple)).toBe('fieldwork')
  expect(stepsFrom({ state: 'adjudicated', track: 'simplified' })).toContain('issue')
})

test('a step lies neither in the future nor before the step it follows; nothing is served before it was issued', () => {
  const around = { today: day('2026-03-10'), last: { takenOn: day('2026-03-05') } }
  expect(whyNotDay(day('2026-03-11'), around)?.code).toBe('dayInFuture')
  expect(whyNotDay(day('2026-03-04'), around)?.code).toBe('dayBeforeStep')
  expect(whyNotDay(day('2026-03-05'), around)).toBeNull()
  const served = { today: day('2026-03-10'), sentOn: day('2026-03-05') }
  expect(whyNotServiceDay(day('2026-03-04'), served)?.code).toBe('serviceBeforeIssue')
  expect(whyNotServiceDay(day('2026-03-05'), served)).toBeNull()
})
