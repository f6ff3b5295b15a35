import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useAddress } from '../../../web/address.ts'
import { fileUrl, useAct, useAsk } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { Card, Segmented } from '../../../web/page-frame.tsx'
import { useMay } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { Pager, usePages } from '../parts/pager.tsx'
import { useListTable } from './columns.tsx'
import { dropLine, exportList, type ListsView, saveDuty, showLists } from './contract.ts'
import { LineForm } from './forms.tsx'
import { ListName } from './rules.ts'
import { words } from './words.ts'

const importKind = { duties: 'duties', decisions: 'keyDecisions', checks: 'auditChecks', needs: 'dataNeeds' } as const
const Address = z.object({ list: z.enum(ListName).catch('duties'), only: z.string().optional() })

function Gaps({ view }: { view: ListsView }) {
  const t = useSay()
  const [, set] = useAddress(Address)
  const pages = usePages('gapPage')
  if (view.gapTotal === 0) return <p className="muted">{t(words.note.noGap)}</p>
  return (
    <>
      <ul className="stack stack-tight" aria-label={t(words.title.gaps)}>
        {view.gaps.map((gap) => (
          <li key={`${gap.kind}${gap.id}`}>
            <StatusTag state="soon">{t(words.gap[gap.kind])}</StatusTag>{' '}
            <button
              type="button"
              className="link-button"
              onClick={() => set({ list: gap.list, row: gap.id, only: undefined, page: undefined })}
            >
              {gap.number} {gap.text}
            </button>
          </li>
        ))}
      </ul>
      <Pager pages={pages} total={view.gapTotal} label={t(words.title.gaps)} />
    </>
  )
}

type Editing = { list: ListName; id: string | null }

function Deeds({ list, line, edit }: { list: ListName; line: { id: string; number: string; version: number }; edit(id: string): void }) {
  const t = useSay()
  const drop = useAct(dropLine)
  const may = useMay(dropLine)
  if (!may) return null
  return (
    <div className="row">
      <button type="button" className="link-button" aria-label={`${t(words.action.edit)} ${line.number}`} onClick={() => edit(line.id)}>
        {t(words.action.edit)}
      </button>
      <button
        type="button"
        className="link-button"
        aria-label={`${t(words.action.drop)} ${line.number}`}
        onClick={() => void drop.run({ list, id: line.id, version: line.version })}
      >
        {t(words.action.drop)}
      </button>
      <ErrorNote trouble={drop.trouble} />
    </div>
  )
}

function ListCard({ project, view, edit }: { project: string; view: ListsView; edit(editing: Editing): void }) {
  const t = useSay()
  const [{ only }, set] = useAddress(Address)
  const pages = usePages()
  const may = useMay(saveDuty)
  const drawn = useListTable(view)
  const { list } = view.lines
  const deeds = (line: { id: string; number: string; version: number }) => (
    <Deeds list={list} line={line} edit={(id) => edit({ list, id })} />
  )
  return (
    <Card
      flush
      title={t(words.title[list])}
      aside={
        <span className="row">
          <span className="muted">{t(words.asks[list])}</span>
          {(view.short > 0 || only) && (
            <button
              type="button"
              className="link-button"
              aria-pressed={only !== undefined}
              onClick={() => set({ only: only ? undefined : '1', page: undefined, row: undefined })}
            >
              {only ? t(words.action.showAll) : `${t(words.action.showOnly)} (${view.short})`}
            </button>
          )}
          <a href={fileUrl(exportList, { project, list })}>{t(words.action.export)}</a>
          {may && <Go to={place('/imports/new', { what: importKind[list] })}>{t(words.action.import)}</Go>}
          {may && (
            <Button type="primary" onClick={() => edit({ list, id: null })}>
              {t(words.action.add)}
            </Button>
          )}
        </span>
      }
    >
      {drawn(deeds)}
      <Pager pages={{ ...pages, offset: view.offset }} total={view.total} label={t(words.title[list])} />
    </Card>
  )
}

/** The four lists of a project, one at a time, with the places where they do not hang together. */
export function ListsPanel({ project }: { project: string; unit: string }) {
  const t = useSay()
  const [{ list, only }, set] = useAddress(Address)
  const { offset, limit, row } = usePages()
  const { offset: gapOffset } = usePages('gapPage')
  const asked = useAsk(showLists, { project, list, only: only !== undefined, offset, limit, row, gapOffset }, { keep: true })
  const [editing, setEditing] = useState<Editing | null>(null)
  return (
    <Shown ask={asked}>
      {(view) => (
        <div className="stack">
          <div className="row">
            <Segmented
              label={t(words.title.lists)}
              value={list}
              options={ListName.map((value) => ({ value, label: `${t(words.title[value])} ${view.counts[value]}` }))}
              onChange={(value) => set({ list: value, only: undefined, row: undefined, page: undefined })}
            />
            <span className="muted small">{t(words.note.chain)}</span>
          </div>
          <ListCard project={project} view={view} edit={setEditing} />
          <Card title={t(words.title.gaps)} aside={view.gapTotal > 0 && <span className="num">{view.gapTotal}</span>}>
            <Gaps view={view} />
          </Card>
          {editing && (
            <LineForm
              project={project}
              list={editing.list}
              line={view.lines.rows.find(({ id }) => id === editing.id)}
              onClose={() => setEditing(null)}
            />
          )}
        </div>
      )}
    </Shown>
  )
}
