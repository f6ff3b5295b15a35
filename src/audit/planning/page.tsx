import { Button } from 'antd'
import { useState } from 'react'
import { FormField, TextField } from '../../registers/places/form-parts.tsx'
import { PlacePicker } from '../../registers/places/picker.tsx'
import { ActDialog } from '../../web/act-dialog.tsx'
import { useGo } from '../../web/go.tsx'
import { type Column, ListPage } from '../../web/list-page/list-page.tsx'
import { useMay, useMe, useToday } from '../../web/session.tsx'
import { StatusTag } from '../../web/status-tag.tsx'
import { useSay } from '../../web/tongue.tsx'
import { createPlan, listPlans, type PlanLine } from './contract.ts'
import { words } from './words.ts'

function NewPlan({ onClose }: { onClose(): void }) {
  const t = useSay()
  const go = useGo()
  const me = useMe()
  const [year, setYear] = useState(String(Number(useToday().slice(0, 4)) + 1))
  const [place, setPlace] = useState<string | null>(/^\d{6}/.test(me.jurisdiction) ? me.jurisdiction : null)
  return (
    <ActDialog
      title={t(words.action.create)}
      contract={createPlan}
      input={() => ({ year: Number(year), ...(place ? { jurisdiction: place } : {}) })}
      onDone={(plan) => go(`/plans/${plan.id}`)}
      onClose={onClose}
    >
      <TextField label={t(words.field.year)} value={year} numeric required onChange={setYear} />
      <FormField label={t(words.field.place)}>
        {() => <PlacePicker label={t(words.field.place)} value={place} onChange={(code) => setPlace(code)} />}
      </FormField>
    </ActDialog>
  )
}

function useColumns(): readonly Column<PlanLine>[] {
  const t = useSay()
  return [
    { key: 'year', title: t(words.field.year), width: 80, cell: (row) => <span className="num">{row.year}</span> },
    { key: 'title', title: t(words.field.title), serif: true, cell: (row) => row.title },
    {
      key: 'state',
      title: t(words.field.state),
      width: 150,
      cell: (row) => <StatusTag state={row.state === 'approved' ? 'done' : 'running'}>{t(words.planState[row.state])}</StatusTag>,
    },
    { key: 'items', title: t(words.note.items), width: 90, align: 'end', cell: (row) => <span className="num">{row.items}</span> },
    { key: 'issued', title: t(words.stage.issued), width: 90, align: 'end', cell: (row) => <span className="num">{row.issued}</span> },
    { key: 'drafts', title: t(words.title.versions), width: 100, align: 'end', cell: (row) => <span className="num">{row.drafts}</span> },
    {
      key: 'submitBy',
      title: t(words.field.submitBy),
      width: 130,
      optional: true,
      cell: (row) => <span className="num">{row.submitBy ?? ''}</span>,
    },
  ]
}

/** The plans by year; opening one shows its board. */
export function PlansPage() {
  const t = useSay()
  const go = useGo()
  const may = useMay(createPlan)
  const [shown, setShown] = useState(false)
  return (
    <>
      <ListPage
        title={t(words.title.plans)}
        name="plans"
        contract={listPlans}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.title}
        columns={useColumns()}
        onOpen={(id) => go(`/plans/${id}`)}
        actions={
          may && (
            <Button type="primary" onClick={() => setShown(true)}>
              {t(words.action.create)}
            </Button>
          )
        }
        empty={{ says: t(words.empty.plans) }}
      />
      {shown && <NewPlan onClose={() => setShown(false)} />}
    </>
  )
}
