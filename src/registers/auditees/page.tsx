import { Button } from 'antd'
import { useState } from 'react'
import { useQueryText } from '../../web/address.ts'
import { useAct, useAsk } from '../../web/ask.ts'
import { DeadlineTag } from '../../web/deadline-tag.tsx'
import { Go } from '../../web/go.tsx'
import { type Column, type Filter, ListPage, type ViewStore } from '../../web/list-page/list-page.tsx'
import { useMay, useMe, useToday } from '../../web/session.tsx'
import { useChoices, useSay } from '../../web/tongue.tsx'
import { Branches } from '../places/branches.tsx'
import { UnitPicker } from '../places/picker.tsx'
import { dropView, exportOfficials, ListStanding, list, type OfficialLine, saveOfficial, saveView, views } from './contract.ts'
import { DueState, SubjectClass } from './model.ts'
import { OfficialDrawer } from './page/drawer.tsx'
import { ExportDialog } from './page/export-dialog.tsx'
import { newOfficial, OfficialForm } from './page/official-form.tsx'
import { exactly, useSteps, Why } from './page/reasons.tsx'
import { words } from './words.ts'

/** Views kept by the server for this account; the address itself is the link to share. */
function useViews(): ViewStore {
  const asked = useAsk(views, {})
  const save = useAct(saveView)
  const drop = useAct(dropView)
  const kept = asked.data?.views ?? []
  return {
    views: kept.map(({ name, query }) => ({ name, query })),
    keep: ({ name, query }) => save.run({ name, query }),
    drop: ({ name }) => {
      const view = kept.find((each) => each.name === name)
      return view && drop.run({ id: view.id })
    },
  }
}

function AddOfficial() {
  const t = useSay()
  const me = useMe()
  const may = useMay(saveOfficial)
  const [, set] = useQueryText()
  const [shown, setShown] = useState(false)
  if (!may) return null
  const saved = (id: string) => {
    setShown(false)
    set({ open: id })
  }
  const home = /^\d+$/.test(me.jurisdiction) ? me.jurisdiction : ''
  return (
    <>
      <Button type="primary" onClick={() => setShown(true)}>
        {t(words.page.add)}
      </Button>
      {shown && <OfficialForm start={newOfficial(home)} onClose={() => setShown(false)} onSaved={({ id }) => saved(id)} />}
    </>
  )
}

function useFilters(): readonly Filter[] {
  const t = useSay()
  const options = useChoices()
  const under = t(words.page.underShort)
  return [
    { key: 'keyword', kind: 'text', label: t(words.page.find), hint: t(words.field.keyword) },
    { key: 'class', kind: 'several', label: t(words.field.class), options: options(SubjectClass.options, words.class) },
    { key: 'state', kind: 'several', label: t(words.field.state), options: options(DueState.options, words.state) },
    { key: 'standing', kind: 'several', label: t(words.field.standing), options: options(ListStanding.options, words.standing) },
    {
      key: 'under',
      kind: 'custom',
      label: under,
      render: (value, set) => <UnitPicker label={under} value={value ?? null} onChange={(id) => set(id ?? undefined)} />,
    },
  ]
}

function Post({ row }: { row: OfficialLine }) {
  const t = useSay()
  if (!row.tenure) return <span className="muted">{t(words.standing.noPost)}</span>
  return (
    <>
      {row.tenure.post} {row.concurrent > 0 && <span className="muted">{`${t(words.page.concurrent)} ${row.concurrent}`}</span>}
    </>
  )
}

/** The due day where there is one, else the state; pressing it says why. */
function DueCell({ row }: { row: OfficialLine }) {
  const t = useSay()
  const today = useToday()
  const steps = useSteps()
  if (!row.status) return null
  const { due, state } = row.status
  if (due.value === null) return <Why because={state.because}>{t(words.state[state.value])}</Why>
  return <DeadlineTag dueOn={due.value} today={today} done={state.value === 'settled'} soonWithin={365} why={steps(state.because)} />
}

function useColumns(): readonly Column<OfficialLine>[] {
  const t = useSay()
  const classOf = ({ status }: OfficialLine) =>
    status?.class.value && <Why because={status.class.because}>{t(words.class[status.class.value])}</Why>
  const since = ({ tenure }: OfficialLine) => <span className="num">{tenure ? exactly(tenure.startsOn, tenure.precision) : ''}</span>
  const last = ({ status }: OfficialLine) => <span className="num">{status?.lastAudit.value ?? (status ? t(words.page.never) : '')}</span>
  return [
    { key: 'name', title: t(words.field.name), width: 96, sort: 'name', serif: true, cell: (row) => row.name },
    { key: 'unit', title: t(words.field.unit), sort: 'unit', cell: (row) => row.unitName ?? '' },
    { key: 'post', title: t(words.field.post), cell: (row) => <Post row={row} /> },
    { key: 'class', title: t(words.field.class), width: 84, sort: 'class', cell: classOf },
    { key: 'startsOn', title: t(words.field.startsOn), width: 104, sort: 'startsOn', optional: true, cell: since },
    { key: 'lastAudit', title: t(words.field.lastAudit), width: 104, sort: 'lastAudit', optional: true, cell: last },
    { key: 'due', title: t(words.field.due), width: 216, sort: 'due', cell: (row) => <DueCell row={row} /> },
  ]
}

/** The audit subjects: who holds which post, in which class, last audited when, due when and why. */
export function AuditeesPage() {
  const t = useSay()
  const mayExport = useMay(exportOfficials)
  const [query] = useQueryText()
  const [exporting, setExporting] = useState<{ what: Record<string, unknown>; count: number } | null>(null)
  const { page: _page, open: _open, ...asked } = query
  const exportThese = (rows: readonly OfficialLine[]) => setExporting({ what: { ids: rows.map(({ id }) => id) }, count: rows.length })
  return (
    <>
      <ListPage
        title={t(words.page.title)}
        name="auditees"
        contract={list}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        filters={useFilters()}
        columns={useColumns()}
        views={useViews()}
        drawer={(id) => <OfficialDrawer id={id} />}
        batch={mayExport ? [{ key: 'export', label: t(words.page.export), run: exportThese }] : []}
        tools={mayExport && <Button onClick={() => setExporting({ what: asked, count: 0 })}>{t(words.page.export)}</Button>}
        actions={<AddOfficial />}
        beside={<Branches />}
        empty={{ says: t(words.page.empty), action: <Go to="/imports">{t(words.page.import)}</Go> }}
      />
      {exporting && <ExportDialog {...exporting} onClose={() => setExporting(null)} />}
    </>
  )
}
