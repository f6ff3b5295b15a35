import type { Procedure } from '../../kernel/procedure.ts'
import type { Role } from '../../office/identity/model.ts'
import type { Stage } from './model.ts'
import type { PlanStepName } from './rules/records.ts'
import { words } from './words.ts'

export type PlanGuard = 'opinionsSettled' | 'otherThanSubmitter' | 'isDrop' | 'isNoDrop' | 'thisYear' | 'targetStands' | 'notTwice'

const organs = Object.values(words.organ)
const drafters = ['clerk', 'director', 'committeeOffice', 'secretary'] as const satisfies readonly Role[]
const deciders = ['director', 'committeeOffice', 'secretary'] as const satisfies readonly Role[]

/**
 * From the candidate to the issued item: the office proposes, six organs are asked, the joint meeting agrees, the audit
 * committee approves (R19 art. 13). A change of what is issued passes the very same channel (art. 14).
 */
export const planProcedure = {
  start: 'candidate',
  ends: ['issued', 'removed'],
  states: words.stage,
  steps: {
    consult: {
      title: words.step.consult,
      from: ['candidate'],
      to: 'consulting',
      acts: drafters,
      consult: organs,
      document: words.paper.letter,
      clock: null,
      guards: ['thisYear', 'targetStands'],
    },
    table: {
      title: words.step.table,
      from: ['consulting'],
      to: 'meeting',
      acts: drafters,
      consult: [],
      document: words.paper.topic,
      clock: null,
      guards: ['opinionsSettled'],
    },
    agree: {
      title: words.step.agree,
      from: ['meeting'],
      to: 'committee',
      acts: deciders,
      consult: organs,
      document: words.paper.minutes,
      clock: null,
      guards: [],
    },
    approve: {
      title: words.step.approve,
      from: ['committee'],
      to: 'issued',
      acts: ['committeeOffice', 'secretary'],
      consult: [],
      document: words.paper.plan,
      clock: 'plan.notifyFirm',
      guards: ['isNoDrop', 'targetStands', 'otherThanSubmitter'],
    },
    strike: {
      title: words.step.strike,
      from: ['committee'],
      to: 'removed',
      acts: ['committeeOffice', 'secretary'],
      consult: [],
      document: words.paper.request,
      clock: null,
      guards: ['isDrop', 'targetStands', 'otherThanSubmitter'],
    },
    sendBack: {
      title: words.step.sendBack,
      from: ['consulting', 'meeting', 'committee'],
      to: 'candidate',
      acts: deciders,
      consult: [],
      document: words.paper.returned,
      clock: null,
      guards: [],
    },
    defer: {
      title: words.step.defer,
      from: ['candidate', 'consulting', 'meeting'],
      to: 'deferred',
      acts: drafters,
      consult: [],
      document: words.paper.deferral,
      clock: null,
      guards: [],
    },
    resume: {
      title: words.step.resume,
      from: ['deferred'],
      to: 'candidate',
      acts: drafters,
      consult: [],
      document: null,
      clock: null,
      guards: ['notTwice'],
    },
  },
} satisfies Procedure<Stage, PlanStepName, Role, PlanGuard>
