import type { Procedure } from '../../../kernel/procedure.ts'
import type { Role } from '../../../office/identity/model.ts'
import type { PaperState } from './model.ts'
import { words } from './words.ts'

export type PaperStep = keyof typeof words.step
export type PaperGuard = 'otherThanPreparer' | 'notesSettled'

const preparers = ['clerk', 'auditor', 'leadAuditor'] as const satisfies readonly Role[]
const reviewers = ['auditor', 'leadAuditor', 'reviewer', 'director'] as const satisfies readonly Role[]

/** A working paper: prepared by one person, reviewed by another; editing a reviewed one is shown, not hidden. */
export const paperProcedure = {
  start: 'draft',
  ends: ['reviewed'],
  states: words.paperState,
  steps: {
    edit: {
      title: words.step.edit,
      from: ['draft', 'returned', 'reviewed'],
      to: 'draft',
      acts: preparers,
      consult: [],
      document: null,
      clock: null,
      guards: [],
    },
    submit: {
      title: words.step.submit,
      from: ['draft', 'returned', 'reviewed'],
      to: 'submitted',
      acts: preparers,
      consult: [],
      document: words.title.paper,
      clock: null,
      guards: [],
    },
    review: {
      title: words.step.review,
      from: ['submitted'],
      to: 'reviewed',
      acts: reviewers,
      consult: [],
      document: null,
      clock: null,
      guards: ['otherThanPreparer', 'notesSettled'],
    },
    return: {
      title: words.step.return,
      from: ['submitted'],
      to: 'returned',
      acts: reviewers,
      consult: [],
      document: null,
      clock: null,
      guards: ['otherThanPreparer'],
    },
  },
} satisfies Procedure<PaperState, PaperStep, Role, PaperGuard>
