import { useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { useEvents } from '../../../web/events.tsx'
import { Shown } from '../../../web/notes.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { Diagnosing, getConflicts } from '../contract.ts'
import type { Conflicts, PlanView } from '../rules/shapes.ts'
import { words } from '../words.ts'

function Lists({ conflicts, onOpen }: { conflicts: Conflicts; onOpen(tenure: string): void }) {
  const t = useSay()
  const { lines, repairs, pins, unmet } = conflicts
  if (lines.length + pins.length + unmet.length === 0) return <p>{t(words.note.feasible)}</p>
  return (
    <div className="grid-2">
      <ul className="stack stack-tight">
        {pins.map((pin) => (
          <li key={pin.text}>
            <StatusTag state="overdue">{t(words.title.pins)}</StatusTag> {pin.text}{' '}
            {pin.tenures.map((tenure) => (
              <button key={tenure} type="button" className="link-button" onClick={() => onOpen(tenure)}>
                {t(words.action.open)}
              </button>
            ))}
          </li>
        ))}
        {lines.map((line) => (
          <li key={line.text}>{line.text}</li>
        ))}
        {unmet.map((line) => (
          <li key={line.kind + line.tenure}>
            <StatusTag state="soon">{t(words.unmet[line.kind])}</StatusTag>{' '}
            <button type="button" className="link-button serif" onClick={() => onOpen(line.tenure)}>
              {line.name}
            </button>{' '}
            <span className="muted">{line.unitName}</span>
          </li>
        ))}
      </ul>
      <div className="stack">
        {repairs.map((repair, at) => (
          <section key={repair.text} className="stack stack-tight">
            <h3>{t(words.note.relaxed, { no: at + 1, says: repair.text })}</h3>
            <ul className="stack stack-tight">
              {repair.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {!repair.enough && <p className="muted small">{t(words.note.notEnough)}</p>}
          </section>
        ))}
      </div>
    </div>
  )
}

/** What does not fit, in a few labelled lines, and two or three ways out; pins that contradict, with who set them. */
export function ConflictsCard({ board, onOpen, onClose }: { board: PlanView; onOpen(tenure: string): void; onClose(): void }) {
  const t = useSay()
  const asked = useAsk(getConflicts, { plan: board.plan.id })
  const [done, setDone] = useState(0)
  useEvents('planning.diagnosing', Diagnosing, (news) => news.plan === board.plan.id && setDone(news.done))
  return (
    <section className="card plan-conflicts" aria-label={t(words.title.conflicts)}>
      <header className="card-head">
        <h2>{t(words.title.conflicts)}</h2>
        <span className="spring" />
        <button type="button" className="icon-button" aria-label={t(words.action.cancel)} onClick={onClose}>
          ×
        </button>
      </header>
      <div className="card-body">
        {asked.isPending && <progress className="plan-bar" max={1} value={done} aria-label={t(words.note.diagnosing)} />}
        <Shown ask={asked}>{(conflicts) => <Lists conflicts={conflicts} onOpen={onOpen} />}</Shown>
      </div>
    </section>
  )
}
