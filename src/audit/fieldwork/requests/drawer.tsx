import { Button } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../../kernel/refusal.ts'
import { type Phrase, say } from '../../../kernel/say.ts'
import { words as kernelWords } from '../../../kernel/words.ts'
import { fileUrl, useAct, useAsk } from '../../../web/ask.ts'
import { DeadlineTag } from '../../../web/deadline-tag.tsx'
import { Go, place } from '../../../web/go.tsx'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card, Fields } from '../../../web/page-frame.tsx'
import { RecordDrawer } from '../../../web/record-drawer.tsx'
import { useMay, useMe, useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay, useTongue } from '../../../web/tongue.tsx'
import { RecordForm } from '../parts/form.tsx'
import {
  type AnswerView,
  answerRequest,
  decideRequest,
  getAnswerFile,
  getRequest,
  type RequestLine,
  type RequestView,
  withdrawRequest,
} from './contract.ts'
import { Loans } from './loans-card.tsx'
import type { RequestStep } from './procedure.ts'
import { whyNot } from './rules/steps.ts'
import { words } from './words.ts'

const sentences: Readonly<Record<string, Phrase>> = { ...kernelWords.refusal, ...words.refusal }

/** The same rule the server asks, so that a button can say why it is shut. */
function useWhyShut(request: RequestLine): (step: RequestStep) => string | null {
  const me = useMe()
  const tongue = useTongue()
  const said = (no: Refusal | null) => (no ? say(sentences[no.code] ?? { zh: no.code, en: no.code }, tongue, no.facts ?? {}) : null)
  const unitId = me.role === 'unitStaff' ? request.unit : null
  return (step) => said(whyNot(step, request, { role: me.role, unitId }))
}

function Answer({ answer }: { answer: AnswerView }) {
  const t = useSay()
  return (
    <li className="stack stack-tight">
      <p>
        <b>{t(words.field.round, { round: answer.round })}</b> <span className="num muted">{answer.answeredOn}</span> {answer.answeredName}{' '}
        <span className="muted">{t(words.via[answer.via])}</span>{' '}
        {answer.outcome && (
          <StatusTag state={answer.outcome === 'accepted' ? 'done' : 'overdue'}>{t(words.outcome[answer.outcome])}</StatusTag>
        )}
      </p>
      <p className="reading">{answer.text}</p>
      <ul>
        {answer.files.map((file) => (
          <li key={file.id}>
            <a href={fileUrl(getAnswerFile, { id: file.id })}>{file.name}</a>{' '}
            <span className="hash muted">{file.sha256.slice(0, 16)}…</span>
          </li>
        ))}
      </ul>
      {answer.reason && <p className="must">{`${t(words.field.reason)}：${answer.reason}`}</p>}
    </li>
  )
}

type Open = 'answer' | 'return'
function DeedForm({ request, open, onClose }: { request: RequestLine; open: Open; onClose(): void }) {
  const t = useSay()
  const { id, version } = request
  if (open === 'answer')
    return (
      <RecordForm
        title={t(words.action.answer)}
        contract={answerRequest}
        fixed={{ id, version }}
        fields={[{ name: 'text', label: t(words.field.text), kind: 'area', required: true }]}
        files={{ label: t(words.field.files) }}
        submit={t(words.action.answer)}
        onClose={onClose}
      />
    )
  return (
    <RecordForm
      title={t(words.action.return)}
      contract={decideRequest}
      fixed={{ id, version, outcome: 'returned' }}
      fields={[{ name: 'reason', label: t(words.field.reason), kind: 'area', required: true }]}
      submit={t(words.action.return)}
      onClose={onClose}
    />
  )
}

function Deeds({ request }: { request: RequestLine }) {
  const t = useSay()
  const shut = useWhyShut(request)
  const decide = useAct(decideRequest)
  const withdraw = useAct(withdrawRequest)
  const may = { answer: useMay(answerRequest), decide: useMay(decideRequest), withdraw: useMay(withdrawRequest) }
  const [open, setOpen] = useState<Open | null>(null)
  const { id, version } = request
  const close = () => setOpen(null)
  const why = may.decide ? shut('accept') : shut('answer')
  return (
    <div className="stack stack-tight">
      <div className="row">
        {may.answer && (
          <Button type="primary" disabled={shut('answer') !== null} onClick={() => setOpen('answer')}>
            {t(request.state === 'returned' ? words.action.resubmit : words.action.answer)}
          </Button>
        )}
        {may.decide && (
          <>
            <Button
              type="primary"
              disabled={shut('accept') !== null}
              loading={decide.pending}
              onClick={() => void decide.run({ id, version, outcome: 'accepted' })}
            >
              {t(words.action.accept)}
            </Button>
            <Button disabled={shut('return') !== null} onClick={() => setOpen('return')}>
              {t(words.action.return)}
            </Button>
          </>
        )}
        {may.withdraw && (
          <Button disabled={shut('withdraw') !== null} onClick={() => void withdraw.run({ id, version })}>
            {t(words.action.withdraw)}
          </Button>
        )}
      </div>
      {why && <p className="muted small">{why}</p>}
      <ErrorNote trouble={decide.trouble ?? withdraw.trouble} />
      {open && <DeedForm request={request} open={open} onClose={close} />}
    </div>
  )
}

function Parts({ view }: { view: RequestView }) {
  const t = useSay()
  const today = useToday()
  const { request } = view
  const done = ['accepted', 'withdrawn', 'answered'].includes(request.state)
  return (
    <>
      <Deeds request={request} />
      <Fields
        rows={[
          { label: t(words.field.number), value: <span className="num">{request.number}</span> },
          { label: t(words.field.unit), value: request.unitName },
          { label: t(words.field.period), value: [request.periodFrom, request.periodTo].filter((each) => each !== null).join(' – ') },
          { label: t(words.field.purpose), value: request.purpose },
          { label: t(words.field.side), value: `${t(words.side[request.side])} ${request.askedName} ${request.askedOn}` },
          { label: t(words.field.dueOn), value: <DeadlineTag dueOn={request.dueOn} today={today} done={done} /> },
          ...(request.projectTitle ? [{ label: t(words.field.project), value: request.projectTitle }] : []),
          ...(request.apartReason ? [{ label: t(words.field.apartReason), value: request.apartReason }] : []),
        ]}
      />
      {view.sameAsNumber && <p className="muted">{t(words.note.follows, { number: view.sameAsNumber })}</p>}
      <Card title={t(words.title.answers)}>
        {view.answers.length === 0 && <p className="muted">{t(words.note.noAnswer)}</p>}
        <ol className="stack">
          {view.answers.map((answer) => (
            <Answer key={answer.id} answer={answer} />
          ))}
        </ol>
      </Card>
      <Loans request={request} loans={view.loans} />
    </>
  )
}

/** One request: what is asked, each round of answering, what was decided on it, and originals on loan. */
export function RequestDrawer({ id }: { id: string }) {
  const t = useSay()
  const me = useMe()
  const asked = useAsk(getRequest, { id })
  const request = asked.data?.request
  const project = request?.project
  const inside = project && me.role !== 'unitStaff'
  return (
    <RecordDrawer
      title={request?.name ?? t(words.title.request)}
      lead={request && t(words.state[request.state])}
      actions={inside && <Go to={place(`/projects/${project}/fieldwork`, { tab: 'requests', row: id })}>{t(words.field.project)}</Go>}
    >
      <Shown ask={asked}>{(view) => <Parts view={view} />}</Shown>
    </RecordDrawer>
  )
}
