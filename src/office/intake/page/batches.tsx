import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useAct, useAsk } from '../../../web/ask.ts'
import { useGo } from '../../../web/go.tsx'
import { Icon } from '../../../web/icons.tsx'
import { ReportView } from '../../../web/import-wizard/report-view.tsx'
import { type Column, ListPage, type Option } from '../../../web/list-page/list-page.tsx'
import { clockText } from '../../../web/moment.ts'
import { EmptyNote, ErrorNote, Shown } from '../../../web/notes.tsx'
import { Fields } from '../../../web/page-frame.tsx'
import { RecordDrawer } from '../../../web/record-drawer.tsx'
import { useMay } from '../../../web/session.tsx'
import { type State, StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { type BatchRow, getBatch, listBatchesAsk, listKinds, runImportFiles, undoBatch } from '../contract.ts'
import type { BatchState } from '../model.ts'
import { words } from '../words.ts'

const tones: Readonly<Record<BatchState, State>> = {
  waiting: 'planned',
  running: 'running',
  done: 'done',
  failed: 'overdue',
  undone: 'planned',
}

function useKindTitle() {
  const t = useSay()
  const kinds = useAsk(listKinds, {}).data?.rows ?? []
  const titles = new Map(kinds.map(({ what, title }) => [what, t(title)]))
  const options: readonly Option[] = kinds.map(({ what, title }) => ({ value: what, label: t(title) }))
  return { titleOf: (what: string) => titles.get(what) ?? what, options }
}

const sentenceOf = (code: string) => Object.entries(words.refusal).find(([key]) => key === code)?.[1] ?? null

/** Undoing says first what it takes back; it is traced and cannot be undone itself. */
function UndoButton({ batch }: { batch: BatchRow }) {
  const t = useSay()
  const may = useMay(undoBatch)
  const [asking, setAsking] = useState(false)
  const undo = useAct(undoBatch)
  if (!may) return null
  const no = batch.may.undo === true ? null : batch.may.undo
  const sentence = no ? sentenceOf(no.code) : null
  const confirm = async () => {
    const outcome = await undo.run({ id: batch.id })
    if (outcome.ok) setAsking(false)
  }
  return (
    <>
      <Button danger disabled={no !== null} onClick={() => setAsking(true)}>
        {t(words.action.undo)}
      </Button>
      {sentence && <span className="muted small">{t(sentence, no?.facts)}</span>}
      <Modal
        open={asking}
        title={t(words.action.undo)}
        okText={t(words.action.confirm)}
        okButtonProps={{ danger: true, loading: undo.pending }}
        onOk={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        <p>{t(words.hint.undoing, { accepted: batch.accepted, updated: batch.updated })}</p>
        <ErrorNote trouble={undo.trouble} />
      </Modal>
    </>
  )
}

const isUnderWay = (state: BatchState) => state === 'waiting' || state === 'running'

function BatchDrawer({ id }: { id: string }) {
  const t = useSay()
  const { titleOf } = useKindTitle()
  const asked = useAsk(getBatch, { id }, { every: 5000 })
  return (
    <Shown ask={asked}>
      {({ batch, report }) => (
        <RecordDrawer title={titleOf(batch.what)} lead={clockText(batch.startedAt)} actions={<UndoButton batch={batch} />}>
          <Fields
            rows={[
              { label: t(words.field.state), value: <StatusTag state={tones[batch.state]}>{t(words.state[batch.state])}</StatusTag> },
              { label: t(words.field.startedBy), value: batch.startedBy },
              { label: t(words.field.files), value: batch.files.map(({ name }) => name).join('\u3001') },
              ...(batch.undoneAt
                ? [
                    { label: t(words.field.undoneAt), value: clockText(batch.undoneAt) },
                    { label: t(words.field.undoneBy), value: batch.undoneBy ?? '' },
                  ]
                : []),
            ]}
          />
          {isUnderWay(batch.state) ? (
            <EmptyNote says={t(words.note.underWay)} />
          ) : (
            <ReportView report={report} dry={false} undone={batch.state === 'undone'} />
          )}
        </RecordDrawer>
      )}
    </Shown>
  )
}

function useColumns(titleOf: (what: string) => string): readonly Column<BatchRow>[] {
  const t = useSay()
  const count = (key: 'accepted' | 'updated' | 'unchanged' | 'refused' | 'unreadable', optional = false): Column<BatchRow> => ({
    key,
    title: t(words.field[key]),
    width: 84,
    align: 'end' as const,
    cell: (row) => <span className="num">{row[key]}</span>,
    optional,
  })
  return [
    {
      key: 'startedAt',
      title: t(words.field.startedAt),
      width: 150,
      cell: (row) => <span className="num">{clockText(row.startedAt)}</span>,
    },
    { key: 'what', title: t(words.field.what), width: 150, cell: (row) => titleOf(row.what) },
    { key: 'files', title: t(words.field.files), cell: (row) => row.files.map(({ name }) => name).join('\u3001') },
    { key: 'startedBy', title: t(words.field.startedBy), width: 110, cell: (row) => row.startedBy, optional: true },
    {
      key: 'state',
      title: t(words.field.state),
      width: 110,
      cell: (row) => <StatusTag state={tones[row.state]}>{t(words.state[row.state])}</StatusTag>,
    },
    ...[count('accepted'), count('updated'), count('unchanged', true), count('refused'), count('unreadable', true)],
  ]
}

/** Every import of this place, newest first; each can be undone as a whole. */
export function ImportsPage() {
  const t = useSay()
  const mayRun = useMay(runImportFiles)
  const { titleOf, options } = useKindTitle()
  const go = useGo()
  const start = mayRun ? (
    <Button
      type="primary"
      href="/imports/new"
      icon={<Icon name="import" />}
      onClick={(event) => {
        event.preventDefault()
        go('/imports/new')
      }}
    >
      {t(words.action.start)}
    </Button>
  ) : null
  return (
    <ListPage
      title={t(words.title.imports)}
      lead={t(words.lead.imports)}
      name="imports"
      contract={listBatchesAsk}
      rowKey={(row) => row.id}
      rowLabel={(row) => `${titleOf(row.what)} ${clockText(row.startedAt)}`}
      filters={[{ key: 'what', kind: 'choice', label: t(words.field.what), options }]}
      columns={useColumns(titleOf)}
      drawer={(id) => <BatchDrawer id={id} />}
      actions={start}
      empty={{ says: <EmptyNote says={t(words.empty.batches)} />, action: start }}
    />
  )
}
