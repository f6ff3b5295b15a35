import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { askOnce, useAsk } from '../../web/ask.ts'
import { useSay } from '../../web/tongue.tsx'
import { jurisdictions, unit, units } from './contract.ts'
import './parts.css'
import { words } from './words.ts'

export type Choice = { value: string; label: string; hint?: string | undefined }
type ComboProps = {
  label: string
  /** Id of the input, for a label outside. */
  id?: string | undefined
  /** What the chosen value is called. */
  shown: string
  search(text: string): Promise<readonly Choice[]>
  onChange(choice: Choice | null): void
  invalid?: boolean | undefined
}

/** Asks for choices a moment after the last key; the last question wins. */
function useChoices(search: ComboProps['search']) {
  const [choices, setChoices] = useState<readonly Choice[] | null>(null)
  const asked = useRef(0)
  const ask = (text: string, wait: number) => {
    asked.current += 1
    const mine = asked.current
    setTimeout(() => {
      if (mine === asked.current) void search(text).then((found) => mine === asked.current && setChoices(found))
    }, wait)
  }
  const close = () => {
    asked.current += 1
    setChoices(null)
  }
  return { choices, ask, close }
}

type ListProps = { id: string; label: string; choices: readonly Choice[]; active: number; take(choice: Choice): void }

function Choices({ id, label, choices, active, take }: ListProps) {
  return (
    <div className="combo-list" role="listbox" id={id} aria-label={label}>
      {choices.map((choice, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the field
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
        <div
          key={choice.value}
          id={`${id}${at}`}
          role="option"
          aria-selected={at === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(choice)}
        >
          <span>{choice.label}</span>
          {choice.hint && <span className="muted num">{choice.hint}</span>}
        </div>
      ))}
    </div>
  )
}

/** The text in the field, the choices it has brought up, and what the keys do. */
function useCombo({ shown, search, onChange }: Pick<ComboProps, 'shown' | 'search' | 'onChange'>) {
  const [text, setText] = useState(shown)
  const [active, setActive] = useState(0)
  const { choices, ask, close } = useChoices(search)
  useEffect(() => setText(shown), [shown])
  const take = (choice: Choice) => {
    close()
    setText(choice.label)
    onChange(choice)
  }
  const leave = () => {
    close()
    if (text.trim() === '' && shown !== '') onChange(null)
    else setText(shown)
  }
  const type = (given: string) => {
    setText(given)
    setActive(0)
    ask(given.trim(), 250)
  }
  const keys = (event: KeyboardEvent) => {
    const chosen = choices?.[active]
    if (event.key === 'Escape' && choices) event.stopPropagation()
    if (event.key === 'Escape') close()
    if (event.key === 'ArrowDown') choices ? setActive(Math.min(active + 1, choices.length - 1)) : ask(text, 0)
    if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    if (event.key !== 'Enter' || !chosen) return
    event.preventDefault()
    take(chosen)
  }
  return { text, active, choices, take, leave, type, keys }
}

/** A text field that offers what fits: arrows walk the choices, Enter takes one, an emptied field takes the value away. */
export function Combo({ label, id, invalid, ...rest }: ComboProps) {
  const list = useId()
  const { text, active, choices, take, leave, type, keys } = useCombo(rest)
  return (
    <div className="combo">
      <input
        id={id}
        className="field-control"
        type="text"
        role="combobox"
        autoComplete="off"
        aria-label={label}
        aria-expanded={choices !== null}
        aria-controls={list}
        aria-invalid={invalid || undefined}
        aria-activedescendant={choices?.[active] ? `${list}${active}` : undefined}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={keys}
        onBlur={leave}
      />
      {choices && <Choices id={list} label={label} choices={choices} active={active} take={take} />}
    </div>
  )
}

type PickerProps = {
  label: string
  id?: string | undefined
  value: string | null
  onChange(value: string | null): void
  invalid?: boolean | undefined
}

async function searchUnits(keyword: string): Promise<readonly Choice[]> {
  const found = await askOnce(units, { keyword, category: [], level: [], limit: 12 })
  return found.ok ? found.value.rows.map(({ id, name, number }) => ({ value: id, label: name, hint: number })) : []
}

/** Chooses a unit by any of its names or its number. */
export function UnitPicker({ value, onChange, ...rest }: PickerProps): ReactNode {
  const asked = useAsk(unit, { id: value ?? '' }, { when: value !== null, keep: true })
  const shown = value === null ? '' : asked.data?.unit.id === value ? asked.data.unit.name : ''
  return <Combo {...rest} shown={shown} search={searchUnits} onChange={(choice) => onChange(choice?.value ?? null)} />
}

async function searchPlaces(keyword: string): Promise<readonly Choice[]> {
  const found = await askOnce(jurisdictions, { keyword, level: [], standard: [], codes: [], limit: 12 })
  return found.ok ? found.value.rows.map(({ code, name }) => ({ value: code, label: name, hint: code })) : []
}

/** Chooses a place by its name or code. */
export function PlacePicker({ value, onChange, ...rest }: PickerProps): ReactNode {
  const t = useSay()
  const asked = useAsk(
    jurisdictions,
    { codes: [value ?? ''], level: [], standard: [] },
    { when: value !== null && value !== '', keep: true },
  )
  const known = asked.data?.rows.find(({ code }) => code === value)
  const shown = known ? `${known.name} ${known.code === known.name ? t(words.page.unnamedPlace) : known.code}` : (value ?? '')
  return <Combo {...rest} shown={shown} search={searchPlaces} onChange={(choice) => onChange(choice?.value ?? null)} />
}
