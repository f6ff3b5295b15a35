import type { ReactNode } from 'react'
import { type Day, daysBetween } from '../kernel/day.ts'
import { Pop } from './pop.tsx'
import { glyphOf, type State } from './status-tag.tsx'
import { useSay } from './tongue.tsx'
import { words } from './words.ts'

type Props = {
  dueOn: Day | null
  today: Day
  done?: boolean | undefined
  /** From how many days before the due day it counts as due soon; 7 unless told. */
  soonWithin?: number | undefined
  /** How the day was counted: rule, start, calendar, article. Shown in a popover. */
  why?: readonly ReactNode[] | undefined
}

const standingOf = (left: number, { done = false, soonWithin = 7 }: Props): State => {
  if (done) return 'done'
  if (left < 0) return 'overdue'
  return left <= soonWithin ? 'soon' : 'running'
}

/** From two years on, years are easier read than days. */
const longDays = 730

function sentenceOf(left: number, done: boolean) {
  if (done) return words.deadline.done
  if (left === 0) return words.deadline.today
  if (Math.abs(left) > longDays) return left < 0 ? words.deadline.overLong : words.deadline.leftLong
  return left < 0 ? words.deadline.over : words.deadline.left
}

/** A due day with its glyph, its word and the days that remain; pressing it says how the day was counted. */
export function DeadlineTag(props: Props) {
  const { dueOn, today, done = false, why } = props
  const t = useSay()
  if (!dueOn) return <span className="muted">{t(words.deadline.none)}</span>
  const left = daysBetween({ from: today, to: dueOn })
  const state = standingOf(left, props)
  const shown = (
    <>
      <span aria-hidden="true">{glyphOf[state]}</span>{' '}
      {t(sentenceOf(left, done), { dueOn, days: Math.abs(left), years: (Math.abs(left) / 365.25).toFixed(1) })}
    </>
  )
  if (!why || why.length === 0) return <span className={`tag tag-${state} num`}>{shown}</span>
  return (
    <Pop className={`tag tag-button tag-${state} num`} shown={shown} panelClass="why">
      <h3>{t(words.deadline.why)}</h3>
      <ol>
        {why.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one reckoning never change order
          <li key={at}>{step}</li>
        ))}
      </ol>
    </Pop>
  )
}
