import { useAct } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { ErrorNote } from '../../../web/notes.tsx'
import { useMay } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { type ProofView, unlinkEvidence } from './contract.ts'
import { SignTag } from './sign-tag.tsx'
import { words } from './words.ts'

/** Each finding with what stands behind it; one without anything is marked. */
export function Proof({ proof }: { proof: readonly ProofView[] }) {
  const t = useSay()
  const unlink = useAct(unlinkEvidence)
  const may = useMay(unlinkEvidence)
  if (proof.length === 0) return <p className="muted">{t(words.note.noFinding)}</p>
  return (
    <ul className="stack">
      {proof.map((finding) => (
        <li key={finding.id}>
          <Go to={place('/findings', { open: finding.id })}>{`${finding.number} ${finding.title}`}</Go>
          {finding.behind.length === 0 && (
            <div>
              <StatusTag state="overdue">{t(words.note.bare)}</StatusTag>
            </div>
          )}
          <ul>
            {finding.behind.map((link) => (
              <li key={link.id} className="row">
                <span className="num">{link.evidenceNumber}</span>
                {link.document ? (
                  <Go to={place(`/reports/${link.document}`, { start: link.startsAt, end: link.endsAt })}>{link.evidenceTitle}</Go>
                ) : (
                  <span>{link.evidenceTitle}</span>
                )}
                {link.page && <span className="muted">{t(words.note.one, { page: link.page })}</span>}
                <SignTag sign={link.sign} />
                {may && (
                  <button
                    type="button"
                    className="link-button"
                    aria-label={`${t(words.action.unlink)} ${finding.number} ${link.evidenceNumber}`}
                    onClick={() => void unlink.run({ id: link.id })}
                  >
                    {t(words.action.unlink)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
      <ErrorNote trouble={unlink.trouble} />
    </ul>
  )
}
