import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useAct } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { useToday } from '../../../web/session.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { giveGrant } from '../contract.ts'
import { ChoiceOf, LineOf, RecordFinder } from '../fields.tsx'
import { FieldGroup, ShareCeiling, SharedKind, SharedWith } from '../model.ts'
import { words } from '../words.ts'

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

function Opens() {
  const labelled = useChoices()
  const t = useSay()
  return (
    <fieldset className="stack stack-tight">
      <legend className="muted">{t(words.label.fields)}</legend>
      {labelled(FieldGroup.options, words.field).map(({ value, label }) => (
        <label key={value} className="row">
          <input type="checkbox" name="fields" value={value} defaultChecked={value !== 'responsibility'} /> {label}
        </label>
      ))}
    </fieldset>
  )
}

type At = { kind: SharedKind; record: string; label: string }
type What = { kind: SharedKind; record: string }

function WhatToShare({ at, value, onChange }: { at: At | undefined; value: What; onChange(what: What): void }) {
  const t = useSay()
  const labelled = useChoices()
  const [q, setQ] = useState('')
  if (at)
    return (
      <p>
        {t(words.kind[at.kind])} <b>{at.label}</b>
      </p>
    )
  return (
    <>
      <ChoiceOf
        label={t(words.label.kind)}
        value={value.kind}
        options={labelled(SharedKind.options, words.kind)}
        onChange={(kind) => onChange({ kind: SharedKind.catch('project').parse(kind), record: '' })}
      />
      <RecordFinder kind={value.kind} q={q} setQ={setQ} value={value.record} onChange={(record) => onChange({ ...value, record })} />
    </>
  )
}

type To = { organ: SharedWith; unit: string }
function WithWhom({ value, onChange }: { value: To; onChange(to: To): void }) {
  const t = useSay()
  const labelled = useChoices()
  const [q, setQ] = useState('')
  return (
    <>
      <ChoiceOf
        label={t(words.label.organ)}
        value={value.organ}
        options={labelled(SharedWith.options, words.organ)}
        onChange={(organ) => onChange({ organ: SharedWith.catch('organisation').parse(organ), unit: '' })}
      />
      {value.organ === 'auditedUnit' && (
        <RecordFinder kind="unit" q={q} setQ={setQ} value={value.unit} onChange={(unit) => onChange({ ...value, unit })} />
      )}
      <LineOf label={t(words.label.place)} name="place" required />
      <LineOf label={t(words.label.account)} name="account" />
    </>
  )
}

function Grounds() {
  const t = useSay()
  const labelled = useChoices()
  const today = useToday()
  return (
    <>
      <ChoiceOf label={t(words.label.ceiling)} name="ceiling" options={labelled(ShareCeiling.options.toReversed(), words.ceiling)} />
      <LineOf label={t(words.label.purpose)} name="purpose" required />
      <LineOf label={t(words.label.legalBasis)} name="legalBasis" required />
      <LineOf label={t(words.label.startsOn)} name="startsOn" type="date" required value={today} />
      <LineOf label={t(words.label.until)} name="until" type="date" required />
    </>
  )
}

const saidIn = (form: FormData) => ({
  jurisdiction: text(form, 'place'),
  account: text(form, 'account') || null,
  fields: FieldGroup.options.filter((group) => form.getAll('fields').includes(group)),
  ceiling: ShareCeiling.catch('workSecret').parse(text(form, 'ceiling')),
  purpose: text(form, 'purpose'),
  legalBasis: text(form, 'legalBasis'),
  startsOn: text(form, 'startsOn'),
  until: text(form, 'until') || null,
})

/** What is shared, with whom, for what, on what ground and until when; it waits for a second person. */
export function GiveForm({ onClose, at }: { onClose(): void; at?: At | undefined }) {
  const t = useSay()
  const give = useAct(giveGrant)
  const [what, setWhat] = useState<What>({ kind: at?.kind ?? 'project', record: at?.record ?? '' })
  const [to, setTo] = useState<To>({ organ: 'organisation', unit: '' })
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const outcome = await give.run({ ...what, ...saidIn(new FormData(event.currentTarget)), organ: to.organ, unit: to.unit || null })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog title={t(words.action.give)} onClose={onClose} className="dialog-wide">
      <form className="stack" onSubmit={(event) => void send(event)}>
        <p className="muted small">{t(words.note.second)}</p>
        <WhatToShare at={at} value={what} onChange={setWhat} />
        <WithWhom value={to} onChange={setTo} />
        <Opens />
        <Grounds />
        <ErrorNote trouble={give.trouble} />
        <Button type="primary" htmlType="submit" loading={give.pending} disabled={what.record === ''}>
          {t(words.action.give)}
        </Button>
        {what.record === '' && <p className="muted small">{t(words.note.chooseRecord)}</p>}
      </form>
    </Dialog>
  )
}
