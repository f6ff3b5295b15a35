import { Button } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { ClockUnit, Roll } from '../../../kernel/clock-rule.ts'
import { Day } from '../../../kernel/day.ts'
import { useAct } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { useToday } from '../../../web/session.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { FormField, Select } from '../../places/form-parts.tsx'
import { saveClock } from '../contract.ts'
import type { ClockLine } from '../rules/shapes.ts'
import { words } from '../words.ts'

type Draft = z.input<typeof saveClock.input>

const blank = (today: Day): Draft => ({
  replaces: null,
  version: 0,
  rule: '',
  title: { zh: '', en: '' },
  region: null,
  amount: 30,
  unit: 'calendarDay',
  roll: 'nextWorkingDay',
  direction: 'after',
  startEvent: 'reportReceived',
  startOffset: 1,
  validFrom: today,
  validUntil: null,
  selectedBy: 'start',
  lawTitle: '',
  lawVersion: null,
  article: null,
  paragraph: null,
  item: null,
  verified: false,
  note: null,
})

function draftOf(row: ClockLine | null, today: Day): Draft {
  if (!row) return blank(today)
  const { id, citation: _citation, event: _event, regulation: _regulation, textVersion: _text, ...rest } = row
  return { ...rest, replaces: id, validFrom: today, validUntil: null, verified: false }
}

type PartProps = { draft: Draft; change(part: Partial<Draft>): void }
type InputProps = {
  label: string
  value: string | number
  type?: 'text' | 'number' | 'date'
  required?: boolean
  onChange(text: string): void
}

function Line({ label, value, type = 'text', required = false, onChange }: InputProps): ReactNode {
  return (
    <FormField label={label}>
      {(id) => (
        <input
          id={id}
          className="field-control"
          type={type}
          required={required}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  )
}

function Names({ draft, change, fixed }: PartProps & { fixed: boolean }) {
  const t = useSay()
  const { title } = draft
  return (
    <>
      {!fixed && <Line label={t(words.field.rule)} value={draft.rule} required onChange={(rule) => change({ rule })} />}
      <Line label={`${t(words.field.clock)} (zh)`} value={title.zh} required onChange={(zh) => change({ title: { ...title, zh } })} />
      <Line label={`${t(words.field.clock)} (en)`} value={title.en} required onChange={(en) => change({ title: { ...title, en } })} />
      <Line label={t(words.field.region)} value={draft.region ?? ''} onChange={(text) => change({ region: text.trim() || null })} />
      <Line
        label={t(words.field.validFrom)}
        type="date"
        value={draft.validFrom}
        required
        onChange={(text) => change({ validFrom: Day.safeParse(text).data ?? draft.validFrom })}
      />
    </>
  )
}

type ChoiceProps<V extends string> = {
  label: string
  value: V
  says: Readonly<Record<V, { zh: string; en: string }>>
  values: readonly V[]
  onChange(value: V): void
}
function Choice<V extends string>({ label, value, says, values, onChange }: ChoiceProps<V>) {
  const t = useSay()
  const options = values.map((each) => ({ value: each, label: t(says[each]) }))
  return (
    <FormField label={label}>
      {(id) => <Select id={id} value={value} options={options} onChange={(chosen) => chosen && onChange(chosen)} />}
    </FormField>
  )
}

const eventNames = Object.keys(words.event).filter((key): key is keyof typeof words.event => key in words.event)

function Reckoning({ draft, change }: PartProps) {
  const t = useSay()
  const event = eventNames.find((each) => each === draft.startEvent) ?? 'reportReceived'
  const directions = ['after', 'before'] as const
  return (
    <>
      <Line
        label={t(words.field.amount)}
        type="number"
        value={draft.amount}
        required
        onChange={(text) => change({ amount: Number(text) })}
      />
      <Choice
        label={t(words.field.unit)}
        value={draft.unit}
        says={words.unit}
        values={ClockUnit.options}
        onChange={(unit) => change({ unit })}
      />
      <Choice
        label={t(words.field.roll)}
        value={draft.roll}
        says={words.roll}
        values={Roll.options}
        onChange={(roll) => change({ roll })}
      />
      <Choice
        label={t(words.field.direction)}
        value={draft.direction}
        says={words.direction}
        values={directions}
        onChange={(direction) => change({ direction })}
      />
      <Choice
        label={t(words.field.startEvent)}
        value={event}
        says={words.event}
        values={eventNames}
        onChange={(startEvent) => change({ startEvent })}
      />
      <Line
        label={t(words.field.startOffset)}
        type="number"
        value={draft.startOffset}
        required
        onChange={(text) => change({ startOffset: Number(text) })}
      />
      <Line label={t(words.field.lawTitle)} value={draft.lawTitle} required onChange={(lawTitle) => change({ lawTitle })} />
      <Line label={t(words.field.note)} value={draft.note ?? ''} onChange={(text) => change({ note: text.trim() || null })} />
    </>
  )
}

/** A new row; given one to revise, that one ends the day before and stays on file. */
export function ClockForm({ row, onClose }: { row: ClockLine | null; onClose(): void }) {
  const t = useSay()
  const today = useToday()
  const { run, pending, trouble } = useAct(saveClock)
  const [draft, setDraft] = useState<Draft>(draftOf(row, today))
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await run(draft)
    if (outcome.ok) onClose()
  }
  return (
    <Dialog title={t(row ? words.action.revise : words.action.add)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void save(event)}>
        {row && <p className="muted">{t(words.note.endsOld)}</p>}
        <div className="form-grid">
          <Names draft={draft} change={change} fixed={row !== null} />
          <Reckoning draft={draft} change={change} />
        </div>
        <ErrorNote trouble={trouble} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={pending}>
            {t(words.action.save)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
