import { Button } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Refusal } from '../../../kernel/refusal.ts'
import { ChoiceField, DayField, FormField, NamesField, TextField, useNo } from '../../../registers/places/form-parts.tsx'
import { UnitPicker } from '../../../registers/places/picker.tsx'
import { type Trouble, useAsk } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useToday } from '../../../web/session.tsx'
import { useChoices, useSay, useTongue } from '../../../web/tongue.tsx'
import { listClasses } from '../contract.ts'
import { amountSaid } from '../editing/amount.ts'
import { whyNotDays } from '../editing/rules.ts'
import { words } from '../editing/words.ts'
import { MoneyKind } from '../model.ts'
import { levelOne } from '../rules.ts'
import { words as findingWords } from '../words.ts'
import type { Draft } from './written.tsx'

type Part = { draft: Draft; set(part: Partial<Draft>): void }

function LongField({
  label,
  value,
  required,
  onChange,
}: {
  label: string
  value: string
  required?: boolean
  onChange(text: string): void
}) {
  return (
    <FormField label={label} wide>
      {(id) => (
        <textarea
          id={id}
          className="field-control"
          rows={3}
          required={required}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  )
}

/** Two steps: the class of level 1, then one of those under it that are in use. */
function ClassFields({ draft, set }: Part) {
  const t = useSay()
  const tongue = useTongue()
  const today = useToday()
  const asked = useAsk(listClasses, {})
  const known = (asked.data ?? []).filter((each) => each.validUntil === null || each.validUntil >= today)
  const first = draft.problemClass ? levelOne(draft.problemClass) : null
  const option = (each: (typeof known)[number]) => ({ value: each.code, label: `${each.code} ${each[tongue]}` })
  return (
    <>
      <ChoiceField
        label={t(words.field.class1)}
        value={first}
        options={known.filter((each) => each.parent === null).map(option)}
        onChange={(code) => set({ problemClass: code })}
      />
      <ChoiceField
        label={t(words.field.class2)}
        value={draft.problemClass}
        options={known.filter((each) => each.parent !== null && each.parent === first).map(option)}
        onChange={(code) => set({ problemClass: code })}
      />
    </>
  )
}

function Days({ draft, set }: Part) {
  const t = useSay()
  const no = useNo(words.refusal)(whyNotDays(draft, useToday()))
  return (
    <>
      <DayField label={t(words.field.periodFrom)} value={draft.periodFrom} onChange={(periodFrom) => set({ periodFrom })} />
      <DayField label={t(words.field.periodTo)} value={draft.periodTo} onChange={(periodTo) => set({ periodTo })} />
      <DayField label={t(words.field.actOn)} value={draft.actOn} onChange={(actOn) => set({ actOn })} />
      <p className={no ? 'form-no wide' : 'muted small wide'} role="status">
        {no ?? t(words.note.actOn)}
      </p>
    </>
  )
}

const refusalOf = (amount: string): Refusal | null => {
  if (amount.trim() === '') return null
  const read = amountSaid(amount)
  return 'refusal' in read ? read.refusal : null
}

/** Each kind of money once, as it is written; a sum that cannot be read says so at once. */
function MoneyFields({ draft, set }: Part) {
  const t = useSay()
  const no = useNo(words.refusal)
  const choices = useChoices()
  const free = MoneyKind.options.filter((kind) => !draft.money.some((line) => line.kind === kind))
  const change = (at: number, part: Partial<Draft['money'][number]>) =>
    set({ money: draft.money.map((line, index) => (index === at ? { ...line, ...part } : line)) })
  const [next] = free
  return (
    <div className="stack stack-tight">
      {draft.money.map((line, at) => (
        <div key={line.kind} className="form-grid">
          <ChoiceField
            label={t(words.field.kind)}
            value={line.kind}
            options={choices([line.kind, ...free], findingWords.money)}
            onChange={(kind) => kind && change(at, { kind })}
          />
          <TextField
            label={t(words.field.amount)}
            value={line.amount}
            numeric
            most={60}
            no={no(refusalOf(line.amount))}
            onChange={(amount) => change(at, { amount })}
          />
          <Button onClick={() => set({ money: draft.money.filter((_, index) => index !== at) })}>
            {t(words.action.removeMoney, { kind: t(findingWords.money[line.kind]) })}
          </Button>
        </div>
      ))}
      {next && (
        <div>
          <Button onClick={() => set({ money: [...draft.money, { kind: next, amount: '' }] })}>{t(words.action.addMoney)}</Button>
        </div>
      )}
      <p className="muted small">{t(findingWords.note.apart)}</p>
    </div>
  )
}

function Elements({ draft, set }: Part) {
  const t = useSay()
  return (
    <>
      <LongField label={t(words.field.standard)} value={draft.standard} onChange={(standard) => set({ standard })} />
      <LongField label={t(words.field.facts)} value={draft.facts} required onChange={(facts) => set({ facts })} />
      <LongField label={t(words.field.cause)} value={draft.cause} onChange={(cause) => set({ cause })} />
      <LongField label={t(words.field.consequence)} value={draft.consequence} onChange={(consequence) => set({ consequence })} />
    </>
  )
}

type Props = {
  title: string
  start: Draft
  /** Answers whether it was kept. */
  save(draft: Draft): Promise<boolean>
  onCancel(): void
  trouble: Trouble | null
  pending: boolean
  lead?: ReactNode
  /** Further fields of the act (a correction's paper and reason). */
  children?: ReactNode
}

/** A finding to be written: what ought to be, what is, why and with what effect; amounts as they are written. */
export function FindingForm({ title, start, save, onCancel, trouble, pending, lead, children }: Props) {
  const t = useSay()
  const [draft, setDraft] = useState(start)
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(draft)
  }
  return (
    <Card title={title}>
      <form className="stack" aria-label={title} onSubmit={submit}>
        {lead}
        <div className="form-grid">
          <TextField label={t(words.field.title)} value={draft.title} required wide most={200} onChange={(text) => set({ title: text })} />
          <ClassFields draft={draft} set={set} />
          <div className="form-field">
            <span className="muted small">{t(words.field.unit)}</span>
            <UnitPicker label={t(words.field.unit)} value={draft.unit} onChange={(unit) => set({ unit })} />
          </div>
          <Days draft={draft} set={set} />
          <Elements draft={draft} set={set} />
          <NamesField label={t(words.field.loose)} value={draft.loose} onChange={(loose) => set({ loose })} />
          {children}
        </div>
        <MoneyFields draft={draft} set={set} />
        <ErrorNote trouble={trouble} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={pending}>
            {t(words.action.save)}
          </Button>
          <Button onClick={onCancel}>{t(words.action.cancel)}</Button>
        </div>
      </form>
    </Card>
  )
}
