import { z } from 'zod'
import { type Day, monthsBetween } from '../../../kernel/day.ts'
import type { SubjectClass } from '../../../registers/auditees/model.ts'
import type { PlanningRule } from '../model.ts'
import { type At, amountOf, planningRule } from './rulebook.ts'

export const ScoreKey = z.enum(['since', 'class', 'funds', 'findings', 'unrectified', 'patrol', 'leads', 'term', 'entrusted'])
export type ScoreKey = z.infer<typeof ScoreKey>

/** Where a value was read: the room and record, what it is called, and where it opens. */
export const Origin = z.object({ room: z.string(), record: z.string(), says: z.string(), to: z.string().nullable() })
export type Origin = z.infer<typeof Origin>

/** One part of the duty to audit: its value, its weight, the points it gives, the record and the rule behind it. */
export const ScorePart = z.object({
  key: ScoreKey,
  value: z.union([z.string(), z.number()]),
  points: z.number(),
  weight: z.number(),
  origin: Origin.nullable(),
  rule: z.object({ id: z.string(), title: z.string(), startsOn: z.string(), verified: z.boolean() }).nullable(),
  /** The value rests on a planned leaving day: shown only to those cleared. */
  leaving: z.boolean(),
})
export type ScorePart = z.infer<typeof ScorePart>
export const Score = z.object({ total: z.number().int(), parts: z.array(ScorePart) })
export type Score = z.infer<typeof Score>

/** What the score is made of; all of it about the post and its unit, nothing about how good the person is. */
export type ScoreFacts = {
  on: Day
  class: SubjectClass
  frequencyYears: number
  /** The last audit, or taking office where there was none. */
  countsFrom: Day
  audited: boolean
  startsOn: Day
  leavesOn: Day | null
  findings: number
  unrectified: number
  /** Funds of the unit in its latest year on file, in fen; null when none is. */
  funds: number | null
  /** Matters the latest patrol found in the unit; null before its feedback. */
  patrolIssues: number | null
  /** Leads under way about the official, as far as the reader may know of them. */
  leads: number
  entrusted: number
  origins: Partial<Record<ScoreKey, Origin>>
}

const yearsSince = (from: Day, on: Day): number => Math.round((Math.max(0, monthsBetween({ from, to: on })) / 12) * 10) / 10
const cut = (share: number) => Math.min(1, Math.max(0, share))

/** Reads the place's caps: from so much on, more does not raise the duty further. */
type Caps = { cap(key: ScoreKey): number; classShare: number }
const capsOf = (rules: readonly PlanningRule[], at: At, cls: SubjectClass): Caps => ({
  cap: (key) => Math.max(1, amountOf(rules, { kind: 'scoreCap', key }, at, 1)),
  classShare: amountOf(rules, { kind: 'classShare', class: cls }, at, 0) / 100,
})

const fenInWanYuan = 1_000_000
type Measured = { value: string | number; share: number; leaving?: boolean }
const measures: Readonly<Record<ScoreKey, (facts: ScoreFacts, caps: Caps) => Measured>> = {
  since: ({ countsFrom, on, frequencyYears }) => {
    const years = yearsSince(countsFrom, on)
    return { value: years, share: cut(years / (frequencyYears * 1.5)) }
  },
  class: (facts, { classShare }) => ({ value: facts.class, share: classShare }),
  funds: ({ funds }, { cap }) => ({
    value: funds === null ? '–' : Math.round(funds / fenInWanYuan),
    share: cut((funds ?? 0) / fenInWanYuan / cap('funds')),
  }),
  findings: ({ findings }, { cap }) => ({ value: findings, share: cut(findings / cap('findings')) }),
  unrectified: ({ unrectified }, { cap }) => ({ value: unrectified, share: cut(unrectified / cap('unrectified')) }),
  patrol: ({ patrolIssues }, { cap }) => ({ value: patrolIssues ?? '–', share: cut((patrolIssues ?? 0) / cap('patrol')) }),
  leads: ({ leads }, { cap }) => ({ value: leads, share: cut(leads / cap('leads')) }),
  term: ({ startsOn, leavesOn, on }, { cap }) => {
    const years = yearsSince(startsOn, on)
    return leavesOn === null ? { value: years, share: cut(years / cap('term')) } : { value: years, share: 1, leaving: true }
  },
  entrusted: ({ entrusted }) => ({ value: entrusted, share: cut(entrusted) }),
}

/** The duty to audit a post, 0 to 100, with every part visible; the weights are rules of the place. */
export function scoreOf(facts: ScoreFacts, rules: readonly PlanningRule[], at: At): Score {
  const caps = capsOf(rules, at, facts.class)
  const parts = ScoreKey.options.map((key): ScorePart => {
    const rule = planningRule(rules, { kind: 'score', key }, at)
    const { value, share, leaving = false } = measures[key](facts, caps)
    const weight = rule?.amount ?? 0
    return {
      key,
      value,
      weight,
      points: Math.round(weight * share),
      origin: facts.origins[key] ?? null,
      rule: rule && { id: rule.id, title: rule.title, startsOn: rule.startsOn, verified: rule.verified },
      leaving,
    }
  })
  return { total: parts.reduce((sum, { points }) => sum + points, 0), parts }
}

/** The score without its leads: what stands on a card that everybody reads, and what is shown to those not cleared for leads. */
export function withoutLeads({ parts }: Score): Score {
  const known = parts.filter(({ key }) => key !== 'leads')
  return { total: known.reduce((sum, { points }) => sum + points, 0), parts: known }
}

/** For a reader who may not know of a planned leaving: the part stays, its value is withheld. */
export const withoutLeaving = (score: Score): Score => ({
  ...score,
  parts: score.parts.map((part) => (part.leaving ? { ...part, value: '', origin: null } : part)),
})
