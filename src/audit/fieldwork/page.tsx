import { lazy, Suspense } from 'react'
import { z } from 'zod'
import { useAddress } from '../../web/address.ts'
import { useAsk } from '../../web/ask.ts'
import { Go, place, useParam } from '../../web/go.tsx'
import { type Column, type Filter, ListPage } from '../../web/list-page/list-page.tsx'
import { ErrorNote, Waiting } from '../../web/notes.tsx'
import { Page } from '../../web/page-frame.tsx'
import { useSay } from '../../web/tongue.tsx'
import { type FieldworkLine, getFieldwork, listFieldwork } from './contract.ts'
import './parts/parts.css'
import { words } from './words.ts'

const panels = {
  planning: lazy(() => import('./planning/panel.tsx').then((part) => ({ default: part.PlanningPanel }))),
  lists: lazy(() => import('./lists/panel.tsx').then((part) => ({ default: part.ListsPanel }))),
  team: lazy(() => import('./team/panel.tsx').then((part) => ({ default: part.TeamPanel }))),
  requests: lazy(() => import('./requests/panel.tsx').then((part) => ({ default: part.RequestsPanel }))),
  evidence: lazy(() => import('./evidence/panel.tsx').then((part) => ({ default: part.EvidencePanel }))),
  papers: lazy(() => import('./evidence/papers-panel.tsx').then((part) => ({ default: part.PapersPanel }))),
  talks: lazy(() => import('./evidence/talks-panel.tsx').then((part) => ({ default: part.TalksPanel }))),
} as const
type TabName = keyof typeof panels
const tabs = Object.keys(panels).filter((key): key is TabName => key in panels)
const Address = z.object({ tab: z.enum(tabs).catch('lists') })

function Tabs({ project, at }: { project: string; at: TabName }) {
  const t = useSay()
  return (
    <nav className="page-tabs" aria-label={t(words.title.fieldwork)}>
      {tabs.map((tab) => (
        <Go key={tab} to={place(`/projects/${project}/fieldwork`, { tab })} current={tab === at}>
          {t(words.tab[tab])}
        </Go>
      ))}
    </nav>
  )
}

/** The fieldwork of one project: preparation, the four lists, team, requests, evidence, papers, talks. */
export function FieldworkPage() {
  const t = useSay()
  const id = useParam('id')
  const [{ tab }] = useAddress(Address)
  const asked = useAsk(getFieldwork, { id })
  const line = asked.data
  const Panel = panels[tab]
  return (
    <Page
      title={line?.title ?? t(words.title.fieldwork)}
      lead={line && `${line.unitName} · ${line.year}`}
      crumbs={[{ says: t(words.title.fieldwork), to: '/fieldwork' }]}
      actions={<Go to={place('/projects', { open: id })}>{t(words.action.toProject)}</Go>}
    >
      <ErrorNote trouble={asked.error} />
      {(line || !asked.error) && <Tabs project={id} at={tab} />}
      <Suspense fallback={<Waiting lines={8} />}>{line && <Panel project={id} unit={line.unit} />}</Suspense>
    </Page>
  )
}

const at = (row: FieldworkLine, tab: TabName) => place(`/projects/${row.id}/fieldwork`, { tab })

function useColumns(): readonly Column<FieldworkLine>[] {
  const t = useSay()
  const number = (key: 'members' | 'unchecked' | 'requests' | 'unsigned' | 'bare' | 'toReview', tab: TabName): Column<FieldworkLine> => ({
    key,
    title: t(words.field[key]),
    width: 96,
    align: 'end',
    optional: key !== 'bare',
    cell: (row) => (
      <Go to={at(row, tab)} className="num" label={`${t(words.field[key])} ${row[key]} ${row.title}`}>
        {row[key]}
      </Go>
    ),
  })
  return [
    { key: 'year', title: t(words.field.year), width: 70, cell: (row) => <span className="num">{row.year}</span> },
    { key: 'title', title: t(words.field.project), serif: true, cell: (row) => <Go to={at(row, 'lists')}>{row.title}</Go> },
    { key: 'unit', title: t(words.field.unit), width: 180, optional: true, cell: (row) => row.unitName },
    number('members', 'team'),
    number('unchecked', 'lists'),
    number('requests', 'requests'),
    number('unsigned', 'evidence'),
    number('bare', 'evidence'),
    number('toReview', 'papers'),
  ]
}

/** Projects with fieldwork in them, and what is still open in each. */
export function FieldworkListPage() {
  const t = useSay()
  const filters: readonly Filter[] = [
    { key: 'q', kind: 'text', label: t(words.field.q) },
    { key: 'all', kind: 'yes', label: t(words.field.all) },
  ]
  return (
    <ListPage
      title={t(words.title.fieldwork)}
      name="fieldwork"
      contract={listFieldwork}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.title}
      filters={filters}
      columns={useColumns()}
      empty={{ says: t(words.note.empty), action: <Go to={place('/fieldwork', { all: 'true' })}>{t(words.field.all)}</Go> }}
    />
  )
}
