import { useId, useState } from 'react'
import { ChoiceField, FormField, TextField } from '../../../registers/places/form-parts.tsx'
import { UnitCategory } from '../../../registers/places/model.ts'
import { PlacePicker } from '../../../registers/places/picker.tsx'
import { words as places } from '../../../registers/places/words.ts'
import { ActDialog } from '../../../web/act-dialog.tsx'
import { place, useGo } from '../../../web/go.tsx'
import { useMe, useToday } from '../../../web/session.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { draftList, draftReport } from '../contract.ts'
import { words } from '../words.ts'

/** Running text with its label. */
export function AreaField(props: { label: string; value: string; onChange(text: string): void; rows?: number; readOnly?: boolean }) {
  const { label, value, onChange, rows = 3, readOnly = false } = props
  const id = useId()
  return (
    <div className="stack stack-tight">
      <label className="muted small" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className="field-control"
        rows={rows}
        value={value}
        readOnly={readOnly}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

/** The place a compilation is for: one's own, or for a hand of the whole house one that is chosen. */
function usePlace() {
  const { jurisdiction } = useMe()
  const own = /^\d{6}/.test(jurisdiction)
  const [code, setCode] = useState<string | null>(own ? jurisdiction : null)
  return { code, setCode, given: code ? { place: code } : {} }
}
function PlaceField({ code, onChange }: { code: string | null; onChange(code: string | null): void }) {
  const t = useSay()
  const label = t(words.field.place)
  return <FormField label={label}>{(id) => <PlacePicker id={id} label={label} value={code} onChange={onChange} />}</FormField>
}

const opened = (id: string) => place(`/compilations/${id}`)

/** For which type of unit and which years a risk list is drafted. */
export function NewList({ years, unitType, onClose }: { years: readonly number[]; unitType: UnitCategory | null; onClose(): void }) {
  const t = useSay()
  const go = useGo()
  const choices = useChoices()
  const { code, setCode, given } = usePlace()
  const [type, setType] = useState<UnitCategory>(unitType ?? 'department')
  const [chosen, setChosen] = useState(years.join(' '))
  const input = () => ({ unitType: type, years: (chosen.match(/\d{4}/g) ?? []).map(Number), ...given })
  return (
    <ActDialog
      submit={t(words.action.confirm)}
      title={t(words.action.draftList)}
      contract={draftList}
      input={input}
      onDone={({ id }) => go(opened(id))}
      onClose={onClose}
    >
      <ChoiceField
        label={t(words.field.unitType)}
        value={type}
        options={choices(UnitCategory.options, places.category)}
        onChange={(value) => value && setType(value)}
      />
      <TextField label={t(words.field.years)} value={chosen} required onChange={setChosen} />
      <PlaceField code={code} onChange={setCode} />
    </ActDialog>
  )
}

/** For which year the comprehensive report is drafted. */
export function NewReport({ year, onClose }: { year: number | null; onClose(): void }) {
  const t = useSay()
  const go = useGo()
  const { code, setCode, given } = usePlace()
  const today = useToday()
  const [chosen, setChosen] = useState(String(year ?? Number(today.slice(0, 4)) - 1))
  const input = () => ({ year: Number(chosen), ...given })
  return (
    <ActDialog
      submit={t(words.action.confirm)}
      title={t(words.action.draftReport)}
      contract={draftReport}
      input={input}
      onDone={({ id }) => go(opened(id))}
      onClose={onClose}
    >
      <TextField label={t(words.field.year)} value={chosen} required numeric onChange={setChosen} />
      <PlaceField code={code} onChange={setCode} />
    </ActDialog>
  )
}
