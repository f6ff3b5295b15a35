import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { HigherReview, ReviewRoute } from './model.ts'
import type { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>

/**
 * The levels an objection may go through, for an audit whose act lies on a day: rows of the place before rows of the
 * country, of the rule in force on that day. Under the rule of 2019 there is one level, and its answer is final.
 */
export function routeAt(rows: readonly ReviewRoute[], { on, region }: { on: Day; region: string }): ReviewRoute[] {
  const fits = rows.filter(
    (row) =>
      row.validFrom <= on && (row.validUntil === null || row.validUntil >= on) && (row.region === null || region.startsWith(row.region)),
  )
  const levels = [...new Set(fits.map(({ level }) => level))].sort((one, other) => one - other)
  return levels.flatMap((level) => {
    const [nearest] = fits
      .filter((row) => row.level === level)
      .sort((one, other) => (other.region?.length ?? 0) - (one.region?.length ?? 0) || (one.validFrom < other.validFrom ? 1 : -1))
    return nearest ? [nearest] : []
  })
}

type Late = { isParty: boolean; dueOn: Day | null; today: Day; reportedOn: Day | null }
/** Why a word is no late reply: the time still runs, no draft has reached the party, or the report is out. */
export function whyNotLate({ isParty, dueOn, today, reportedOn }: Late): Refusal | null {
  if (!isParty) return refuse('notAParty')
  if (reportedOn !== null) return refuse('lateAfterReport', { on: reportedOn })
  if (dueOn === null) return refuse('draftNotServedYet')
  return today <= dueOn ? refuse('notLateYet', { dueOn }) : null
}

type Asking = { decidedOn: Day | null; levels: readonly ReviewRoute[]; dueOn: Day | null; on: Day }
/** Why the higher office may not be asked: the first level still runs, its answer is final, or the time is over. */
export function whyNotHigher({ decidedOn, levels, dueOn, on }: Asking): No | null {
  if (decidedOn === null) return refuse('reviewStillRuns')
  if (!levels.some(({ level }) => level === 2) || dueOn === null) return refuse('reviewFinal')
  return on > dueOn ? refuse('higherLate', { dueOn }) : null
}

export const whyNotDecideHigher = ({ decidedOn }: Pick<HigherReview, 'decidedOn'>): No | null =>
  decidedOn === null ? null : refuse('higherDecided')
