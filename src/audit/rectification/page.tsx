import { PlacePicker, UnitPicker } from '../../registers/places/picker.tsx'
import { words as places } from '../../registers/places/words.ts'
import { DeadlineTag } from '../../web/deadline-tag.tsx'
import { Go } from '../../web/go.tsx'
import { type Column, type Filter, ListPage } from '../../web/list-page/list-page.tsx'
import { useToday } from '../../web/session.tsx'
import { StatusTag } from '../../web/status-tag.tsx'
import { useSay } from '../../web/tongue.tsx'
import { Counted } from '../findings/model.ts'
import { words as findings } from '../findings/words.ts'
import { exportItems, type ItemLine, listItems } from './contract.ts'
import { Pace, RectificationState } from './model.ts'
import { ItemDrawer } from './page/drawer.tsx'
import { soonDays } from './rules.ts'
import { words } from './words.ts'

const standings = ['overdue', 'dueSoon', 'open', 'undated', 'closed'] as const
const stateTag = { open: 'running', claimed: 'soon', recognised: 'done', closed: 'done' } as const

function useFilters(): readonly Filter[] {
  const t = useSay()
  const unit = t(words.field.unit)
  const place = t(places.field.jurisdiction)
  return [
    { key: 'q', kind: 'text', label: t(words.field.q) },
    {
      key: 'standing',
      kind: 'choice',
      label: t(words.field.standing),
      options: standings.map((value) => ({ value, label: t(words.standing[value]) })),
    },
    {
      key: 'state',
      kind: 'several',
      label: t(words.field.state),
      options: RectificationState.options.map((value) => ({ value, label: t(words.state[value]) })),
    },
    {
      key: 'pace',
      kind: 'several',
      label: t(words.field.pace),
      options: Pace.options.map((value) => ({ value, label: t(words.pace[value]) })),
    },
    { key: 'year', kind: 'number', label: t(findings.field.year) },
    {
      key: 'counted',
      kind: 'several',
      label: t(findings.field.counted),
      options: Counted.options.map((value) => ({ value, label: t(findings.counted[value]) })),
    },
    {
      key: 'place',
      kind: 'custom',
      label: place,
      render: (value, set) => <PlacePicker label={place} value={value ?? null} onChange={(code) => set(code ?? undefined)} />,
    },
    {
      key: 'unit',
      kind: 'custom',
      label: unit,
      render: (value, set) => <UnitPicker label={unit} value={value ?? null} onChange={(id) => set(id ?? undefined)} />,
    },
  ]
}

function useColumns(): readonly Column<ItemLine>[] {
  const t = useSay()
  const today = useToday()
  const done = (row: ItemLine) => row.state === 'recognised' || row.state === 'closed'
  return [
    {
      key: 'dueOn',
      title: t(words.field.dueOn),
      width: 170,
      sort: 'dueOn',
      cell: (row) => <DeadlineTag dueOn={row.dueOn} today={today} done={done(row)} soonWithin={soonDays} />,
    },
    { key: 'title', title: t(words.field.finding), serif: true, cell: (row) => row.title },
    {
      key: 'number',
      title: t(words.field.number),
      width: 110,
      sort: 'number',
      optional: true,
      cell: (row) => <span className="num">{row.findingNumber}</span>,
    },
    { key: 'unit', title: t(words.field.unit), width: 190, sort: 'unit', cell: (row) => row.unitName },
    { key: 'pace', title: t(words.field.pace), width: 100, optional: true, cell: (row) => t(words.pace[row.pace]) },
    {
      key: 'claimed',
      title: t(words.field.claimed),
      width: 104,
      optional: true,
      cell: (row) => (row.claimed ? t(words.claimed[row.claimed]) : ''),
    },
    {
      key: 'recognised',
      title: t(words.field.recognised),
      width: 104,
      optional: true,
      cell: (row) => (row.recognised ? t(words.recognised[row.recognised]) : ''),
    },
    {
      key: 'state',
      title: t(words.field.state),
      width: 164,
      sort: 'state',
      cell: (row) => <StatusTag state={stateTag[row.state]}>{t(words.state[row.state])}</StatusTag>,
    },
  ]
}

/** The ledger: what is due first stands first. */
export function RectificationPage() {
  const t = useSay()
  return (
    <ListPage
      title={t(words.title.rectification)}
      name="rectification"
      contract={listItems}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.title}
      filters={useFilters()}
      columns={useColumns()}
      drawer={(id) => <ItemDrawer id={id} />}
      exports={[{ label: t(words.title.export), contract: exportItems }]}
      empty={{ says: t(words.empty.items), action: <Go to="/imports">{t(words.action.import)}</Go> }}
    />
  )
}
