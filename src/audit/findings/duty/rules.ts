import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Grade, GradeRule } from '../model.ts'
import { whyNotGrade } from '../rules.ts'
import { words as findingWords } from '../words.ts'
import { type Held, heldSays, heldThrough, whyNotSignOff } from './check.ts'
import type { Attribution, SituationRule } from './model.ts'
import { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>
type Span = { from: Day; to: Day }

/** The situations that stood at some time of a span, in the place; local ones included. */
export const situationsAt = (rules: readonly SituationRule[], { from, to, region }: Span & { region: string }): SituationRule[] =>
  rules.filter(
    ({ validFrom, validUntil, jurisdiction }) =>
      validFrom <= to && (validUntil === null || validUntil >= from) && (jurisdiction === null || region.startsWith(jurisdiction)),
  )

/** The grades an audit of that time knows. */
export const gradesAt = (rules: readonly GradeRule[], { from, to }: Span): Grade[] => [
  ...new Set(
    rules
      .filter(({ validFrom, validUntil }) => validFrom <= to && (validUntil === null || validUntil >= from))
      .flatMap(({ grades }) => grades),
  ),
]

export type Setting = {
  grade: Grade
  situation: string
  actFrom: Day | null
  actTo: Day | null
  /** The grade that stands, if one was set. */
  standing: Grade | null
  name: string
  isSubject: boolean
  held: readonly Held[]
  year: number
  /** The day of the report, once it is out. */
  reportedOn: Day | null
  withdrawn: boolean
}
export type Rulebook = { span: Span; grades: readonly GradeRule[]; situations: readonly SituationRule[] }

function whyNotSituation({ grade, situation, year }: Setting, { situations }: Rulebook): No | null {
  const known = situations.find(({ code }) => code === situation)
  if (!known) return refuse('situationNotInRule', { situation, year })
  if (known.grade === grade) return null
  return refuse('situationMismatch', { situation, of: words.grade[known.grade].zh, grade: words.grade[grade].zh })
}

function whyNotHeld({ name, held, actFrom, actTo }: Setting): No | null {
  if (!actFrom) return null
  const to = actTo ?? actFrom
  return heldThrough(held, { from: actFrom, to })
    ? null
    : refuse('personOutsideTenure', { name, held: heldSays(held) || '–', from: actFrom, to })
}

/**
 * Why a responsibility may not be set so: a grade the rule of the audit's time does not know, once the report is out a
 * grade other than the one that stands, somebody who is no subject of the audit, a situation of another time or grade,
 * an act outside the tenure. What is merely missing is flagged, not refused.
 */
export function whyNotSet(asked: Setting, book: Rulebook): Refusal | null {
  if (asked.withdrawn) return refuse('findingIsWithdrawn')
  if (asked.reportedOn !== null && asked.standing !== asked.grade) return refuse('gradeStands', { on: asked.reportedOn })
  if (asked.standing === null && !asked.isSubject) return refuse('notASubject', { name: asked.name })
  const graded = { grade: asked.grade, year: asked.year, said: findingWords.grade[asked.grade].zh }
  return whyNotGrade(graded, book.span, book.grades) ?? whyNotSituation(asked, book) ?? whyNotHeld(asked)
}

type Reviewing = { attribution: Pick<Attribution, 'state' | 'setBy' | 'flags'>; account: string; confirms: boolean }
/** Why somebody may not review a responsibility: it does not wait, he set it himself, or something stands against it. */
export function whyNotReviewed({ attribution, account, confirms }: Reviewing): Refusal | null {
  if (attribution.state !== 'set') return refuse('notToReview')
  if (attribution.setBy === account) return refuse('sameHandReviews')
  return confirms ? whyNotSignOff(attribution.flags) : null
}
