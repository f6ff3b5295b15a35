import { Button } from 'antd'
import { useSay } from '../../../web/tongue.tsx'
import type { CandidateLine } from '../contract.ts'
import { words } from '../words.ts'

type Reason = CandidateLine['reasons'][number]
const widest = 9

/** One reason with its signed weight and a bar: what speaks for, what against. */
function ReasonLine({ reason }: { reason: Reason }) {
  const t = useSay()
  const speaksFor = reason.weight >= 0
  const share = Math.min(1, Math.abs(reason.weight) / widest) * 100
  return (
    <li className="row" style={{ flexWrap: 'nowrap', alignItems: 'baseline' }}>
      <span className="num small" style={{ width: 64, flexShrink: 0, textAlign: 'end' }}>
        {t(speaksFor ? words.page.supports : words.page.speaksAgainst)} {speaksFor ? '+' : '−'}
        {Math.abs(reason.weight).toFixed(1)}
      </span>
      <span aria-hidden="true" style={{ width: 72, flexShrink: 0 }}>
        <span style={{ display: 'block', width: `${share}%`, height: 6, background: speaksFor ? 'var(--done)' : 'var(--overdue)' }} />
      </span>
      <span>{reason.text}</span>
    </li>
  )
}

type Props = {
  candidates: readonly CandidateLine[]
  chosen: string | null
  whyNot: string | null
  pending: boolean
  onConfirm(target: string): void
}

/** The records the mention may mean, each with its posts and reasons; numbers are the keys that confirm. */
export function Candidates({ candidates, chosen, whyNot, pending, onConfirm }: Props) {
  const t = useSay()
  if (candidates.length === 0) return <p className="muted">{t(words.page.noCandidates)}</p>
  return (
    <ol className="stack" aria-label={t(words.page.candidates)} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {candidates.map((candidate, at) => (
        <li key={candidate.target} className="stack stack-tight">
          <div className="row" style={{ justifyContent: 'space-between' }}>
            <span>
              <span className="num muted">{at + 1}</span> <b className="serif">{candidate.name}</b>{' '}
              <span className="num muted">{candidate.number}</span>
            </span>
            <Button
              size="small"
              type={candidate.target === chosen ? 'primary' : 'default'}
              disabled={pending || whyNot !== null}
              title={whyNot ?? undefined}
              onClick={() => onConfirm(candidate.target)}
              aria-label={`${t(words.page.confirm)} ${candidate.name} ${candidate.number}`}
            >
              {t(words.page.confirm)}
            </Button>
          </div>
          <ul className="small muted" style={{ margin: 0, paddingInlineStart: 20 }}>
            {candidate.posts.slice(0, 4).map((post) => (
              <li key={`${post.unit}${post.post}${post.startsOn}`}>
                {post.unit} {post.post} <span className="num">{post.startsOn}</span>–
                <span className="num">{post.endsOn ?? t(words.page.untilNow)}</span>
              </li>
            ))}
          </ul>
          <ul aria-label={t(words.page.reasons)} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {candidate.reasons.map((reason) => (
              <ReasonLine key={`${reason.code}${reason.text}`} reason={reason} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
