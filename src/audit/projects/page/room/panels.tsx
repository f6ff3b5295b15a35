import { useAsk } from '../../../../web/ask.ts'
import { Go, place } from '../../../../web/go.tsx'
import { Shown } from '../../../../web/notes.tsx'
import { Card } from '../../../../web/page-frame.tsx'
import { useMay } from '../../../../web/session.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import type { ProjectStep } from '../../model.ts'
import { type RoomFinding, type RoomView, roomFindings } from '../../room.contract.ts'
import { words as caseWords } from '../../rules/case.words.ts'
import { words } from '../../rules/room.words.ts'
import { words as own } from '../../words.ts'
import { FirstAct } from './first-act.tsx'

const stanceTag = { agree: 'done', partly: 'soon', object: 'overdue' } as const

function FindingLine({ finding }: { finding: RoomFinding }) {
  const t = useSay()
  return (
    <li className="room-line">
      <div className="row spread">
        <Go to={place('/findings', { open: finding.id })}>
          <span className="num muted">{finding.number}</span> <span className="serif">{finding.title}</span>
        </Go>
        <StatusTag state={finding.evidence > 0 ? 'done' : 'soon'}>
          {finding.evidence > 0 ? t(own.note.evidenceCount, { count: finding.evidence }) : t(own.note.evidenceNone)}
        </StatusTag>
      </div>
      <p className="muted small row">
        {finding.responsible.join('、')}
        {finding.replies.map((reply) => (
          <StatusTag key={`${reply.party}${reply.stance}`} state={stanceTag[reply.stance]}>
            {t(words.party[reply.party])} {t(words.stance[reply.stance])}
            {reply.outcome && ` · ${t(words.adoption[reply.outcome])}`}
          </StatusTag>
        ))}
      </p>
    </li>
  )
}

/** The project's findings: what stands behind each, who answers for it, what the parties said. */
export function FindingsPanel({ id }: { id: string }) {
  const t = useSay()
  const asked = useAsk(roomFindings, { id })
  const mayRecord = useMay({ name: 'findings.record' })
  return (
    <Card
      title={t(words.title.findings)}
      aside={
        asked.data && (
          <span className="row">
            {mayRecord && <Go to={place('/findings/new', { project: id })}>{t(own.action.newFinding)}</Go>}
            <Go to={place('/findings', { project: id })}>{`${t(own.action.showFindings)} (${asked.data.length})`}</Go>
          </span>
        )
      }
    >
      <Shown ask={asked}>
        {(findings) => (
          <ul className="stack stack-tight">
            {findings.length === 0 && (
              <li className="muted row">
                {t(own.note.noFindings)}
                {mayRecord && <Go to={place('/findings/new', { project: id })}>{t(own.action.newFinding)}</Go>}
              </li>
            )}
            {findings.map((finding) => (
              <FindingLine key={finding.id} finding={finding} />
            ))}
          </ul>
        )}
      </Shown>
    </Card>
  )
}

/** What was proven served on whom; the papers themselves stand in their own panel. */
export function ServicePanel({ room }: { room: RoomView }) {
  const t = useSay()
  const nameOf = (recipient: string) => room.parties.find((party) => party.id === recipient)?.name ?? ''
  return (
    <Card title={t(words.title.served)}>
      <ul className="stack stack-tight">
        {room.services.length === 0 && <li className="muted">{t(own.note.noServices)}</li>}
        {room.services.map((service) => (
          <li key={service.id} className="row spread">
            <span>
              {t(words.served[service.kind])} → {nameOf(service.recipient)} <span className="num muted">{service.number}</span>
            </span>
            <span className="muted small num">
              {service.servedOn} {t(words.method[service.method])} {service.signer} {service.proofName}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Who works on it. */
export function TeamPanel({ room }: { room: RoomView }) {
  const t = useSay()
  return (
    <Card
      title={t(words.title.team)}
      aside={<Go to={place(`/projects/${room.project.id}/fieldwork`, { tab: 'team' })}>{t(words.title.team)}</Go>}
    >
      <ul className="stack stack-tight">
        {room.members.length === 0 && (
          <li>
            <FirstAct room={room} says={t(own.note.noTeam)} step="team" />
          </li>
        )}
        {room.members.map((member) => (
          <li key={member.account} className="row spread">
            <span className="serif">{member.name}</span>
            <span className="muted small">
              {t(words.member[member.role])} · {member.days} {t(words.field.days)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const isKnown = (step: string): step is keyof typeof caseWords.step => step in caseWords.step

/** Every step taken, the latest first; what was said with it. */
export function HistoryPanel({ steps }: { steps: readonly ProjectStep[] }) {
  const t = useSay()
  return (
    <Card title={t(words.title.history)}>
      <ol className="stack stack-tight history">
        {steps.length === 0 && <li className="muted">{t(own.note.imported)}</li>}
        {steps.toReversed().map((step) => (
          <li key={step.id}>
            <p>
              <span className="num muted">{step.takenOn}</span>{' '}
              <b>{isKnown(step.step) ? t(caseWords.step[step.step]) : t(words.title.open)}</b> {step.name}
              {typeof step.facts.number === 'string' && <span className="muted"> {step.facts.number}</span>}
            </p>
            {step.text && <p className="muted small">{step.text}</p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
