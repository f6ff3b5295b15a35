import type { State } from '../../../web/status-tag.tsx'
import type { LeadState } from '../model.ts'

/** How each state of a lead is shown. */
export const stateTag = {
  ...{ draft: 'planned', assessing: 'running', assessed: 'running', approved: 'running', sent: 'transferred', received: 'transferred' },
  ...{ accepted: 'running', returned: 'soon', handling: 'running', handled: 'soon', fedBack: 'done', closed: 'done', cancelled: 'planned' },
} as const satisfies Record<LeadState, State>
