import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { FormField, Select } from '../../../registers/places/form-parts.tsx'
import { UnitPicker } from '../../../registers/places/picker.tsx'
import { useAct } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { type ReportLine, saveFacts } from '../contract.ts'
import { ReportKind } from '../model.ts'
import { words } from '../words.ts'

type Draft = Pick<ReportLine, 'title' | 'number' | 'kind' | 'unit'> & { year: string }
type PartProps = { draft: Draft; change(part: Partial<Draft>): void }

function Inputs({ draft, change }: PartProps) {
  const t = useSay()
  const kinds = ReportKind.options.map((value) => ({ value, label: t(words.kind[value]) }))
  return (
    <>
      <FormField label={t(words.field.title)} wide>
        {(id) => (
          <input
            id={id}
            className="field-control"
            required
            value={draft.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </FormField>
      <FormField label={t(words.field.number)}>
        {(id) => (
          <input
            id={id}
            className="field-control"
            value={draft.number ?? ''}
            onChange={(event) => change({ number: event.target.value || null })}
          />
        )}
      </FormField>
      <FormField label={t(words.field.kind)}>
        {(id) => <Select id={id} value={draft.kind} options={kinds} onChange={(kind) => kind && change({ kind })} />}
      </FormField>
      <FormField label={t(words.field.year)}>
        {(id) => (
          <input
            id={id}
            className="field-control"
            type="number"
            min={1949}
            max={2100}
            value={draft.year}
            onChange={(event) => change({ year: event.target.value })}
          />
        )}
      </FormField>
      <FormField label={t(words.field.unit)}>
        {(id) => <UnitPicker id={id} label={t(words.field.unit)} value={draft.unit} onChange={(unit) => change({ unit })} />}
      </FormField>
    </>
  )
}

/** Corrects what was proposed about a paper; what a person has set stays through later editions. */
export function FactsDialog({ document, onClose }: { document: ReportLine; onClose(): void }) {
  const t = useSay()
  const save = useAct(saveFacts)
  const { id, version, title, number, kind, unit, year } = document
  const [draft, setDraft] = useState<Draft>({ title, number, kind, unit, year: year === null ? '' : String(year) })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await save.run({ ...draft, id, version, year: draft.year === '' ? null : Number(draft.year) })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog title={t(words.page.edit)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="form-grid">
          <Inputs draft={draft} change={(part) => setDraft({ ...draft, ...part })} />
        </div>
        <ErrorNote trouble={save.trouble} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={save.pending}>
            {t(words.page.save)}
          </Button>
          <Button onClick={onClose}>{t(words.page.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  )
}
