import { Deed } from '../../../../web/deed.tsx'
import { Go, place } from '../../../../web/go.tsx'
import { useMay } from '../../../../web/session.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useChoices, useSay, useTongue } from '../../../../web/tongue.tsx'
import { type DutyLine, type DutyView, reviewResponsibility } from '../../duty/contract.ts'
import { type Attribution, type Flag, Slot } from '../../duty/model.ts'
import { words } from '../../duty/words.ts'
import { GradeMark } from '../../grade.tsx'
import { Setting } from './form.tsx'
import { StandingTag } from './standing-tag.tsx'
import { isEver, useWhy } from './why.tsx'

const stateTag = { set: 'running', reviewed: 'done', sentBack: 'overdue' } as const

/** What the checker holds against it, each in its sentence; what stops a sign-off is marked so. */
export function Flags({ flags }: { flags: readonly Flag[] }) {
  const t = useSay()
  if (flags.length === 0) return <p className="muted small">{t(words.note.noFlags)}</p>
  return (
    <ul className={`duty-flags stack stack-tight ${flags.some(({ stops }) => stops) ? 'stops' : ''}`}>
      {flags.map((flag) => (
        <li key={`${flag.code}${JSON.stringify(flag.facts)}`} className="small">
          <StatusTag state={flag.stops ? 'overdue' : 'soon'}>{t(words.flag[flag.code], flag.facts)}</StatusTag>
        </li>
      ))}
    </ul>
  )
}

function Trail({ trail }: { trail: Attribution['decisionTrail'] }) {
  const t = useSay()
  if (!trail.meeting && !trail.approval) return null
  const { note } = words
  const yes = (value: boolean | null, says: { yes: { zh: string; en: string }; no: { zh: string; en: string } }) =>
    value === null ? '–' : t(value ? says.yes : says.no)
  return (
    <p className="small">
      {`${t(words.title.trail)}：${t(note.trail, {
        meeting: trail.meeting ?? trail.approval ?? '',
        heldOn: trail.heldOn ?? '',
        presidedBy: trail.presidedBy ?? '–',
        voted: trail.voted ? t(words.voted[trail.voted]) : '–',
        majority: yes(trail.majority, note.majority),
        minuted: yes(trail.objectionMinuted, note.minuted),
      })}`}
    </p>
  )
}

function Argument({ of, view }: { of: Attribution; view: DutyView }) {
  const t = useSay()
  const tongue = useTongue()
  const situation = view.situations.find(({ code }) => code === of.situation)
  const label = (record: string) => view.proofs.find((each) => each.record === record)?.label
  return (
    <div className="stack stack-tight">
      <p>
        <span className="num muted">{of.situation}</span> {situation?.[tongue]}
        {situation && <span className="muted small">{` （${situation.citation}）`}</span>}
      </p>
      <dl className="duty-slots">
        {Slot.options.flatMap((slot) => [
          <dt key={slot}>{t(words.slot[slot])}</dt>,
          <dd key={`${slot}.text`} className="reading">
            {of.slots[slot] || '–'}{' '}
            <span className="muted small">
              {of.links
                .filter((each) => each.slot === slot)
                .map(({ kind, record }) => `[${t(words.proof[kind])} ${label(record) ?? ''}]`)
                .join(' ')}
            </span>
          </dd>,
        ])}
      </dl>
      <Trail trail={of.decisionTrail} />
      {of.weighing && <p className="small">{t(words.note.weighed, { text: of.weighing })}</p>}
      <p className="muted small">
        {t(words.note.setBy, { name: of.setName, on: of.setOn })}
        {of.reviewedOn && ` · ${t(words.note.reviewedBy, { name: of.reviewedName ?? '', on: of.reviewedOn, opinion: of.opinion ?? '' })}`}
      </p>
    </div>
  )
}

function Reviewing({ line }: { line: DutyLine }) {
  const t = useSay()
  const why = useWhy()
  const choices = useChoices()
  const { attribution, may } = line
  if (!attribution || !isEver(may.review)) return null
  return (
    <Deed
      title={t(words.act.review)}
      contract={reviewResponsibility}
      why={why(may.review)}
      fields={[
        { name: 'verdict', label: t(words.field.verdict), options: choices(['confirm', 'sendBack'], words.verdict) },
        { name: 'opinion', label: t(words.field.opinion), kind: 'area' },
      ]}
      input={(given) => ({ id: attribution.id, version: attribution.version, ...given })}
    />
  )
}

/** One official's responsibility: grade, how it stands, the argument, the checker's remarks, and who may do what. */
export function ResponsibilityLine({ line, view }: { line: DutyLine; view: DutyView }) {
  const t = useSay()
  const mayPortrait = useMay({ name: 'portrait.one' })
  const { attribution, standing } = line
  return (
    <section className="stack stack-tight" aria-label={line.name}>
      <p className="row">
        {standing.state !== 'withdrawn' && <GradeMark grade={line.grade} word />}
        {mayPortrait ? <Go to={place(`/portrait/${line.number}`)}>{line.name}</Go> : <b>{line.name}</b>}
        <span className="muted">{line.post}</span>
        {attribution && <StatusTag state={stateTag[attribution.state]}>{t(words.state[attribution.state])}</StatusTag>}
        <StandingTag standing={standing} />
      </p>
      {standing.state !== 'stands' && <p className="muted small">{standing.says}</p>}
      {attribution && standing.state !== 'withdrawn' && <Argument of={attribution} view={view} />}
      {line.flags && standing.state !== 'withdrawn' && <Flags flags={line.flags} />}
      <div className="row">
        {line.may.set === true && <Setting view={view} line={line} />}
        <Reviewing line={line} />
      </div>
    </section>
  )
}
