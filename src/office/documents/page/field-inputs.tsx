import { Button } from 'antd'
import { useId } from 'react'
import { useSay } from '../../../web/tongue.tsx'
import type { FieldValues } from '../model.ts'
import { words } from '../page.words.ts'
import type { FieldEntry } from '../rules/fields.ts'

type Cell = { kind: FieldEntry['kind']; label: string; needed: boolean; value: string; onChange(value: string): void }
/** One value: a line, a day, or running text. */
export function ValueInput({ kind, label, needed, value, onChange }: Cell) {
  const t = useSay()
  const id = useId()
  const shared = { id, className: 'field-control', value }
  return (
    <div className="stack stack-tight">
      <label className="muted" htmlFor={id}>
        {label} {needed && <span className="small">（{t(words.note.required)}）</span>}
      </label>
      {kind === 'long' && <textarea {...shared} rows={4} onChange={(event) => onChange(event.target.value)} />}
      {kind !== 'long' && <input {...shared} type={kind === 'day' ? 'date' : 'text'} onChange={(event) => onChange(event.target.value)} />}
    </div>
  )
}

type Row = Record<string, string>
type RowsProps = { entry: FieldEntry; rows: readonly Row[]; onChange(rows: Row[]): void }
function RowsInput({ entry, rows, onChange }: RowsProps) {
  const t = useSay()
  const changed = (at: number, key: string, text: string) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, [key]: text } : row)))
  return (
    <fieldset className="card card-body stack">
      <legend className="muted">{t(entry.label)}</legend>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no identity but their place
        <div key={at} className="stack stack-tight">
          <div className="row">
            <b className="num">{at + 1}</b>
            <Button size="small" onClick={() => onChange(rows.filter((_, index) => index !== at))}>
              {t(words.action.dropRow)}
            </Button>
          </div>
          {entry.columns.map((column) => (
            <ValueInput
              key={column.key}
              kind={column.kind}
              label={t(column.label)}
              needed={column.needed}
              value={row[column.key] ?? ''}
              onChange={(text) => changed(at, column.key, text)}
            />
          ))}
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...rows, {}])}>{t(words.action.addRow)}</Button>
      </div>
    </fieldset>
  )
}

type Props = { entries: readonly FieldEntry[]; values: FieldValues; onChange(values: FieldValues): void }
/** The fields of a document type, in the order of its catalogue. */
export function FieldInputs({ entries, values, onChange }: Props) {
  const t = useSay()
  return entries.map((entry) => {
    const value = values[entry.key]
    const set = (to: FieldValues[string]) => onChange({ ...values, [entry.key]: to })
    if (entry.kind === 'rows')
      return <RowsInput key={entry.key} entry={entry} rows={typeof value === 'object' ? value : []} onChange={set} />
    return (
      <ValueInput
        key={entry.key}
        kind={entry.kind}
        label={t(entry.label)}
        needed={entry.needed}
        value={typeof value === 'string' ? value : ''}
        onChange={set}
      />
    )
  })
}
