import { Button } from 'antd'
import { type FormEvent, type ReactNode, useId } from 'react'
import type { Contract } from '../kernel/contract.ts'
import { useAct } from './ask.ts'
import { ErrorNote } from './notes.tsx'
import { useSay } from './tongue.tsx'
import { words } from './words.ts'

export type FieldSpec = {
  name: string
  label: string
  kind?: 'text' | 'area' | 'day' | 'number' | 'files'
  options?: readonly { value: string; label: string }[] | undefined
  optional?: boolean | undefined
  initial?: string | undefined
}

/** One labelled field of a form: a line, a text, a day, a number, a choice, or files. */
export function FormField({ name, label, kind = 'text', options, optional = false, initial }: FieldSpec) {
  const id = useId()
  const shared = { id, name, className: 'field-control', required: !optional }
  return (
    <div className="stack stack-tight">
      <label className="muted" htmlFor={id}>
        {label}
      </label>
      {options && (
        <select {...shared} defaultValue={initial}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
      {!options && kind === 'area' && <textarea {...shared} rows={3} defaultValue={initial} />}
      {!options && kind === 'files' && <input {...shared} type="file" multiple />}
      {!options && kind === 'day' && <input {...shared} type="date" defaultValue={initial} />}
      {!options && kind === 'number' && <input {...shared} type="number" min={0} defaultValue={initial} />}
      {!options && kind === 'text' && <input {...shared} defaultValue={initial} />}
    </div>
  )
}

export type Given = Record<string, string>
/** The texts of a form; empty fields are left out. */
export const textsOf = (data: FormData): Given =>
  Object.fromEntries(
    [...data].flatMap(([key, value]): [string, string][] => (typeof value === 'string' && value.trim() !== '' ? [[key, value]] : [])),
  )
const filesOf = (data: FormData): File[] => [...data.values()].flatMap((value) => (value instanceof File && value.size > 0 ? [value] : []))

type Props = {
  title: string
  contract: Contract
  fields: readonly FieldSpec[]
  /** What is sent beside the fields, or made of them. */
  input(given: Given, data: FormData): Record<string, unknown>
  onDone?: ((done: unknown) => void) | undefined
  submit?: string | undefined
  children?: ReactNode
}

/** A deed as a form: its fields, its refusal in a sentence, and two buttons. */
export function DeedForm({ title, contract, fields, input, onDone, submit, children }: Props) {
  const t = useSay()
  const act = useAct(contract)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const outcome = await act.run(input(textsOf(data), data), filesOf(data))
    if (!outcome.ok) return
    form.reset()
    onDone?.(outcome.value)
  }
  return (
    <form className="stack deed-form" aria-label={title} onSubmit={(event) => void send(event)}>
      {fields.map((field) => (
        <FormField key={field.name} {...field} />
      ))}
      {children}
      <ErrorNote trouble={act.trouble} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={act.pending}>
          {submit ?? title}
        </Button>
        {onDone && <Button onClick={() => onDone(null)}>{t(words.deed.cancel)}</Button>}
      </div>
    </form>
  )
}
