import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { type Day, weekdayOf, yearOf } from '../../../kernel/day.ts'
import { useAddress } from '../../../web/address.ts'
import { useAsk } from '../../../web/ask.ts'
import { Go } from '../../../web/go.tsx'
import { Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { useMay, useToday } from '../../../web/session.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { calendarOfYear, saveDay } from '../contract.ts'
import { daysOf, likeItsWeek } from '../rules/year.ts'
import { words } from '../words.ts'
import { DayForm, type EditedDay, YearConfirm } from './calendar-forms.tsx'
import './regulations.css'

type Year = z.output<typeof calendarOfYear.output>
type Special = Year['days'][number]

/** How a day is shown: holiday, make-up day, or as the week has it. */
function kindOf(day: Day, special: Special | undefined): 'holiday' | 'makeUp' | 'weekend' | 'ordinary' {
  if (special && !special.working) return 'holiday'
  if (special && !likeItsWeek(day, true)) return 'makeUp'
  return likeItsWeek(day, true) ? 'ordinary' : 'weekend'
}

function DayCell({ day, special, onPick }: { day: Day; special: Special | undefined; onPick: ((day: Day) => void) | null }) {
  const t = useSay()
  const kind = kindOf(day, special)
  const sign = kind === 'holiday' ? t(words.note.off) : kind === 'makeUp' ? t(words.note.worked) : ''
  const inside = (
    <>
      {Number(day.slice(8))}
      {sign && <small>{sign}</small>}
    </>
  )
  if (!onPick)
    return (
      <span className="year-day" data-kind={kind} title={special?.note}>
        {inside}
      </span>
    )
  const label = [day, sign, special?.note].filter(Boolean).join(' ')
  return (
    <button type="button" className="year-day" data-kind={kind} title={special?.note} aria-label={label} onClick={() => onPick(day)}>
      {inside}
    </button>
  )
}

/** Weeks from Monday; days of other months are left empty. */
function weeksOf(days: readonly Day[]): (Day | null)[][] {
  const first = days[0]
  const before = first ? (weekdayOf(first) + 6) % 7 : 0
  const cells = [...new Array<null>(before).fill(null), ...days]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_unused, at) => cells[week * 7 + at] ?? null),
  )
}

type MonthProps = { month: number; days: readonly Day[]; special: ReadonlyMap<string, Special>; onPick: ((day: Day) => void) | null }
function Month({ month, days, special, onPick }: MonthProps) {
  const t = useSay()
  return (
    <table>
      <caption>{t(words.month, { month })}</caption>
      <thead>
        <tr>
          {[...t(words.weekdays)].map((name, at) => (
            <th key={`${name}${at < 5 ? at : `w${at}`}`} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week.find((each) => each !== null) ?? month}>
            {week.map((day, at) =>
              day ? (
                <td key={day}>
                  <DayCell day={day} special={special.get(day)} onPick={onPick} />
                </td>
              ) : (
                <td key={`empty${at < 3 ? at : `e${at}`}`} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function YearView({ answer }: { answer: Year }) {
  const t = useSay()
  const may = useMay(saveDay)
  const [edited, setEdited] = useState<EditedDay | null>(null)
  const special = new Map(answer.days.map((each): [string, Special] => [each.day, each]))
  const days = daysOf(answer.year)
  const pick = (day: Day) => {
    const kept = special.get(day)
    setEdited({ day, working: kept?.working ?? likeItsWeek(day, true), note: kept?.note ?? '', version: kept?.version ?? 0 })
  }
  const { year, source } = answer
  return (
    <>
      <div className="row">
        {answer.known ? (
          <StatusTag state="done">{t(words.note.known, { year, source: source ?? '' })}</StatusTag>
        ) : (
          <StatusTag state="soon">{t(words.note.unknown, { year })}</StatusTag>
        )}
        <span className="num">{t(words.note.workingDays, { count: answer.workingDays })}</span>
      </div>
      <Card>
        <div className="year-grid">
          {Array.from({ length: 12 }, (_, at) => at + 1).map((month) => (
            <Month
              key={month}
              month={month}
              days={days.filter((day) => Number(day.slice(5, 7)) === month)}
              special={special}
              onPick={may ? pick : null}
            />
          ))}
        </div>
      </Card>
      {edited && <DayForm day={edited} onClose={() => setEdited(null)} />}
    </>
  )
}

/** The working-day calendar of a year: holidays, make-up working days, and whether the year's notice is on file. */
export function CalendarPage() {
  const t = useSay()
  const today = useToday()
  const [{ year }, set] = useAddress(
    z.object({ year: z.coerce.number().int().min(1990).max(2200).catch(yearOf(today)).default(yearOf(today)) }),
  )
  const asked = useAsk(calendarOfYear, { year }, { keep: true })
  const actions = (
    <>
      <Button onClick={() => set({ year: year - 1 })}>{t(words.action.previousYear)}</Button>
      <Button onClick={() => set({ year: year + 1 })}>{t(words.action.nextYear)}</Button>
      {asked.data && !asked.data.known && <YearConfirm year={year} />}
      <Go to="/imports/new">{t(words.action.importYear)}</Go>
    </>
  )
  return (
    <Page title={`${t(words.title.calendar)} ${year}`} lead={t(words.note.calendarLead)} actions={actions}>
      <Shown ask={asked}>{(answer) => <YearView answer={answer} />}</Shown>
    </Page>
  )
}
