import type { Day } from '../../../../kernel/day.ts'
import { nextSteps, whyNotStep } from '../../../../kernel/procedure.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { AskingSide, type MaterialRequest, type OriginalLoan } from '../model.ts'
import { type RequestStep, requestProcedure, sides } from '../procedure.ts'
import type { words } from '../words.ts'
import { type Material, spanKind } from './likeness.ts'

type No = Refusal<keyof typeof words.refusal>
export type Hand = { role: string; unitId: string | null }

/** The side a role asks for; null for roles that never ask. */
export const sideOf = (role: string): AskingSide | null =>
  AskingSide.options.find((side) => sides[side].some((each) => each === role)) ?? null

type Asked = Pick<MaterialRequest, 'state' | 'side' | 'unit' | 'sameAs' | 'number'>
/** Null when this hand may take the step now: state, role, own unit or own side; a request that follows another is not answered. */
export const whyNot = (step: RequestStep, request: Asked, hand: Hand): Refusal | null =>
  whyNotStep(
    requestProcedure,
    { step, state: request.state, role: hand.role },
    {
      ownUnit: (): No | null => (hand.unitId === request.unit ? null : refuse('requestNotYourUnit')),
      notFollowing: (): No | null => (request.sameAs ? refuse('requestFollows', { number: request.number }) : null),
      ownSide: (): No | null => (sideOf(hand.role) === request.side ? null : refuse('requestNotYours')),
    },
  )
export const openSteps = (request: Pick<MaterialRequest, 'state'>): RequestStep[] => nextSteps(requestProcedure, { state: request.state })

/** A period that ends before it begins, a due day gone by. */
export function whyNotAsk(request: Pick<MaterialRequest, 'periodFrom' | 'periodTo' | 'dueOn'>, today: Day): No | null {
  const { periodFrom, periodTo, dueOn } = request
  if (periodFrom && periodTo && periodTo < periodFrom) return refuse('requestPeriodBackward')
  return dueOn < today ? refuse('requestDuePast', { dueOn }) : null
}

/** Whether the answer to an earlier request can serve for what is asked now. */
export function whyNotAdopt(earlier: Pick<MaterialRequest, 'unit' | 'state'> & Material, asked: { unit: string } & Material): No | null {
  if (earlier.unit !== asked.unit) return refuse('adoptOfAnother')
  if (earlier.state === 'withdrawn') return refuse('adoptWithdrawn')
  return spanKind(earlier, asked) === 'apart' ? refuse('adoptApart') : null
}

export const whyNotReceive = (receivedOn: Day, today: Day): No | null =>
  receivedOn > today ? refuse('loanDayFuture', { on: receivedOn }) : null
export function whyNotGiveBack(loan: Pick<OriginalLoan, 'receivedOn' | 'returnedOn'>, returnedOn: Day, today: Day): No | null {
  if (loan.returnedOn) return refuse('loanReturned', { on: loan.returnedOn })
  if (returnedOn > today) return refuse('loanDayFuture', { on: returnedOn })
  return returnedOn < loan.receivedOn ? refuse('loanBackBeforeReceipt', { on: loan.receivedOn }) : null
}
