import { Button } from 'antd'
import { useState } from 'react'
import { ChoiceField, TextField } from '../../../registers/places/form-parts.tsx'
import { Go, place } from '../../../web/go.tsx'
import { EmptyNote } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { Pop } from '../../../web/pop.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import type { CompilationView } from '../contract.ts'
import { RiskLevel, type RiskList, type RiskRow } from '../model.ts'
import { emptyRow, mergeRows } from '../rules/risk-list.ts'
import { words } from '../words.ts'
import { AreaField } from './forms.tsx'
import { levelTag, RiskTable } from './notices.tsx'

type Props = { view: CompilationView; content: RiskList; editable: boolean; onChange(content: RiskList): void }

/** The findings a row was drawn from, each a link. */
function Linked({ row, view }: { row: RiskRow; view: CompilationView }) {
  const t = useSay()
  const own = view.findings.filter(({ id }) => row.findings.includes(id))
  if (own.length === 0) return null
  return (
    <Pop className="link-button" shown={t(words.note.linked, { count: own.length })} label={`${t(words.field.linked)} ${row.point}`}>
      <ul>
        {own.slice(0, 100).map(({ id, number, title, fallen }) => (
          <li key={id}>
            <Go to={place('/findings', { open: id })}>{`${number} ${title}`}</Go>{' '}
            {fallen && <StatusTag state="overdue">{t(words.note.fallen)}</StatusTag>}
          </li>
        ))}
      </ul>
    </Pop>
  )
}

type RowProps = { at: number; row: RiskRow; view: CompilationView; marked: boolean; onMark(on: boolean): void }
function RowHead({ at, row, view, marked, onMark, onRemove }: RowProps & { onRemove(): void }) {
  const t = useSay()
  const named = view.named.filter(({ where }) => where === at + 1)
  return (
    <div className="row">
      <label>
        <input type="checkbox" checked={marked} onChange={(event) => onMark(event.target.checked)} /> <b className="num">{at + 1}</b>{' '}
        <span className="hidden-visually">{row.point}</span>
      </label>
      <StatusTag state={levelTag[row.level]} title={row.because}>
        {t(words.level[row.level])}
      </StatusTag>
      <Linked row={row} view={view} />
      {named.length > 0 && (
        <StatusTag state="overdue">
          {t(words.note.left, { count: named.length, names: named.map(({ surface }) => surface).join('、') })}
        </StatusTag>
      )}
      <span className="spring" />
      <Button size="small" aria-label={`${t(words.action.removeRow)} ${at + 1}`} onClick={onRemove}>
        {t(words.action.removeRow)}
      </Button>
    </div>
  )
}

function RowFields({ row, onChange }: { row: RiskRow; onChange(row: RiskRow): void }) {
  const t = useSay()
  const choices = useChoices()
  const area = (key: 'forms' | 'measures' | 'basis' | 'because') => (
    <AreaField label={t(words.field[key])} value={row[key]} onChange={(text) => onChange({ ...row, [key]: text })} />
  )
  return (
    <>
      <div className="form-grid">
        <TextField label={t(words.field.point)} value={row.point} most={200} onChange={(point) => onChange({ ...row, point })} />
        <ChoiceField
          label={t(words.field.level)}
          value={row.level}
          options={choices(RiskLevel.options, words.level)}
          onChange={(level) => level && onChange({ ...row, level })}
        />
        <TextField label={t(words.field.owner)} value={row.owner} most={200} onChange={(owner) => onChange({ ...row, owner })} />
      </div>
      <div className="risk-columns">
        {area('forms')}
        {area('measures')}
        {area('basis')}
        {area('because')}
      </div>
    </>
  )
}

/** The rows of a risk list: added, merged, removed and written by people while it is a draft. */
export function ListEditor({ view, content, editable, onChange }: Props) {
  const t = useSay()
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const { rows } = content
  const put = (next: RiskRow[]) => onChange({ ...content, rows: next })
  const mark = (id: string, on: boolean) => setMarked(new Set(on ? [...marked, id] : [...marked].filter((each) => each !== id)))
  const merge = () => {
    put(mergeRows(rows, marked))
    setMarked(new Set())
  }
  if (!editable)
    return (
      <Card title={t(words.title.rows)} flush>
        <RiskTable rows={rows} label={t(words.title.rows)} />
      </Card>
    )
  return (
    <Card title={t(words.title.rows)}>
      <div className="stack">
        {rows.length === 0 && <EmptyNote says={t(words.empty.rows)} />}
        {rows.map((row, at) => (
          <section key={row.id} className="risk-row" aria-label={`${at + 1} ${row.point}`}>
            <RowHead
              {...{ at, row, view }}
              marked={marked.has(row.id)}
              onMark={(on) => mark(row.id, on)}
              onRemove={() => put(rows.filter(({ id }) => id !== row.id))}
            />
            <RowFields row={row} onChange={(next) => put(rows.map((each) => (each.id === row.id ? next : each)))} />
          </section>
        ))}
        <div className="row no-print">
          <Button onClick={() => put([...rows, emptyRow(crypto.randomUUID())])}>{t(words.action.addRow)}</Button>
          <Button disabled={marked.size < 2} onClick={merge}>
            {t(words.action.mergeRows)}
          </Button>
        </div>
      </div>
    </Card>
  )
}
