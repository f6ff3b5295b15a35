import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useAct, useAsk } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { useToday } from '../../../web/session.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { showTeam } from '../team/contract.ts'
import type { FieldworkRule } from '../team/model.ts'
import { words as common } from '../words.ts'
import { saveTalk } from './contract.ts'
import type { Talk, TalkLine } from './model.ts'
import { words } from './words.ts'

type InputProps = { name: string; label: string; value: string | null | undefined; type?: 'text' | 'date' | 'time'; required?: boolean }
function Input({ name, label, value, type = 'text', required = false }: InputProps) {
  const id = useId()
  return (
    <div className="stack stack-tight">
      <label htmlFor={id} className="muted small">
        {label}
      </label>
      <input id={id} name={name} className="field-control" type={type} required={required} defaultValue={value ?? ''} />
    </div>
  )
}

function Lines({ lines, set }: { lines: readonly TalkLine[]; set(lines: readonly TalkLine[]): void }) {
  const t = useSay()
  const change = (at: number, part: Partial<TalkLine>) => set(lines.map((line, index) => (index === at ? { ...line, ...part } : line)))
  return (
    <fieldset className="stack stack-tight plain-fieldset">
      <legend className="muted small">{t(words.field.lines)}</legend>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a talk have no other identity
        <div key={at} className="stack stack-tight">
          <textarea
            className="field-control"
            rows={1}
            required
            aria-label={`${t(words.field.question)} ${at + 1}`}
            placeholder={t(words.field.question)}
            value={line.question}
            onChange={(event) => change(at, { question: event.currentTarget.value })}
          />
          <textarea
            className="field-control"
            rows={2}
            required
            aria-label={`${t(words.field.reply)} ${at + 1}`}
            placeholder={t(words.field.reply)}
            value={line.answer}
            onChange={(event) => change(at, { answer: event.currentTarget.value })}
          />
        </div>
      ))}
      <div className="row">
        <Button onClick={() => set([...lines, { question: '', answer: '' }])}>{t(words.action.addLine)}</Button>
      </div>
    </fieldset>
  )
}

function Auditors({ project, chosen, set }: { project: string; chosen: readonly string[]; set(accounts: readonly string[]): void }) {
  const t = useSay()
  const asked = useAsk(showTeam, { project })
  const toggle = (account: string) => set(chosen.includes(account) ? chosen.filter((each) => each !== account) : [...chosen, account])
  return (
    <fieldset className="row plain-fieldset">
      <legend className="muted small">{t(words.field.auditors)}</legend>
      {(asked.data?.members ?? []).map(({ account, name }) => (
        <label key={account} className="row">
          <input type="checkbox" checked={chosen.includes(account)} onChange={() => toggle(account)} />
          {name}
        </label>
      ))}
    </fieldset>
  )
}

type Props = { project: string; talk: Talk | null; rule: FieldworkRule; onClose(): void }
/** A talk, new or changed: by whom, with whom, and every question with its answer. */
export function TalkForm({ project, talk, rule, onClose }: Props) {
  const t = useSay()
  const today = useToday()
  const act = useAct(saveTalk)
  const [lines, setLines] = useState<readonly TalkLine[]>(talk?.lines ?? [{ question: '', answer: '' }])
  const [auditors, setAuditors] = useState<readonly string[]>(talk?.auditors.map(({ account }) => account) ?? [])
  const [shown, setShown] = useState(talk?.papersShown ?? false)
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const held = new FormData(event.currentTarget)
    const text = (name: string) => String(held.get(name) ?? '')
    const when = { heldOn: text('heldOn'), beginsAt: text('beginsAt'), endsAt: text('endsAt'), location: text('location') }
    const who = { person: text('person'), post: text('post'), topic: text('topic'), auditors: [...auditors], papersShown: shown }
    const which = talk ? { id: talk.id, version: talk.version } : {}
    if ((await act.run({ project, ...which, ...when, ...who, lines: [...lines] })).ok) onClose()
  }
  return (
    <Dialog title={t(words.title.talk)} onClose={onClose} className="wide-dialog">
      <form className="stack" aria-label={t(words.title.talk)} onSubmit={(event) => void save(event)}>
        <div className="form-grid">
          <Input name="heldOn" label={t(words.field.heldOn)} value={talk?.heldOn ?? today} type="date" required />
          <Input name="beginsAt" label={t(words.field.beginsAt)} value={talk?.beginsAt} type="time" />
          <Input name="endsAt" label={t(words.field.endsAtHour)} value={talk?.endsAt} type="time" />
          <Input name="location" label={t(words.field.location)} value={talk?.location} required />
          <Input name="person" label={t(words.field.person)} value={talk?.person} required />
          <Input name="post" label={t(words.field.post)} value={talk?.post} />
          <Input name="topic" label={t(words.field.topic)} value={talk?.topic} required />
        </div>
        <Auditors project={project} chosen={auditors} set={setAuditors} />
        <p className="muted small">{t(words.note.two, { count: rule.amount, citation: rule.citation })}</p>
        <label className="row">
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
          {t(words.field.papersShown)}
        </label>
        <Lines lines={lines} set={setLines} />
        <ErrorNote trouble={act.trouble} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={act.pending}>
            {t(words.action.saveTalk)}
          </Button>
          <Button onClick={onClose}>{t(common.action.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  )
}
