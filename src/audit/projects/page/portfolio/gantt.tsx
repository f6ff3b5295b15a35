import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { Day } from '../../../../kernel/day.ts'
import { Go, place, useGo } from '../../../../web/go.tsx'
import { usePrinting } from '../../../../web/printing.ts'
import { useToday } from '../../../../web/session.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import type { PortfolioRow } from '../../portfolio.contract.ts'
import { barsOf, portfolioSpan } from '../../rules/bars.ts'
import { words as caseWords } from '../../rules/case.words.ts'
import { monthsIn, placeOn, type Span } from '../../rules/lanes.ts'
import { words } from '../../rules/room.words.ts'

const height = 30
const width = 1000

const clamped = (day: Day, span: Span) => Math.max(0, Math.min(width, placeOn(day, span, width)))

function Scale({ span, today }: { span: Span; today: Day }) {
  return (
    <svg className="gantt-svg" viewBox={`0 0 ${width} 22`} preserveAspectRatio="none" aria-hidden="true">
      {monthsIn(span, 14).map((month) => (
        <line key={month} x1={clamped(month, span)} x2={clamped(month, span)} y1={0} y2={22} className="lane-month" />
      ))}
      <line x1={clamped(today, span)} x2={clamped(today, span)} y1={0} y2={22} className="lane-today" />
    </svg>
  )
}

function Bars({ row, span, today }: { row: PortfolioRow; span: Span; today: Day }) {
  const due = row.dueOn ? clamped(row.dueOn, span) : null
  const late = row.dueOn !== null && row.dueOn < today
  return (
    <svg className="gantt-svg" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {barsOf(row, today).map((bar) => {
        const from = clamped(bar.from, span)
        return (
          <rect
            key={bar.stage}
            x={from}
            y={9}
            width={Math.max(3, clamped(bar.to, span) - from)}
            height={12}
            rx={2}
            className={`bar-${bar.stage}`}
          />
        )
      })}
      <line x1={clamped(today, span)} x2={clamped(today, span)} y1={0} y2={height} className="lane-today" />
      {due !== null && (
        <path
          d={`M${due} 6L${due + 6} 15L${due} 24L${due - 6} 15Z`}
          className={`lane-diamond lane-diamond-${late ? 'overdue' : 'running'}`}
        />
      )}
    </svg>
  )
}

type LineProps = {
  row: PortfolioRow
  index: number
  active: boolean
  span: Span
  today: Day
  top: number | null
}
function Line({ row, index, active, span, today, top }: LineProps) {
  const t = useSay()
  /** The arrows move the focus as well, while it is in the list. */
  const follow = (line: HTMLLIElement | null) => {
    if (active && line?.closest('.gantt-body')?.contains(document.activeElement)) line.querySelector('a')?.focus({ preventScroll: true })
  }
  return (
    <li
      className="gantt-row"
      data-index={index}
      ref={follow}
      style={top === null ? undefined : { position: 'absolute', top, left: 0, right: 0 }}
    >
      <span className="gantt-name">
        <Go to={place(`/projects/${row.id}`)} title={row.title} label={`${row.title} ${t(caseWords.state[row.state])} ${row.dueOn ?? ''}`}>
          {row.title}
        </Go>
        <span className="muted small">{t(caseWords.state[row.state])}</span>
      </span>
      <Bars row={row} span={span} today={today} />
    </li>
  )
}

/** The months above the bars, with today. */
function Head({ span, today }: { span: Span; today: Day }) {
  return (
    <div className="gantt-head">
      <span className="gantt-name muted">{`${span.from} – ${span.to}`}</span>
      <div className="gantt-months">
        {monthsIn(span, 14)
          .filter((month) => clamped(month, span) < width * 0.96)
          .map((month) => (
            <span key={month} style={{ left: `${clamped(month, span) / (width / 100)}%` }}>
              {month.slice(2, 7)}
            </span>
          ))}
        <Scale span={span} today={today} />
      </div>
    </div>
  )
}

/** Bars of every project by day, with the next statutory day of each; only the rows in sight are drawn, all of them in print. */
export function Gantt({ rows }: { rows: readonly PortfolioRow[] }) {
  const t = useSay()
  const today = useToday()
  const go = useGo()
  const printing = usePrinting()
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(-1)
  const span = useMemo(() => portfolioSpan(rows, today), [rows, today])
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => height, overscan: 12 })
  /** A far row is drawn only later: until then the list itself keeps the focus, which would go with the row left behind. */
  const move = (to: number) => {
    const at = Math.max(0, Math.min(rows.length - 1, to))
    const drawn = virtual.getVirtualItems().some(({ index }) => index === at)
    if (!drawn) box.current?.focus({ preventScroll: true })
    virtual.scrollToIndex(at)
    setActive(at)
  }
  const keys = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 15,
      PageUp: active - 15,
      Home: 0,
      End: rows.length,
    }
    const to = steps[event.key]
    const opened = event.key === 'Enter' ? rows[active] : undefined
    if (to === undefined && !opened) return
    event.preventDefault()
    if (opened) go(place(`/projects/${opened.id}`))
    else move(to ?? 0)
  }
  const shown = printing ? rows.map((_, index) => ({ index, start: null })) : virtual.getVirtualItems()
  return (
    <section className="card gantt" aria-label={t(words.view.gantt)}>
      <Head span={span} today={today} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list is walked by arrows from here */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div className="gantt-body" ref={box} tabIndex={0} onKeyDown={keys}>
        <ul style={printing ? undefined : { height: virtual.getTotalSize(), position: 'relative' }}>
          {shown.map(({ index, start }) => {
            const row = rows[index]
            return row && <Line key={row.id} {...{ row, index, span, today }} top={start} active={index === active} />
          })}
        </ul>
      </div>
    </section>
  )
}
