import { Button } from 'antd'
import { useState } from 'react'
import { fenFrom, wanYuan } from '../../../kernel/money.ts'
import { FormField, TextField } from '../../../registers/places/form-parts.tsx'
import { UnitPicker } from '../../../registers/places/picker.tsx'
import { ActDialog } from '../../../web/act-dialog.tsx'
import { Go } from '../../../web/go.tsx'
import { type Column, ListPage } from '../../../web/list-page/list-page.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { listFunds, saveFund } from '../force.contract.ts'
import type { FundLine } from '../rules/shapes.ts'
import { words } from '../words.ts'
import { useOpen } from './forms.tsx'

function FundForm({ line, onClose }: { line: FundLine | null; onClose(): void }) {
  const t = useSay()
  const [unit, setUnit] = useState<string | null>(line?.unit ?? null)
  const today = useToday()
  const [year, setYear] = useState(line ? String(line.year) : today.slice(0, 4))
  const [amount, setAmount] = useState(line ? wanYuan(line.amount) : '')
  const [source, setSource] = useState(line?.source ?? '')
  return (
    <ActDialog
      title={t(line ? words.action.revise : words.action.add)}
      contract={saveFund}
      input={() => ({
        unit: unit ?? '',
        year: Number(year),
        amount: fenFrom(amount, 'wanYuan') ?? -1,
        source,
        version: line?.version ?? 0,
      })}
      onClose={onClose}
    >
      <FormField label={t(words.field.unit)}>
        {() => <UnitPicker label={t(words.field.unit)} value={unit} onChange={(id) => setUnit(id)} />}
      </FormField>
      <TextField label={t(words.field.year)} value={year} numeric required onChange={setYear} />
      <TextField label={t(words.field.funds)} value={amount} numeric required onChange={setAmount} />
      <TextField label={t(words.field.source)} value={source} required wide onChange={setSource} />
    </ActDialog>
  )
}

function useColumns(revise: ((line: FundLine) => void) | null): readonly Column<FundLine>[] {
  const t = useSay()
  return [
    { key: 'unit', title: t(words.field.unit), serif: true, cell: (row) => row.unitName },
    { key: 'year', title: t(words.field.year), width: 90, cell: (row) => <span className="num">{row.year}</span> },
    {
      key: 'amount',
      title: t(words.field.funds),
      width: 170,
      align: 'end',
      cell: (row) => <span className="num">{wanYuan(row.amount)}</span>,
    },
    { key: 'source', title: t(words.field.source), cell: (row) => row.source },
    { key: 'act', title: '', width: 90, cell: (row) => revise && <Button onClick={() => revise(row)}>{t(words.action.revise)}</Button> },
  ]
}

/** What each unit had at its disposal by year: a part of the duty to audit. */
export function FundsPage() {
  const t = useSay()
  const may = useMay(saveFund)
  const { open, show, close } = useOpen<{ line: FundLine | null }>()
  return (
    <>
      <ListPage
        title={t(words.title.funds)}
        lead={t(words.note.fundsLead)}
        name="unit-funds"
        contract={listFunds}
        rowKey={(row) => row.id}
        rowLabel={(row) => `${row.unitName} ${row.year}`}
        filters={[
          { key: 'q', kind: 'text', label: t(words.field.unit) },
          { key: 'year', kind: 'number', label: t(words.field.year) },
        ]}
        columns={useColumns(may ? (line) => show({ line }) : null)}
        actions={
          may && (
            <Button type="primary" onClick={() => show({ line: null })}>
              {t(words.action.add)}
            </Button>
          )
        }
        empty={{ says: t(words.empty.funds), action: <Go to="/imports/new?what=unitFunds">{t(words.action.import)}</Go> }}
      />
      {open && <FundForm line={open.line} onClose={close} />}
    </>
  )
}
