import { type Day, daysBetween } from '../../../kernel/day.ts'
import { useToday } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { PlanView } from '../rules/shapes.ts'
import { words } from '../words.ts'

function Capacity({ days }: { days: PlanView['figures']['days'] }) {
  const t = useSay()
  const share = (part: number) => `${days.have > 0 ? Math.min(100, (100 * part) / days.have) : 0}%`
  const used = days.issued + days.candidate
  return (
    <div className="plan-figure plan-force">
      <div>
        {t(words.note.force)} <b className="num">{used.toLocaleString('en-US')}</b>{' '}
        <span className="muted num">{t(words.note.forceOf, { days: days.have.toLocaleString('en-US') })}</span>
      </div>
      <div
        className="plan-bar"
        role="img"
        aria-label={t(words.note.forceOf, { days: `${used} / ${days.have}` })}
        data-over={used > days.have || undefined}
      >
        <span className="plan-bar-issued" style={{ width: share(days.issued) }} />
        <span className="plan-bar-candidate" style={{ width: share(days.candidate) }} />
      </div>
      <div className="muted small num">
        <span className="key key-issued" aria-hidden="true" /> {t(words.note.issuedDays, { days: days.issued })}{' '}
        <span className="key key-candidate" aria-hidden="true" /> {t(words.note.candidateDays, { days: days.candidate })}
      </div>
    </div>
  )
}

/** Days, coverage and clashes of the year shown; the clashes lead to the items that have them. */
export function Figures({ view, onClashes }: { view: PlanView; onClashes(): void }) {
  const t = useSay()
  const { days, rotation, classA, clashes } = view.figures
  const sign = classA.change > 0 ? `+${classA.change}` : String(classA.change)
  return (
    <div className="plan-figures">
      <Capacity days={days} />
      <div className="plan-figure">
        <div className="muted">{t(words.note.rotation, { years: rotation.years })}</div>
        <b className="num">{rotation.percent}%</b>
        <div className="muted small num" title={t(words.note.share, { percent: rotation.share, rule: rotation.shareTarget })}>
          {t(words.note.target, { percent: rotation.target })}
        </div>
      </div>
      <div className="plan-figure">
        <div className="muted">{t(words.note.classA)}</div>
        <b className="num">{classA.percent}%</b>
        <div className="small num plan-gain">{t(words.note.thisDraft, { change: sign })}</div>
      </div>
      <div className="plan-figure">
        <div className="muted">{t(words.note.clashes)}</div>
        <button type="button" className="plain-button plan-clash num" disabled={clashes.items.length === 0} onClick={onClashes}>
          <b>
            {clashes.items.length > 0 && <span aria-hidden="true">▲ </span>}
            {clashes.items.length}
          </b>
        </button>
        <div className="muted small num">{t(words.note.mergeable, { count: clashes.mergeable })}</div>
      </div>
    </div>
  )
}

/** Which draft this is, and the days that matter. */
export function Lead({ view }: { view: PlanView }) {
  const t = useSay()
  const today = useToday()
  const { plan, version } = view
  const left = (on: Day) => daysBetween({ from: today, to: on })
  const parts = [
    version ? t(words.note.draftLine, { no: version.no }) : t(words.note.noDraft),
    plan.approvedOn && t(words.note.approvedLine, { on: plan.approvedOn }),
    plan.meetingOn && t(words.note.meetingLine, { on: plan.meetingOn }),
    plan.submitBy && !plan.approvedOn && t(words.note.submitLine, { on: plan.submitBy, days: left(plan.submitBy) }),
  ]
  return <>{parts.filter(Boolean).join(' · ')}</>
}
