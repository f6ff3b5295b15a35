import { Button } from 'antd'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useSay } from '../../web/tongue.tsx'
import { ReadingPurpose } from './model.ts'
import './custody.css'
import { words } from './words.ts'

export type Purpose = { purpose: ReadingPurpose; note: string }
type Props = {
  action: string
  pending: boolean
  hint: ReactNode
  onSend(purpose: Purpose): void
  onCancel?: (() => void) | undefined
  children?: ReactNode
}

/** What something personal is looked at for: a choice, and a word on it. */
export function PurposeForm({ action, pending, hint, onSend, onCancel, children }: Props) {
  const t = useSay()
  const [purpose, setPurpose] = useState<ReadingPurpose>('audit')
  const [note, setNote] = useState('')
  const group = useId()
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSend({ purpose, note })
  }
  return (
    <form className="stack" onSubmit={send}>
      <fieldset className="row purpose-choices">
        <legend className="muted">{t(words.field.purpose)}</legend>
        {ReadingPurpose.options.map((each) => (
          <label key={each} className="row">
            <input type="radio" name={group} checked={each === purpose} onChange={() => setPurpose(each)} /> {t(words.purpose[each])}
          </label>
        ))}
      </fieldset>
      <label className="stack stack-tight">
        <span className="muted">{t(words.field.note)}</span>
        <input
          className="field-control"
          maxLength={200}
          required={purpose === 'other'}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <p className="muted small">{hint}</p>
      {children}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={pending}>
          {action}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t(words.action.cancel)}</Button>}
      </div>
    </form>
  )
}
