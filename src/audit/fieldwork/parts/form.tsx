import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { Contract } from '../../../kernel/contract.ts'
import { useAct } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { words } from '../words.ts'
import { sentHashes } from './hash.tsx'

export type Choice = { value: string; label: string }
export type FormField = {
  name: string
  label: string
  kind?: 'text' | 'area' | 'date' | 'number' | 'yes'
  options?: readonly Choice[]
  required?: boolean
  value?: string | number | boolean | null | undefined
  hint?: string
}

const textOf = (value: FormField['value']) => (value === null || value === undefined ? '' : String(value))

function Control({ field, id }: { field: FormField; id: string }) {
  const t = useSay()
  const { name, required = false, kind = 'text', options } = field
  const shared = { id, name, required, className: 'field-control', defaultValue: textOf(field.value) }
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
  if (kind === 'yes') return <input id={id} name={name} type="checkbox" defaultChecked={field.value === true} />
  return <input {...shared} type={kind} {...(kind === 'number' ? { min: 0, step: 'any' } : {})} />
}

function Row({ field }: { field: FormField }) {
  const t = useSay()
  const id = useId()
  return (
    <div className={`stack stack-tight ${field.kind === 'area' ? 'form-wide' : ''}`}>
      <label htmlFor={id} className="muted small">
        {field.label}
        {field.required && <span className="must"> {t(words.note.required)}</span>}
      </label>
      <Control field={field} id={id} />
      {field.hint && <p className="muted small">{field.hint}</p>}
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
  /** Files may be added; `hashed` sends their sha256 beside them. */
  files?: { label: string; hashed?: boolean }
  note?: string
  onClose(): void
}

/** What a form holds, by field; a check box that is not ticked is "false". */
function given(form: HTMLFormElement, fields: readonly FormField[]): Record<string, unknown> {
  const held = new FormData(form)
  return Object.fromEntries(fields.map(({ name, kind }) => [name, kind === 'yes' ? held.has(name) : String(held.get(name) ?? '')]))
}

/** One record to be filled in and saved; what is wrong with it is said under the fields. */
export function RecordForm({ title, contract, fixed, fields, submit, files, note, onClose }: Props) {
  const t = useSay()
  const id = useId()
  const act = useAct(contract)
  const [chosen, setChosen] = useState<readonly File[]>([])
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const input = { ...fixed, ...given(event.currentTarget, fields) }
    const sent = files?.hashed ? { sent: JSON.stringify(await sentHashes(chosen)) } : {}
    const outcome = await act.run({ ...input, ...sent }, chosen)
    if (outcome.ok) onClose()
  }
  return (
    <Dialog title={title} onClose={onClose} className="wide-dialog">
      <form className="stack" aria-label={title} onSubmit={(event) => void save(event)}>
        <div className="form-grid">
          {fields.map((field) => (
            <Row key={field.name} field={field} />
          ))}
        </div>
        {files && (
          <div className="stack stack-tight">
            <label htmlFor={id} className="muted small">
              {files.label}
            </label>
            <input id={id} type="file" multiple onChange={(event) => setChosen([...(event.currentTarget.files ?? [])])} />
          </div>
        )}
        {note && <p className="muted small">{note}</p>}
        <ErrorNote trouble={act.trouble} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={act.pending}>
            {submit}
          </Button>
          <Button onClick={onClose}>{t(words.action.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  )
}
