import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import { Day } from '../../../kernel/day.ts'
import { useAct } from '../../../web/ask.ts'
import { Icon } from '../../../web/icons.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { saveUnit } from '../contract.ts'
import { ChoiceField, FormField, NamesField, SaveTrouble, TextField, useNo } from '../form-parts.tsx'
import { type FormerName, Grade, type Unit, UnitCategory, UnitLevel } from '../model.ts'
import { PlacePicker, UnitPicker } from '../picker.tsx'
import { whyNotCreditCode } from '../rules/credit-code.ts'
import { whyNotFormerNames } from '../rules/naming.ts'
import { whyNotUnit } from '../rules/unit.ts'
import { words } from '../words.ts'

export type UnitDraft = z.output<typeof saveUnit.input>
type Change = (part: Partial<UnitDraft>) => void
type PartProps = { draft: UnitDraft; change: Change }

export const newUnit = (over: Partial<UnitDraft>): UnitDraft => ({
  id: null,
  version: 0,
  number: '',
  name: '',
  shortNames: [],
  formerNames: [],
  category: 'department',
  level: 'unranked',
  grade: null,
  superior: null,
  jurisdiction: '',
  creditCode: null,
  ...over,
})

const dayOrNull = (text: string) => Day.safeParse(text).data ?? null

function NameRow({ former, at, change, drop }: { former: FormerName; at: number; change(former: FormerName): void; drop(): void }) {
  const t = useSay()
  const label = (part: string) => `${t(words.field.formerNames)} ${at + 1} ${part}`
  return (
    <div className="name-row">
      <input
        className="field-control"
        aria-label={label(t(words.field.name))}
        value={former.name}
        onChange={(event) => change({ ...former, name: event.target.value })}
      />
      <input
        className="field-control"
        type="date"
        aria-label={label(t(words.field.from))}
        value={former.from ?? ''}
        onChange={(event) => change({ ...former, from: dayOrNull(event.target.value) })}
      />
      <input
        className="field-control"
        type="date"
        aria-label={label(t(words.field.until))}
        value={former.until ?? ''}
        onChange={(event) => change({ ...former, until: dayOrNull(event.target.value) })}
      />
      <button type="button" className="icon-button" aria-label={`${t(words.page.remove)} ${former.name}`} onClick={drop}>
        <Icon name="close" />
      </button>
    </div>
  )
}

function FormerNames({ draft, change }: PartProps) {
  const t = useSay()
  const no = useNo(words.refusal)
  const names = draft.formerNames
  const put = (at: number, former: FormerName | null) =>
    change({ formerNames: names.flatMap((each, place) => (place === at ? (former ?? []) : each)) })
  return (
    <div className="form-field wide">
      <span className="form-label">{t(words.field.formerNames)}</span>
      {names.map((former, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form in their own order
        <NameRow key={at} former={former} at={at} change={(next) => put(at, next)} drop={() => put(at, null)} />
      ))}
      <div>
        <button
          type="button"
          className="text-button"
          onClick={() => change({ formerNames: [...names, { name: '', from: null, until: null }] })}
        >
          {t(words.page.addName)}
        </button>
      </div>
      {no(whyNotFormerNames(names)) && <span className="form-no">{no(whyNotFormerNames(names))}</span>}
    </div>
  )
}

function Kinds({ draft, change }: PartProps) {
  const t = useSay()
  const options = useChoices()
  return (
    <>
      <ChoiceField
        label={t(words.field.category)}
        value={draft.category}
        options={options(UnitCategory.options, words.category)}
        onChange={(category) => category && change({ category })}
      />
      <ChoiceField
        label={t(words.field.level)}
        value={draft.level}
        options={options(UnitLevel.options, words.level)}
        onChange={(level) => level && change({ level })}
      />
      <ChoiceField
        label={t(words.field.grade)}
        value={draft.grade}
        none={t(words.page.none)}
        options={options(Grade.options, words.grade)}
        onChange={(grade) => change({ grade })}
      />
    </>
  )
}

function Standing({ draft, change }: PartProps) {
  const t = useSay()
  const [superior, jurisdiction] = [t(words.field.superior), t(words.field.jurisdiction)]
  return (
    <>
      <FormField label={superior}>
        {(id) => <UnitPicker id={id} label={superior} value={draft.superior} onChange={(unit) => change({ superior: unit })} />}
      </FormField>
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

function Inputs({ draft, change }: PartProps) {
  const t = useSay()
  const no = useNo(words.refusal)
  const { creditCode } = draft
  return (
    <>
      <TextField
        label={t(words.field.number)}
        required
        most={40}
        value={draft.number}
        onChange={(text) => change({ number: text.trim() })}
      />
      <TextField label={t(words.field.name)} required most={120} value={draft.name} onChange={(name) => change({ name })} />
      <NamesField label={t(words.page.shortNames)} value={draft.shortNames} onChange={(shortNames) => change({ shortNames })} />
      <Kinds draft={draft} change={change} />
      <Standing draft={draft} change={change} />
      <TextField
        label={t(words.field.creditCode)}
        no={creditCode === null ? null : no(whyNotCreditCode(creditCode))}
        wide
        numeric
        most={18}
        value={creditCode ?? ''}
        onChange={(text) => change({ creditCode: text.trim().toUpperCase() || null })}
      />
      <FormerNames draft={draft} change={change} />
    </>
  )
}

type Props = { start: UnitDraft; onClose(): void; onSaved(unit: Unit): void }

/** Registers or changes a unit; the same rules refuse here and at the server. */
export function UnitForm({ start, onClose, onSaved }: Props) {
  const t = useSay()
  const [draft, setDraft] = useState(start)
  const save = useAct(saveUnit)
  const change: Change = (part) => setDraft({ ...draft, ...part })
  const run = async (over: Partial<UnitDraft> = {}) => {
    const outcome = await save.run({ ...draft, ...over, name: draft.name.trim() })
    if (outcome.ok) onSaved(outcome.value)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run()
  }
  const blocked = whyNotUnit(draft) !== null || draft.jurisdiction === ''
  return (
    <Dialog title={draft.id === null ? t(words.page.add) : t(words.page.editUnit, { name: start.name })} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <div className="form-grid">
          <Inputs draft={draft} change={change} />
        </div>
        <SaveTrouble trouble={save.trouble} fields={words.field} onTakeTheirs={onClose} onKeepMine={(version) => void run({ version })} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={save.pending} disabled={blocked}>
            {t(words.page.save)}
          </Button>
          <Button onClick={onClose}>{t(words.page.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  )
}
