import { auditSide } from './office/identity/policy/organs.ts'

/** Need to know of responsibility, tolerance, objections and corrections; part of the one page, src/access.ts. */
export const dueProcessAccess = {
  situationRule: 'everyone',
  attribution: { as: 'responsibility', by: 'responsibility' },
  otherPerson: { as: 'project', by: 'project', inner: true },
  toleranceQuestion: 'everyone',
  toleranceCase: { as: 'finding', by: 'finding', official: 'official', group: 'responsibility' },
  reviewRoute: 'everyone',
  higherReview: { as: 'project', by: 'project', official: 'official', inner: 'butParties' },
  lateReply: { as: 'project', by: 'project', official: 'replier', inner: 'butParties' },
  correction: { as: 'finding', by: 'finding', official: 'official', group: 'responsibility' },
  correctionBefore: { as: 'project', by: 'project', inner: true },
  correctionPlace: { organs: auditSide, place: 'jurisdiction', case: 'project', addressed: [{ organ: 'organ', place: 'place' }] },
} as const
