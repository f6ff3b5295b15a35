import { Button } from 'antd'
import { useState } from 'react'
import { AuditKind } from '../../../registers/auditees/model.ts'
import { ChoiceField, TextField } from '../../../registers/places/form-parts.tsx'
import { ActDialog } from '../../../web/act-dialog.tsx'
import { useAct } from '../../../web/ask.ts'
import { type Column, ListPage } from '../../../web/list-page/list-page.tsx'
import { ErrorNote } from '../../../web/notes.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { entrust, listEntrusted, withdraw } from '../force.contract.ts'
import type { EntrustmentLine } from '../rules/shapes.ts'
import { words } from '../words.ts'

function EntrustForm({ onClose }: { onClose(): void }) {
  const t = useSay()
  const choices = useChoices()
  const year = Number(useToday().slice(0, 4))
  const [official, setOfficial] = useState('')
  const [number, setNumber] = useState('')
  const [kind, setKind] = useState<AuditKind>('departure')
  const [latestYear, setLatestYear] = useState(String(year))
  const [note, setNote] = useState('')
  return (
    <ActDialog
      title={t(words.action.entrust)}
      contract={entrust}
      input={() => ({ official, number, kind, latestYear: Number(latestYear), note: note.trim() || null })}
      onClose={onClose}
    >
      <TextField label={t(words.field.officialNumber)} value={official} required numeric onChange={setOfficial} />
      <TextField label={t(words.field.number)} value={number} required onChange={setNumber} />
      <ChoiceField
        label={t(words.field.kind)}
        value={kind}
        options={choices(AuditKind.options, words.auditKind)}
        onChange={(value) => value && setKind(value)}
      />
      <TextField label={t(words.field.latestYear)} value={latestYear} required numeric onChange={setLatestYear} />
      <TextField label={t(words.field.text)} value={note} most={200} wide onChange={setNote} />
    </ActDialog>
  )
}

function Withdraw({ line }: { line: EntrustmentLine }) {
  const t = useSay()
  const act = useAct(withdraw)
  if (line.withdrawnOn) return <StatusTag state="planned">{`${t(words.action.withdraw)} ${line.withdrawnOn}`}</StatusTag>
  return (
    <>
      <Button loading={act.pending} onClick={() => void act.run({ id: line.id, version: line.version })}>
        {t(words.action.withdraw)}
      </Button>
      <ErrorNote trouble={act.trouble} />
    </>
  )
}

function useColumns(may: boolean): readonly Column<EntrustmentLine>[] {
  const t = useSay()
  return [
    { key: 'name', title: t(words.field.official), width: 110, serif: true, cell: (row) => row.name },
    { key: 'unit', title: t(words.field.unit), cell: (row) => `${row.unitName} ${row.post}` },
    { key: 'kind', title: t(words.field.kind), width: 90, cell: (row) => t(words.auditKind[row.kind]) },
    { key: 'number', title: t(words.field.number), width: 190, cell: (row) => <span className="num">{row.number}</span> },
    { key: 'by', title: t(words.field.by), width: 190, optional: true, cell: (row) => row.by },
    { key: 'latest', title: t(words.field.latestYear), width: 100, cell: (row) => <span className="num">{row.latestYear}</span> },
    { key: 'state', title: t(words.field.state), width: 170, cell: (row) => may && <Withdraw line={row} /> },
  ]
}

/** Whom the organisation department entrusts: each a duty of the plan, by the year given. */
export function EntrustedPage() {
  const t = useSay()
  const may = useMay(entrust)
  const [shown, setShown] = useState(false)
  return (
    <>
      <ListPage
        title={t(words.title.entrusted)}
        lead={t(words.note.entrustedLead)}
        name="entrusted"
        contract={listEntrusted}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        filters={[{ key: 'q', kind: 'text', label: t(words.field.official) }]}
        columns={useColumns(may)}
        actions={
          may && (
            <Button type="primary" onClick={() => setShown(true)}>
              {t(words.action.entrust)}
            </Button>
          )
        }
        empty={{ says: t(words.empty.entrusted) }}
      />
      {shown && <EntrustForm onClose={() => setShown(false)} />}
    </>
  )
}
