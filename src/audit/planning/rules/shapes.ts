import { z } from 'zod'
import { RuleRef, SubjectClass } from '../../../registers/auditees/model.ts'
import {
  Auditor,
  AuditorAbsence,
  AuditorTie,
  AuditTeam,
  Entrustment,
  PatrolRound,
  PlannedAudit,
  Stage,
  UnitFund,
  YearPlan,
} from '../model.ts'
import { PlanLetter, PlanNotice, PlanOpinion, PlanPin, PlanResolution, PlanRun, PlanStep, PlanVersion } from './records.ts'
import { ScorePart } from './score.ts'

export const Fact = z.union([z.string(), z.number()])
export const Facts = z.record(z.string(), Fact)
/** A code of this room's words with its numbers and the record that says it. */
export const Said = z.object({ code: z.string(), facts: Facts, record: z.string().nullable() })

/** A short word on a card. */
export const Tag = z.object({ code: z.string(), facts: Facts, warns: z.boolean() })
export type Tag = z.infer<typeof Tag>

/** A card of the board. */
export const BoardItem = PlannedAudit.extend({
  name: z.string(),
  number: z.string(),
  post: z.string(),
  unitName: z.string(),
  district: z.string(),
  category: z.string(),
  class: SubjectClass.nullable(),
  teamName: z.string(),
  tags: z.array(Tag),
  replies: z.object({ done: z.number().int(), of: z.number().int(), objections: z.number().int(), open: z.number().int() }).nullable(),
  pin: PlanPin.pick({ id: true, kind: true, name: true, reason: true }).nullable(),
})
export type BoardItem = z.infer<typeof BoardItem>

export const VersionHead = PlanVersion.omit({ instance: true, rules: true, items: true }).extend({ count: z.number().int() })
export type VersionHead = z.infer<typeof VersionHead>
export const TeamRef = AuditTeam.pick({ id: true, code: true, name: true, district: true })
export type TeamRef = z.infer<typeof TeamRef>

/** What the plan's head shows: days, coverage, clashes with patrol. */
export const Figures = z.object({
  days: z.object({ have: z.number(), issued: z.number(), candidate: z.number() }),
  rotation: z.object({ percent: z.number(), target: z.number(), years: z.number(), share: z.number(), shareTarget: z.number() }),
  classA: z.object({ percent: z.number(), change: z.number() }),
  clashes: z.object({ items: z.array(z.string()), mergeable: z.number().int() }),
  /** Days of each team in each quarter of the year: what it has and what is planned. */
  load: z.array(z.object({ team: z.string(), windows: z.array(z.object({ have: z.number(), used: z.number() })) })),
})
export type Figures = z.infer<typeof Figures>

export const PlanView = z.object({
  plan: YearPlan,
  year: z.number().int(),
  /** The first of each column, the heaviest duty first. */
  items: z.array(BoardItem),
  /** All of the year. */
  total: z.number().int(),
  /** How many of those asked for stand in each column. */
  columns: z.array(z.object({ stage: Stage, count: z.number().int() })),
  teams: z.array(TeamRef),
  /** Names of the districts, by code. */
  places: z.record(z.string(), z.string()),
  figures: Figures,
  version: VersionHead.nullable(),
  versions: z.number().int(),
  run: PlanRun.nullable(),
  pins: z.array(PlanPin.extend({ official: z.string() })),
  ruleSet: z.string(),
  undo: z.object({ id: z.uuid(), deed: z.string() }).nullable(),
})
export type PlanView = z.infer<typeof PlanView>

/** One number of a subject with the record and the rule it came from. */
export const TracedField = z.object({
  field: z.string(),
  value: z.string(),
  record: z.string(),
  rule: RuleRef.nullable(),
  why: z.array(Said),
})
/** A record that something rests on, and where it opens. */
export const Cited = z.object({ says: z.string(), to: z.string().nullable() })
export type Cited = z.infer<typeof Cited>
/** One reason of the solver in words: why in a year, why in that slot, or why not. */
export const ToldReason = z.object({
  year: z.number().int(),
  part: z.enum(['in', 'place', 'not']),
  code: z.string(),
  text: z.string(),
  facts: Facts,
  records: z.array(Cited),
})
export type ToldReason = z.infer<typeof ToldReason>
/** Why this audit, this year, this team and quarter; or why not. */
export const WhyView = z.object({
  item: BoardItem.nullable(),
  subject: z.object({
    tenure: z.uuid(),
    official: z.uuid(),
    name: z.string(),
    post: z.string(),
    unitName: z.string(),
    class: z.string(),
    effortDays: z.number(),
  }),
  score: z.object({ total: z.number().int(), parts: z.array(ScorePart) }),
  ruleSet: z.string(),
  reasons: z.array(ToldReason),
  tip: Said.nullable(),
  checks: z.array(z.object({ code: z.string(), facts: Facts, ok: z.boolean() })),
  trace: z.array(TracedField),
  left: Said.nullable(),
  history: z.array(PlanStep),
  project: z.string().nullable(),
})
export type WhyView = z.infer<typeof WhyView>

/** One row of a difference: what was, what is. */
export const Difference = z.object({
  tenure: z.string(),
  name: z.string(),
  unitName: z.string(),
  class: z.string(),
  kind: z.enum(['added', 'removed', 'moved']),
  before: z.array(z.object({ year: z.number(), window: z.number(), team: z.string() })),
  after: z.array(z.object({ year: z.number(), window: z.number(), team: z.string() })),
})
export type Difference = z.infer<typeof Difference>
export const Totals = z.object({
  items: z.number(),
  days: z.number(),
  cost: z.number().nullable(),
  mandatory: z.number(),
  deadline: z.number(),
})
export type Totals = z.infer<typeof Totals>
export const Comparison = z.object({ rows: z.array(Difference), before: Totals, after: Totals })
export type Comparison = z.infer<typeof Comparison>

/** What would bring a post in: nothing, with the reason; or the plan made otherwise, laid beside today's. */
export const BroughtIn = z.object({
  because: z.string().nullable(),
  comparison: Comparison.nullable(),
  /** Who would miss a duty that is kept today, by name. */
  nowMissed: z.array(z.object({ name: z.string(), kind: z.enum(['mandatory', 'deadline']) })),
})
export type BroughtIn = z.infer<typeof BroughtIn>

/** What does not fit, in labelled lines, with alternative ways out; contradicting pins with who set them. */
export const Conflicts = z.object({
  lines: z.array(z.object({ text: z.string(), facts: Facts })),
  repairs: z.array(z.object({ text: z.string(), lines: z.array(z.string()), enough: z.boolean() })),
  /** Pins that contradict: the sentence with both officials and who set each of them when, and why. */
  pins: z.array(z.object({ tenures: z.array(z.string()), names: z.array(z.string()), text: z.string() })),
  unmet: z.array(
    z.object({
      tenure: z.string(),
      name: z.string(),
      unitName: z.string(),
      kind: z.enum(['mandatory', 'deadline', 'pins']),
      text: z.string(),
    }),
  ),
})
export type Conflicts = z.infer<typeof Conflicts>

export const OpinionView = PlanOpinion.extend({ organ: z.string(), name: z.string(), unitName: z.string() })
export type OpinionView = z.infer<typeof OpinionView>
export const LetterItem = z.object({
  id: z.uuid(),
  name: z.string(),
  post: z.string(),
  unitName: z.string(),
  class: z.string().nullable(),
  year: z.number(),
  window: z.number(),
  teamName: z.string(),
  kind: z.string(),
  change: z.string(),
  opinion: PlanOpinion.nullable(),
})
export type LetterItem = z.infer<typeof LetterItem>
export const LetterView = z.object({ letter: PlanLetter, planTitle: z.string(), items: z.array(LetterItem) })
export type LetterView = z.infer<typeof LetterView>
export const LetterLine = PlanLetter.extend({ planTitle: z.string(), count: z.number().int(), open: z.number().int() })
export type LetterLine = z.infer<typeof LetterLine>

export const CourseView = z.object({
  plan: YearPlan,
  letters: z.array(LetterLine),
  opinions: z.array(OpinionView),
  resolutions: z.array(PlanResolution),
  versions: z.array(VersionHead),
  steps: z.array(PlanStep.extend({ says: z.string() })),
  notices: z.array(PlanNotice.extend({ officialName: z.string(), unitName: z.string() })),
})
export type CourseView = z.infer<typeof CourseView>

export const TeamView = AuditTeam.extend({
  districtName: z.string(),
  members: z.array(Auditor.extend({ absences: z.array(AuditorAbsence), ties: z.array(AuditorTie.extend({ unitName: z.string() })) })),
  /** Person-days in each quarter of the year asked for. */
  days: z.array(z.number()),
})
export type TeamView = z.infer<typeof TeamView>
/** What one auditor has and is planned for in a month; `limit` is what overtime allows at most. */
export const MonthLoad = z.object({ month: z.number().int(), free: z.number(), used: z.number(), limit: z.number() })
export const AuditorLoad = z.object({ auditor: z.string(), name: z.string(), team: z.string(), months: z.array(MonthLoad) })
export type AuditorLoad = z.infer<typeof AuditorLoad>

export const PatrolLine = PatrolRound.extend({ unitName: z.string(), unitNumber: z.string() })
export type PatrolLine = z.infer<typeof PatrolLine>
export const FundLine = UnitFund.extend({ unitName: z.string(), unitNumber: z.string() })
export type FundLine = z.infer<typeof FundLine>
/** What to do about one visit: go together, keep apart, or merge several audits of the unit. */
export const Alignment = z.object({
  round: PatrolLine,
  advice: z.enum(['together', 'apart', 'clash', 'merge', 'none']),
  items: z.array(z.object({ id: z.uuid(), name: z.string(), year: z.number(), window: z.number() })),
})
export type Alignment = z.infer<typeof Alignment>

export const EntrustmentLine = Entrustment.extend({ name: z.string(), officialNumber: z.string(), unitName: z.string(), post: z.string() })
export type EntrustmentLine = z.infer<typeof EntrustmentLine>
