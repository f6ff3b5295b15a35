import { useAsk } from '../../../web/ask.ts'
import { DeadlineTag } from '../../../web/deadline-tag.tsx'
import { Go, place } from '../../../web/go.tsx'
import { Shown } from '../../../web/notes.tsx'
import { Card, Fields } from '../../../web/page-frame.tsx'
import { RecordDrawer } from '../../../web/record-drawer.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { getFinding } from '../../findings/contract.ts'
import { getItem, type ItemView } from '../contract.ts'
import type { RectificationStep } from '../model.ts'
import { soonDays } from '../rules.ts'
import { words } from '../words.ts'
import { ItemActs } from './acts.tsx'
import { ProcedureMap } from './map.tsx'

const joined = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(' ')

function Details({ view: { item, facts } }: { view: ItemView }) {
  const t = useSay()
  const today = useToday()
  const done = item.state === 'recognised' || item.state === 'closed'
  return (
    <>
      <p className="reading">{facts}</p>
      <Fields
        rows={[
          { label: t(words.field.unit), value: item.unitName },
          { label: t(words.field.pace), value: t(words.pace[item.pace]) },
          { label: t(words.field.dueOn), value: <DeadlineTag dueOn={item.dueOn} today={today} done={done} soonWithin={soonDays} /> },
          { label: t(words.field.measure), value: item.measure },
          { label: t(words.field.claimed), value: item.claimed && joined(t(words.claimed[item.claimed]), item.claimedOn) },
          { label: t(words.field.recognised), value: item.recognised && joined(t(words.recognised[item.recognised]), item.recognisedOn) },
          { label: t(words.field.closedOn), value: item.closedOn },
        ]}
      />
    </>
  )
}

function Past({ step }: { step: RectificationStep }) {
  const t = useSay()
  return (
    <li>
      <p>
        <span className="num muted">{step.takenOn}</span> <b>{t(words.step[step.step])}</b> {step.name}{' '}
        {step.outcome && <span className="muted">{t(words.recognised[step.outcome])}</span>}
      </p>
      <p className="reading">{step.text}</p>
      {step.dueAfter && <p className="muted small">{t(words.note.dueMoved, { from: step.dueBefore ?? '', to: step.dueAfter })}</p>}
    </li>
  )
}

function Parts({ view }: { view: ItemView }) {
  const t = useSay()
  return (
    <>
      <ItemActs view={view} />
      <Details view={view} />
      <Card title={t(words.title.history)}>
        {view.history.length === 0 && <p className="muted">{t(words.note.noHistory)}</p>}
        <ul className="stack">
          {view.history.map((step) => (
            <Past key={step.id} step={step} />
          ))}
        </ul>
      </Card>
      <Card title={t(words.title.map)}>
        <ProcedureMap at={view.item.state} />
      </Card>
    </>
  )
}

/** One item: what is to be put right, what was done, who may do what next, and the procedure with its place in it. */
export function ItemDrawer({ id }: { id: string }) {
  const t = useSay()
  const asked = useAsk(getItem, { id })
  const mayOpen = useMay(getFinding)
  const item = asked.data?.item
  return (
    <RecordDrawer
      title={item?.title ?? t(words.title.item)}
      lead={item?.findingNumber}
      actions={item && mayOpen && <Go to={place('/findings', { open: item.finding })}>{t(words.action.openFinding)}</Go>}
    >
      <Shown ask={asked}>{(view) => <Parts view={view} />}</Shown>
    </RecordDrawer>
  )
}
