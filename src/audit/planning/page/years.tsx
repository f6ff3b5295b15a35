import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { TextField } from '../../../registers/places/form-parts.tsx'
import { useAddress } from '../../../web/address.ts'
import { useAsk } from '../../../web/ask.ts'
import { Go, useParam } from '../../../web/go.tsx'
import { Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { getHorizon } from '../contract.ts'
import { getAlignment } from '../force.contract.ts'
import type { HorizonView } from '../rules/horizon.ts'
import { words } from '../words.ts'
import { Scroller } from './scroller.tsx'
import './plan.css'

const whole = z.coerce.number().optional().catch(undefined)
const Address = z.object({ capacity: whole, a: whole, b: whole, c: whole })
const leftSays: Readonly<Record<string, { zh: string; en: string }>> = words.left

function Coverage({
  view,
  rows,
  label,
}: {
  view: HorizonView
  label: string
  rows: readonly { key: string; subjects: number; counts: readonly number[]; covered: number }[]
}) {
  const t = useSay()
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts))
  return (
    <table className="simple-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          <th scope="col">{t(words.note.subjects)}</th>
          {view.years.map((year) => (
            <th key={year} scope="col" className="num">
              {year}
            </th>
          ))}
          <th scope="col">{t(words.title.coverage)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.key}</th>
            <td className="num">{row.subjects}</td>
            {row.counts.map((count, at) => (
              <td key={view.years[at]} className="num">
                <span className="share-bar" style={{ width: `${(28 * count) / most}px` }} aria-hidden="true" /> {count}
              </td>
            ))}
            <td className="num">{row.covered}%</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Capacity({ view }: { view: HorizonView }) {
  const t = useSay()
  const most = Math.max(1, ...view.capacity.flatMap(({ have, need }) => [have, need]))
  const bar = (days: number, tone: string) => (
    <span className={`share-bar ${tone}`} style={{ width: `${(150 * days) / most}px` }} aria-hidden="true" />
  )
  return (
    <Scroller>
      <table className="simple-table" aria-label={t(words.title.capacity)}>
        <tbody>
          {view.capacity.map((row) => (
            <tr key={row.year}>
              <th scope="row" className="num">
                {row.year}
              </th>
              <td className="num">
                {bar(row.have, '')} {t(words.note.have, { days: row.have })}
              </td>
              <td className="num">
                {bar(row.need, 'share-need')} {t(words.note.need, { days: row.need })}
              </td>
              <td>
                <StatusTag state={row.need > row.have ? 'overdue' : 'done'}>{String(row.have - row.need)}</StatusTag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

function Unaudited({ view }: { view: HorizonView }) {
  const t = useSay()
  return (
    <div className="stack stack-tight">
      <p className="num">{t(words.note.unauditedCount, view.unauditedFor)}</p>
      <ul className="stack stack-tight">
        {view.unaudited.slice(0, 12).map((row) => (
          <li key={row.official + row.unitName}>
            <p>
              <Go to={`/auditees?open=${row.official}`}>{row.name}</Go> <span className="muted">{row.unitName}</span>{' '}
              <b className="num">{t(words.tag.sinceYears, { years: row.years })}</b> <span className="num muted">{row.planned ?? ''}</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Other days, other frequencies: a reckoning that changes neither plan nor rules. */
function WhatIf() {
  const t = useSay()
  const [asked, set] = useAddress(Address)
  const [draft, setDraft] = useState({
    capacity: String(asked.capacity ?? 100),
    a: String(asked.a ?? ''),
    b: String(asked.b ?? ''),
    c: String(asked.c ?? ''),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    set({ capacity: draft.capacity, a: draft.a || undefined, b: draft.b || undefined, c: draft.c || undefined }, { replace: true })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <div className="form-grid">
        <TextField
          label={t(words.field.capacityPercent)}
          value={draft.capacity}
          numeric
          onChange={(capacity) => setDraft({ ...draft, capacity })}
        />
        {(['a', 'b', 'c'] as const).map((key) => (
          <TextField
            key={key}
            label={t(words.field.frequency, { class: key.toUpperCase() })}
            value={draft[key]}
            numeric
            onChange={(value) => setDraft({ ...draft, [key]: value })}
          />
        ))}
      </div>
      <p className="muted small">{t(words.note.whatIfSays)}</p>
      <div className="row">
        <Button type="primary" htmlType="submit">
          {t(words.action.reckon)}
        </Button>
        <Button onClick={() => set({ capacity: undefined, a: undefined, b: undefined, c: undefined }, { replace: true })}>
          {t(words.action.cancel)}
        </Button>
      </div>
    </form>
  )
}

function Alignment({ plan }: { plan: string }) {
  const t = useSay()
  const asked = useAsk(getAlignment, { plan })
  const tone = { together: 'done', apart: 'running', clash: 'overdue', merge: 'soon', none: 'planned' } as const
  return (
    <Shown ask={asked}>
      {({ rows }) => (
        <ul className="stack stack-tight">
          {rows.map(({ round, advice, items }) => (
            <li key={round.id}>
              <StatusTag state={tone[advice]}>{t(words.advice[advice])}</StatusTag> <b>{round.unitName}</b>{' '}
              <span className="muted">{`${round.round} ${round.startsOn}`}</span>{' '}
              <span className="num">{items.map((item) => `${item.name} ${t(words.quarter, item)}`).join('、')}</span>
            </li>
          ))}
        </ul>
      )}
    </Shown>
  )
}

function Body({ view, plan }: { view: HorizonView; plan: string }) {
  const t = useSay()
  const byYear = [{ key: t(words.title.plans), subjects: view.subjects, counts: view.byYear.map(({ planned }) => planned), covered: 0 }]
  return (
    <div className="grid-2">
      <div className="stack">
        <Card title={t(words.title.coverage)} aside={view.byYear.map(({ year, share }) => `${year} ${share}%`).join(' · ')} flush>
          <Coverage view={view} label={t(words.field.class)} rows={view.byClass.map((row) => ({ key: row.class, ...row }))} />
          <Coverage view={view} label={t(words.field.district)} rows={view.byDistrict.map((row) => ({ key: row.name, ...row }))} />
        </Card>
        <Card title={t(words.title.capacity)} aside={<span className="num">{byYear[0]?.counts.join(' · ')}</span>} flush>
          <Capacity view={view} />
        </Card>
        <Card title={t(words.title.whatIf)} aside={t(words.note.unreachable, view.missed)}>
          <WhatIf />
        </Card>
      </div>
      <div className="stack">
        <Card title={t(words.title.unaudited)}>
          <Unaudited view={view} />
        </Card>
        <Card title={t(words.title.termWave)}>
          <ul className="row">
            {view.terms.map(({ year, count }) => (
              <li key={year} className="chip num">
                {`${year} · ${t(words.note.wave, { count })}`}
              </li>
            ))}
          </ul>
        </Card>
        <Card title={t(words.title.alignment)}>
          <Alignment plan={plan} />
        </Card>
        <Card title={t(words.title.leftOut)} aside={<span className="num">{view.left.length}</span>}>
          <ul className="stack stack-tight">
            {view.left.slice(0, 40).map((row) => (
              <li key={row.name + row.unitName}>
                <span className="serif">{row.name}</span> <span className="muted">{row.unitName}</span>{' '}
                {t(leftSays[row.because.code] ?? { zh: row.because.code, en: row.because.code }, row.because.facts)}
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </div>
  )
}

/** The years together: who is covered when, who was long left unaudited, when terms end, and whether the days suffice. */
export function YearsPage() {
  const t = useSay()
  const id = useParam('id')
  const [asked] = useAddress(Address)
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  const answer = useAsk(getHorizon, { plan: id, ...given }, { keep: true })
  return (
    <Page
      title={t(words.title.horizon)}
      crumbs={[
        { says: t(words.title.plans), to: '/plans' },
        { says: t(words.view.board), to: `/plans/${id}` },
      ]}
    >
      <Shown ask={answer}>{(view) => <Body view={view} plan={id} />}</Shown>
    </Page>
  )
}
