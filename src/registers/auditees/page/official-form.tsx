import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import { Month } from '../../../kernel/day.ts'
import { useAct } from '../../../web/ask.ts'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { ChoiceField, FormField, NamesField, SaveTrouble, TextField } from '../../places/form-parts.tsx'
import { PlacePicker } from '../../places/picker.tsx'
import { saveOfficial } from '../contract.ts'
import { type Official, Sex } from '../model.ts'
import { words } from '../words.ts'

export type OfficialDraft = z.output<typeof saveOfficial.input>
export const newOfficial = (jurisdiction: string): OfficialDraft => ({
  id: null,
  version: 0,
  number: '',
  name: '',
  sex: null,
  bornIn: null,
  formerNames: [],
  jurisdiction,
})

type PartProps = { draft: OfficialDraft; change(part: Partial<OfficialDraft>): void }

function BornIn({ draft, change }: PartProps) {
  const t = useSay()
  return (
    <FormField label={t(words.field.bornIn)}>
      {(id) => (
        <input
          id={id}
          type="month"
          className="field-control"
          value={draft.bornIn ?? ''}
          onChange={(event) => change({ bornIn: Month.safeParse(event.target.value).data ?? null })}
        />
      )}
    </FormField>
  )
}

function Inputs({ draft, change }: PartProps) {
  const t = useSay()
  const jurisdiction = t(words.field.jurisdiction)
  return (
    <>
      <TextField
        label={t(words.field.number)}
        required
        most={40}
        value={draft.number}
        onChange={(text) => change({ number: text.trim() })}
      />
      <TextField label={t(words.field.name)} required most={40} value={draft.name} onChange={(name) => change({ name })} />
      <ChoiceField
        label={t(words.field.sex)}
        value={draft.sex}
        none={t(words.page.none)}
        options={Sex.options.map((sex) => ({ value: sex, label: t(words.sex[sex]) }))}
        onChange={(sex) => change({ sex })}
      />
      <BornIn draft={draft} change={change} />
      <NamesField label={t(words.page.formerNames)} value={draft.formerNames} onChange={(formerNames) => change({ formerNames })} />
      <FormField label={jurisdiction} no={draft.jurisdiction === '' ? t(words.page.choosePlace) : null}>
        {(id) => (
          <PlacePicker
            id={id}
            label={jurisdiction}
            value={draft.jurisdiction || null}
            onChange={(code) => change({ jurisdiction: code ?? '' })}
          />
        )}
      </FormField>
    </>
  )
}

type Props = { start: OfficialDraft; onClose(): void; onSaved(official: Official): void }

/** Registers or changes an official: who it is; posts are tenures. */
export function OfficialForm({ start, onClose, onSaved }: Props) {
  const t = useSay()
  const [draft, setDraft] = useState(start)
  const save = useAct(saveOfficial)
  const run = async (over: Partial<OfficialDraft> = {}) => {
    const outcome = await save.run({ ...draft, ...over, name: draft.name.trim() })
    if (outcome.ok) onSaved(outcome.value)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run()
  }
  return (
    <Dialog title={start.id === null ? t(words.page.add) : `${t(words.page.edit)} ${start.name}`} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <div className="form-grid">
          <Inputs draft={draft} change={(part) => setDraft({ ...draft, ...part })} />
        </div>
        <SaveTrouble trouble={save.trouble} fields={words.field} onTakeTheirs={onClose} onKeepMine={(version) => void run({ version })} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={save.pending} disabled={draft.jurisdiction === ''}>
            {t(words.page.save)}
          </Button>
          <Button onClick={onClose}>{t(words.page.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  )
}
