import { useAsk } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { Shown } from '../../../web/notes.tsx'
import { useMay } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { getWhy } from '../contract.ts'
import type { ScorePart } from '../rules/score.ts'
import type { PlanView, WhyView } from '../rules/shapes.ts'
import { words } from '../words.ts'
import { Bring } from './bring.tsx'
import { ItemActs } from './item-acts.tsx'
import { ReasonsByYear } from './reasons.tsx'

const notes: Readonly<Record<string, { zh: string; en: string }>> = { ...words.note, ...words.left, ...words.why }

function Part({ part }: { part: ScorePart }) {
  const t = useSay()
  const withheld = part.leaving && part.value === ''
  return (
    <li className="score-part">
      <div className="row">
        <span>{t(words.scorePart[part.key])}</span>
        <span className="spring" />
        <span className="num muted">{withheld ? t(words.note.entrustedOnly) : `${part.value} ${t(words.scoreUnit[part.key])}`}</span>
        <b className="num plan-gain">{`+${part.points}`}</b>
      </div>
      <div className="score-bar" aria-hidden="true">
        <span style={{ width: `${part.weight > 0 ? (100 * part.points) / part.weight : 0}%` }} />
      </div>
      <div className="small muted">
        {part.origin?.to ? <Go to={part.origin.to}>{part.origin.says || t(words.field.record)}</Go> : (part.origin?.says ?? '')}{' '}
        <span className="num">{`/ ${part.weight} · ${part.rule?.title ?? ''} ${part.rule?.startsOn ?? ''}`}</span>
      </div>
    </li>
  )
}

function Checks({ view }: { view: WhyView }) {
  const t = useSay()
  return (
    <ul className="stack stack-tight">
      {view.checks.map((check) => (
        <li key={check.code}>
          <span aria-hidden="true">{check.ok ? '✓' : '◌'}</span> {t(notes[check.code] ?? { zh: check.code, en: check.code }, check.facts)}
        </li>
      ))}
    </ul>
  )
}

function Trace({ view }: { view: WhyView }) {
  const t = useSay()
  const names: Readonly<Record<string, { zh: string; en: string }>> = words.trace
  return (
    <details>
      <summary>{t(words.title.trace)}</summary>
      <ul className="stack stack-tight small">
        {view.trace.map((line) => (
          <li key={line.field}>
            <b>{t(names[line.field] ?? { zh: line.field, en: line.field })}</b>{' '}
            <span className="num">{line.value.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')}</span>{' '}
            <span className="muted">{line.rule?.title ?? ''}</span>
            {line.why.map((why) => (
              <div key={`${why.code}${why.record}`}>{t(notes[why.code] ?? { zh: why.code, en: why.code }, why.facts)}</div>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}

function History({ view }: { view: WhyView }) {
  const t = useSay()
  if (view.history.length === 0) return null
  return (
    <details>
      <summary>{t(words.title.history)}</summary>
      <ul className="stack stack-tight small">
        {view.history.map((step) => (
          <li key={step.id}>
            <span className="num muted">{step.takenOn}</span> <b>{t(words.step[step.step])}</b> {step.name}{' '}
            <span className="muted">{step.text}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** An issued item becomes a project, once; after that the link leads to it. */
function ProjectLink({ view: { item, project, subject } }: { view: WhyView }) {
  const t = useSay()
  const mayOpen = useMay({ name: 'projects.open' })
  if (project) return <Go to={`/projects/${project}`}>{t(words.action.toProject)}</Go>
  if (!mayOpen || item?.stage !== 'issued' || item.change !== 'add') return null
  const { id: planItem, unit, kind, year } = item
  return (
    <Go to={place('/projects/new', { planItem, unit, kind, year: String(year), official: subject.official })}>
      {t(words.action.beginProject)}
    </Go>
  )
}

type Hands = { deed?: 'pin' | 'ban' | undefined; onDeed(): void }

function Body({ view, board, ...hands }: { view: WhyView; board: PlanView } & Hands) {
  const t = useSay()
  const { subject, score, item, tip, left } = view
  const here = item !== null && item.year === board.year && item.stage !== 'deferred'
  return (
    <div className="stack">
      <div className="row why-head">
        <b className="serif why-name">{subject.name}</b>
        <span className="muted">{`${subject.unitName} ${subject.post}`}</span>
        <span className="spring" />
        <span className="why-score num">
          {score.total}
          <span className="muted small">{t(words.note.outOf)}</span>
        </span>
      </div>
      {left && <p className="note">{t(notes[left.code] ?? { zh: left.code, en: left.code }, left.facts)}</p>}
      {item?.reason && (
        <p className="note">
          {`${t(words.note.itemReason)}：${item.reason}`} <span className="muted">{item.movedBy}</span>
        </p>
      )}
      <ul className="stack">
        {score.parts.map((part) => (
          <Part key={part.key} part={part} />
        ))}
      </ul>
      <p className="muted small">{t(words.note.scoreIsDuty)}</p>
      {view.reasons.length > 0 && <ReasonsByYear view={view} year={board.year} />}
      {tip && tip.code !== 'tipNone' && (
        <section className="plan-tip">
          <h3>
            <span aria-hidden="true">▲</span> {t(words.title.hint)}
          </h3>
          <p>{t(notes[tip.code] ?? words.note.tipNone, tip.facts)}</p>
        </section>
      )}
      <section className="stack stack-tight">
        <h3>{t(words.title.constraints)}</h3>
        <Checks view={view} />
      </section>
      <ItemActs view={view} board={board} {...hands} />
      <ProjectLink view={view} />
      {!here && !left && <Bring plan={board.plan.id} tenure={subject.tenure} year={board.year} />}
      <History view={view} />
      <Trace view={view} />
      <Go to={`/auditees?open=${subject.official}`}>{t(words.action.openPortrait)}</Go>
    </div>
  )
}

/** Beside the board: why this one, why here, what still holds it, and what may be done with it. */
export function WhyPanel({ board, tenure, onClose, ...hands }: { board: PlanView; tenure: string; onClose(): void } & Hands) {
  const t = useSay()
  const asked = useAsk(getWhy, { plan: board.plan.id, tenure }, { keep: true })
  return (
    <aside className="card plan-why" aria-label={t(words.title.why)}>
      <header className="card-head">
        <h2>{t(words.title.why)}</h2>
        <span className="card-aside num">
          <Go to="/plan-rules">{t(words.action.rules, { name: board.ruleSet })}</Go>
        </span>
        <button type="button" className="icon-button" aria-label={t(words.action.cancel)} onClick={onClose}>
          ×
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard */}
      <div className="card-body plan-why-body" tabIndex={0}>
        <Shown ask={asked}>
          {(view) => <Body key={`${view.subject.tenure}${hands.deed ?? ''}`} view={view} board={board} {...hands} />}
        </Shown>
      </div>
    </aside>
  )
}
