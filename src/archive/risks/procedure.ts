import type { Procedure } from '../../kernel/procedure.ts'
import type { Role } from '../../office/identity/model.ts'
import type { CompilationState } from './model.ts'
import { words } from './words.ts'

export type GuardName = 'reportOfOffice' | 'whole' | 'anotherHand' | 'namesGone' | 'groundsStand' | 'notRenewedYet'
export type StepName = 'save' | 'redraw' | 'review' | 'sendBack' | 'issue' | 'renew'

const writers = ['leadAuditor', 'director', 'committeeOffice', 'secretary'] as const satisfies readonly Role[]
const heads = ['director', 'committeeOffice', 'secretary'] as const satisfies readonly Role[]
const step = { consult: [], document: null, clock: null }

/**
 * How a compilation comes out: written, looked over by another hand, issued with a number. Nothing of an issued one is
 * changed any more; a new edition begins as a draft. What still names somebody is not issued.
 */
export const compilationProcedure = {
  start: 'draft',
  ends: ['issued'],
  states: words.state,
  steps: {
    save: { ...step, title: words.step.save, from: ['draft'], to: 'draft', acts: writers, guards: ['reportOfOffice'] },
    redraw: { ...step, title: words.contract.redraw, from: ['draft'], to: 'draft', acts: heads, guards: [] },
    review: {
      ...step,
      ...{ title: words.step.review, from: ['draft'], to: 'reviewed', acts: heads },
      guards: ['anotherHand', 'whole', 'namesGone', 'groundsStand'],
    },
    sendBack: { ...step, title: words.step.sendBack, from: ['reviewed'], to: 'draft', acts: heads, guards: [] },
    issue: {
      ...step,
      title: words.step.issue,
      from: ['reviewed'],
      to: 'issued',
      acts: heads,
      guards: ['whole', 'namesGone', 'groundsStand'],
    },
    renew: { ...step, title: words.step.renew, from: ['issued'], to: 'issued', acts: writers, guards: ['reportOfOffice', 'notRenewedYet'] },
  },
} satisfies Procedure<CompilationState, StepName, Role, GuardName>
