import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../../../web/ask.ts'
import { DeadlineTag } from '../../../../web/deadline-tag.tsx'
import { DeedForm } from '../../../../web/deed-form.tsx'
import { Shown } from '../../../../web/notes.tsx'
import { Card } from '../../../../web/page-frame.tsx'
import { useMay, useToday } from '../../../../web/session.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import { type DeadlineView, roomDeadlines } from '../../room.contract.ts'
import { rights } from '../../rules/counting.ts'
import { words } from '../../rules/room.words.ts'
import { words as side } from '../../rules/side.words.ts'
import { resumeDeadline, suspendDeadline } from '../../side.contract.ts'
import { words as own } from '../../words.ts'

/** How a due day was counted, with the article and, where it was counted again, every earlier value. */
export function whyOf(deadline: DeadlineView, says: { cause(cause: DeadlineView['counts'][number]['cause']): string }): string[] {
  const earlier =
    deadline.counts.length > 1 ? deadline.counts.map(({ countedOn, cause, dueOn }) => `${countedOn} ${says.cause(cause)}: ${dueOn}`) : []
  return [deadline.citation, ...deadline.why, ...earlier].filter((line) => line !== '')
}

function Suspending({ deadline }: { deadline: DeadlineView }) {
  const t = useSay()
  const [open, setOpen] = useState(false)
  const idle = deadline.suspensions.some(({ untilOn }) => untilOn === null)
  const title = t(idle ? side.act.resume : side.act.suspend)
  if (!open)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {title}
      </Button>
    )
  const fields = idle
    ? [{ name: 'untilOn', label: t(words.field.on), kind: 'day' as const }]
    : [
        { name: 'fromOn', label: t(words.field.on), kind: 'day' as const },
        { name: 'reason', label: t(words.field.reason) },
      ]
  return (
    <DeedForm
      title={title}
      contract={idle ? resumeDeadline : suspendDeadline}
      fields={fields}
      input={(given) => ({ deadline: deadline.id, ...given })}
      onDone={() => setOpen(false)}
    />
  )
}

/** One deadline: rule, whom it is about, the day with its reckoning, and its earlier values when it was counted again. */
export function DeadlineLine({ deadline, suspends = false }: { deadline: DeadlineView; suspends?: boolean }) {
  const t = useSay()
  const today = useToday()
  const cause = (key: DeadlineView['counts'][number]['cause']) => t(side.cause[key])
  const first = deadline.counts[0]
  const passed = deadline.dueOn < today && (deadline.kind === 'earliest' || rights.includes(deadline.rule))
  const over = deadline.state !== 'running' || passed
  return (
    <li className="deadline-line">
      <div className="row spread">
        <span>
          {deadline.title}
          {deadline.partyName && <span className="muted"> · {deadline.partyName}</span>}
        </span>
        <DeadlineTag dueOn={deadline.dueOn} today={today} done={over} why={whyOf(deadline, { cause })} />
      </div>
      <p className="muted small">
        {t(own.note.countedFrom, { from: deadline.fromOn, due: deadline.dueOn })}
        {!deadline.verified && ` · ${t(own.note.unverified)}`}
      </p>
      {first && first.dueOn !== deadline.dueOn && (
        <p className="small recounted">
          {deadline.counts.map(({ id, cause: key, dueOn }) => (
            <span key={id}>
              {cause(key)} {dueOn}
            </span>
          ))}
        </p>
      )}
      {deadline.suspensions.map(({ id, fromOn, untilOn, reason }) => (
        <p key={id} className="small recounted">
          {untilOn === null
            ? t(own.note.idleSince, { from: fromOn, reason })
            : t(own.note.idleUntil, { from: fromOn, until: untilOn, reason })}
        </p>
      ))}
      {suspends && deadline.state === 'running' && deadline.kind === 'latest' && <Suspending deadline={deadline} />}
    </li>
  )
}

/** Every clock of the project: those that run first. */
export function DeadlinesPanel({ id }: { id: string }) {
  const t = useSay()
  const asked = useAsk(roomDeadlines, { id })
  const suspends = useMay(suspendDeadline)
  return (
    <Card title={t(words.title.deadlines)}>
      <Shown ask={asked}>
        {(deadlines) => (
          <ul className="stack">
            {deadlines.length === 0 && <li className="muted">{t(own.note.noDeadlines)}</li>}
            {deadlines
              .toSorted((a, b) => Number(a.state !== 'running') - Number(b.state !== 'running'))
              .map((deadline) => (
                <DeadlineLine key={deadline.id} deadline={deadline} suspends={suspends} />
              ))}
          </ul>
        )}
      </Shown>
    </Card>
  )
}
