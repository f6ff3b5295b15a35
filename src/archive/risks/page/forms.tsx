import { Button } from 'antd'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import type { z } from 'zod'
import type { Contract } from '../../../kernel/contract.ts'
import { ChoiceField, FormField, TextField } from '../../../registers/places/form-parts.tsx'
import { UnitCategory } from '../../../registers/places/model.ts'
import { PlacePicker } from '../../../registers/places/picker.tsx'
import { words as places } from '../../../registers/places/words.ts'
import { useAct } from '../../../web/ask.ts'
import type { InputOf } from '../../../web/call.ts'
import { place, useGo } from '../../../web/go.tsx'
import { ErrorNote } from '../../../web/notes.tsx'
import { useMe, useToday } from '../../../web/session.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { draftList, draftReport } from '../contract.ts'
import { words } from '../words.ts'

type FormProps<I extends z.ZodType, O extends z.ZodType> = {
  title: string
  contract: Contract<I, O>
  input(): InputOf<I>
  onClose(): void
  onDone?: (value: z.output<O>) => void
  lead?: ReactNode
  children?: ReactNode
}

/** A dialog that does one act and closes; a refusal is shown and nothing is lost. */
export function ActDialog<I extends z.ZodType, O extends z.ZodType>(props: FormProps<I, O>) {
  const { title, contract, input, onClose, onDone, lead, children } = props
  const t = useSay()
  const act = useAct(contract)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await act.run(input())
    if (!outcome.ok) return
    onDone?.(outcome.value)
    onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        {lead && <p className="muted">{lead}</p>}
        {children && <div className="form-grid">{children}</div>}
        <ErrorNote trouble={act.trouble} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={act.pending}>
            {t(words.action.confirm)}
          </Button>
          <Button onClick={onClose}>{t(words.action.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  )
}

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
    <ActDialog title={t(words.action.draftList)} contract={draftList} input={input} onDone={({ id }) => go(opened(id))} onClose={onClose}>
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
