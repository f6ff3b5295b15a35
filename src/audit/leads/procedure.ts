import type { Procedure } from '../../kernel/procedure.ts'
import type { Role } from '../../office/identity/model.ts'
import type { LeadState, StepName } from './model.ts'
import { words } from './words.ts'

export type GuardName =
  | 'complete'
  | 'stands'
  | 'invited'
  | 'allSpoke'
  | 'isMajor'
  | 'committeeKnows'
  | 'otherThanDrafter'
  | 'routed'
  | 'receiver'
  | 'waits'

const desk = ['committeeOffice', 'director'] as const
const members = ['discipline', 'organisation', 'patrol', 'staffing', 'finance', 'stateAssets'] as const
/** Receivers in the house; for an organ without a seat here the lead auditor enters what its letter or sealed file says. */
const receivers = ['discipline', 'organisation', 'finance', 'stateAssets', 'leadAuditor'] as const
const plain = { consult: [], document: null, clock: null, guards: [] } as const
const by = <R extends Role>(acts: readonly R[]) => acts

/**
 * How a matter is handed over: assessed together with the organs of the joint meeting, approved, sent, received, accepted
 * or returned, handled, answered in writing, closed. Receivers tell the result in writing (audit law 2021, 48, 51, 54).
 */
export const leadProcedure = {
  start: 'draft',
  ends: ['closed', 'cancelled'],
  states: words.state,
  steps: {
    convene: {
      ...plain,
      title: words.step.convene,
      from: ['draft'],
      to: 'assessing',
      acts: by(desk),
      document: words.paper.call,
      guards: ['complete', 'stands'],
    },
    opine: { ...plain, title: words.step.opine, from: ['assessing'], to: 'assessing', acts: by(members), guards: ['invited'] },
    assess: {
      ...plain,
      title: words.step.assess,
      from: ['assessing'],
      to: 'assessed',
      acts: by(desk),
      consult: [words.consult.members],
      document: words.paper.minutes,
      guards: ['allSpoke'],
    },
    sendBack: { ...plain, title: words.step.sendBack, from: ['assessing', 'assessed', 'approved'], to: 'draft', acts: by(desk) },
    reportUp: {
      ...plain,
      title: words.step.reportUp,
      from: ['assessed'],
      to: 'assessed',
      acts: by(desk),
      document: words.paper.report,
      guards: ['isMajor'],
    },
    approve: {
      ...plain,
      title: words.step.approve,
      from: ['assessed'],
      to: 'approved',
      acts: by(['director']),
      clock: 'lead.transfer',
      guards: ['routed', 'stands', 'committeeKnows', 'otherThanDrafter'],
    },
    send: {
      ...plain,
      title: words.step.send,
      from: ['approved'],
      to: 'sent',
      acts: by(['leadAuditor', 'director']),
      document: words.paper.letter,
      clock: 'lead.feedback',
      guards: ['routed', 'stands'],
    },
    receive: {
      ...plain,
      title: words.step.receive,
      from: ['sent'],
      to: 'received',
      acts: by(receivers),
      document: words.paper.receipt,
      guards: ['receiver'],
    },
    accept: {
      ...plain,
      title: words.step.accept,
      from: ['received'],
      to: 'accepted',
      acts: by(receivers),
      clock: 'lead.investigate',
      guards: ['receiver'],
    },
    turnBack: {
      ...plain,
      title: words.step.turnBack,
      from: ['received'],
      to: 'returned',
      acts: by(receivers),
      document: words.paper.returned,
      guards: ['receiver'],
    },
    resubmit: {
      ...plain,
      title: words.step.resubmit,
      from: ['returned'],
      to: 'sent',
      acts: by(['leadAuditor', 'director']),
      document: words.paper.letter,
      clock: 'lead.feedback',
      guards: ['routed', 'stands'],
    },
    redraft: { ...plain, title: words.step.redraft, from: ['returned'], to: 'draft', acts: by(['leadAuditor', 'director']) },
    begin: {
      ...plain,
      title: words.step.begin,
      from: ['accepted'],
      to: 'handling',
      acts: by(receivers),
      clock: 'lead.handle',
      guards: ['receiver'],
    },
    record: {
      ...plain,
      title: words.step.record,
      from: ['handling', 'handled'],
      to: 'handled',
      acts: by(receivers),
      guards: ['receiver'],
    },
    feedBack: {
      ...plain,
      title: words.step.feedBack,
      from: ['handled'],
      to: 'fedBack',
      acts: by(receivers),
      document: words.paper.feedback,
      guards: ['receiver'],
    },
    close: { ...plain, title: words.step.close, from: ['fedBack'], to: 'closed', acts: by(['director', 'committeeOffice']) },
    remind: {
      ...plain,
      title: words.step.remind,
      from: ['sent', 'received', 'accepted', 'handling', 'handled'],
      to: 'sent',
      acts: by(['leadAuditor', 'committeeOffice']),
      document: words.paper.reminder,
      clock: 'lead.repeat',
      guards: ['waits'],
    },
    cancel: { ...plain, title: words.step.cancel, from: ['draft', 'returned'], to: 'cancelled', acts: by(['auditor', 'leadAuditor']) },
  },
} satisfies Procedure<LeadState, StepName, Role, GuardName>

/** A reminder, an opinion and a report upward leave a lead where it stands. */
export const staying: readonly StepName[] = ['remind', 'opine', 'reportUp']
