import type { Procedure } from '../../../kernel/procedure.ts'
import type { Role } from '../../../office/identity/model.ts'
import type { AskingSide, RequestState } from './model.ts'
import { words } from './words.ts'

export type RequestStep = keyof typeof words.step
export type RequestGuard = 'ownUnit' | 'notFollowing' | 'ownSide'

/** The roles of each side that ask units for materials. */
export const sides = {
  audit: ['clerk', 'auditor', 'leadAuditor'],
  patrol: ['patrol'],
  organisation: ['organisation'],
} as const satisfies Record<AskingSide, readonly Role[]>
const askers = [...sides.audit, ...sides.patrol, ...sides.organisation] as const

/** How a material is asked for and given: the unit answers, whoever asked accepts or returns; returned ones are answered again. */
export const requestProcedure = {
  start: 'open',
  ends: ['accepted', 'withdrawn'],
  states: words.state,
  steps: {
    answer: {
      title: words.step.answer,
      from: ['open', 'returned'],
      to: 'answered',
      acts: ['unitStaff'],
      consult: [],
      document: null,
      clock: null,
      guards: ['ownUnit', 'notFollowing'],
    },
    accept: {
      title: words.step.accept,
      from: ['answered'],
      to: 'accepted',
      acts: askers,
      consult: [],
      document: null,
      clock: null,
      guards: ['ownSide'],
    },
    return: {
      title: words.step.return,
      from: ['answered'],
      to: 'returned',
      acts: askers,
      consult: [],
      document: null,
      clock: null,
      guards: ['ownSide'],
    },
    withdraw: {
      title: words.step.withdraw,
      from: ['open', 'answered', 'returned'],
      to: 'withdrawn',
      acts: askers,
      consult: [],
      document: null,
      clock: null,
      guards: ['ownSide'],
    },
  },
} satisfies Procedure<RequestState, RequestStep, Role, RequestGuard>
