import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { Day } from '../../../kernel/day.ts'
import { useAsk } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { Shown } from '../../../web/notes.tsx'
import { Fields } from '../../../web/page-frame.tsx'
import { RecordDrawer } from '../../../web/record-drawer.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { saveUnit, unit as unitAsk } from '../contract.ts'
import { useNo } from '../form-parts.tsx'
import type { FormerName, Unit } from '../model.ts'
import { words } from '../words.ts'
import { newUnit, type UnitDraft, UnitForm } from './unit-form.tsx'

type Answer = z.output<typeof unitAsk.output>
type Named = Pick<Unit, 'id' | 'number' | 'name'>

function Links({ units }: { units: readonly Named[] }) {
  return (
    <ul className="stack stack-tight">
      {units.map(({ id, name, number }) => (
        <li key={id}>
          <Go to={place('/places', { open: id })}>{name}</Go> <span className="muted num">{number}</span>
        </li>
      ))}
    </ul>
  )
}

const spanOf = ({ name, from, until }: FormerName) => (from || until ? `${name}（${from ?? ''}～${until ?? ''}）` : name)

/** What the unit was called on a day of one's choice. */
function NameOn({ id }: { id: string }) {
  const t = useSay()
  const today = useToday()
  const [on, setOn] = useState<Day>(today)
  const asked = useAsk(unitAsk, { id, on }, { keep: true })
  return (
    <span className="row">
      <input
        type="date"
        className="field-control"
        aria-label={t(words.page.onDay)}
        value={on}
        onChange={(event) => setOn(Day.safeParse(event.target.value).data ?? today)}
      />
      <b className="serif">{asked.data?.nameOn}</b>
    </span>
  )
}

function Facts({ unit, path, places }: Answer) {
  const t = useSay()
  const rank = `${unit.grade ? t(words.grade[unit.grade]) : ''}${t(words.level[unit.level])}`
  return (
    <Fields
      rows={[
        { label: t(words.field.path), value: <Links units={path.slice(0, -1)} /> },
        { label: t(words.field.category), value: t(words.category[unit.category]) },
        { label: t(words.field.level), value: rank },
        { label: t(words.field.jurisdiction), value: places.map(({ name }) => name).join(' · ') || unit.jurisdiction },
        { label: t(words.field.creditCode), value: unit.creditCode && <span className="num">{unit.creditCode}</span> },
        { label: t(words.field.shortNames), value: unit.shortNames.join('；') },
        { label: t(words.field.formerNames), value: unit.formerNames.map(spanOf).join('；') },
        { label: t(words.page.nameThen), value: <NameOn id={unit.id} /> },
      ]}
    />
  )
}

function Actions({ unit, may, onForm }: Answer & { onForm(draft: UnitDraft): void }) {
  const t = useSay()
  const no = useNo(words.refusal)
  const allowed = useMay(saveUnit)
  if (!allowed) return null
  const why = may.saveUnit === true ? null : no(may.saveUnit)
  return (
    <>
      <Button type="primary" disabled={why !== null} title={why ?? ''} onClick={() => onForm(unit)}>
        {t(words.page.edit)}
      </Button>
      <Button onClick={() => onForm(newUnit({ superior: unit.id, jurisdiction: unit.jurisdiction }))}>{t(words.page.addBelow)}</Button>
    </>
  )
}

function Record({ answer }: { answer: Answer }) {
  const t = useSay()
  const [form, setForm] = useState<UnitDraft | null>(null)
  const { unit, below } = answer
  return (
    <RecordDrawer title={unit.name} lead={<span className="num">{unit.number}</span>} actions={<Actions {...answer} onForm={setForm} />}>
      <Facts {...answer} />
      <h3>
        {t(words.field.below)} <span className="muted num">{below.length}</span>
      </h3>
      {below.length === 0 ? <p className="muted">{t(words.page.none)}</p> : <Links units={below} />}
      {form && <UnitForm start={form} onClose={() => setForm(null)} onSaved={() => setForm(null)} />}
    </RecordDrawer>
  )
}

/** One unit: its superiors, names in time, and the units below. */
export function UnitDrawer({ id }: { id: string }) {
  const t = useSay()
  const asked = useAsk(unitAsk, { id }, { keep: true })
  if (!asked.data)
    return (
      <RecordDrawer title={t(words.room)}>
        <Shown ask={asked}>{() => null}</Shown>
      </RecordDrawer>
    )
  return <Record key={asked.data.unit.id} answer={asked.data} />
}
