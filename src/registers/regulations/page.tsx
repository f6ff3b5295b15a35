import { Go, useGo } from '../../web/go.tsx'
import { type Column, type Filter, ListPage } from '../../web/list-page/list-page.tsx'
import { useSay } from '../../web/tongue.tsx'
import { listRegulations } from './contract.ts'
import { Standing } from './model.ts'
import { StandingTag } from './page/standing-tag.tsx'
import type { RegulationLine } from './rules/shapes.ts'
import { words } from './words.ts'

function useFilters(): readonly Filter[] {
  const t = useSay()
  return [
    { key: 'q', kind: 'text', label: t(words.field.q) },
    {
      key: 'standing',
      kind: 'choice',
      label: t(words.field.standing),
      options: Standing.options.map((value) => ({ value, label: t(words.standing[value]) })),
    },
    { key: 'on', kind: 'day', label: t(words.field.on) },
  ]
}

function useColumns(): readonly Column<RegulationLine>[] {
  const t = useSay()
  const inForce = ({ current }: RegulationLine) => current?.effectiveOn ?? t(words.note.effectiveUnknownShort)
  return [
    { key: 'title', title: t(words.field.title), serif: true, cell: (row) => <Go to={`/regulations/${row.id}`}>{row.title}</Go> },
    {
      key: 'standing',
      title: t(words.field.standing),
      width: 120,
      cell: (row) => row.current && <StandingTag standing={row.current.standing} />,
    },
    { key: 'adopted', title: t(words.field.adoptedOn), width: 130, cell: (row) => <span className="num">{row.current?.adoptedOn}</span> },
    { key: 'effective', title: t(words.field.effectiveOn), width: 110, cell: (row) => <span className="num">{inForce(row)}</span> },
    { key: 'articles', title: t(words.field.articles), width: 70, align: 'end', cell: (row) => row.current?.articles },
    { key: 'versions', title: t(words.field.versions), width: 60, align: 'end', optional: true, cell: (row) => row.versions },
    { key: 'place', title: t(words.field.place), width: 130, optional: true, cell: (row) => row.place ?? t(words.note.country) },
  ]
}

/** The regulations on file, each with the text in force on the day one asks for. */
export function RegulationsPage() {
  const t = useSay()
  const go = useGo()
  return (
    <ListPage
      title={t(words.title.list)}
      name="regulations"
      contract={listRegulations}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.title}
      filters={useFilters()}
      columns={useColumns()}
      onOpen={(id) => go(`/regulations/${id}`)}
      empty={{ says: t(words.note.empty), action: <Go to="/imports/new">{t(words.action.import)}</Go> }}
    />
  )
}
