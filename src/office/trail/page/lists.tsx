import { Button } from 'antd'
import { fileUrl, useAct } from '../../../web/ask.ts'
import { Go } from '../../../web/go.tsx'
import { type Column, ListPage } from '../../../web/list-page/list-page.tsx'
import { clockText } from '../../../web/moment.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { Fields } from '../../../web/page-frame.tsx'
import { RecordDrawer } from '../../../web/record-drawer.tsx'
import { useMay } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { type BatchLine, type CheckpointLine, checkpointFile, listBatches, listCheckpoints, makeCheckpointAct } from '../contract.ts'
import { words } from '../words.ts'
import { useChainName } from './standing.tsx'
import './trail.css'

function Batch({ row }: { row: BatchLine | undefined }) {
  const t = useSay()
  const nameOf = useChainName()
  if (!row) return <RecordDrawer title={t(words.note.notHere)} />
  const hash = (value: string) => value && <code className="trail-hash">{value}</code>
  return (
    <RecordDrawer title={t(words.note.batchOf, { chain: nameOf(row), number: row.number })} lead={clockText(row.at)}>
      <Fields
        rows={[
          { label: t(words.column.span), value: `${row.firstSeq}–${row.lastSeq}` },
          { label: t(words.column.algorithm), value: t(words.algorithm[row.algorithm]) },
          { label: t(words.column.root), value: hash(row.root) },
          { label: t(words.column.head), value: hash(row.head) },
          { label: t(words.column.previous), value: hash(row.previous) },
          { label: t(words.column.seal), value: hash(row.seal) },
        ]}
      />
    </RecordDrawer>
  )
}

/** What the sequencer chained, batch by batch, newest first. */
export function TrailBatchesPage() {
  const t = useSay()
  const nameOf = useChainName()
  const columns: readonly Column<BatchLine>[] = [
    { key: 'at', title: t(words.column.newest), width: 150, cell: (row) => <span className="num">{clockText(row.at)}</span> },
    { key: 'chain', title: t(words.column.chain), width: 150, cell: nameOf },
    { key: 'number', title: t(words.column.number), width: 90, align: 'end', cell: (row) => <span className="num">{row.number}</span> },
    {
      key: 'span',
      title: t(words.column.span),
      width: 120,
      cell: (row) => <span className="num">{`${row.firstSeq}–${row.lastSeq}`}</span>,
    },
    { key: 'algorithm', title: t(words.column.algorithm), width: 100, cell: (row) => t(words.algorithm[row.algorithm]), optional: true },
    { key: 'root', title: t(words.column.root), cell: (row) => <code className="trail-hash">{row.root}</code>, optional: true },
  ]
  return (
    <ListPage
      title={t(words.title.batches)}
      name="trail-batches"
      contract={listBatches}
      crumbs={[
        { says: t(words.room), to: '/trail' },
        { says: t(words.title.standing), to: '/trail/standing' },
      ]}
      filters={[{ key: 'chain', kind: 'text', label: t(words.column.chain) }]}
      columns={columns}
      rowKey={(row) => `${row.chain}-${row.number}`}
      rowLabel={(row) => t(words.note.batchOf, { chain: nameOf(row), number: row.number })}
      drawer={(_, row) => <Batch row={row} />}
      empty={{ says: t(words.note.noChains) }}
    />
  )
}

function CheckpointDrawer({ row }: { row: CheckpointLine | undefined }) {
  const t = useSay()
  if (!row) return <RecordDrawer title={t(words.note.notHere)} />
  return (
    <RecordDrawer
      title={t(words.title.checkpoint)}
      lead={clockText(row.at)}
      actions={
        <Button href={fileUrl(checkpointFile, { id: row.id })} download>
          {t(words.contract.checkpointFile)}
        </Button>
      }
    >
      <Fields
        rows={[
          { label: t(words.field.account), value: row.account },
          { label: t(words.column.rows), value: `${row.rows}` },
          { label: t(words.field.signature), value: t(words.signature[row.algorithm]) },
          { label: t(words.field.fingerprint), value: <code>{row.fingerprint}</code> },
        ]}
      />
      <p>
        <Go to={`/trail/checkpoint/${row.id}`}>{t(words.action.sheet)}</Go>
      </p>
    </RecordDrawer>
  )
}

/** Signed statements of how far the trail had come, newest first. */
export function TrailCheckpointsPage() {
  const t = useSay()
  const may = useMay(makeCheckpointAct)
  const make = useAct(makeCheckpointAct)
  const columns: readonly Column<CheckpointLine>[] = [
    { key: 'at', title: t(words.field.at), width: 150, cell: (row) => <span className="num">{clockText(row.at)}</span> },
    { key: 'rows', title: t(words.column.rows), width: 110, align: 'end', cell: (row) => <span className="num">{row.rows}</span> },
    { key: 'account', title: t(words.field.account), width: 140, cell: (row) => row.account },
    { key: 'signature', title: t(words.field.signature), width: 120, cell: (row) => t(words.signature[row.algorithm]), optional: true },
    { key: 'fingerprint', title: t(words.field.fingerprint), cell: (row) => <code className="small">{row.fingerprint}</code> },
  ]
  return (
    <ListPage
      title={t(words.title.checkpoints)}
      name="trail-checkpoints"
      contract={listCheckpoints}
      lead={<ErrorNote trouble={make.trouble} />}
      crumbs={[
        { says: t(words.room), to: '/trail' },
        { says: t(words.title.standing), to: '/trail/standing' },
      ]}
      filters={[]}
      columns={columns}
      rowKey={(row) => row.id}
      rowLabel={(row) => clockText(row.at)}
      drawer={(_, row) => <CheckpointDrawer row={row} />}
      actions={
        <Button type="primary" disabled={!may} loading={make.pending} onClick={() => void make.run({})}>
          {t(words.contract.checkpoint)}
        </Button>
      }
      empty={{ says: t(words.note.noCheckpoint) }}
    />
  )
}
