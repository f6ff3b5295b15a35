import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import type { Day, Month } from '../../../kernel/day.ts'
import { useAct } from '../../../web/ask.ts'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { ChoiceField, DayField, FormField, SaveTrouble, TextField, useNo } from '../../places/form-parts.tsx'
import { UnitPicker } from '../../places/picker.tsx'
import { saveTenure } from '../contract.ts'
import { Headship, SubjectClass, type Tenure } from '../model.ts'
import { whyNotTenure } from '../rules/tenure.ts'
import { words } from '../words.ts'

type Kept = z.output<typeof saveTenure.input>
/** While it is being filled in, unit and start may still be missing. */
export type TenureDraft = Omit<Kept, 'unit' | 'startsOn'> & { unit: string | null; startsOn: Day | null }
export const newTenure = (official: string, over: Partial<TenureDraft> = {}): TenureDraft => ({
  id: null,
  version: 0,
  official,
  unit: null,
  post: '',
  headship: 'other',
  startsOn: null,
  endsOn: null,
  precision: 'day',
  class: null,
  basis: null,
  ...over,
})

type PartProps = { draft: TenureDraft; change(part: Partial<TenureDraft>): void }
function Days({ draft, change }: PartProps) {
  const t = useSay()
  const exact = { precision: 'day' } as const
  return (
    <>
      <DayField label={t(words.field.startsOn)} required value={draft.startsOn} onChange={(startsOn) => change({ startsOn, ...exact })} />
      <DayField label={t(words.field.endsOn)} value={draft.endsOn} onChange={(endsOn) => change({ endsOn, ...exact })} />
    </>
  )
}

function Inputs({ draft, change }: PartProps) {
  const t = useSay()
  const unit = t(words.field.unit)
  return (
    <>
      <FormField label={unit} wide no={draft.unit === null ? t(words.page.chooseUnit) : null}>
        {(id) => <UnitPicker id={id} label={unit} value={draft.unit} onChange={(chosen) => change({ unit: chosen })} />}
      </FormField>
      <TextField label={t(words.field.post)} required most={120} value={draft.post} onChange={(post) => change({ post })} />
      <ChoiceField
        label={t(words.field.headship)}
        value={draft.headship}
        options={Headship.options.map((value) => ({ value, label: t(words.headship[value]) }))}
        onChange={(headship) => headship && change({ headship })}
      />
      <Days draft={draft} change={change} />
      <ChoiceField
        label={t(words.field.class)}
        value={draft.class}
        none={t(words.page.byRule)}
        options={SubjectClass.options.map((value) => ({ value, label: t(words.class[value]) }))}
        onChange={(value) => change({ class: value })}
      />
      <TextField label={t(words.field.basis)} most={120} value={draft.basis ?? ''} onChange={(text) => change({ basis: text || null })} />
    </>
  )
}

type Props = { start: TenureDraft; others: readonly Tenure[]; bornIn: Month | null; onClose(): void; onSaved(tenure: Tenure): void }

/** Registers or changes a tenure; the same rule refuses here and at the server. */
export function TenureForm({ start, others, bornIn, onClose, onSaved }: Props) {
  const t = useSay()
  const say = useNo(words.refusal)
  const [draft, setDraft] = useState(start)
  const save = useAct(saveTenure)
  const { unit, startsOn } = draft
  const whole: Kept | null = unit && startsOn && draft.post.trim() !== '' ? { ...draft, unit, startsOn, post: draft.post.trim() } : null
  const no =
    whole &&
    whyNotTenure(
      whole,
      others.filter(({ id }) => id !== whole.id),
      bornIn,
    )
  const run = async (over: Partial<Kept> = {}) => {
    if (!whole) return
    const outcome = await save.run({ ...whole, ...over })
    if (outcome.ok) onSaved(outcome.value)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run()
  }
  return (
    <Dialog title={start.id === null ? t(words.page.addTenure) : t(words.page.editTenure)} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <div className="form-grid">
          <Inputs draft={draft} change={(part) => setDraft({ ...draft, ...part })} />
        </div>
        {no && (
          <p className="form-no" role="alert">
            {say(no)}
          </p>
        )}
        <SaveTrouble trouble={save.trouble} fields={words.field} onTakeTheirs={onClose} onKeepMine={(version) => void run({ version })} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={save.pending} disabled={whole === null || no !== null}>
            {t(words.page.save)}
          </Button>
          <Button onClick={onClose}>{t(words.page.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  )
}
