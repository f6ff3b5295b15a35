import { Button } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { Day } from '../../kernel/day.ts'
import type { Facts } from '../../kernel/refusal.ts'
import type { Phrase } from '../../kernel/say.ts'
import type { Trouble } from '../../web/ask.ts'
import { ErrorNote } from '../../web/notes.tsx'
import { useSay } from '../../web/tongue.tsx'
import './parts.css'
import { words } from './words.ts'

type FieldProps = { label: string; wide?: boolean; no?: string | null; children(id: string): ReactNode }

/** A label, its control, and why the value will not do. */
export function FormField({ label, wide, no, children }: FieldProps) {
  const id = useId()
  return (
    <div className={wide ? 'form-field wide' : 'form-field'}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {no && (
        <span className="form-no" role="status">
          {no}
        </span>
      )}
    </div>
  )
}

type SelectProps<V extends string> = {
  id: string
  value: V | null
  options: readonly { value: V; label: string }[]
  /** Present when the value may be left open. */
  none?: string
  onChange(value: V | null): void
}

export function Select<V extends string>({ id, value, options, none, onChange }: SelectProps<V>) {
  const chosen = (text: string) => options.find((option) => option.value === text)?.value ?? null
  return (
    <select id={id} className="field-control" value={value ?? ''} onChange={(event) => onChange(chosen(event.target.value))}>
      {(none !== undefined || value === null) && <option value="">{none ?? ''}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

type TextProps = {
  label: string
  value: string
  onChange(text: string): void
  most?: number
  required?: boolean
  readOnly?: boolean
  numeric?: boolean
  wide?: boolean
  no?: string | null
}

/** A line of text. */
export function TextField({ label, value, onChange, most, required, readOnly, numeric, ...field }: TextProps) {
  return (
    <FormField label={label} {...field}>
      {(id) => (
        <input
          id={id}
          className={numeric ? 'field-control num' : 'field-control'}
          maxLength={most}
          required={required}
          readOnly={readOnly}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  )
}

type DayProps = { label: string; value: Day | null; onChange(day: Day | null): void; required?: boolean }

/** A day; what is not a day is none. */
export function DayField({ label, value, onChange, required }: DayProps) {
  return (
    <FormField label={label}>
      {(id) => (
        <input
          id={id}
          type="date"
          className="field-control"
          required={required}
          value={value ?? ''}
          onChange={(event) => onChange(Day.safeParse(event.target.value).data ?? null)}
        />
      )}
    </FormField>
  )
}

type ChoiceProps<V extends string> = Omit<SelectProps<V>, 'id'> & { label: string; wide?: boolean }

export function ChoiceField<V extends string>({ label, wide = false, ...select }: ChoiceProps<V>) {
  return (
    <FormField label={label} wide={wide}>
      {(id) => <Select id={id} {...select} />}
    </FormField>
  )
}

/** Several names in one line, between ； or ;. */
export function NamesField({ label, value, onChange }: { label: string; value: readonly string[]; onChange(names: string[]): void }) {
  const [text, setText] = useState(value.join('\uFF1B'))
  const read = (given: string) => {
    setText(given)
    const names = given.split(/[\uFF1B;]/).map((name) => name.trim())
    onChange([...new Set(names)].filter((name) => name !== ''))
  }
  return <TextField label={label} value={text} onChange={read} />
}

/** A refusal's sentence in the words of the room that says it. */
export function useNo(
  phrases: Readonly<Record<string, Phrase>>,
): (no: { code: string; facts?: Facts | undefined } | null) => string | null {
  const t = useSay()
  return (no) => {
    const phrase = no && phrases[no.code]
    return phrase ? t(phrase, no.facts) : null
  }
}

const both = (facts: Facts) =>
  Object.keys(facts)
    .filter((key) => key.endsWith('.given'))
    .map((key) => key.slice(0, -'.given'.length))
    .map((field) => ({ field, given: String(facts[`${field}.given`] ?? ''), kept: String(facts[`${field}.kept`] ?? '') }))

type ConflictProps = {
  trouble: Trouble | null
  /** Names of the fields. */
  fields: Readonly<Record<string, Phrase>>
  onTakeTheirs(): void
  /** Saves once more, over the version that stands now. */
  onKeepMine(version: number): void
}

/** What went wrong; when somebody else saved meanwhile, both values side by side and the choice between them. */
export function SaveTrouble({ trouble, fields, onTakeTheirs, onKeepMine }: ConflictProps) {
  const t = useSay()
  if (trouble?.code !== 'changedMeanwhile') return <ErrorNote trouble={trouble} />
  const facts = trouble.facts ?? {}
  return (
    <div className="stack">
      <ErrorNote trouble={trouble} />
      <table className="both-values">
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col">{t(words.page.yours)}</th>
            <th scope="col">{t(words.page.theirs)}</th>
          </tr>
        </thead>
        <tbody>
          {both(facts).map(({ field, given, kept }) => (
            <tr key={field}>
              <th scope="row">{fields[field] ? t(fields[field]) : field}</th>
              <td>{given}</td>
              <td>{kept}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row">
        <Button onClick={onTakeTheirs}>{t(words.page.takeTheirs)}</Button>
        <Button danger onClick={() => onKeepMine(Number(facts.kept))}>
          {t(words.page.keepMine)}
        </Button>
      </div>
    </div>
  )
}
