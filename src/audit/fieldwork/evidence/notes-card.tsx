import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useMay, useMe } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { RecordForm } from '../parts/form.tsx'
import { addNote, answerNote, type PaperView, settleNote } from './contract.ts'
import type { ReviewNote } from './model.ts'
import { whyNotAnswer, whyNotSettle } from './rules.ts'
import { words } from './words.ts'

function Note({ note, paper, answer }: { note: ReviewNote; paper: PaperView; answer(): void }) {
  const t = useSay()
  const me = useMe()
  const settle = useAct(settleNote)
  const may = { answer: useMay(answerNote), settle: useMay(settleNote) }
  return (
    <li className="stack stack-tight">
      <p>
        <StatusTag state={note.settledOn ? 'done' : 'soon'}>{t(note.settledOn ? words.note.settled : words.note.open)}</StatusTag>{' '}
        <b>{note.raisedName}</b> <span className="num muted">{note.raisedOn}</span>
      </p>
      <p className="reading">{note.text}</p>
      {note.answer && (
        <p>
          {`${t(words.field.noteAnswer)}：${note.answer}`} <span className="num muted">{note.answeredOn}</span>
        </p>
      )}
      <div className="row">
        {may.answer && whyNotAnswer(note, paper, me.account) === null && (
          <button type="button" className="link-button" onClick={answer}>
            {t(words.action.answerNote)}
          </button>
        )}
        {may.settle && whyNotSettle(note, me.account) === null && (
          <button type="button" className="link-button" onClick={() => void settle.run({ id: note.id, version: note.version })}>
            {t(words.action.settleNote)}
          </button>
        )}
      </div>
      <ErrorNote trouble={settle.trouble} />
    </li>
  )
}

/** Notes of reviewers on a paper, each with its answer; all must be settled before the paper passes. */
export function NotesCard({ paper }: { paper: PaperView }) {
  const t = useSay()
  const me = useMe()
  const may = useMay(addNote)
  const [open, setOpen] = useState<ReviewNote | 'new' | null>(null)
  return (
    <Card
      title={t(words.title.notes)}
      aside={may && paper.preparedBy !== me.account && <Button onClick={() => setOpen('new')}>{t(words.action.addNote)}</Button>}
    >
      {paper.notes.length === 0 && <p className="muted">{t(words.note.noNote)}</p>}
      <ul className="stack">
        {paper.notes.map((note) => (
          <Note key={note.id} note={note} paper={paper} answer={() => setOpen(note)} />
        ))}
      </ul>
      {open === 'new' && (
        <RecordForm
          title={t(words.action.addNote)}
          contract={addNote}
          fixed={{ paper: paper.id }}
          fields={[{ name: 'text', label: t(words.field.noteText), kind: 'area', required: true }]}
          submit={t(words.action.addNote)}
          onClose={() => setOpen(null)}
        />
      )}
      {open !== null && open !== 'new' && (
        <RecordForm
          title={t(words.action.answerNote)}
          contract={answerNote}
          fixed={{ id: open.id, version: open.version }}
          fields={[{ name: 'answer', label: t(words.field.noteAnswer), kind: 'area', required: true }]}
          submit={t(words.action.answerNote)}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  )
}
