import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Day } from '../../../kernel/day.ts'
import { fileUrl, useAct } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useMay, useMe, useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { ChoiceOf } from '../../sharing/fields.tsx'
import { ServedOrgan } from '../../sharing/model.ts'
import { words as sharing } from '../../sharing/words.ts'
import { getProof, type PaperView, proveService, sendPaper } from '../contract.ts'
import { ServiceMethod, type ServiceReceipt } from '../model.ts'
import { words } from '../page.words.ts'
import { words as records } from '../words.ts'

type InputProps = { name: string; label: string; type?: 'text' | 'date' | 'file'; value?: string; needed?: boolean }
function Labelled({ name, label, type = 'text', value, needed = true }: InputProps) {
  const id = useId()
  return (
    <div className="stack stack-tight">
      <label className="muted" htmlFor={id}>
        {label}
      </label>
      <input id={id} name={name} type={type} className="field-control" required={needed} defaultValue={value} />
    </div>
  )
}

function SendForm({ paper, onDone }: { paper: PaperView['paper']; onDone(): void }) {
  const t = useSay()
  const me = useMe()
  const today = useToday()
  const labelled = useChoices()
  const id = useId()
  const act = useAct(sendPaper)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (key: string) => String(given.get(key) ?? '')
    const outcome = await act.run({
      paper: paper.id,
      recipient: text('recipient'),
      recipientOrgan: ServedOrgan.nullable().parse(text('recipientOrgan') || null),
      method: ServiceMethod.parse(text('method')),
      deliverer: text('deliverer'),
      sentOn: Day.parse(text('sentOn')),
      note: text('note'),
    })
    if (outcome.ok) onDone()
  }
  return (
    <form className="stack" aria-label={t(words.action.send)} onSubmit={(event) => void submit(event)}>
      <Labelled name="recipient" label={t(words.field.recipient)} value={paper.head.addressee} />
      <ChoiceOf
        label={t(words.field.recipientOrgan)}
        name="recipientOrgan"
        options={[{ value: '', label: '—' }, ...labelled(ServedOrgan.options, sharing.organ)]}
      />
      <p className="muted small">{t(words.note.organKnows)}</p>
      <div className="stack stack-tight">
        <label className="muted" htmlFor={id}>
          {t(words.field.method)}
        </label>
        <select id={id} name="method" className="field-control">
          {labelled(ServiceMethod.options, records.method).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      <Labelled name="deliverer" label={t(words.field.deliverer)} value={me.name} />
      <Labelled name="sentOn" label={t(words.field.sentOn)} type="date" value={today} />
      <Labelled name="note" label={t(words.field.note)} needed={false} />
      <ErrorNote trouble={act.trouble} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={act.pending}>
          {t(words.action.confirm)}
        </Button>
        <Button onClick={onDone}>{t(words.action.cancel)}</Button>
      </div>
    </form>
  )
}

function ProofForm({ receipt, onDone }: { receipt: ServiceReceipt; onDone(): void }) {
  const t = useSay()
  const today = useToday()
  const act = useAct(proveService)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const file = given.get('proof')
    const files = file instanceof File && file.size > 0 ? [file] : []
    const servedOn = Day.parse(String(given.get('servedOn')))
    const outcome = await act.run({ receipt: receipt.id, servedOn, signer: String(given.get('signer') ?? '') }, files)
    if (outcome.ok) onDone()
  }
  return (
    <form className="stack" aria-label={t(words.action.prove)} onSubmit={(event) => void submit(event)}>
      <Labelled name="servedOn" label={t(words.field.servedOn)} type="date" value={today} />
      <Labelled name="signer" label={t(words.field.signer)} needed={false} />
      <Labelled name="proof" label={t(words.field.proof)} type="file" needed={false} />
      <p className="muted small">{t(words.note.proofNeeded)}</p>
      <ErrorNote trouble={act.trouble} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={act.pending}>
          {t(words.action.confirm)}
        </Button>
        <Button onClick={onDone}>{t(words.action.cancel)}</Button>
      </div>
    </form>
  )
}

function ReceiptLine({ receipt }: { receipt: ServiceReceipt }) {
  const t = useSay()
  const [open, setOpen] = useState(false)
  const may = useMay(proveService)
  return (
    <li className="stack stack-tight">
      <div className="row">
        <b>{receipt.recipient}</b>
        <span className="muted">{t(records.method[receipt.method])}</span>
        <span className="num muted">{receipt.sentOn}</span>
        {receipt.servedOn === null && <StatusTag state="soon">{t(words.note.notServed)}</StatusTag>}
        {receipt.servedOn !== null && <StatusTag state="done">{`${t(records.field.served)} ${receipt.servedOn}`}</StatusTag>}
        {receipt.signer && <span className="muted">{receipt.signer}</span>}
        {receipt.proofName && <a href={fileUrl(getProof, { receipt: receipt.id })}>{receipt.proofName}</a>}
        {may && receipt.servedOn === null && !open && <Button onClick={() => setOpen(true)}>{t(words.action.prove)}</Button>}
      </div>
      {open && <ProofForm receipt={receipt} onDone={() => setOpen(false)} />}
    </li>
  )
}

/** To whom the paper was sent, and who is served, with the proof. */
export function Service({ view }: { view: PaperView }) {
  const t = useSay()
  const [sending, setSending] = useState(false)
  const may = useMay(sendPaper)
  const { paper, receipts } = view
  if (paper.state !== 'issued') return null
  return (
    <Card title={t(words.title.service)}>
      <div className="stack">
        {receipts.length === 0 && <p className="muted">{t(words.note.noReceipts)}</p>}
        <ul className="stack">
          {receipts.map((receipt) => (
            <ReceiptLine key={receipt.id} receipt={receipt} />
          ))}
        </ul>
        {may && !sending && (
          <div>
            <Button onClick={() => setSending(true)}>{t(words.action.send)}</Button>
          </div>
        )}
        {sending && <SendForm paper={paper} onDone={() => setSending(false)} />}
      </div>
    </Card>
  )
}
