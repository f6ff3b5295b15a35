import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useAct, useAsk } from '../../../web/ask.ts'
import { ErrorNote, Shown } from '../../../web/notes.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { Dialog } from '../../../web/shell/dialog.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { listRetention, type RetentionLine, setRetention } from '../contract.ts'
import { words } from '../words.ts'

function useTerm() {
  const t = useSay()
  return ({ years, days }: RetentionLine) => {
    if (years !== null) return t(words.note.years, { count: years })
    return days === null ? t(words.note.forEver) : t(words.note.days, { count: days })
  }
}

function Revise({ line, onClose }: { line: RetentionLine; onClose(): void }) {
  const t = useSay()
  const today = useToday()
  const set = useAct(setRetention)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const years = String(form.get('years') ?? '')
    const outcome = await set.run({
      what: line.what,
      years: years === '' ? null : Number(years),
      citation: String(form.get('citation') ?? ''),
      verified: form.get('verified') !== null,
      validFrom: String(form.get('validFrom') ?? today),
    })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog title={`${t(words.action.revise)} · ${t(words.retained[line.what])}`} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void send(event)}>
        <label className="stack stack-tight">
          <span className="muted">{`${t(words.field.term)}（${t(words.field.years)}；${t(words.note.forEver)} = –）`}</span>
          <input name="years" type="number" min={1} max={200} className="field-control num" defaultValue={line.years ?? ''} />
        </label>
        <label className="stack stack-tight">
          <span className="muted">{t(words.field.citation)}</span>
          <input name="citation" className="field-control" required minLength={2} maxLength={300} defaultValue={line.citation} />
        </label>
        <label className="stack stack-tight">
          <span className="muted">{t(words.field.validFrom)}</span>
          <input name="validFrom" type="date" className="field-control" required min={today} defaultValue={today} />
        </label>
        <label className="row">
          <input name="verified" type="checkbox" /> {t(words.field.verified)}
        </label>
        <ErrorNote trouble={set.trouble} />
        <Button type="primary" htmlType="submit" loading={set.pending}>
          {t(words.action.save)}
        </Button>
      </form>
    </Dialog>
  )
}

function Line({ line, onRevise }: { line: RetentionLine; onRevise: (() => void) | null }) {
  const t = useSay()
  const term = useTerm()
  return (
    <tr>
      <td>{t(words.retained[line.what])}</td>
      <td>{`${term(line)} · ${t(words.starts[line.starts])}`}</td>
      <td>{t(words.after[line.after])}</td>
      <td>
        {line.citation} {!line.verified && <StatusTag state="soon">{t(words.field.unverified)}</StatusTag>}
      </td>
      <td className="num">{line.held ?? '–'}</td>
      <td className="num">{line.expired ?? '–'}</td>
      <td>
        {onRevise && line.days === null && (
          <Button size="small" onClick={onRevise}>
            {t(words.action.revise)}
          </Button>
        )}
      </td>
    </tr>
  )
}

const heads = ['what', 'term', 'after', 'citation', 'held', 'expired'] as const

/** How long each kind of record is kept, from what, by which rule; and how many are past their term. */
export function Retention() {
  const t = useSay()
  const may = useMay(setRetention)
  const [revising, setRevising] = useState<RetentionLine | null>(null)
  const asked = useAsk(listRetention, {})
  return (
    <Shown ask={asked}>
      {(lines) => (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className="table-scroll" aria-label={t(words.field.term)} tabIndex={0}>
            <table className="simple-table">
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {t(words.field[head])}
                    </th>
                  ))}
                  <td />
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <Line key={line.id} line={line} onRevise={may ? () => setRevising(line) : null} />
                ))}
              </tbody>
            </table>
          </section>
          {revising && <Revise line={revising} onClose={() => setRevising(null)} />}
        </>
      )}
    </Shown>
  )
}
