import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { UnitPicker } from '../../../registers/places/picker.tsx'
import { useAct, useAsk } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { words as common } from '../words.ts'
import { type AlikeView, adoptAnswer, alikeRequests, askMaterial } from './contract.ts'
import { RequestTag } from './request-tag.tsx'
import { words } from './words.ts'

const empty = { name: '', periodFrom: '', periodTo: '', purpose: '', dueOn: '', apartReason: '' }
type Asked = typeof empty
const day = /^\d{4}-\d{2}-\d{2}$/
const given = (text: string) => (day.test(text) ? text : '')

type FieldProps = { label: string; value: string; set(value: string): void; type?: 'text' | 'date'; required?: boolean }
function Field({ label, value, set, type = 'text', required }: FieldProps) {
  const id = useId()
  return (
    <div className="stack stack-tight">
      <label htmlFor={id} className="muted small">
        {label}
      </label>
      <input
        id={id}
        className="field-control"
        type={type}
        required={required}
        value={value}
        onChange={(event) => set(event.currentTarget.value)}
      />
    </div>
  )
}

function Alike({ like, adopt, pending }: { like: AlikeView; adopt(): void; pending: boolean }) {
  const t = useSay()
  return (
    <li className="board-card stack stack-tight">
      <p>{t(words.note.alike, { side: t(words.side[like.side]), on: like.askedOn, name: like.name, number: like.number })}</p>
      <div className="row">
        <StatusTag state="soon">{t(words.span[like.span])}</StatusTag>
        <span className="muted small num">{`${t(words.field.score)} ${like.score}%`}</span>
        <RequestTag state={like.state} />
        <span className="spring" />
        <Button loading={pending} onClick={adopt}>
          {t(words.action.adopt)}
        </Button>
      </div>
    </li>
  )
}

/** Asks for a material; what was asked of the unit already and means the same is offered first. */
export function AskForm({ project, unit: fixed, onClose }: { project: string | null; unit: string | null; onClose(): void }) {
  const t = useSay()
  const [unit, setUnit] = useState(fixed)
  const [asked, setAsked] = useState<Asked>(empty)
  const [originals, setOriginals] = useState(false)
  const ask = useAct(askMaterial)
  const adopt = useAct(adoptAnswer)
  const material = { unit: unit ?? '', name: asked.name.trim(), periodFrom: given(asked.periodFrom), periodTo: given(asked.periodTo) }
  const found = useAsk(alikeRequests, material, { when: unit !== null && material.name.length > 1, keep: true })
  const alike = material.name.length > 1 ? (found.data ?? []) : []
  const set = (key: keyof Asked) => (value: string) => setAsked({ ...asked, [key]: value })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const more = { project: project ?? '', purpose: asked.purpose, dueOn: given(asked.dueOn), apartReason: asked.apartReason, originals }
    if ((await ask.run({ ...material, ...more })).ok) onClose()
  }
  const take = async (earlier: string) => {
    if ((await adopt.run({ ...material, project: project ?? '', purpose: asked.purpose, earlier })).ok) onClose()
  }
  return (
    <Dialog title={t(words.action.ask)} onClose={onClose} className="wide-dialog">
      <form className="stack" aria-label={t(words.action.ask)} onSubmit={(event) => void save(event)}>
        <p className="muted small">{t(words.note.asked)}</p>
        {fixed === null && <UnitPicker label={t(words.field.unit)} value={unit} onChange={(id) => setUnit(id)} />}
        <div className="form-grid">
          <Field label={t(words.field.name)} value={asked.name} set={set('name')} required />
          <Field label={t(words.field.periodFrom)} value={asked.periodFrom} set={set('periodFrom')} type="date" />
          <Field label={t(words.field.periodTo)} value={asked.periodTo} set={set('periodTo')} type="date" />
          <Field label={t(words.field.purpose)} value={asked.purpose} set={set('purpose')} />
          <Field label={t(words.field.dueOn)} value={asked.dueOn} set={set('dueOn')} type="date" />
        </div>
        <label className="row">
          <input type="checkbox" checked={originals} onChange={(event) => setOriginals(event.currentTarget.checked)} />
          {t(words.field.originals)}
        </label>
        {alike.length > 0 && (
          <section className="stack stack-tight" aria-label={t(words.title.earlier)}>
            <h3>{t(words.title.earlier)}</h3>
            <ul className="stack stack-tight">
              {alike.map((like) => (
                <Alike key={like.id} like={like} pending={adopt.pending} adopt={() => void take(like.id)} />
              ))}
            </ul>
            <Field label={t(words.field.apartReason)} value={asked.apartReason} set={set('apartReason')} />
          </section>
        )}
        <ErrorNote trouble={ask.trouble ?? adopt.trouble} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={ask.pending} disabled={unit === null}>
            {t(alike.length > 0 ? words.action.askAnyway : words.action.save)}
          </Button>
          <Button onClick={onClose}>{t(common.action.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  )
}
