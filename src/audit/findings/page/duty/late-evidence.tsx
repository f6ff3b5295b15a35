import { fileUrl } from '../../../../web/call.ts'
import { lateEvidence } from '../../objection/contract.ts'
import type { LateReply } from '../../objection/model.ts'

/** What was handed in with a late word; each file opens. */
export function LateEvidence({ late }: { late: Pick<LateReply, 'id' | 'evidence'> }) {
  if (late.evidence.length === 0) return null
  return (
    <p className="row small">
      {late.evidence.map(({ name, sha256 }, at) => (
        <a key={sha256} href={fileUrl(lateEvidence, { id: late.id, at })} download>
          {name}
        </a>
      ))}
    </p>
  )
}
