import type { Procedure } from '../../kernel/procedure.ts'
import type { Role } from '../../office/identity/model.ts'
import type { RectificationState, StepName } from './model.ts'
import { words } from './words.ts'

export type GuardName = 'ownUnit' | 'otherThanClaimant' | 'otherThanRecogniser' | 'laterDueDay'

/**
 * How a finding is put right: the unit reports, the audit office recognises, a third hand closes. The state is decided
 * by the audit office, not by the unit; closing and reopening are both kept with their reasons.
 */
export const rectificationProcedure = {
  start: 'open',
  ends: ['closed'],
  states: words.state,
  steps: {
    claim: {
      title: words.step.claim,
      from: ['open'],
      to: 'claimed',
      acts: ['unitStaff'],
      consult: [],
      document: words.paper.report,
      clock: null,
      guards: ['ownUnit'],
    },
    recognise: {
      title: words.step.recognise,
      from: ['open', 'claimed'],
      to: 'recognised',
      acts: ['auditor', 'leadAuditor'],
      consult: [],
      document: words.paper.recognition,
      clock: null,
      guards: ['otherThanClaimant'],
    },
    sendBack: {
      title: words.step.sendBack,
      from: ['open', 'claimed'],
      to: 'open',
      acts: ['auditor', 'leadAuditor'],
      consult: [],
      document: words.paper.recognition,
      clock: null,
      guards: ['otherThanClaimant'],
    },
    close: {
      title: words.step.close,
      from: ['recognised'],
      to: 'closed',
      acts: ['leadAuditor', 'reviewer', 'director'],
      consult: [],
      document: words.paper.closure,
      clock: null,
      guards: ['otherThanClaimant', 'otherThanRecogniser'],
    },
    extend: {
      title: words.step.extend,
      from: ['open'],
      to: 'open',
      acts: ['leadAuditor', 'director'],
      consult: [],
      document: words.paper.extension,
      clock: null,
      guards: ['laterDueDay'],
    },
    reopen: {
      title: words.step.reopen,
      from: ['recognised', 'closed'],
      to: 'open',
      acts: ['leadAuditor', 'reviewer', 'director'],
      consult: [words.consult.discipline],
      document: words.paper.reopening,
      clock: null,
      guards: [],
    },
  },
} satisfies Procedure<RectificationState, StepName, Role, GuardName>
