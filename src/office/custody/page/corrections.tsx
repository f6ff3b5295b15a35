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
import '../custody.css'
import { answerCorrection, type CorrectionLine, listCorrections, listOwnReaders, requestCorrection } from '../contract.ts'
import { OwnReaders } from '../readers.tsx'
import { whyNotAnswer } from '../rules.ts'
import { words } from '../words.ts'

const tagOf = { received: 'running', corrected: 'done', refused: 'planned' } as const
const asked = ['field', 'stated', 'wanted', 'reason'] as const
const labelOf = {
  field: words.field.wrongField,
  stated: words.field.stated,
  wanted: words.field.wanted,
  reason: words.field.reason,
} as const
const textIn = (form: FormData, name: string) => String(form.get(name) ?? '')

function RequestForm({ onClose }: { onClose(): void }) {
  const t = useSay()
  const request = useAct(requestCorrection)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [field, stated, wanted, reason] = asked.map((name) => textIn(form, name))
    const outcome = await request.run({ field: field ?? '', stated: stated ?? '', wanted: wanted ?? '', reason: reason ?? '' })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog title={t(words.title.newCorrection)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void send(event)}>
        <p className="muted small">{t(words.note.correctionHint)}</p>
        {asked.map((name) => (
          <label key={name} className="stack stack-tight">
            <span className="muted">{t(labelOf[name])}</span>
            <textarea name={name} rows={name === 'reason' ? 3 : 1} className="field-control" required maxLength={500} />
          </label>
        ))}
        <ErrorNote trouble={request.trouble} />
        <Button type="primary" htmlType="submit" loading={request.pending}>
          {t(words.action.send)}
        </Button>
      </form>
    </Dialog>
  )
}

function AnswerForm({ row }: { row: CorrectionLine }) {
  const t = useSay()
  const labelled = useChoices()
  const answer = useAct(answerCorrection)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const outcome = answerCorrection.input.shape.outcome.catch('refused').parse(form.get('outcome'))
    void answer.run({ id: row.id, version: row.version, outcome, answer: textIn(form, 'answer') })
  }
  return (
    <form className="stack" onSubmit={send}>
      <label className="stack stack-tight">
        <span className="muted">{t(words.field.outcome)}</span>
        <select name="outcome" className="field-control">
          {labelled(['corrected', 'refused'] as const, words.state).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
      <label className="stack stack-tight">
        <span className="muted">{t(words.field.answer)}</span>
        <textarea name="answer" rows={3} className="field-control" required minLength={2} maxLength={1000} />
      </label>
      <ErrorNote trouble={answer.trouble} />
      <Button type="primary" htmlType="submit" loading={answer.pending}>
        {t(words.action.answer)}
      </Button>
    </form>
  )
}

function Entry({ row }: { row: CorrectionLine | undefined }) {
  const t = useSay()
  const may = useMay(answerCorrection)
  if (!row) return <RecordDrawer title={t(words.title.corrections)} />
  const fields = [
    ...asked.map((name) => ({ label: t(labelOf[name]), value: row[name] })),
    { label: t(words.field.madeOn), value: row.madeOn },
    { label: t(words.field.answer), value: row.answer },
  ]
  return (
    <RecordDrawer title={row.name} lead={<StatusTag state={tagOf[row.state]}>{t(words.state[row.state])}</StatusTag>}>
      <Fields rows={fields} />
      {may && whyNotAnswer(row) === null && <AnswerForm key={row.id} row={row} />}
    </RecordDrawer>
  )
}

function Actions() {
  const t = useSay()
  const may = useMay(requestCorrection)
  const mayReaders = useMay(listOwnReaders)
  const [open, setOpen] = useState<'request' | 'readers' | null>(null)
  return (
    <>
      {mayReaders && <Button onClick={() => setOpen('readers')}>{t(words.contract.ownReaders)}</Button>}
      {may && (
        <Button type="primary" onClick={() => setOpen('request')}>
          {t(words.title.newCorrection)}
        </Button>
      )}
      {open === 'request' && <RequestForm onClose={() => setOpen(null)} />}
      {open === 'readers' && (
        <Dialog title={t(words.contract.ownReaders)} onClose={() => setOpen(null)} className="dialog-wide">
          <OwnReaders />
        </Dialog>
      )}
    </>
  )
}

/** Requests to correct a record: the person's own, or all of the keeper's place, those waiting first. */
export function CorrectionsPage() {
  const t = useSay()
  const labelled = useChoices()
  const columns: readonly Column<CorrectionLine>[] = [
    { key: 'madeOn', title: t(words.field.madeOn), width: 110, cell: (row) => <span className="num">{row.madeOn}</span> },
    { key: 'name', title: t(words.field.official), width: 110, serif: true, cell: (row) => row.name },
    { key: 'field', title: t(words.field.wrongField), width: 140, cell: (row) => row.field },
    { key: 'stated', title: t(words.field.stated), optional: true, cell: (row) => row.stated },
    { key: 'wanted', title: t(words.field.wanted), cell: (row) => row.wanted },
    {
      key: 'state',
      title: t(words.field.state),
      width: 120,
      cell: (row) => <StatusTag state={tagOf[row.state]}>{t(words.state[row.state])}</StatusTag>,
    },
  ]
  const states = labelled(['received', 'corrected', 'refused'] as const, words.state)
  return (
    <ListPage
      title={t(words.title.corrections)}
      name="corrections"
      contract={listCorrections}
      columns={columns}
      filters={[{ key: 'state', kind: 'choice', label: t(words.field.state), options: states }]}
      rowKey={(row) => row.id}
      rowLabel={(row) => `${row.name} ${row.field}`}
      drawer={(_, row) => <Entry row={row} />}
      actions={<Actions />}
      empty={{ says: t(words.note.noCorrections) }}
    />
  )
}
