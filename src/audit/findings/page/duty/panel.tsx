import { useAsk } from '../../../../web/ask.ts'
import { Deed } from '../../../../web/deed.tsx'
import { Go, place } from '../../../../web/go.tsx'
import { Shown } from '../../../../web/notes.tsx'
import { Card } from '../../../../web/page-frame.tsx'
import { useMay } from '../../../../web/session.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../../web/tongue.tsx'
import { Answering, answersIn } from '../../../projects/answering.tsx'
import { words as room } from '../../../projects/rules/room.words.ts'
import { words as side } from '../../../projects/rules/side.words.ts'
import { ReviewOutcome } from '../../../projects/rules/side-records.ts'
import { getCorrection } from '../../correction/contract.ts'
import { words as correctionWords } from '../../correction/words.ts'
import { type DutyView, getDuty, recordPerson } from '../../duty/contract.ts'
import { words } from '../../duty/words.ts'
import { answerLate, decideHigher } from '../../objection/contract.ts'
import { words as objectionWords } from '../../objection/words.ts'
import './duty.css'
import { Setting } from './form.tsx'
import { LateEvidence } from './late-evidence.tsx'
import { ResponsibilityLine } from './line.tsx'
import { ToleranceCard } from './tolerance.tsx'
import { isEver, useWhy } from './why.tsx'

function Responsibilities({ view }: { view: DutyView }) {
  const t = useSay()
  return (
    <Card title={t(words.title.duty)}>
      <div className="stack">
        {view.lines.length === 0 && <p className="muted">{t(words.flag.notArgued)}</p>}
        {view.lines.map((line) => (
          <ResponsibilityLine key={line.id} line={line} view={view} />
        ))}
        {view.may.set === true && view.free.length > 0 && <Setting view={view} line={null} />}
      </div>
    </Card>
  )
}

/** Others who had a part in it; the page says that they are no subjects of the audit. */
function Others({ view }: { view: DutyView }) {
  const t = useSay()
  if (view.others.length === 0 && view.may.record !== true) return null
  return (
    <Card title={t(words.title.others)}>
      <div className="stack stack-tight">
        <p className="muted small">{t(words.note.others)}</p>
        {view.others.length === 0 && <p className="muted">{t(words.note.noOthers)}</p>}
        {view.others.map((each) => (
          <p key={each.id}>
            <b>{each.name}</b> <span className="muted">{each.post}</span> {each.part}
          </p>
        ))}
        <Deed
          title={t(words.act.record)}
          contract={recordPerson}
          fields={[
            { name: 'name', label: t(words.field.name) },
            { name: 'post', label: t(words.field.post) },
            { name: 'part', label: t(words.field.part), kind: 'area' },
          ]}
          input={(given) => ({ finding: view.finding, ...given })}
        />
      </div>
    </Card>
  )
}

function LateReplies({ view }: { view: DutyView }) {
  const t = useSay()
  if (view.lateReplies.length === 0) return null
  return (
    <Card title={t(objectionWords.title.late)}>
      <div className="stack">
        {view.lateReplies.map((each) => (
          <div key={each.id} className="stack stack-tight">
            <p className="row">
              <b>{each.name}</b> <StatusTag state="overdue">{t(objectionWords.note.lateGiven, { on: each.givenOn })}</StatusTag>
            </p>
            <p className="reading">{each.text}</p>
            <LateEvidence late={each} />
            {each.answer && <p className="muted">{t(objectionWords.note.answered, { text: each.answer })}</p>}
            {isEver(each.may.answer) && (
              <Deed
                title={t(objectionWords.act.answerLate)}
                contract={answerLate}
                fields={[{ name: 'answer', label: t(objectionWords.field.answer), kind: 'area' }]}
                input={(given) => ({ id: each.id, version: each.version, ...given })}
              />
            )}
          </div>
        ))}
      </div>
    </Card>
  )
}

/** The check by the higher office, under the rules of audits that knew one: asked for by the official, its decision entered here. */
function Higher({ view }: { view: DutyView }) {
  const t = useSay()
  const why = useWhy()
  const choices = useChoices()
  if (view.higher.length === 0) return null
  const { field } = room
  return (
    <Card title={t(objectionWords.title.higher)}>
      <div className="stack">
        {view.higher.map((each) => (
          <div key={each.id} className="stack stack-tight">
            <p className="row">
              <StatusTag state={each.decidedOn ? 'done' : 'running'}>{each.outcome ? t(side.outcome[each.outcome]) : each.body}</StatusTag>
              <span className="muted small">
                {each.raisedOn} {each.decisionRef} {each.decidedOn}
              </span>
            </p>
            <p className="reading">{each.text}</p>
            {each.reason && <p className="muted">{each.reason}</p>}
            {each.decidedOn === null && isEver(each.may.decide) && (
              <Deed
                title={t(objectionWords.act.decideHigher)}
                contract={decideHigher}
                why={why(each.may.decide)}
                fields={[
                  { name: 'decisionRef', label: t(objectionWords.field.decisionRef) },
                  { name: 'outcome', label: t(field.outcome), options: choices(ReviewOutcome.options, side.outcome) },
                  { name: 'reason', label: t(field.reason), kind: 'area' },
                ]}
                input={(given) => ({
                  ...{ id: each.id, version: each.version },
                  ...{ decisionRef: given.decisionRef, outcome: given.outcome, reason: given.reason },
                  answers: answersIn(given, each.about),
                })}
              >
                {each.about.map((finding) => (
                  <Answering key={finding.id} finding={finding} />
                ))}
              </Deed>
            )}
          </div>
        ))}
      </div>
    </Card>
  )
}

function Corrections({ view }: { view: DutyView }) {
  const t = useSay()
  const mayOpen = useMay(getCorrection)
  if (view.corrections.length === 0) return null
  return (
    <Card title={t(correctionWords.title.corrections)}>
      <ul className="stack stack-tight">
        {view.corrections.map((each) => (
          <li key={each.id} className="row">
            <StatusTag state="transferred">{t(correctionWords.effect[each.effect])}</StatusTag>
            <span className="num muted">{each.correctedOn}</span> {each.decidedBy}
            {mayOpen && <Go to={place('/result-corrections', { open: each.id })}>{t(correctionWords.act.open)}</Go>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Due process of one finding: who answers and why, who else had a part, tolerance, late words, what was corrected. */
export function DutyPanel({ finding }: { finding: string }) {
  const asked = useAsk(getDuty, { id: finding })
  return (
    <Shown ask={asked}>
      {(view) => (
        <>
          <Responsibilities view={view} />
          <ToleranceCard view={view} />
          <LateReplies view={view} />
          <Higher view={view} />
          <Corrections view={view} />
          <Others view={view} />
        </>
      )}
    </Shown>
  )
}
