import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { MakePaper } from '../../../office/documents/make-paper.tsx'
import { useAddress } from '../../../web/address.ts'
import { useAct, useAsk } from '../../../web/ask.ts'
import { DeadlineTag } from '../../../web/deadline-tag.tsx'
import { Go, place } from '../../../web/go.tsx'
import { type Column, type Filter, ListPage } from '../../../web/list-page/list-page.tsx'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { DrawerCloser } from '../../../web/record-drawer.tsx'
import { useMay, useMe, useToday } from '../../../web/session.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { Pager, usePages } from '../parts/pager.tsx'
import { Table } from '../parts/table.tsx'
import { AskForm } from './ask-form.tsx'
import { askMaterial, exportPackage, importPackage, listRequests, type RequestLine } from './contract.ts'
import { RequestDrawer } from './drawer.tsx'
import { AskingSide, RequestState } from './model.ts'
import { RequestTag } from './request-tag.tsx'
import { saveFile } from './save-file.tsx'
import { words } from './words.ts'

const span = (from: string | null, to: string | null) => [from, to].filter((each) => each !== null).join(' – ')

function useColumns(whole: boolean): readonly Column<RequestLine>[] {
  const t = useSay()
  const today = useToday()
  const settled = (row: RequestLine) => ['accepted', 'withdrawn', 'answered'].includes(row.state)
  return [
    { key: 'number', title: t(words.field.number), width: 84, sort: 'number', cell: (row) => <span className="num">{row.number}</span> },
    { key: 'name', title: t(words.field.name), serif: true, cell: (row) => row.name },
    {
      key: 'period',
      title: t(words.field.period),
      width: 190,
      optional: true,
      cell: (row) => <span className="num">{span(row.periodFrom, row.periodTo)}</span>,
    },
    ...(whole
      ? [{ key: 'unit', title: t(words.field.unit), width: 170, sort: 'unit', optional: true, cell: (row: RequestLine) => row.unitName }]
      : []),
    { key: 'side', title: t(words.field.side), width: 70, cell: (row) => t(words.side[row.side]) },
    {
      key: 'dueOn',
      title: t(words.field.dueOn),
      width: 200,
      sort: 'dueOn',
      cell: (row) => <DeadlineTag dueOn={row.dueOn} today={today} done={settled(row)} />,
    },
    { key: 'state', title: t(words.field.state), width: 110, sort: 'state', cell: (row) => <RequestTag state={row.state} /> },
  ]
}

function useFilters(): readonly Filter[] {
  const t = useSay()
  const choices = useChoices()
  return [
    { key: 'q', kind: 'text', label: t(words.field.q) },
    { key: 'state', kind: 'several', label: t(words.field.state), options: choices(RequestState.options, words.state) },
    { key: 'side', kind: 'several', label: t(words.field.side), options: choices(AskingSide.options, words.side) },
    { key: 'late', kind: 'yes', label: t(words.field.overdue) },
  ]
}

function PackageDeeds({ project, unit }: { project: string; unit: string }) {
  const t = useSay()
  const may = useMay(exportPackage)
  const take = useAct(importPackage)
  const [trouble, setTrouble] = useState<string | null>(null)
  if (!may) return null
  return (
    <>
      <Button title={t(words.note.package)} onClick={() => void saveFile(exportPackage, { unit, project }).then(setTrouble)}>
        {t(words.action.export)}
      </Button>
      <label className="file-button">
        <span>{t(words.action.import)}</span>
        <input
          type="file"
          accept=".json"
          className="hidden-visually"
          onChange={(event) => void take.run({}, [...(event.currentTarget.files ?? [])])}
        />
      </label>
      {trouble && (
        <span role="alert" className="small must">
          {trouble}
        </span>
      )}
      {take.value && <span role="status">{t(words.note.taken, { count: take.value.answered })}</span>}
      <ErrorNote trouble={take.trouble} />
    </>
  )
}

function ProjectTable({ rows }: { rows: readonly RequestLine[] }) {
  const t = useSay()
  const [, set] = useAddress(Opened)
  const columns = useColumns(false)
  const opener = {
    key: 'open',
    title: t(words.field.number),
    cell: (row: RequestLine) => (
      <button
        type="button"
        className="link-button num"
        aria-label={`${row.number} ${row.name}`}
        onClick={() => set({ open: row.id, row: row.id })}
      >
        {row.number}
      </button>
    ),
  }
  return (
    <Table
      label={t(words.title.requests)}
      columns={[opener, ...columns.slice(1).map(({ key, title, cell }) => ({ key, title, cell }))]}
      rows={rows}
      rowKey={(row) => row.id}
      empty={t(words.note.empty)}
    />
  )
}

const Opened = z.object({ open: z.string().optional(), row: z.string().optional() })
/** What was asked of the audited unit in this project. */
export function RequestsPanel({ project, unit }: { project: string; unit: string }) {
  const t = useSay()
  const may = useMay(askMaterial)
  const pages = usePages()
  const [{ open }, set] = useAddress(Opened)
  const asked = useAsk(listRequests, { project, offset: pages.offset, limit: pages.limit, row: pages.row ?? open }, { keep: true })
  const [asking, setAsking] = useState(false)
  return (
    <Card
      flush
      title={t(words.title.requests)}
      aside={
        <span className="row">
          <Go to={place('/requests', { unit })}>{t(words.title.list)}</Go>
          <MakePaper kind="requestList" subject={`project:${project}`} of={t(words.title.requests)} />
          <PackageDeeds project={project} unit={unit} />
          {may && (
            <Button type="primary" onClick={() => setAsking(true)}>
              {t(words.action.ask)}
            </Button>
          )}
        </span>
      }
    >
      <Shown ask={asked}>
        {({ rows, total, offset }) => (
          <>
            <ProjectTable rows={rows} />
            <Pager pages={{ ...pages, offset }} total={total} label={t(words.title.requests)} />
          </>
        )}
      </Shown>
      {asking && <AskForm project={project} unit={unit} onClose={() => setAsking(false)} />}
      {open && (
        <DrawerCloser value={() => set({ open: undefined })}>
          <RequestDrawer id={open} />
        </DrawerCloser>
      )}
    </Card>
  )
}

/** Every request one may know of; staff of a unit see those put to their own unit and answer them. */
export function RequestsPage() {
  const t = useSay()
  const me = useMe()
  const may = useMay(askMaterial)
  const [asking, setAsking] = useState(false)
  const portal = me.role === 'unitStaff'
  return (
    <>
      <ListPage
        title={t(portal ? words.title.portal : words.title.requests)}
        name="requests"
        contract={listRequests}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        filters={useFilters()}
        columns={useColumns(!portal)}
        drawer={(id) => <RequestDrawer id={id} />}
        actions={
          may && (
            <Button type="primary" onClick={() => setAsking(true)}>
              {t(words.action.ask)}
            </Button>
          )
        }
        empty={{ says: t(portal ? words.note.emptyPortal : words.note.empty), action: <Go to={place('/')}>{t(words.title.list)}</Go> }}
      />
      {asking && <AskForm project={null} unit={null} onClose={() => setAsking(false)} />}
    </>
  )
}
