import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { Contract } from '../../../kernel/contract.ts'
import { fenFrom } from '../../../kernel/money.ts'
import { useAct } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { words } from '../page.words.ts'
import './leads.css'

type Choice = { value: string; label: string }
export type FormField = {
  name: string
  label: string
  kind?: 'line' | 'area' | 'day' | 'yes' | 'wan' | 'number' | 'code' | 'several'
  options?: readonly Choice[]
  required?: boolean
  value?: string | boolean | readonly string[] | null | undefined
}

/** What a field's text is sent as: an amount in 万元 as whole fen, a list as a list, nothing as nothing. */
function sentAs(form: FormData, { name, kind, options, required }: FormField): unknown {
  if (kind === 'several') return form.getAll(name).map(String)
  if (kind === 'yes') return form.has(name)
  const text = String(form.get(name) ?? '').trim()
  if (kind === 'number') return text === '' ? null : Number(text)
  if (kind === 'code') return text === '' ? null : text
  if (kind === 'wan') return text === '' ? null : (fenFrom(text, 'wanYuan') ?? text)
  if (kind === 'day' && text === '') return undefined
  return options && !required && text === '' ? null : text
}
export const givenBy = (form: HTMLFormElement, fields: readonly FormField[]): Record<string, unknown> => {
  const held = new FormData(form)
  return Object.fromEntries(fields.map((field) => [field.name, sentAs(held, field)]))
}

function Several({ field }: { field: FormField }) {
  return (
    <fieldset className="row">
      <legend className="muted small">{field.label}</legend>
      {(field.options ?? []).map(({ value, label }) => (
        <label key={value} className="row">
          <input
            type="checkbox"
            name={field.name}
            value={value}
            defaultChecked={Array.isArray(field.value) && field.value.includes(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

function Control({ field, id }: { field: FormField; id: string }) {
  const t = useSay()
  const { name, required = false, kind = 'line', options } = field
  const shared = { id, name, required, className: 'field-control', defaultValue: typeof field.value === 'string' ? field.value : '' }
  if (options)
    return (
      <select {...shared}>
        {!required && <option value="">{t(words.action.none)}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    )
  if (kind === 'area') return <textarea {...shared} rows={3} />
  return (
    <input
      {...shared}
      type={kind === 'day' ? 'date' : kind === 'number' ? 'number' : 'text'}
      {...(kind === 'wan' ? { inputMode: 'decimal' as const } : {})}
    />
  )
}

/** One field with its label. */
export function FieldRow({ field }: { field: FormField }) {
  const id = useId()
  const t = useSay()
  if (field.kind === 'several') return <Several field={field} />
  if (field.kind === 'yes')
    return (
      <label className="row">
        <input name={field.name} type="checkbox" defaultChecked={field.value === true} />
        {field.label}
      </label>
    )
  return (
    <div className={`stack stack-tight ${field.kind === 'area' ? 'lead-wide' : ''}`}>
      <label className="muted small" htmlFor={id}>
        {field.label} {field.required && <span className="must">{t(words.note.required)}</span>}
      </label>
      <Control field={field} id={id} />
    </div>
  )
}

type Props = {
  title: string
  contract: Contract
  /** Sent besides what the fields hold. */
  fixed: Readonly<Record<string, unknown>>
  fields: readonly FormField[]
  submit: string
  /** What this does and to whom, before it is done. */
  note?: string | undefined
  files?: { label: string; accept: string } | undefined
  onClose(): void
  onDone?: ((value: unknown) => void) | undefined
}

/** One step as a form; what the server refuses is said under the fields. */
export function StepForm({ title, contract, fixed, fields, submit, note, files, onClose, onDone }: Props) {
  const t = useSay()
  const id = useId()
  const act = useAct(contract)
  const [chosen, setChosen] = useState<readonly File[]>([])
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const outcome = await act.run({ ...fixed, ...givenBy(event.currentTarget, fields) }, chosen)
    if (!outcome.ok) return
    onDone?.(outcome.value)
    onClose()
  }
  return (
    <form className="card stack card-body" aria-label={title} onSubmit={(event) => void save(event)}>
      {fields.map((field) => (
        <FieldRow key={field.name} field={field} />
      ))}
      {files && (
        <div className="stack stack-tight">
          <label className="muted small" htmlFor={id}>
            {files.label}
          </label>
          <input
            id={id}
            type="file"
            required
            accept={files.accept}
            onChange={(event) => setChosen([...(event.currentTarget.files ?? [])])}
          />
        </div>
      )}
      {note && <p className="small">{note}</p>}
      <ErrorNote trouble={act.trouble} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={act.pending}>
          {submit}
        </Button>
        <Button onClick={onClose}>{t(words.action.cancel)}</Button>
      </div>
    </form>
  )
}
