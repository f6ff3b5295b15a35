import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { AuditCheck, DataNeed, Duty, KeyDecision } from './model.ts'
import type { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>

export const ListName = ['duties', 'decisions', 'checks', 'needs'] as const
export type ListName = (typeof ListName)[number]

type DutyLine = Pick<Duty, 'id' | 'number' | 'duty'>
type DecisionLine = Pick<KeyDecision, 'id' | 'number' | 'matter' | 'duty'>
type CheckLine = Pick<AuditCheck, 'id' | 'number' | 'step' | 'duty' | 'decision' | 'result' | 'finding'> & {
  evidence: readonly unknown[]
}
export type Lists = { duties: readonly DutyLine[]; decisions: readonly DecisionLine[]; checks: readonly CheckLine[] }
export type GapKind = keyof typeof words.gap
export type Gap = { kind: GapKind; list: ListName; id: string; number: string; text: string }

const told = (result: AuditCheck['result']) => result === 'problem' || result === 'noProblem'

function dutyGaps({ duties, decisions }: Lists): Gap[] {
  const named = new Set(decisions.map((each) => each.duty))
  return duties
    .filter((duty) => !named.has(duty.id))
    .map(({ id, number, duty }) => ({ kind: 'dutyWithoutDecision', list: 'duties', id, number, text: duty }))
}

function decisionGaps({ duties, decisions, checks }: Lists): Gap[] {
  const checked = new Set(checks.map((each) => each.decision))
  const known = new Set<string | null>(duties.map((each) => each.id))
  return decisions.flatMap(({ id, number, matter, duty }): Gap[] => {
    const line = { list: 'decisions', id, number, text: matter } as const
    return [
      ...(known.has(duty) ? [] : [{ kind: 'decisionWithoutDuty', ...line } as const]),
      ...(checked.has(id) ? [] : [{ kind: 'decisionWithoutCheck', ...line } as const]),
    ]
  })
}

function checkGaps({ checks }: Lists): Gap[] {
  return checks.flatMap((check): Gap[] => {
    const line = { list: 'checks', id: check.id, number: check.number, text: check.step } as const
    return [
      ...(check.duty || check.decision ? [] : [{ kind: 'checkOfNothing', ...line } as const]),
      ...(check.result === null ? [{ kind: 'checkWithoutResult', ...line } as const] : []),
      ...(check.result === 'problem' && !check.finding ? [{ kind: 'problemWithoutFinding', ...line } as const] : []),
      ...(told(check.result) && check.evidence.length === 0 ? [{ kind: 'resultWithoutEvidence', ...line } as const] : []),
    ]
  })
}

/**
 * Where the lists do not hang together: a duty without a decision, a decision under no duty or without a check, a check of
 * nothing, without a result, a problem without a finding, a result without evidence. In the order of the lists.
 */
export const coverageGaps = (lists: Lists): Gap[] => [...dutyGaps(lists), ...decisionGaps(lists), ...checkGaps(lists)]

const backward = (from: Day | null, to: Day | null): boolean => from !== null && to !== null && to < from

export const whyNotDuty = (duty: Pick<Duty, 'periodFrom' | 'periodTo'>): No | null =>
  backward(duty.periodFrom, duty.periodTo) ? refuse('listPeriodBackward') : null

/** More votes than heads, or a day to come. */
export function whyNotDecision(
  decision: Pick<KeyDecision, 'attendance' | 'votesFor' | 'votesAgainst' | 'decidedOn'>,
  today: Day,
): No | null {
  const votes = (decision.votesFor ?? 0) + (decision.votesAgainst ?? 0)
  if (decision.attendance !== null && votes > decision.attendance)
    return refuse('votesOverAttendance', { votes, attendance: decision.attendance })
  return decision.decidedOn && decision.decidedOn > today ? refuse('listDayFuture', { on: decision.decidedOn }) : null
}

export function whyNotCheck(check: Pick<AuditCheck, 'result' | 'reason' | 'finding' | 'responsibility'>): No | null {
  if (check.result === 'notChecked' && !check.reason) return refuse('notCheckedWithoutReason')
  return check.result !== 'problem' && (check.finding || check.responsibility) ? refuse('findingWithoutProblem') : null
}

type Need = Pick<DataNeed, 'periodFrom' | 'periodTo' | 'requestedOn' | 'dueOn' | 'receivedOn' | 'quality' | 'disposal' | 'disposedOn'>
/** Days out of order, or a state of data that never came. */
export function whyNotNeed(need: Need, today: Day): No | null {
  if (backward(need.periodFrom, need.periodTo)) return refuse('listPeriodBackward')
  if (backward(need.requestedOn, need.dueOn)) return refuse('dataDueBeforeRequest')
  if (backward(need.requestedOn, need.receivedOn) || backward(need.receivedOn, need.disposedOn)) return refuse('dataDaysOutOfOrder')
  if (need.receivedOn && need.receivedOn > today) return refuse('listDayFuture', { on: need.receivedOn })
  if (!need.receivedOn && (need.quality || need.disposal)) return refuse('qualityBeforeReceipt')
  return (need.disposal === null) === (need.disposedOn === null) ? null : refuse('disposalIncomplete')
}

/** A number that another line of the same list bears. */
export const whyNotNumber = (
  given: { id: string | undefined; number: string },
  lines: readonly { id: string; number: string }[],
): No | null =>
  lines.some((line) => line.number === given.number && line.id !== given.id) ? refuse('lineNumberTaken', { number: given.number }) : null
