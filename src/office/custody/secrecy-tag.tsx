import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useAct, useAsk } from '../../web/ask.ts'
import { clockText } from '../../web/moment.ts'
import { ErrorNote } from '../../web/notes.tsx'
import { Pop } from '../../web/pop.tsx'
import { useMay } from '../../web/session.tsx'
import { useChoices, useSay } from '../../web/tongue.tsx'
import { getLevel, proposeLower, raiseLevel } from './contract.ts'
import { SecrecyLevel } from './model.ts'
import { isAbove } from './rules.ts'
import './custody.css'
import { words } from './words.ts'

type Subject = `${string}:${string}`
type Props = { subject: Subject; level: SecrecyLevel; others: readonly SecrecyLevel[]; onDone(): void }

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '')

function ChangeForm({ subject, level, others, onDone }: Props) {
  const t = useSay()
  const labelled = useChoices()
  const [to, setTo] = useState<SecrecyLevel>(others[0] ?? 'internal')
  const raising = isAbove({ level: to, than: level })
  const raise = useAct(raiseLevel)
  const lower = useAct(proposeLower)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const asked = { subject, level: to, reason: textOf(form, 'reason') }
    const outcome = raising ? await raise.run(asked) : await lower.run({ ...asked, decision: textOf(form, 'decision') })
    if (outcome.ok) onDone()
  }
  return (
    <form className="stack" onSubmit={(event) => void send(event)}>
      <label className="stack stack-tight">
        <span className="muted">{t(words.field.to)}</span>
        <select className="field-control" value={to} onChange={(event) => setTo(SecrecyLevel.catch(to).parse(event.target.value))}>
          {labelled(others, words.level).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
      <label className="stack stack-tight">
        <span className="muted">{t(words.field.reason)}</span>
        <input name="reason" className="field-control" required minLength={2} maxLength={400} />
      </label>
      {!raising && (
        <label className="stack stack-tight">
          <span className="muted">{t(words.field.decision)}</span>
          <input name="decision" className="field-control" required minLength={2} maxLength={120} />
        </label>
      )}
      <ErrorNote trouble={raise.trouble ?? lower.trouble} />
      <Button type="primary" htmlType="submit" loading={raise.pending || lower.pending}>
        {t(raising ? words.action.raise : words.action.proposeLower)}
      </Button>
    </form>
  )
}

/** The secrecy level of one record; pressing it tells who set it, and lets those who may change it. */
export function SecrecyTag({ subject }: { subject: Subject }) {
  const t = useSay()
  const may = useMay(getLevel)
  const mayRaise = useMay(raiseLevel)
  const mayLower = useMay(proposeLower)
  const asked = useAsk(getLevel, { subject }, { when: may })
  if (!asked.data) return null
  const { level, setBy, setAt, waiting } = asked.data
  const others = SecrecyLevel.options.filter((to) => to !== level && (isAbove({ level: to, than: level }) ? mayRaise : mayLower))
  return (
    <Pop
      className="marking marking-button"
      shown={t(words.level[level])}
      label={t(words.title.levelOf, { level: t(words.level[level]) })}
      panelClass="why"
    >
      {(close) => (
        <div className="stack">
          <p>{`${t(words.title.levelOf, { level: t(words.level[level]) })} · ${setBy} ${clockText(setAt)}`}</p>
          <p className="muted small">{t(words.note.locked)}</p>
          {waiting && <p>{`${t(words.state.proposed)}：${t(words.level[waiting.fromLevel])} → ${t(words.level[waiting.toLevel])}`}</p>}
          {others.length > 0 && !waiting && <ChangeForm subject={subject} level={level} others={others} onDone={close} />}
        </div>
      )}
    </Pop>
  )
}
