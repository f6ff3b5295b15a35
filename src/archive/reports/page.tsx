import { z } from 'zod'
import { UnitPicker } from '../../registers/places/picker.tsx'
import { useAddress } from '../../web/address.ts'
import { useAsk } from '../../web/ask.ts'
import { Go, useGo } from '../../web/go.tsx'
import { type Column, type Filter, ListPage } from '../../web/list-page/list-page.tsx'
import { Segmented } from '../../web/page-frame.tsx'
import { useSay } from '../../web/tongue.tsx'
import { list, type ReportLine, type UnreadableLine, unreadable } from './contract.ts'
import { ReportKind } from './model.ts'
import { words } from './words.ts'

const Tab = z.object({ tab: z.enum(['read', 'unreadable']).catch('read').default('read') })

function useFilters(): readonly Filter[] {
  const t = useSay()
  const unit = t(words.field.unit)
  return [
    { key: 'q', kind: 'text', label: t(words.field.keyword) },
    {
      key: 'kind',
      kind: 'several',
      label: t(words.field.kind),
      options: ReportKind.options.map((value) => ({ value, label: t(words.kind[value]) })),
    },
    { key: 'year', kind: 'number', label: t(words.field.year) },
    {
      key: 'unit',
      kind: 'custom',
      label: unit,
      render: (value, set) => <UnitPicker label={unit} value={value ?? null} onChange={(id) => set(id ?? undefined)} />,
    },
  ]
}

function useColumns(): readonly Column<ReportLine>[] {
  const t = useSay()
  return [
    { key: 'title', title: t(words.field.title), serif: true, sort: 'title', cell: (row) => row.title },
    { key: 'kind', title: t(words.field.kind), width: 110, cell: (row) => t(words.kind[row.kind]) },
    { key: 'number', title: t(words.field.number), width: 190, optional: true, cell: (row) => <span className="num">{row.number}</span> },
    { key: 'year', title: t(words.field.year), width: 70, sort: 'year', cell: (row) => <span className="num">{row.year}</span> },
    { key: 'unit', title: t(words.field.unit), width: 170, optional: true, cell: (row) => row.unitName },
    {
      key: 'paragraphs',
      title: t(words.field.paragraphs),
      width: 70,
      align: 'end',
      optional: true,
      cell: (row) => <span className="num">{row.paragraphs}</span>,
    },
    {
      key: 'importedOn',
      title: t(words.field.importedOn),
      width: 110,
      sort: 'importedOn',
      optional: true,
      cell: (row) => <span className="num">{row.importedOn}</span>,
    },
  ]
}

function useUnreadableColumns(): readonly Column<UnreadableLine>[] {
  const t = useSay()
  return [
    { key: 'name', title: t(words.field.name), width: 280, cell: (row) => row.name },
    { key: 'message', title: t(words.field.reason), cell: (row) => row.message },
    { key: 'importedBy', title: t(words.field.importedBy), width: 110, optional: true, cell: (row) => row.importedBy },
    { key: 'importedOn', title: t(words.field.importedOn), width: 110, cell: (row) => <span className="num">{row.importedOn}</span> },
  ]
}

function Tabs() {
  const t = useSay()
  const [{ tab }, set] = useAddress(Tab)
  const failed = useAsk(unreadable, { limit: 1 })
  const count = failed.data?.total
  const options = [
    { value: 'read', label: t(words.page.read) },
    { value: 'unreadable', label: count === undefined ? t(words.page.unreadable) : `${t(words.page.unreadable)} ${count}` },
  ] as const
  return (
    <Segmented
      label={t(words.page.title)}
      value={tab}
      options={options}
      onChange={(value) => set({ tab: value === 'read' ? undefined : value }, { all: true })}
    />
  )
}

const importPlace = '/imports/new?what=reports'

function Readable() {
  const t = useSay()
  const go = useGo()
  const filters = useFilters()
  const columns = useColumns()
  return (
    <ListPage
      title={t(words.page.title)}
      lead={t(words.page.lead)}
      name="reports"
      contract={list}
      filters={filters}
      columns={columns}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.title}
      onOpen={(id) => go(`/reports/${id}`)}
      tools={<Tabs />}
      actions={<Go to={importPlace}>{t(words.page.import)}</Go>}
      empty={{ says: t(words.page.empty), action: <Go to={importPlace}>{t(words.page.import)}</Go> }}
    />
  )
}

function Unreadable() {
  const t = useSay()
  const columns = useUnreadableColumns()
  return (
    <ListPage
      title={t(words.page.title)}
      lead={t(words.page.lead)}
      name="unreadable"
      contract={unreadable}
      columns={columns}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.name}
      tools={<Tabs />}
      empty={{ says: t(words.page.noneUnreadable) }}
    />
  )
}

/** The library: papers that can be read and searched, and those that cannot, with the reason. */
export function ReportsPage() {
  const [{ tab }] = useAddress(Tab)
  return tab === 'unreadable' ? <Unreadable /> : <Readable />
}
