import { Button } from 'antd'
import { useState } from 'react'
import { askOnce, fileUrl, useAsk } from '../../web/ask.ts'
import { Go, place } from '../../web/go.tsx'
import { type Column, type Filter, ListPage } from '../../web/list-page/list-page.tsx'
import { Fields } from '../../web/page-frame.tsx'
import { RecordDrawer } from '../../web/record-drawer.tsx'
import { StatusTag } from '../../web/status-tag.tsx'
import { useSay } from '../../web/tongue.tsx'
import { exportPapers, getBundle, getPaper, listPapers, listTypes, type PaperLine, verifyPapers } from './contract.ts'
import { PaperState, Secrecy } from './model.ts'
import { words } from './page.words.ts'
import { stateTag } from './panel.tsx'
import { words as records } from './words.ts'

/** Names of document types, by id. */
export function useTypeNames(): (id: string) => string {
  const t = useSay()
  const types = useAsk(listTypes, {}).data?.types ?? []
  const names = new Map(types.map((type) => [type.id, t(type.name)]))
  return (id) => names.get(id) ?? id
}

function useFilters(): readonly Filter[] {
  const t = useSay()
  const types = useAsk(listTypes, {}).data?.types ?? []
  const kinds = types.map((type) => ({ value: type.id, label: t(type.name) }))
  return [
    { key: 'q', kind: 'text', label: t(words.field.q) },
    { key: 'kind', kind: 'several', label: t(records.field.kind), options: kinds },
    {
      key: 'state',
      kind: 'several',
      label: t(records.field.state),
      options: PaperState.options.map((value) => ({ value, label: t(records.state[value]) })),
    },
    {
      key: 'secrecy',
      kind: 'several',
      label: t(records.field.secrecy),
      options: Secrecy.options.map((value) => ({ value, label: t(records.secrecy[value]) })),
    },
    { key: 'from', kind: 'day', label: t(words.field.from) },
    { key: 'until', kind: 'day', label: t(words.field.until) },
    { key: 'unserved', kind: 'yes', label: t(words.field.unserved) },
  ]
}

function Served({ row }: { row: PaperLine }) {
  const t = useSay()
  if (row.sent === 0) return <span className="muted">–</span>
  return (
    <StatusTag state={row.sent > row.served ? 'soon' : 'done'}>{t(words.note.servedOf, { served: row.served, sent: row.sent })}</StatusTag>
  )
}

function useColumns(): readonly Column<PaperLine>[] {
  const t = useSay()
  const nameOf = useTypeNames()
  return [
    { key: 'number', title: t(records.field.number), width: 210, sort: 'number', cell: (row) => <span className="num">{row.number}</span> },
    { key: 'title', title: t(records.field.title), serif: true, sort: 'title', cell: (row) => row.title.replace(/\s+/g, '') },
    { key: 'kind', title: t(records.field.kind), width: 150, sort: 'kind', optional: true, cell: (row) => nameOf(row.kind) },
    { key: 'secrecy', title: t(records.field.secrecy), width: 90, optional: true, cell: (row) => t(records.secrecy[row.secrecy]) },
    {
      key: 'paperOn',
      title: t(records.field.paperOn),
      width: 110,
      sort: 'paperOn',
      cell: (row) => <span className="num">{row.paperOn}</span>,
    },
    {
      key: 'state',
      title: t(records.field.state),
      width: 100,
      sort: 'state',
      cell: (row) => <StatusTag state={stateTag[row.state]}>{t(records.state[row.state])}</StatusTag>,
    },
    { key: 'served', title: t(words.field.service), width: 90, cell: (row) => <Served row={row} /> },
  ]
}

function PaperDrawer({ id }: { id: string }) {
  const t = useSay()
  const nameOf = useTypeNames()
  const paper = useAsk(getPaper, { id }).data?.paper
  return (
    <RecordDrawer
      title={paper?.title.replace(/\s+/g, '') ?? t(words.title.paper)}
      lead={paper?.number}
      actions={<Go to={place(`/papers/${id}`)}>{t(words.action.open)}</Go>}
    >
      {paper && (
        <Fields
          rows={[
            { label: t(records.field.kind), value: nameOf(paper.kind) },
            { label: t(records.field.state), value: t(records.state[paper.state]) },
            { label: t(records.field.issuers), value: paper.head.issuers.join('、') },
            { label: t(records.field.secrecy), value: t(records.secrecy[paper.secrecy]) },
            { label: t(records.field.paperOn), value: paper.paperOn },
            { label: t(words.field.hash), value: paper.sha256 && <code>{paper.sha256.slice(0, 16)}</code> },
          ]}
        />
      )}
    </RecordDrawer>
  )
}

/** Reads every frozen file again and says what it found. */
function Verifying() {
  const t = useSay()
  const [said, setSaid] = useState('')
  const verify = async () => {
    const outcome = await askOnce(verifyPapers, {})
    if (!outcome.ok) return setSaid(outcome.trouble.message)
    const { checked, broken } = outcome.value
    const titles = broken.map(({ number, title }) => number ?? title).join('、')
    setSaid(broken.length === 0 ? t(words.note.verified, { checked }) : t(words.note.brokenSome, { count: broken.length, titles }))
  }
  return (
    <>
      <Button onClick={() => void verify()}>{t(words.action.verify)}</Button>
      <span role="status" className="muted small">
        {said}
      </span>
    </>
  )
}

/** The register of papers: what is drafted, out, and served. */
export function PapersPage() {
  const t = useSay()
  return (
    <ListPage
      title={t(words.title.papers)}
      name="papers"
      contract={listPapers}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.title}
      filters={useFilters()}
      columns={useColumns()}
      drawer={(id) => <PaperDrawer id={id} />}
      batch={[
        {
          key: 'bundle',
          label: t(words.action.bundle),
          run: (rows) => window.location.assign(fileUrl(getBundle, { ids: rows.map(({ id }) => id) })),
        },
        {
          key: 'print',
          label: t(words.action.print),
          run: (rows) => window.location.assign(fileUrl(getBundle, { ids: rows.map(({ id }) => id), as: 'pdf' })),
        },
      ]}
      exports={[{ label: t(words.action.export), contract: exportPapers }]}
      actions={<Verifying />}
      empty={{ says: t(words.empty.papers), action: <Go to="/projects">{t(words.action.open)}</Go> }}
    />
  )
}
