import { Button } from 'antd'
import { useState } from 'react'
import { Card } from '../../../web/page-frame.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { RecordForm } from '../parts/form.tsx'
import { type RequestLine, receiveOriginal, returnOriginal } from './contract.ts'
import type { OriginalLoan } from './model.ts'
import { words } from './words.ts'

function Loan({ loan, giveBack }: { loan: OriginalLoan; giveBack(): void }) {
  const t = useSay()
  const may = useMay(returnOriginal)
  return (
    <li>
      <b>{loan.what}</b> <span className="num">×{loan.copies}</span>{' '}
      <StatusTag state={loan.returnedOn ? 'done' : 'soon'}>{t(loan.returnedOn ? words.note.back : words.note.out)}</StatusTag>
      <p className="muted small">
        {`${loan.handedBy} → ${loan.receivedBy} ${loan.receivedOn}`}
        {loan.returnedOn && ` · ${t(words.field.returnedTo)} ${loan.returnedTo} ${loan.returnedOn}`}
      </p>
      {may && !loan.returnedOn && (
        <button type="button" className="link-button" onClick={giveBack}>
          {t(words.action.giveBack)}
        </button>
      )}
    </li>
  )
}

/** Originals that came with the answer: who handed them over, and to whom they went back. */
export function Loans({ request, loans }: { request: RequestLine; loans: readonly OriginalLoan[] }) {
  const t = useSay()
  const today = useToday()
  const may = useMay(receiveOriginal)
  const [open, setOpen] = useState<OriginalLoan | 'new' | null>(null)
  return (
    <Card title={t(words.title.originals)} aside={may && <Button onClick={() => setOpen('new')}>{t(words.action.receive)}</Button>}>
      {loans.length === 0 && <p className="muted">{t(words.note.noLoan)}</p>}
      <ul className="stack">
        {loans.map((loan) => (
          <Loan key={loan.id} loan={loan} giveBack={() => setOpen(loan)} />
        ))}
      </ul>
      {open === 'new' && (
        <RecordForm
          title={t(words.action.receive)}
          contract={receiveOriginal}
          fixed={{ request: request.id }}
          fields={[
            { name: 'what', label: t(words.field.what), required: true, value: request.name },
            { name: 'copies', label: t(words.field.copies), kind: 'number', required: true, value: 1 },
            { name: 'handedBy', label: t(words.field.handedBy), required: true },
            { name: 'receivedOn', label: t(words.field.receivedOn), kind: 'date', required: true, value: today },
          ]}
          submit={t(words.action.receive)}
          onClose={() => setOpen(null)}
        />
      )}
      {open !== null && open !== 'new' && (
        <RecordForm
          title={t(words.action.giveBack)}
          contract={returnOriginal}
          fixed={{ id: open.id, version: open.version }}
          fields={[
            { name: 'returnedTo', label: t(words.field.returnedTo), required: true, value: open.handedBy },
            { name: 'returnedOn', label: t(words.field.returnedOn), kind: 'date', required: true, value: today },
          ]}
          submit={t(words.action.giveBack)}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  )
}
