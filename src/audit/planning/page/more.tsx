import { useState } from 'react'
import { useSay } from '../../../web/tongue.tsx'
import type { Stage } from '../model.ts'
import type { PlanView } from '../rules/shapes.ts'
import { words } from '../words.ts'

/** How many of a column (or of all of them) the server has not sent yet. */
export const awayIn = ({ columns, items }: PlanView, stage?: Stage): number => {
  const sent = items.filter((item) => stage === undefined || item.stage === stage).length
  return columns.reduce((sum, each) => (stage === undefined || each.stage === stage ? sum + each.count : sum), 0) - sent
}

/** The first few of many, and a button for the next ones: a year of two thousand subjects stays quick. */
export function useFirst<T>(
  all: readonly T[],
  first: number,
  step: number,
): { shown: readonly T[]; rest: number; more(): void; fewer(): void } {
  const [count, setCount] = useState(first)
  return {
    shown: all.slice(0, count),
    rest: Math.max(0, all.length - count),
    more: () => setCount(count + step),
    fewer: () => setCount(first),
  }
}

/** Shows how many more there are and opens the next ones; when all are shown, folds them again. */
export function More({
  rest,
  isOpen,
  step,
  onMore,
  onFewer,
}: {
  rest: number
  isOpen: boolean
  step: number
  onMore(): void
  onFewer(): void
}) {
  const t = useSay()
  if (rest === 0 && !isOpen) return null
  const says =
    rest === 0 ? t(words.action.fewer) : rest <= step ? t(words.action.whole, { count: rest }) : t(words.action.next, { step, count: rest })
  return (
    <button type="button" className="link-button plan-more" onClick={rest === 0 ? onFewer : onMore}>
      {says}
    </button>
  )
}
