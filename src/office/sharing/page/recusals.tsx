import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useAct } from '../../../web/ask.ts'
import { type Column, ListPage } from '../../../web/list-page/list-page.tsx'
import { ErrorNote } from '../../../web/notes.tsx'
import { Fields } from '../../../web/page-frame.tsx'
import { RecordDrawer } from '../../../web/record-drawer.tsx'
import { useMay } from '../../../web/session.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { endRecusal, listRecusals, type RecusalLine, recuse } from '../contract.ts'
import { ChoiceOf, LineOf, RecordFinder } from '../fields.tsx'
import { RecusalGround, RecusalKind } from '../model.ts'
import { words } from '../words.ts'
import { useWhyNot } from './why.tsx'

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

function RecuseForm({ onClose }: { onClose(): void }) {
  const t = useSay()
  const labelled = useChoices()
  const act = useAct(recuse)
  const [kind, setKind] = useState<RecusalKind>('official')
  const [subject, setSubject] = useState('')
  const [q, setQ] = useState('')
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const ground = RecusalGround.catch('other').parse(form.get('ground'))
    const until = text(form, 'until') || null
    const outcome = await act.run({ account: text(form, 'account'), kind, subject, ground, note: text(form, 'note'), until })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog title={t(words.action.recuse)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void send(event)}>
        <LineOf label={t(words.label.who)} name="account" required />
        <ChoiceOf
          label={t(words.label.from)}
          value={kind}
          options={labelled(RecusalKind.options, words.subject)}
          onChange={(value) => setKind(RecusalKind.catch('official').parse(value))}
        />
        <RecordFinder kind={kind} q={q} setQ={setQ} value={subject} onChange={setSubject} />
        <ChoiceOf label={t(words.label.ground)} name="ground" options={labelled(RecusalGround.options, words.ground)} />
        <LineOf label={t(words.label.note)} name="note" />
        <LineOf label={t(words.label.until)} name="until" type="date" />
        <ErrorNote trouble={act.trouble} />
        <Button type="primary" htmlType="submit" loading={act.pending} disabled={subject === ''}>
          {t(words.action.recuse)}
        </Button>
        {subject === '' && <p className="muted small">{t(words.note.chooseRecord)}</p>}
      </form>
    </Dialog>
  )
}

function EndForm({ row }: { row: RecusalLine }) {
  const t = useSay()
  const act = useAct(endRecusal)
  const shut = useWhyNot()(row.may.end)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void act.run({ id: row.id, version: row.version, reason: text(new FormData(event.currentTarget), 'reason') })
  }
  return (
    <form className="stack" onSubmit={send}>
      <LineOf label={t(words.label.reason)} name="reason" required />
      <ErrorNote trouble={act.trouble} />
      <Button htmlType="submit" disabled={shut !== null} loading={act.pending}>
        {t(words.action.endRecusal)}
      </Button>
      {shut && <p className="muted small">{shut}</p>}
    </form>
  )
}

function RecusalDrawer({ row }: { row: RecusalLine | undefined }) {
  const t = useSay()
  const mayEnd = useMay(endRecusal)
  if (!row) return <RecordDrawer title={t(words.title.recusals)} />
  return (
    <RecordDrawer title={`${row.name ?? ''} ${row.account}`.trim()} lead={t(words.subject[row.kind])}>
      <Fields
        rows={[
          { label: t(words.label.subject), value: row.label },
          { label: t(words.label.ground), value: t(words.ground[row.ground]) },
          { label: t(words.label.note), value: row.note },
          { label: t(words.label.decided), value: `${row.decidedOn} ${row.decidedBy}` },
          { label: t(words.label.until), value: row.until },
        ]}
      />
      {mayEnd && row.runs && <EndForm key={row.id} row={row} />}
    </RecordDrawer>
  )
}

/** Who stays away from whom: those that run first. */
export function RecusalsPage() {
  const t = useSay()
  const may = useMay(recuse)
  const [open, setOpen] = useState(false)
  const columns: readonly Column<RecusalLine>[] = [
    { key: 'who', title: t(words.label.who), width: 190, serif: true, cell: (row) => `${row.name ?? ''} ${row.account}`.trim() },
    { key: 'kind', title: t(words.label.from), width: 110, optional: true, cell: (row) => t(words.subject[row.kind]) },
    { key: 'label', title: t(words.label.subject), cell: (row) => row.label || '—' },
    { key: 'ground', title: t(words.label.ground), width: 220, optional: true, cell: (row) => t(words.ground[row.ground]) },
    { key: 'decidedOn', title: t(words.label.decided), width: 120, cell: (row) => <span className="num">{row.decidedOn}</span> },
    {
      key: 'runs',
      title: t(words.label.state),
      width: 120,
      cell: (row) => (
        <StatusTag state={row.runs ? 'running' : 'planned'}>{t(row.runs ? words.state.given : words.state.expired)}</StatusTag>
      ),
    },
  ]
  return (
    <>
      <ListPage
        title={t(words.title.recusals)}
        lead={t(words.note.recusal)}
        name="recusals"
        contract={listRecusals}
        rowKey={(row) => row.id}
        rowLabel={(row) => `${row.name ?? ''} ${row.account} ${row.label}`}
        filters={[{ key: 'account', kind: 'text', label: t(words.label.who) }]}
        columns={columns}
        drawer={(_, row) => <RecusalDrawer row={row} />}
        actions={
          may && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t(words.action.recuse)}
            </Button>
          )
        }
        empty={{ says: t(words.note.noRecusals) }}
      />
      {open && <RecuseForm onClose={() => setOpen(false)} />}
    </>
  )
}
