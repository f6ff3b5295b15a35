import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Contract } from '../../../kernel/contract.ts'
import { wanYuan } from '../../../kernel/money.ts'
import { UnitPicker } from '../../../registers/places/picker.tsx'
import { useAct } from '../../../web/ask.ts'
import { place, useGo } from '../../../web/go.tsx'
import { ErrorNote } from '../../../web/notes.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { draftLead, type LeadView } from '../contract.ts'
import { Lead, type LeadEvidence, ManagedBy, Nature } from '../model.ts'
import { words } from '../page.words.ts'
import { words as own } from '../words.ts'
import { FieldRow, type FormField, givenBy } from './form.tsx'
import './leads.css'

const contract: Contract = draftLead
const Made = Lead.pick({ id: true })
type Started = LeadView['lead'] | null
/** What a lead begun from a finding takes over from it. */
export type FromFinding = { id: string; number: string; title: string }

function useFields(lead: Started, from: FromFinding | undefined): readonly FormField[] {
  const t = useSay()
  const choices = useChoices()
  const { field } = words
  const area = (name: 'facts' | 'qualification' | 'basis' | 'opinion' | 'feedbackAsk'): FormField => ({
    ...{ name, label: t(field[name]), kind: 'area', value: lead?.[name] },
  })
  return [
    { name: 'title', label: t(field.title), required: true, value: lead?.title ?? from?.title },
    { name: 'nature', label: t(field.nature), options: choices(Nature.options, own.nature), required: true, value: lead?.nature },
    {
      name: 'managedBy',
      label: t(field.managedBy),
      options: choices(ManagedBy.options, own.managedBy),
      required: true,
      value: lead?.managedBy ?? 'city',
    },
    { name: 'persons', label: t(field.persons), value: lead?.persons },
    ...(from ? [] : [area('facts')]),
    area('qualification'),
    ...(from ? [] : [area('basis')]),
    area('opinion'),
    area('feedbackAsk'),
    { name: 'amount', label: t(field.amountWan), kind: 'wan', value: lead?.amount == null ? '' : wanYuan(lead.amount) },
    { name: 'major', label: t(field.major), kind: 'yes', value: lead?.major ?? false },
  ]
}

const blank: LeadEvidence = { name: '', pages: '', origin: '', evidence: null }
type RowsProps = { rows: readonly LeadEvidence[]; set(rows: readonly LeadEvidence[]): void }

/** The list of evidence: name, pages, origin. */
function EvidenceRows({ rows, set }: RowsProps) {
  const t = useSay()
  const change = (at: number, over: Partial<LeadEvidence>) => set(rows.map((row, each) => (each === at ? { ...row, ...over } : row)))
  const keys = ['name', 'pages', 'origin'] as const
  const label = { name: words.field.evidenceName, pages: words.field.pages, origin: words.field.origin }
  return (
    <fieldset className="stack stack-tight">
      <legend className="muted small">{t(words.field.evidence)}</legend>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name while they are written
        <div key={at} className="row">
          {keys.map((key) => (
            <input
              key={key}
              className="field-control"
              aria-label={`${t(label[key])} ${at + 1}`}
              placeholder={t(label[key])}
              value={row[key]}
              size={key === 'pages' ? 6 : 24}
              onChange={(event) => change(at, { [key]: event.currentTarget.value })}
            />
          ))}
          <Button onClick={() => set(rows.filter((_, each) => each !== at))}>{t(words.action.drop)}</Button>
        </div>
      ))}
      <div>
        <Button onClick={() => set([...rows, blank])}>{t(words.action.addEvidence)}</Button>
      </div>
    </fieldset>
  )
}

type Props = { lead: Started; from?: FromFinding; onClose(): void }
/** Drafts a lead, from a finding or of itself, or changes a draft. */
export function DraftDialog({ lead, from, onClose }: Props) {
  const t = useSay()
  const go = useGo()
  const act = useAct(contract)
  const [unit, setUnit] = useState<string | null>(lead?.unit ?? null)
  const [evidence, setEvidence] = useState<readonly LeadEvidence[]>(lead?.evidence ?? [])
  const fields = useFields(lead, from)
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const target = lead ? { id: lead.id, version: lead.version, official: lead.official } : from ? { finding: from.id } : {}
    const told = evidence.filter(({ name }) => name.trim() !== '')
    const listed = from && told.length === 0 ? {} : { evidence: told }
    const input = { ...givenBy(event.currentTarget, fields), ...target, ...listed, ...(unit ? { unit } : {}) }
    const outcome = await act.run(input)
    if (!outcome.ok) return
    onClose()
    const made = Made.safeParse(outcome.value)
    if (!lead && made.success) go(place('/leads', { open: made.data.id }))
  }
  const label = t(words.field.unit)
  return (
    <Dialog title={t(own.action.draft)} onClose={onClose} className="lead-dialog">
      <form className="stack" aria-label={t(own.action.draft)} onSubmit={(event) => void save(event)}>
        {from && <p className="muted">{t(words.note.draftFrom, { number: from.number })}</p>}
        {!from && <UnitPicker label={label} value={unit} onChange={setUnit} />}
        <div className="lead-grid">
          {fields.map((field) => (
            <FieldRow key={field.name} field={field} />
          ))}
        </div>
        <EvidenceRows rows={evidence} set={setEvidence} />
        <ErrorNote trouble={act.trouble} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={act.pending}>
            {t(words.action.save)}
          </Button>
          <Button onClick={onClose}>{t(words.action.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  )
}
