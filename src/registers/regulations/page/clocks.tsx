import { Button } from 'antd'
import { useState } from 'react'
import { Go, place } from '../../../web/go.tsx'
import { type Column, type Filter, ListPage } from '../../../web/list-page/list-page.tsx'
import { Fields } from '../../../web/page-frame.tsx'
import { RecordDrawer } from '../../../web/record-drawer.tsx'
import { useMay } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { checkClock, listClocks, saveClock } from '../contract.ts'
import type { ClockLine } from '../rules/shapes.ts'
import { words } from '../words.ts'
import { CheckForm } from './check-form.tsx'
import { ClockForm } from './clock-form.tsx'
import { TryClock } from './try-clock.tsx'
import './regulations.css'

/** Whether the row was compared with the official text. */
function CheckedTag({ row }: { row: ClockLine }) {
  const t = useSay()
  return row.verified ? (
    <StatusTag state="done">{t(words.note.verified)}</StatusTag>
  ) : (
    <StatusTag state="soon">{t(words.note.unverified)}</StatusTag>
  )
}

/** The citation, as a link where the text is on file. */
function Law({ row }: { row: ClockLine }) {
  const t = useSay()
  if (!row.regulation || row.article === null) return <span>{t(row.citation)}</span>
  const to = place(`/regulations/${row.regulation}`, {
    version: row.textVersion,
    article: row.article,
    paragraph: row.paragraph,
    item: row.item,
  })
  return <Go to={to}>{t(row.citation)}</Go>
}

/** From when to when the row holds; an open side is left open. */
function Span({ row: { validFrom, validUntil } }: { row: ClockLine }) {
  if (!validFrom && !validUntil) return <span className="muted">–</span>
  return <span className="num">{`${validFrom ?? ''} ~ ${validUntil ?? ''}`}</span>
}

const useLength = () => {
  const t = useSay()
  return (row: ClockLine) => (row.unit === 'open' ? t(words.unit.open) : `${row.amount} ${t(words.unit[row.unit])}`)
}

function useFilters(): readonly Filter[] {
  const t = useSay()
  return [
    { key: 'q', kind: 'text', label: t(words.field.q) },
    { key: 'region', kind: 'text', label: t(words.field.region), hint: '330000' },
    { key: 'on', kind: 'day', label: t(words.field.on) },
    { key: 'verified', kind: 'yes', label: t(words.field.onlyVerified) },
  ]
}

function useColumns(): readonly Column<ClockLine>[] {
  const t = useSay()
  const length = useLength()
  const direction = (row: ClockLine) => (row.direction === 'before' ? t(words.direction.before) : t(words.direction.after))
  return [
    { key: 'title', title: t(words.field.clock), width: 300, serif: true, cell: (row) => t(row.title) },
    { key: 'amount', title: t(words.field.amount), width: 130, cell: length },
    { key: 'start', title: t(words.field.startEvent), width: 190, cell: (row) => `${t(row.event)} ${direction(row)}` },
    { key: 'region', title: t(words.field.region), width: 90, cell: (row) => row.region ?? t(words.note.country) },
    { key: 'law', title: t(words.field.citation), cell: (row) => <Law row={row} /> },
    {
      key: 'valid',
      title: t(words.field.validFrom),
      width: 190,
      optional: true,
      cell: (row) => <Span row={row} />,
    },
    { key: 'verified', title: t(words.field.verified), width: 120, cell: (row) => <CheckedTag row={row} /> },
  ]
}

function Facts({ row }: { row: ClockLine }) {
  const t = useSay()
  const length = useLength()
  return (
    <Fields
      rows={[
        { label: t(words.field.rule), value: <code>{row.rule}</code> },
        { label: t(words.field.amount), value: length(row) },
        { label: t(words.field.startEvent), value: `${t(row.event)} ${t(words.direction[row.direction])}` },
        { label: t(words.field.roll), value: t(words.roll[row.roll]) },
        { label: t(words.field.region), value: row.region ?? t(words.note.country) },
        { label: t(words.field.validFrom), value: <Span row={row} /> },
        { label: t(words.field.selectedBy), value: t(words.selectedBy[row.selectedBy]) },
        { label: t(words.field.citation), value: <Law row={row} /> },
        { label: t(words.field.verified), value: <CheckedTag row={row} /> },
        { label: t(words.field.note), value: row.note },
      ]}
    />
  )
}

function ClockDrawer({ row }: { row: ClockLine | undefined }) {
  const t = useSay()
  const [form, setForm] = useState<'revise' | 'check' | null>(null)
  const mayRevise = useMay(saveClock) && row?.validUntil === null
  const mayCheck = useMay(checkClock)
  if (!row) return <RecordDrawer title={t(words.title.clocks)}>{t(words.note.clocksEmpty)}</RecordDrawer>
  const close = () => setForm(null)
  const actions = (
    <>
      {mayRevise && <Button onClick={() => setForm('revise')}>{t(words.action.revise)}</Button>}
      {mayCheck && <Button onClick={() => setForm('check')}>{t(words.action.check)}</Button>}
    </>
  )
  return (
    <RecordDrawer title={t(row.title)} lead={<code>{row.rule}</code>} actions={actions}>
      <Facts row={row} />
      <TryClock key={row.id} row={row} />
      {form === 'revise' && <ClockForm row={row} onClose={close} />}
      {form === 'check' && <CheckForm row={row} onClose={close} />}
    </RecordDrawer>
  )
}

function AddClock() {
  const t = useSay()
  const may = useMay(saveClock)
  const [shown, setShown] = useState(false)
  if (!may) return null
  return (
    <>
      <Button type="primary" onClick={() => setShown(true)}>
        {t(words.action.add)}
      </Button>
      {shown && <ClockForm row={null} onClose={() => setShown(false)} />}
    </>
  )
}

/** Statutory clocks: dated, regional rows with the article they rest on, and a calculator that shows its steps. */
export function ClocksPage() {
  const t = useSay()
  return (
    <ListPage
      title={t(words.title.clocks)}
      lead={t(words.note.clocksLead)}
      name="clocks"
      contract={listClocks}
      rowKey={(row) => row.id}
      rowLabel={(row) => t(row.title)}
      filters={useFilters()}
      columns={useColumns()}
      size={500}
      drawer={(_, row) => <ClockDrawer row={row} />}
      actions={<AddClock />}
      empty={{ says: t(words.note.clocksEmpty) }}
    />
  )
}
