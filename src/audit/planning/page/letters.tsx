import { Button } from 'antd'
import { useState } from 'react'
import { useAct, useAsk } from '../../../web/ask.ts'
import { DeadlineTag } from '../../../web/deadline-tag.tsx'
import { type Column, ListPage } from '../../../web/list-page/list-page.tsx'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { RecordDrawer } from '../../../web/record-drawer.tsx'
import { useMe, useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { getLetter, listLetters, replyLetter } from '../contract.ts'
import { Stance } from '../rules/records.ts'
import type { LetterItem, LetterLine, LetterView } from '../rules/shapes.ts'
import { words } from '../words.ts'

type Said = { stance: Stance; text: string }

function ItemReply({ item, said, may, say }: { item: LetterItem; said: Said; may: boolean; say(next: Said): void }) {
  const t = useSay()
  const about = `${t(words.quarter, { year: item.year, window: item.window })} · ${item.teamName} · ${t(words.change[item.change === 'move' || item.change === 'drop' ? item.change : 'add'])}`
  return (
    <li className="stack stack-tight card card-body">
      <div>
        <b className="serif">{item.name}</b> {`${item.unitName} ${item.post}`} <span className="muted">{item.class}</span>
        <div className="muted small">{about}</div>
      </div>
      {may && (
        <div className="row">
          <select
            className="field-control"
            aria-label={`${t(words.field.stance)} ${item.name}`}
            value={said.stance}
            onChange={(event) => say({ ...said, stance: Stance.parse(event.target.value) })}
          >
            {Stance.options.map((stance) => (
              <option key={stance} value={stance}>
                {t(words.stance[stance])}
              </option>
            ))}
          </select>
          {said.stance !== 'agree' && (
            <input
              className="field-control spring"
              aria-label={`${t(words.field.opinion)} ${item.name}`}
              value={said.text}
              onChange={(event) => say({ ...said, text: event.target.value })}
            />
          )}
        </div>
      )}
      {item.opinion && (
        <p>
          <StatusTag state={item.opinion.stance === 'agree' ? 'done' : 'soon'}>{t(words.stance[item.opinion.stance])}</StatusTag>{' '}
          {item.opinion.text}{' '}
          {item.opinion.outcome && (
            <span className="muted">{`${t(words.outcome[item.opinion.outcome])}：${item.opinion.answer ?? ''}`}</span>
          )}
        </p>
      )}
    </li>
  )
}

const agreed: Said = { stance: 'agree', text: '' }
function Reply({ view }: { view: LetterView }) {
  const t = useSay()
  const me = useMe()
  const act = useAct(replyLetter)
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({})
  const may = view.letter.organ === me.role && view.letter.repliedOn === null
  const send = () =>
    act.run({
      id: view.letter.id,
      version: view.letter.version,
      opinions: view.items.map(({ id }) => ({ item: id, ...(said[id] ?? agreed) })),
    })
  return (
    <>
      {may && <p className="muted">{t(words.note.lettersFor)}</p>}
      <ul className="stack">
        {view.items.map((item) => (
          <ItemReply
            key={item.id}
            item={item}
            may={may}
            said={said[item.id] ?? agreed}
            say={(next) => setSaid({ ...said, [item.id]: next })}
          />
        ))}
      </ul>
      <ErrorNote trouble={act.trouble} />
      {may && (
        <Button type="primary" loading={act.pending} onClick={() => void send()}>
          {t(words.action.reply)}
        </Button>
      )}
    </>
  )
}

function LetterDrawer({ id }: { id: string }) {
  const t = useSay()
  const asked = useAsk(getLetter, { id })
  const organ = asked.data ? t(words.organ[asked.data.letter.organ]) : ''
  return (
    <RecordDrawer title={t(words.title.letter, { organ })} lead={asked.data?.planTitle}>
      <Shown ask={asked}>{(view) => <Reply key={view.letter.id} view={view} />}</Shown>
    </RecordDrawer>
  )
}

function useColumns(): readonly Column<LetterLine>[] {
  const t = useSay()
  const today = useToday()
  return [
    { key: 'plan', title: t(words.title.plans), serif: true, cell: (row) => row.planTitle },
    { key: 'organ', title: t(words.field.organ), width: 150, cell: (row) => t(words.organ[row.organ]) },
    { key: 'count', title: t(words.note.items), width: 80, align: 'end', cell: (row) => <span className="num">{row.count}</span> },
    { key: 'sent', title: t(words.field.sentOn), width: 120, cell: (row) => <span className="num">{row.sentOn}</span> },
    {
      key: 'due',
      title: t(words.field.dueOn),
      width: 190,
      cell: (row) => <DeadlineTag dueOn={row.dueOn} today={today} done={row.repliedOn !== null} />,
    },
    {
      key: 'replied',
      title: t(words.field.repliedOn),
      width: 190,
      cell: (row) => (row.repliedOn ? <StatusTag state="done">{`${row.repliedOn} ${row.repliedName ?? ''}`}</StatusTag> : ''),
    },
  ]
}

/** Letters of consultation: an organ sees and answers its own, item by item; the audit office sees how far all of them are. */
export function LettersPage() {
  const t = useSay()
  return (
    <ListPage
      title={t(words.title.letters)}
      name="letters"
      contract={listLetters}
      rowKey={(row) => row.id}
      rowLabel={(row) => `${row.planTitle} ${t(words.organ[row.organ])}`}
      columns={useColumns()}
      drawer={(id) => <LetterDrawer id={id} />}
      empty={{ says: t(words.empty.letters) }}
    />
  )
}
