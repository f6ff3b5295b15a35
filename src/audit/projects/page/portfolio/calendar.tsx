import { addMonths, type Day, day, weekdayOf } from '../../../../kernel/day.ts'
import { grouped } from '../../../../kernel/grouped.ts'
import { useQueryText } from '../../../../web/address.ts'
import { Go, place } from '../../../../web/go.tsx'
import { useToday } from '../../../../web/session.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import type { PortfolioRow } from '../../portfolio.contract.ts'
import { weeksOf } from '../../rules/bars.ts'
import { words } from '../../rules/room.words.ts'
import { words as own } from '../../words.ts'

const isMonth = (text: string | undefined): text is string => /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '')

function Cell({ on, rows, month, today }: { on: Day; rows: readonly PortfolioRow[]; month: string; today: Day }) {
  const kinds = [!on.startsWith(month) && 'calendar-other', on === today && 'calendar-today'].filter(Boolean).join(' ')
  return (
    <td className={kinds || undefined}>
      <span className="num muted">{Number(on.slice(8))}</span>
      <Lines rows={rows.slice(0, 4)} />
      {rows.length > 4 && (
        <details>
          <summary className="muted small">+{rows.length - 4}</summary>
          <Lines rows={rows.slice(4)} />
        </details>
      )}
    </td>
  )
}

const Lines = ({ rows }: { rows: readonly PortfolioRow[] }) =>
  rows.map((row) => (
    <Go key={row.id} to={place(`/projects/${row.id}`)} className="calendar-line" title={row.title}>
      <span aria-hidden="true">◆</span> {row.title}
    </Go>
  ))

/** The statutory days of a month, each project on its next one. */
export function Calendar({ rows, month: given }: { rows: readonly PortfolioRow[]; month: string | undefined }) {
  const t = useSay()
  const today = useToday()
  const [, set] = useQueryText()
  const month = isMonth(given) ? given : today.slice(0, 7)
  const first = day(`${month}-01`)
  const due = grouped(rows, (row) => row.dueOn)
  const go = (by: number) => set({ month: addMonths(first, by).slice(0, 7) })
  return (
    <section className="card card-body" aria-label={t(words.view.calendar)}>
      <div className="row">
        <button type="button" className="icon-button" aria-label={t(own.note.earlier)} onClick={() => go(-1)}>
          ‹
        </button>
        <h2 className="num">{month}</h2>
        <button type="button" className="icon-button" aria-label={t(own.note.later)} onClick={() => go(1)}>
          ›
        </button>
      </div>
      <table className="calendar">
        <thead>
          <tr>
            {own.weekdays.map((weekday) => (
              <th key={weekday.zh} scope="col" className="muted small">
                {t(weekday)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month, first, weekdayOf).map((week) => (
            <tr key={week[0]}>
              {week.map((on) => (
                <Cell key={on} on={on} rows={due.get(on) ?? []} month={month} today={today} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
