import { Button } from 'antd'
import { useState } from 'react'
import { MakePaper } from '../../../office/documents/make-paper.tsx'
import { useAsk } from '../../../web/ask.ts'
import { Shown } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { RecordForm } from '../parts/form.tsx'
import { Pager, usePages } from '../parts/pager.tsx'
import { Table, type TableColumn } from '../parts/table.tsx'
import { listTalks, saveTalk, signTalk } from './contract.ts'
import type { Talk } from './model.ts'
import { SignTag } from './sign-tag.tsx'
import { TalkForm } from './talk-form.tsx'
import { words } from './words.ts'

type Open = { talk: Talk | null } | { sign: Talk; how: 'countersigned' | 'refused' } | null

function Deeds({ row, open }: { row: Talk; open(what: Open): void }) {
  const t = useSay()
  const may = useMay(signTalk)
  if (!may || row.sign !== 'pending') return null
  return (
    <div className="row">
      {(['countersigned', 'refused'] as const).map((how) => (
        <button
          key={how}
          type="button"
          className="link-button"
          aria-label={`${t(words.sign[how])} ${row.number}`}
          onClick={() => open({ sign: row, how })}
        >
          {t(words.sign[how])}
        </button>
      ))}
      <button
        type="button"
        className="link-button"
        aria-label={`${t(words.action.edit)} ${row.number}`}
        onClick={() => open({ talk: row })}
      >
        {t(words.action.edit)}
      </button>
    </div>
  )
}

function useColumns(open: (what: Open) => void): readonly TableColumn<Talk>[] {
  const t = useSay()
  const { field } = words
  return [
    { key: 'number', title: t(field.number), num: true, cell: (row) => row.number },
    {
      key: 'on',
      title: t(field.heldOn),
      num: true,
      cell: (row) => `${row.heldOn} ${[row.beginsAt, row.endsAt].filter((each) => each !== null).join('–')}`,
    },
    { key: 'person', title: t(field.person), cell: (row) => `${row.person} ${row.post ?? ''}` },
    { key: 'auditors', title: t(field.auditors), cell: (row) => row.auditors.map(({ name }) => name).join(' ') },
    { key: 'place', title: t(field.location), cell: (row) => row.location },
    {
      key: 'topic',
      title: t(field.topic),
      cell: (row) => (
        <details>
          <summary>{row.topic}</summary>
          <dl className="talk">
            {row.lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a talk have no other identity
              <div key={at}>
                <dt>{`${t(field.question)}：${line.question}`}</dt>
                <dd>{`${t(field.reply)}：${line.answer}`}</dd>
              </div>
            ))}
          </dl>
        </details>
      ),
    },
    {
      key: 'sign',
      title: t(field.sign),
      cell: (row) => (
        <div className="stack stack-tight">
          <SignTag sign={row.sign} />
          {row.signedOn && <span className="muted small num">{`${row.signedOn} ${row.signedBy ?? ''}`}</span>}
          {row.refusal && <span className="small">{row.refusal}</span>}
        </div>
      ),
    },
    {
      key: 'deeds',
      title: '',
      cell: (row) => (
        <div className="stack stack-tight">
          <MakePaper kind="talkRecord" subject={`talk:${row.id}`} of={row.number} />
          <Deeds row={row} open={open} />
        </div>
      ),
    },
  ]
}

function SignForm({ talk, how, onClose }: { talk: Talk; how: 'countersigned' | 'refused'; onClose(): void }) {
  const t = useSay()
  const today = useToday()
  const signed = how === 'countersigned'
  return (
    <RecordForm
      title={`${t(words.action.signTalk)} · ${talk.number}`}
      contract={signTalk}
      fixed={{ id: talk.id, version: talk.version, sign: how }}
      fields={[
        { name: 'signedOn', label: t(words.field.signedOn), kind: 'date', required: true, value: today },
        signed
          ? { name: 'signedBy', label: t(words.field.signedBy), required: true, value: talk.person }
          : { name: 'refusal', label: t(words.field.refusal), kind: 'area', required: true },
      ]}
      submit={t(words.sign[how])}
      onClose={onClose}
    />
  )
}

/** Talks held in the audit, word for word, each by as many auditors as the law asks. */
export function TalksPanel({ project }: { project: string; unit: string }) {
  const t = useSay()
  const pages = usePages()
  const asked = useAsk(listTalks, { project, offset: pages.offset, limit: pages.limit, row: pages.row }, { keep: true })
  const may = useMay(saveTalk)
  const [open, setOpen] = useState<Open>(null)
  const columns = useColumns(setOpen)
  return (
    <Shown ask={asked}>
      {({ rows, total, offset, rule }) => (
        <Card
          flush
          title={t(words.title.talks)}
          aside={
            <span className="row">
              <span className="muted small">{t(words.note.two, { count: rule.amount, citation: rule.citation })}</span>
              {may && (
                <Button type="primary" onClick={() => setOpen({ talk: null })}>
                  {t(words.action.newTalk)}
                </Button>
              )}
            </span>
          }
        >
          <Table label={t(words.title.talks)} columns={columns} rows={rows} rowKey={(row) => row.id} empty={t(words.note.noTalk)} />
          <Pager pages={{ ...pages, offset }} total={total} label={t(words.title.talks)} />
          {open && 'talk' in open && <TalkForm project={project} talk={open.talk} rule={rule} onClose={() => setOpen(null)} />}
          {open && 'sign' in open && <SignForm talk={open.sign} how={open.how} onClose={() => setOpen(null)} />}
        </Card>
      )}
    </Shown>
  )
}
