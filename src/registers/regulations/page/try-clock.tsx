import { useState } from 'react'
import { Day } from '../../../kernel/day.ts'
import { useAsk } from '../../../web/ask.ts'
import { ErrorNote } from '../../../web/notes.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { FormField } from '../../places/form-parts.tsx'
import { reckonDue } from '../contract.ts'
import type { ClockLine } from '../rules/shapes.ts'
import { words } from '../words.ts'

type Asked = { from: string; actDate: string; region: string }

function Answer({ rule, from, actDate, region }: Asked & { rule: string }) {
  const t = useSay()
  const day = Day.safeParse(from)
  const act = Day.safeParse(actDate)
  const input = { rule, from, ...(act.success ? { actDate } : {}), ...(region ? { region } : {}) }
  const asked = useAsk(reckonDue, input, { when: day.success, keep: true })
  if (asked.error) return <ErrorNote trouble={asked.error} />
  if (!asked.data) return null
  const { due, steps, provisional, citation } = asked.data
  return (
    <div role="status" className="stack">
      <p className="row">
        <b className="serif">{t(words.note.due, { due })}</b>
        {provisional && <StatusTag state="soon">{t(words.note.provisional)}</StatusTag>}
      </p>
      <ol className="law-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="muted">{citation}</p>
    </div>
  )
}

/** Try the clock with a day of one's choice: the due day and every step of the reckoning. */
export function TryClock({ row }: { row: ClockLine }) {
  const t = useSay()
  const today = useToday()
  const [asked, setAsked] = useState<Asked>({ from: today, actDate: '', region: row.region ?? '' })
  const change = (part: Partial<Asked>) => setAsked({ ...asked, ...part })
  return (
    <Card title={t(words.action.try)} className="clock-try">
      <div className="form-grid">
        <FormField label={`${t(words.field.from)} · ${t(row.event)}`}>
          {(id) => (
            <input
              id={id}
              type="date"
              className="field-control"
              value={asked.from}
              onChange={(event) => change({ from: event.target.value })}
            />
          )}
        </FormField>
        <FormField label={t(words.field.region)}>
          {(id) => (
            <input
              id={id}
              className="field-control num"
              inputMode="numeric"
              value={asked.region}
              onChange={(event) => change({ region: event.target.value })}
            />
          )}
        </FormField>
        {row.selectedBy === 'act' && (
          <FormField label={t(words.field.actDate)}>
            {(id) => (
              <input
                id={id}
                type="date"
                className="field-control"
                value={asked.actDate}
                onChange={(event) => change({ actDate: event.target.value })}
              />
            )}
          </FormField>
        )}
      </div>
      <Answer rule={row.rule} {...asked} />
    </Card>
  )
}
