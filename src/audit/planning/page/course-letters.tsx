import { Button } from 'antd'
import { useState } from 'react'
import { ActDialog } from '../../../web/act-dialog.tsx'
import { fileUrl } from '../../../web/ask.ts'
import { DeadlineTag } from '../../../web/deadline-tag.tsx'
import { Go, place } from '../../../web/go.tsx'
import { EmptyNote } from '../../../web/notes.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { makePaper, settleOpinion } from '../contract.ts'
import type { CourseView, OpinionView } from '../rules/shapes.ts'
import { words } from '../words.ts'
import { ReasonField, useOpen } from './forms.tsx'

type Part = { course: CourseView }

/** Who was asked, by when, and whether they answered. */
export function Letters({ course }: Part) {
  const t = useSay()
  const today = useToday()
  if (course.letters.length === 0) return <EmptyNote says={t(words.empty.letters)} />
  return (
    <ul className="stack stack-tight">
      {course.letters.map((letter) => (
        <li key={letter.id} className="row">
          <Go to={place('/letters', { open: letter.id })}>{t(words.organ[letter.organ])}</Go>
          <span className="num muted">{t(words.note.letterSays, { count: letter.count, on: letter.sentOn })}</span>
          <DeadlineTag dueOn={letter.dueOn} today={today} done={letter.repliedOn !== null} />
          {letter.open > 0 && <StatusTag state="soon">{t(words.note.waiting, { count: letter.open })}</StatusTag>}
          <a href={fileUrl(makePaper, { plan: course.plan.id, paper: 'letter', of: letter.id })} download>
            {t(words.action.letterPaper)}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Settle({ opinion, onClose }: { opinion: { said: OpinionView; outcome: 'adopted' | 'refused' }; onClose(): void }) {
  const t = useSay()
  const [answer, setAnswer] = useState('')
  const { said, outcome } = opinion
  return (
    <ActDialog
      title={`${t(words.outcome[outcome])} · ${said.name}`}
      contract={settleOpinion}
      input={() => ({ id: said.id, outcome, answer })}
      lead={said.text}
      onClose={onClose}
    >
      <ReasonField label={t(words.field.answer)} value={answer} onChange={setAnswer} />
    </ActDialog>
  )
}

const organName = (organ: string) => Object.entries(words.organ).find(([key]) => key === organ)?.[1] ?? { zh: organ, en: organ }
/** What was objected to or suggested, and what became of it. */
export function Opinions({ course }: Part) {
  const t = useSay()
  const may = useMay(settleOpinion)
  const { open, show, close } = useOpen<{ said: OpinionView; outcome: 'adopted' | 'refused' }>()
  const told = course.opinions.filter(({ stance }) => stance !== 'agree')
  if (told.length === 0) return <p className="muted">{t(words.note.allSettled)}</p>
  return (
    <ul className="stack">
      {told.map((said) => (
        <li key={said.id} className="stack stack-tight">
          <p>
            <b>{t(organName(said.organ))}</b>{' '}
            <StatusTag state={said.stance === 'object' ? 'overdue' : 'soon'}>{t(words.stance[said.stance])}</StatusTag>{' '}
            <span className="serif">{said.name}</span> <span className="muted">{said.unitName}</span>
          </p>
          <p className="reading">{said.text}</p>
          {said.outcome && (
            <p>
              <StatusTag state="done">{t(words.outcome[said.outcome])}</StatusTag> {said.answer}{' '}
              <span className="muted">{`${said.settledName ?? ''} ${said.settledOn ?? ''}`}</span>
            </p>
          )}
          {!said.outcome && may && (
            <div className="row">
              <Button type="primary" onClick={() => show({ said, outcome: 'adopted' })}>
                {t(words.action.adopt)}
              </Button>
              <Button onClick={() => show({ said, outcome: 'refused' })}>{t(words.action.refuse)}</Button>
            </div>
          )}
        </li>
      ))}
      {open && <Settle opinion={open} onClose={close} />}
    </ul>
  )
}
