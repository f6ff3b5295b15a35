import { useId } from 'react'
import { useAsk } from '../../web/ask.ts'
import { useSay } from '../../web/tongue.tsx'
import { findRecords } from './contract.ts'
import { words } from './words.ts'

type Option = { value: string; label: string }
type Choice = { label: string; name?: string; value?: string; options: readonly Option[]; onChange?(value: string): void }

/** One of a few, in the browser's own list. */
export function ChoiceOf({ label, name, value, options, onChange }: Choice) {
  return (
    <label className="stack stack-tight">
      <span className="muted">{label}</span>
      <select className="field-control" name={name} value={value} onChange={(event) => onChange?.(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

type Line = { label: string; name: string; type?: 'text' | 'date'; required?: boolean; value?: string }
/** One line of text or one day. */
export function LineOf({ label, name, type = 'text', required = false, value }: Line) {
  return (
    <label className="stack stack-tight">
      <span className="muted">{label}</span>
      <input
        className="field-control"
        name={name}
        type={type}
        required={required}
        defaultValue={value}
        maxLength={type === 'text' ? 500 : undefined}
      />
    </label>
  )
}

type Finding = {
  kind: 'project' | 'finding' | 'document' | 'issuedPaper' | 'official' | 'unit'
  q: string
  setQ(q: string): void
  value: string
  onChange(id: string): void
}
/** A record found by its number or name, among those the person may know. */
export function RecordFinder({ kind, q, setQ, value, onChange }: Finding) {
  const t = useSay()
  const id = useId()
  const asked = useAsk(findRecords, { kind, q }, { when: q.trim().length > 0, keep: true })
  const options = (asked.data?.rows ?? []).map(({ id: record, label }) => ({ value: record, label }))
  return (
    <>
      <label className="stack stack-tight" htmlFor={id}>
        <span className="muted">{t(words.label.find)}</span>
        <input id={id} className="field-control" type="search" value={q} onChange={(event) => setQ(event.target.value)} />
      </label>
      <ChoiceOf label={t(words.label.record)} value={value} options={[{ value: '', label: '—' }, ...options]} onChange={onChange} />
    </>
  )
}
