import { Button } from 'antd'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { Query, SetQuery } from '../address.ts'
import { Icon } from '../icons.tsx'
import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'
import { Several } from './several.tsx'
import type { Filter } from './shape.ts'

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))
const all = (value: string | string[] | undefined): readonly string[] => (value === undefined ? [] : [value].flat())

type FieldProps = { filter: Filter; query: Query; set(key: string, value: string | readonly string[] | undefined): void }

/** Text that is asked for a moment after the last key, not at each. */
function TextField({ id, filter, query, set }: FieldProps & { id: string }) {
  const given = first(query[filter.key])
  const [text, setText] = useState(given)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setText(given), [given])
  useEffect(() => () => clearTimeout(timer.current), [])
  const change = (value: string) => {
    setText(value)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => set(filter.key, value.trim()), 350)
  }
  const numeric = filter.kind === 'number'
  return (
    <input
      id={id}
      name={filter.key}
      className={`field-control ${numeric ? 'field-number' : 'field-text'}`}
      type={numeric ? 'number' : 'search'}
      autoComplete="off"
      placeholder={'hint' in filter ? filter.hint : undefined}
      value={text}
      onChange={(event) => change(event.target.value)}
    />
  )
}

function Choice({ id, filter, query, set, options }: FieldProps & { id: string; options: readonly { value: string; label: string }[] }) {
  const t = useSay()
  return (
    <select
      id={id}
      name={filter.key}
      className="field-control"
      value={first(query[filter.key])}
      onChange={(event) => set(filter.key, event.target.value)}
    >
      <option value="">{t(words.field.any)}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

function Control(props: FieldProps & { id: string }) {
  const { id, filter, query, set } = props
  const t = useSay()
  const yesNo = [
    { value: 'true', label: t(words.field.yes) },
    { value: 'false', label: t(words.field.no) },
  ]
  switch (filter.kind) {
    case 'text':
    case 'number':
      return <TextField {...props} />
    case 'day':
      return (
        <input
          id={id}
          name={filter.key}
          type="date"
          className="field-control"
          value={first(query[filter.key])}
          onChange={(event) => set(filter.key, event.target.value)}
        />
      )
    case 'yes':
      return <Choice {...props} options={yesNo} />
    case 'choice':
      return <Choice {...props} options={filter.options} />
    case 'several':
      return (
        <Several
          id={id}
          label={filter.label}
          options={filter.options}
          chosen={all(query[filter.key])}
          onChange={(values) => set(filter.key, values)}
        />
      )
    case 'custom':
      return filter.render(first(query[filter.key]) || undefined, (value) => set(filter.key, value))
  }
}

type FormProps = { filters: readonly Filter[]; query: Query; set: SetQuery; shownAtFirst?: number }

/** The query form over a list: each change is asked at once and stands in the address. */
export function QueryForm({ filters, query, set, shownAtFirst = 5 }: FormProps) {
  const t = useSay()
  const id = useId()
  const hiddenInUse = filters.slice(shownAtFirst).some((filter) => query[filter.key] !== undefined)
  const [wide, setWide] = useState(hiddenInUse)
  const change: FieldProps['set'] = (key, value) => set({ [key]: value, page: undefined, open: undefined }, { replace: true })
  const inUse = filters.some((filter) => query[filter.key] !== undefined)
  const clear = () => set(Object.fromEntries(['page', 'open', ...filters.map((filter) => filter.key)].map((key) => [key, undefined])))
  const stay = (event: FormEvent) => event.preventDefault()
  return (
    <search className="no-print">
      <form className="query-form" aria-label={t(words.title.filters)} onSubmit={stay}>
        {(wide ? filters : filters.slice(0, shownAtFirst)).map((filter) => (
          <div className="query-field" key={filter.key}>
            <label htmlFor={`${id}${filter.key}`}>{filter.label}</label>
            <Control id={`${id}${filter.key}`} filter={filter} query={query} set={change} />
          </div>
        ))}
        {filters.length > shownAtFirst && (
          <Button type="text" icon={<Icon name="filter" />} onClick={() => setWide(!wide)} aria-expanded={wide}>
            {t(wide ? words.action.fewer : words.action.more)}
          </Button>
        )}
        {inUse && (
          <Button type="text" onClick={clear}>
            {t(words.action.reset)}
          </Button>
        )}
      </form>
    </search>
  )
}
