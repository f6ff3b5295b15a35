import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useAct, useAsk } from '../../web/ask.ts'
import { ErrorNote } from '../../web/notes.tsx'
import { useMay } from '../../web/session.tsx'
import { Dialog } from '../../web/shell/dialog.tsx'
import { useSay } from '../../web/tongue.tsx'
import { getIdentityNumber, revealIdentityNumber, setIdentityNumber } from './contract.ts'
import { PurposeForm } from './purpose-form.tsx'
import { words } from './words.ts'

type Props = { subject: `official:${string}`; onClose(): void }

function Reveal({ subject, onClose }: Props) {
  const t = useSay()
  const reveal = useAct(revealIdentityNumber)
  return (
    <Dialog title={t(words.contract.revealIdentityNumber)} onClose={onClose}>
      {reveal.value ? (
        <p className="num" role="status">
          {reveal.value.number}
        </p>
      ) : (
        <PurposeForm
          action={t(words.action.reveal)}
          pending={reveal.pending}
          hint={t(words.note.revealWhy)}
          onSend={(purpose) => void reveal.run({ subject, ...purpose })}
          onCancel={onClose}
        >
          <ErrorNote trouble={reveal.trouble} />
        </PurposeForm>
      )}
    </Dialog>
  )
}

function Enter({ subject, onClose }: Props) {
  const t = useSay()
  const enter = useAct(setIdentityNumber)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const number = String(new FormData(event.currentTarget).get('number') ?? '')
    if ((await enter.run({ subject, number })).ok) onClose()
  }
  return (
    <Dialog title={t(words.contract.setIdentityNumber)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void send(event)}>
        <label className="stack stack-tight">
          <span className="muted">{t(words.field.identityNumber)}</span>
          <input name="number" className="field-control num" required maxLength={18} autoComplete="off" />
        </label>
        <ErrorNote trouble={enter.trouble} />
        <Button type="primary" htmlType="submit" loading={enter.pending}>
          {t(words.action.save)}
        </Button>
      </form>
    </Dialog>
  )
}

/** A masked identity number; the whole of it only for a purpose, each time in the trail. */
export function IdentityNumberLine({ subject }: { subject: `official:${string}` }) {
  const t = useSay()
  const may = useMay(getIdentityNumber)
  const mayEnter = useMay(setIdentityNumber)
  const [open, setOpen] = useState<'reveal' | 'enter' | null>(null)
  const asked = useAsk(getIdentityNumber, { subject }, { when: may })
  if (!may || !asked.data) return null
  const { masked } = asked.data
  const close = () => setOpen(null)
  return (
    <p className="row small">
      <span className="muted">{t(words.field.identityNumber)}</span>
      {masked ? <span className="num">{masked}</span> : <span className="muted">{t(words.note.noIdentityNumber)}</span>}
      {masked && (
        <Button size="small" onClick={() => setOpen('reveal')}>
          {t(words.action.reveal)}
        </Button>
      )}
      {mayEnter && (
        <Button size="small" onClick={() => setOpen('enter')}>
          {t(words.action.enter)}
        </Button>
      )}
      {open === 'reveal' && <Reveal subject={subject} onClose={close} />}
      {open === 'enter' && <Enter subject={subject} onClose={close} />}
    </p>
  )
}
