import { Button } from 'antd'
import { useState } from 'react'
import { Card } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { words } from '../page.words.ts'
import { importLedger } from '../sealed.contract.ts'
import { StepForm } from './form.tsx'

/** A workbook of leads sent in former years: tried first, then taken in, with every wrong cell named. */
export function LedgerCard() {
  const t = useSay()
  const [open, setOpen] = useState(false)
  const [report, setReport] = useState<ReturnType<typeof importLedger.output.parse> | null>(null)
  const show = (value: unknown) => setReport(importLedger.output.safeParse(value).data ?? null)
  return (
    <Card title={t(words.title.ledger)} aside={!open && <Button onClick={() => setOpen(true)}>{t(words.action.ledger)}</Button>}>
      <div className="stack">
        <p className="muted small">{t(words.note.ledgerSays)}</p>
        {open && (
          <StepForm
            title={t(words.title.ledger)}
            contract={importLedger}
            fixed={{}}
            fields={[{ name: 'dryRun', label: t(words.field.dryRun), kind: 'yes', value: true }]}
            files={{ label: t(words.field.ledgerFile), accept: '.xlsx,.csv' }}
            submit={t(words.action.take)}
            onClose={() => setOpen(false)}
            onDone={show}
          />
        )}
        {report && (
          <div role="status">
            <p>{t(words.note.imported, { accepted: report.accepted, unchanged: report.unchanged, refused: report.refused })}</p>
            <ul>
              {report.rejected.map(({ row, column, message }) => (
                <li key={`${row}${column}`}>{t(words.note.rejected, { row, column, message })}</li>
              ))}
              {report.unreadable.map(({ file, message }) => (
                <li key={file}>{`${file}：${message}`}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Card>
  )
}
