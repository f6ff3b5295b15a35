import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { UnitPicker } from '../../../registers/places/picker.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { Found } from '../contract.ts'
import { words } from '../words.ts'
import type { SearchAddress } from './address.tsx'

export function QueryBox({ q, onAsk }: { q: string; onAsk(q: string): void }) {
  const t = useSay()
  const hint = useId()
  const [text, setText] = useState(q)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAsk(text)
  }
  return (
    <search>
      <form className="row search-box" onSubmit={submit}>
        <input
          className="field-control search-input"
          type="search"
          aria-label={t(words.page.box)}
          aria-describedby={hint}
          // biome-ignore lint/a11y/noAutofocus: the page is there to type in
          autoFocus={q === ''}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="primary" htmlType="submit">
          {t(words.page.ask)}
        </Button>
        <p id={hint} className="muted small search-hint">
          {t(words.page.hint)}
        </p>
      </form>
    </search>
  )
}

type Change = { kind?: readonly string[]; year?: number | undefined; unit?: string | undefined }
type Props = { address: SearchAddress; found: Found; set(part: Change): void }

/** Kinds and years with the number of matching documents; the numbers are exact. */
export function Filters({ address, found, set }: Props) {
  const t = useSay()
  const { kind, year, unit } = address
  const toggle = (one: SearchAddress['kind'][number]) =>
    set({ kind: kind.includes(one) ? kind.filter((each) => each !== one) : [...kind, one] })
  const kinds = [...new Set([...found.kinds.map((each) => each.kind), ...kind])]
  const years = [...new Set([...found.years.flatMap((each) => each.year ?? []), ...(year === undefined ? [] : [year])])]
  const countOf = (one: (typeof kinds)[number]) => found.kinds.find((each) => each.kind === one)?.count ?? 0
  return (
    <div className="row no-print search-filters">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out inline in every browser in use */}
      <div className="row" role="group" aria-label={t(words.page.kind)}>
        {kinds.map((one) => (
          <button key={one} type="button" className="search-kind" aria-pressed={kind.includes(one)} onClick={() => toggle(one)}>
            {t(words.kind[one])} <span className="num">{countOf(one)}</span>
          </button>
        ))}
      </div>
      <select
        className="field-control"
        aria-label={t(words.page.year)}
        value={year ?? ''}
        onChange={(event) => set({ year: event.target.value === '' ? undefined : Number(event.target.value) })}
      >
        <option value="">{`${t(words.page.year)}：${t(words.page.any)}`}</option>
        {years.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
      <div className="search-unit">
        <span aria-hidden="true">{t(words.page.unit)}</span>
        <UnitPicker label={t(words.page.unit)} value={unit ?? null} onChange={(id) => set({ unit: id ?? undefined })} />
      </div>
    </div>
  )
}
