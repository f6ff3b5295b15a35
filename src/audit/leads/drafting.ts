import type { Day } from '../../kernel/day.ts'
import type { Lead } from './model.ts'

type By = Pick<Lead, 'id' | 'draftedBy' | 'jurisdiction' | 'unit'> & { draftedOn: Day }
/** Digits enough that two leads of a year do not meet, and none that tell how many there are. */
const numberOf = ({ id, draftedOn }: By) => `XS-${draftedOn.slice(0, 4)}-${id.replaceAll('-', '').slice(-7).toUpperCase()}`

/** A lead of which nothing is said yet. */
export const blankLead = (by: By): Lead => ({
  ...by,
  number: numberOf(by),
  ...{ title: '', nature: 'duty', managedBy: 'none', official: null, persons: '', project: null, finding: null },
  ...{ facts: '', qualification: '', basis: '', opinion: '', feedbackAsk: '', evidence: [], amount: null },
  ...{ major: false, majorRef: null, majorOn: null, state: 'draft', round: 1 },
  ...{ receiver: null, overseer: null, copy: null, mode: null, routeRule: null, routeReason: null, assessors: [] },
  ...{ addressedOrgan: null, addressedPlace: null, overseenOrgan: null, overseenPlace: null, copiedOrgan: null, copiedPlace: null },
  ...{ conclusion: null, letterNumber: null, clocks: [] },
  ...{ transferDue: null, investigationDue: null, handlingDue: null, feedbackDue: null, dueOn: null },
  ...{ approvedBy: null, approvedOn: null, sentOn: null, receivedOn: null, acceptedOn: null, begunOn: null, handledOn: null },
  ...{ fedBackOn: null, feedbackRef: null, remindedOn: null, closedOn: null },
  version: 1,
})
