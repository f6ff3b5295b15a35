import { Button } from 'antd'
import { useId, useState } from 'react'
import { Day } from '../../../kernel/day.ts'
import { useAct } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useMay } from '../../../web/session.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { type PaperView, revisePaper } from '../contract.ts'
import { type IssuedPaper, type PaperHead, Secrecy, Urgency } from '../model.ts'
import { words } from '../page.words.ts'
import { words as records } from '../words.ts'
import { FieldInputs, ValueInput } from './field-inputs.tsx'

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')

type Edited = Pick<IssuedPaper, 'title' | 'secrecy' | 'fieldValues'> & { paperOn: string; head: PaperHead }
type HeadProps = { edited: Edited; set(part: Partial<Edited>): void }

type ChoiceProps = { label: string; value: string; options: readonly { value: string; label: string }[]; onChange(value: string): void }
function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <div className="stack stack-tight">
      <label className="muted" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="field-control" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What every paper bears: title, day, secrecy, issuers, addressee, copies, attachments. */
function HeadInputs({ edited, set }: HeadProps) {
  const t = useSay()
  const labelled = useChoices()
  const { head } = edited
  const inHead = (part: Partial<PaperHead>) => set({ head: { ...head, ...part } })
  const text = (key: 'secrecyTerm' | 'approver' | 'addressee' | 'copyTo' | 'printedBy', label: string, kind: 'line' | 'long' = 'line') => (
    <ValueInput kind={kind} label={label} needed={false} value={head[key]} onChange={(value) => inHead({ [key]: value })} />
  )
  return (
    <Card title={t(words.title.head)}>
      <div className="stack">
        <ValueInput kind="long" label={t(records.field.title)} needed value={edited.title} onChange={(title) => set({ title })} />
        <div className="grid-2">
          <Choice
            label={t(records.field.secrecy)}
            value={edited.secrecy}
            options={labelled(Secrecy.options, records.secrecy)}
            onChange={(value) => set({ secrecy: Secrecy.parse(value) })}
          />
          {text('secrecyTerm', t(words.field.secrecyTerm))}
          <Choice
            label={t(records.head.urgency)}
            value={head.urgency}
            options={labelled(Urgency.options, records.urgency)}
            onChange={(value) => inHead({ urgency: Urgency.parse(value) })}
          />
          <ValueInput
            kind="day"
            label={t(records.field.paperOn)}
            needed={false}
            value={edited.paperOn}
            onChange={(paperOn) => set({ paperOn })}
          />
          {text('approver', t(records.head.approver))}
          {text('printedBy', t(records.head.printedBy))}
        </div>
        <ValueInput
          kind="long"
          label={t(words.field.issuer)}
          needed
          value={head.issuers.join('\n')}
          onChange={(value) => inHead({ issuers: value.split('\n') })}
        />
        {text('addressee', t(records.head.addressee))}
        {text('copyTo', t(records.head.copyTo))}
        <ValueInput
          kind="long"
          label={t(words.field.attachments)}
          needed={false}
          value={head.attachments.join('\n')}
          onChange={(value) => inHead({ attachments: value.split('\n') })}
        />
      </div>
    </Card>
  )
}

const editedOf = (paper: IssuedPaper): Edited => ({
  title: paper.title,
  secrecy: paper.secrecy,
  paperOn: paper.paperOn ?? '',
  head: paper.head,
  fieldValues: paper.fieldValues,
})

/** A draft's head and fields, to be filled in and saved; every saving keeps an edition. */
export function Editor({ view }: { view: PaperView }) {
  const t = useSay()
  const { paper, type } = view
  const [edited, setEdited] = useState(editedOf(paper))
  const [touched, setTouched] = useState(false)
  const act = useAct(revisePaper)
  const may = useMay(revisePaper)
  const set = (part: Partial<Edited>) => {
    setEdited((before) => ({ ...before, ...part }))
    setTouched(true)
  }
  const save = async () => {
    const { title, secrecy, fieldValues: values } = edited
    const head = { ...edited.head, issuers: lines(edited.head.issuers.join('\n')), attachments: lines(edited.head.attachments.join('\n')) }
    const paperOn = Day.safeParse(edited.paperOn).data ?? null
    const outcome = await act.run({ id: paper.id, version: paper.version, title, secrecy, paperOn, head, values })
    if (outcome.ok) setTouched(false)
  }
  return (
    <div className="stack">
      <HeadInputs edited={edited} set={set} />
      <Card title={t(words.title.body)}>
        <div className="stack">
          <FieldInputs entries={type.fields} values={edited.fieldValues} onChange={(fieldValues) => set({ fieldValues })} />
        </div>
      </Card>
      <ErrorNote trouble={act.trouble} />
      <div className="row">
        {may && (
          <Button type="primary" loading={act.pending} onClick={() => void save()}>
            {t(words.action.save)}
          </Button>
        )}
        {touched && <span className="muted small">{t(words.note.changed)}</span>}
      </div>
    </div>
  )
}
