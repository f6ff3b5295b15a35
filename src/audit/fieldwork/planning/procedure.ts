import type { Procedure } from '../../../kernel/procedure.ts'
import type { Role } from '../../../office/identity/model.ts'
import type { FieldPlanState } from './model.ts'
import { words } from './words.ts'

export type PlanStep = keyof typeof words.step
export type PlanGuard = 'otherThanPreparer'

const preparers = ['clerk', 'auditor', 'leadAuditor'] as const satisfies readonly Role[]

/** The implementation plan is written by the team and approved by the director's meeting, edition by edition. */
export const planProcedure = {
  start: 'draft',
  ends: ['approved'],
  states: words.state,
  steps: {
    edit: {
      title: words.step.edit,
      from: ['draft', 'returned'],
      to: 'draft',
      acts: preparers,
      consult: [],
      document: null,
      clock: null,
      guards: [],
    },
    submit: {
      title: words.step.submit,
      from: ['draft', 'returned'],
      to: 'submitted',
      acts: preparers,
      consult: [],
      document: words.title.plan,
      clock: null,
      guards: [],
    },
    approve: {
      title: words.step.approve,
      from: ['submitted'],
      to: 'approved',
      acts: ['director', 'clerk', 'leadAuditor'],
      consult: [words.consult.directors],
      document: null,
      clock: null,
      guards: ['otherThanPreparer'],
    },
    return: {
      title: words.step.return,
      from: ['submitted'],
      to: 'returned',
      acts: ['director', 'clerk', 'leadAuditor'],
      consult: [words.consult.directors],
      document: null,
      clock: null,
      guards: ['otherThanPreparer'],
    },
  },
} satisfies Procedure<FieldPlanState, PlanStep, Role, PlanGuard>
