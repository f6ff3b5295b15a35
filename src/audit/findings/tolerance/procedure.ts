import { type Procedure, whyNotStep } from '../../../kernel/procedure.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Role } from '../../../office/identity/model.ts'
import type { CaseState, ToleranceCase } from './model.ts'
import { words } from './words.ts'

export type CaseStep = 'examine' | 'decide' | 'withdraw'
type GuardName = 'otherThanExaminer' | 'ownClaim'
const none = { consult: [], document: null, clock: null } as const

/** Claimed, examined by the audit team, decided after joint discussion by another hand. */
export const toleranceProcedure = {
  start: 'raised',
  ends: ['decided', 'withdrawn'],
  states: words.state,
  steps: {
    examine: { ...none, title: words.act.examine, from: ['raised'], to: 'examined', acts: ['auditor', 'leadAuditor'], guards: [] },
    decide: {
      ...none,
      title: words.act.decide,
      from: ['examined'],
      to: 'decided',
      acts: ['director', 'committeeOffice'],
      guards: ['otherThanExaminer'],
    },
    withdraw: {
      ...none,
      title: words.act.withdraw,
      from: ['raised', 'examined'],
      to: 'withdrawn',
      acts: ['official', 'unitStaff', 'leadAuditor'],
      guards: ['ownClaim'],
    },
  },
} satisfies Procedure<CaseState, CaseStep, Role, GuardName>

type Hand = { account: string; role: string }
/** Null when this hand may take the step with the claim where it stands. */
export function whyNotClaimStep(step: CaseStep, { claim, hand }: { claim: ToleranceCase; hand: Hand }): Refusal | null {
  return whyNotStep<CaseState, CaseStep, Role, GuardName>(
    toleranceProcedure,
    { step, state: claim.state, role: hand.role },
    {
      otherThanExaminer: () => (claim.examinedBy === hand.account ? refuse('examinerDecides') : null),
      ownClaim: () => (claim.claimedBy === hand.account ? null : refuse('notYourClaim')),
    },
  )
}
