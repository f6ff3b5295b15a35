import { Button } from 'antd'
import { useState } from 'react'
import { PlacePicker, UnitPicker } from '../../registers/places/picker.tsx'
import { words as places } from '../../registers/places/words.ts'
import { DeadlineTag } from '../../web/deadline-tag.tsx'
import { Go } from '../../web/go.tsx'
import { type Column, type Filter, ListPage } from '../../web/list-page/list-page.tsx'
import { useMay, useToday } from '../../web/session.tsx'
import { StatusTag } from '../../web/status-tag.tsx'
import { useChoices, useSay } from '../../web/tongue.tsx'
import { draftLead, exportLeads, type LeadLine, listLeads } from './contract.ts'
import { Effect, LeadState, Nature } from './model.ts'
import { DraftDialog } from './page/draft.tsx'
import { LeadDrawer } from './page/drawer.tsx'
import { stateTag } from './page/state.tsx'
import { words } from './page.words.ts'
import { words as own } from './words.ts'

function useFilters(): readonly Filter[] {
  const t = useSay()
  const choices = useChoices()
  const unit = t(words.field.unit)
  return [
    { key: 'q', kind: 'text', label: t(words.field.q) },
    { key: 'state', kind: 'several', label: t(words.field.state), options: choices(LeadState.options, own.state) },
    { key: 'standing', kind: 'choice', label: t(words.field.standing), options: choices(['late', 'running'], words.standing) },
    { key: 'nature', kind: 'several', label: t(words.field.nature), options: choices(Nature.options, own.nature) },
    { key: 'effect', kind: 'choice', label: t(words.field.effect), options: choices(Effect.options, own.effect) },
    { key: 'part', kind: 'choice', label: t(words.field.part), options: choices(['of', 'done', 'late'], words.part) },
    { key: 'year', kind: 'number', label: t(words.field.year) },
    {
      key: 'place',
      kind: 'custom',
      label: t(places.field.jurisdiction),
      render: (value, set) => (
        <PlacePicker label={t(places.field.jurisdiction)} value={value ?? null} onChange={(code) => set(code ?? undefined)} />
      ),
    },
    {
      key: 'unit',
      kind: 'custom',
      label: unit,
      render: (value, set) => <UnitPicker label={unit} value={value ?? null} onChange={(id) => set(id ?? undefined)} />,
    },
  ]
}

function useColumns(): readonly Column<LeadLine>[] {
  const t = useSay()
  const today = useToday()
  return [
    {
      key: 'dueOn',
      title: t(words.field.dueOn),
      width: 190,
      sort: 'dueOn',
      cell: (row) => (row.dueOn ? <DeadlineTag dueOn={row.dueOn} today={today} /> : ''),
    },
    { key: 'title', title: t(words.field.title), serif: true, cell: (row) => row.title },
    { key: 'unit', title: t(words.field.unit), width: 180, sort: 'unit', cell: (row) => row.unitName },
    { key: 'nature', title: t(words.field.nature), width: 130, optional: true, cell: (row) => t(own.nature[row.nature]) },
    { key: 'receiver', title: t(words.field.receiver), width: 170, optional: true, cell: (row) => row.receiverName ?? '' },
    {
      key: 'number',
      title: t(words.field.number),
      width: 140,
      sort: 'number',
      optional: true,
      cell: (row) => <span className="num">{row.number}</span>,
    },
    {
      key: 'state',
      title: t(words.field.state),
      width: 150,
      sort: 'state',
      cell: (row) => <StatusTag state={stateTag[row.state]}>{t(own.state[row.state])}</StatusTag>,
    },
  ]
}

/** The ledger of leads, as far as this reader may know them: what is due first stands first. */
export function LeadsPage() {
  const t = useSay()
  const mayDraft = useMay(draftLead)
  const mayExport = useMay(exportLeads)
  const [drafting, setDrafting] = useState(false)
  return (
    <>
      <ListPage
        title={t(own.title.leads)}
        lead={t(words.note.hidden)}
        name="leads"
        contract={listLeads}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.title}
        filters={useFilters()}
        columns={useColumns()}
        drawer={(id) => <LeadDrawer key={id} id={id} />}
        exports={mayExport ? [{ label: t(own.title.export), contract: exportLeads }] : []}
        actions={
          <>
            <Go to="/leads/effects">{t(words.action.statistics)}</Go>
            <Go to="/leads/organs">{t(words.action.organs)}</Go>
            {mayDraft && (
              <Button type="primary" onClick={() => setDrafting(true)}>
                {t(words.action.add)}
              </Button>
            )}
          </>
        }
        empty={{ says: t(words.note.empty) }}
      />
      {drafting && <DraftDialog lead={null} onClose={() => setDrafting(false)} />}
    </>
  )
}
