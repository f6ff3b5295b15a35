import { Go } from '../../../web/go.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { WhyView } from '../rules/shapes.ts'
import { words } from '../words.ts'

function Reasons({ reasons }: { reasons: WhyView['reasons'] }) {
  return (
    <ul className="stack stack-tight">
      {reasons.map((reason) => (
        <li key={`${reason.year}${reason.part}${reason.text}`}>
          {reason.text}
          {reason.records.length > 0 && (
            <div className="small muted row">
              {reason.records.map(({ says, to }) =>
                to ? (
                  <Go key={says + to} to={to}>
                    {says}
                  </Go>
                ) : (
                  <span key={says}>{says}</span>
                ),
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Why in and why there, or why not, for the year in question; the other years stand folded beneath. */
export function ReasonsByYear({ view, year }: { view: WhyView; year: number }) {
  const t = useSay()
  const own = view.reasons.filter((reason) => reason.year === year)
  const others = view.reasons.filter((reason) => reason.year !== year)
  return (
    <section className="stack stack-tight">
      <h3>{t(words.title.reasons)}</h3>
      <Reasons reasons={own} />
      {others.length > 0 && (
        <details>
          <summary>{t(words.note.otherYears)}</summary>
          <Reasons reasons={others} />
        </details>
      )}
    </section>
  )
}
