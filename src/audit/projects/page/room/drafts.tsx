import { useAsk } from '../../../../web/ask.ts'
import { DeedForm } from '../../../../web/deed-form.tsx'
import { Shown } from '../../../../web/notes.tsx'
import { Card } from '../../../../web/page-frame.tsx'
import { useMay } from '../../../../web/session.tsx'
import { StatusTag } from '../../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../../web/tongue.tsx'
import { answerReply } from '../../case.contract.ts'
import { Adoption } from '../../model.ts'
import { type DraftView, type ReplyView, type RoomView, roomDrafts } from '../../room.contract.ts'
import { words } from '../../rules/room.words.ts'
import { words as own } from '../../words.ts'
import { FirstAct } from './first-act.tsx'

const stanceTag = { agree: 'done', partly: 'soon', object: 'overdue' } as const

function Answering({ reply }: { reply: ReplyView }) {
  const t = useSay()
  const choices = useChoices()
  return (
    <DeedForm
      title={t(own.act.answerReply)}
      contract={answerReply}
      input={(given) => ({ reply: reply.id, ...given })}
      fields={[
        { name: 'outcome', label: t(words.field.outcome), options: choices(Adoption.options, words.adoption) },
        { name: 'reason', label: t(words.field.reason), optional: true },
      ]}
    />
  )
}

function Reply({ reply, answers }: { reply: ReplyView; answers: boolean }) {
  const t = useSay()
  return (
    <li className="reply">
      <p className="row">
        <StatusTag state={stanceTag[reply.stance]}>{t(words.stance[reply.stance])}</StatusTag>
        <span className="serif">{reply.replierName}</span>
        <span className="muted small">
          {reply.findingNumber} {reply.findingTitle} · {reply.givenOn}
        </span>
      </p>
      {reply.text && <p className="reading">{reply.text}</p>}
      {reply.evidence.length > 0 && <p className="muted small">{reply.evidence.map(({ name }) => name).join('、')}</p>}
      {reply.outcome && (
        <p className="small">
          <StatusTag state={reply.outcome === 'refused' ? 'overdue' : 'done'}>{t(words.adoption[reply.outcome])}</StatusTag> {reply.reason}
        </p>
      )}
      {answers && reply.stance !== 'agree' && !reply.outcome && <Answering reply={reply} />}
    </li>
  )
}

function Draft({ draft, answers }: { draft: DraftView; answers: boolean }) {
  const t = useSay()
  return (
    <section className="stack stack-tight">
      <p className="row">
        <StatusTag state={draft.closedOn ? 'done' : 'running'}>{t(own.note.round, { round: draft.round })}</StatusTag>
        <span className="muted small num">
          {draft.sentOn} {draft.number}
        </span>
        {draft.withheld && <span className="muted small">{draft.withheld}</span>}
      </p>
      <ul className="stack">
        {draft.replies.length === 0 && <li className="muted">{t(own.note.noReplies)}</li>}
        {draft.replies.map((reply) => (
          <Reply key={reply.id} reply={reply} answers={answers && draft.closedOn === null} />
        ))}
      </ul>
    </section>
  )
}

/** Each draft that went out, who was reached, what each party said and how it was answered. */
export function DraftsPanel({ room }: { room: RoomView }) {
  const t = useSay()
  const asked = useAsk(roomDrafts, { id: room.project.id })
  const answers = useMay(answerReply)
  return (
    <Card title={t(words.title.drafts)}>
      <Shown ask={asked}>
        {(drafts) => (
          <div className="stack">
            {drafts.length === 0 && <FirstAct room={room} says={t(own.note.noDrafts)} step="sendDraft" />}
            {drafts.toReversed().map((draft) => (
              <Draft key={draft.id} draft={draft} answers={answers} />
            ))}
          </div>
        )}
      </Shown>
    </Card>
  )
}
