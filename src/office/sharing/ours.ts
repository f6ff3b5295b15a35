import { standingOf } from '../../access.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { auditSide } from '../identity/policy/organs.ts'

/** Only the office that keeps a case shares it: what was shared with oneself is not passed on. */
export function whyNotOurs(actor: { role: string; jurisdiction: string }, record: { jurisdiction: string }): Refusal | null {
  const { organ, prefix } = standingOf(actor)
  const here = record.jurisdiction === '*' || record.jurisdiction.startsWith(prefix)
  return auditSide.some((each) => each === organ) && here ? null : refuse('grantNotYours')
}
