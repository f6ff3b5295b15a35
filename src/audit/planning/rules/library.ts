import { type Day, yearOf } from '../../../kernel/day.ts'
import type { AuditeeRule, PastAudit, SubjectStatus, Tenure } from '../../../registers/auditees/model.ts'
import { amountRule, monthsOf } from '../../../registers/auditees/rules/rulebook.ts'
import type { Unit } from '../../../registers/places/model.ts'
import { levelOf, liesIn } from '../../../registers/places/rules/jurisdiction.ts'
import type { AuditTeam, Entrustment, PatrolRound, PlannedAudit, PlanningRule, Skill, TieKind, UnitFund, YearPlan } from '../model.ts'
import { skillWords } from './lexicon-skills.ts'
import type { PlanPin } from './records.ts'
import { type At, planningRule } from './rulebook.ts'

/** One post with its incumbent, and everything the house knows that bears on auditing it. */
export type LibraryPost = {
  official: { id: string; name: string; number: string }
  tenure: Tenure
  unit: Unit
  status: SubjectStatus
  audits: readonly PastAudit[]
  /** Findings of that unit for which the official answers, and items of it that are not put right. */
  findings: { count: number; record: string | null }
  unrectified: { count: number; record: string | null }
  entrusted: readonly Entrustment[]
  /** The unit's funds in the latest year on file, and the latest patrol that has given its feedback. */
  funds: UnitFund | null
  patrolled: PatrolRound | null
  /** Leads under way about the official that the reader may know of; null when there are none. */
  leads: { count: number; record: string } | null
}
/** Why a member of a team keeps away from a unit or from an official, and until when; `record` is where that stands. */
export type Tie = {
  unit: string | null
  official: string | null
  kind: TieKind
  endedOn: Day | null
  until: Day | null
  name: string
  record: string
}
/** Person-days that closed projects of one class took. */
export type Spent = { class: string | null; project: string; title: string; days: number }
export type TeamForce = {
  team: AuditTeam
  skills: readonly Skill[]
  capacityDays: readonly (readonly number[])[]
  ties: readonly Tie[]
}
/** What a plan is made from. */
export type Library = {
  plan: Pick<YearPlan, 'id' | 'year' | 'years' | 'jurisdiction'>
  today: Day
  posts: readonly LibraryPost[]
  teams: readonly TeamForce[]
  patrols: readonly PatrolRound[]
  pins: readonly PlanPin[]
  items: readonly PlannedAudit[]
  rules: readonly PlanningRule[]
  auditeeRules: readonly AuditeeRule[]
  spent: readonly Spent[]
  /** Names of the place and of those below it, by code. */
  places: ReadonlyMap<string, string>
  replan: boolean
  /** Issued items whose audit project has been opened: no plan made anew moves them. */
  begun?: ReadonlySet<string>
}

export const atOf = ({ plan, today }: Pick<Library, 'plan' | 'today'>): At => ({ on: today, jurisdiction: plan.jurisdiction })

export const isBegun = ({ begun }: Library, { id }: Pick<PlannedAudit, 'id'>): boolean => begun?.has(id) ?? false

const ranks = ['provincial', 'bureau', 'county', 'township', 'section', 'unranked']
const ownRank = { province: 'bureau', city: 'county', county: 'township', township: 'section' } as const

/**
 * Whether an audit office of a place audits the heads of a unit, by the cadre-management authority: of its own units those
 * below the place's own rank, of the places below only those whose rank is that of its own departments.
 */
export function isOurs(unit: Pick<Unit, 'jurisdiction' | 'level'>, place: string): boolean {
  const rank = ownRank[levelOf(place)]
  if (unit.jurisdiction === place) return ranks.indexOf(unit.level) >= ranks.indexOf(rank)
  return liesIn(unit.jurisdiction, place) && unit.level === rank
}

const heads = ['party', 'government']
/** Party committee and government of one place are audited together, as if they were one unit. */
export const togetherOf = (unit: Unit, place: string): string | null =>
  heads.includes(unit.category) && unit.jurisdiction !== place ? `place-${unit.jurisdiction}` : null

/** Units that are better audited at one time: both heads of a place; townships, institutions and firms of one district by rank. */
export function groupOf(unit: Unit, place: string): string | null {
  const together = togetherOf(unit, place)
  if (together) return together
  return ['institution', 'stateFirm'].includes(unit.category) ? `${unit.category}-${unit.jurisdiction}-${unit.level}` : null
}

/** The special skill an audit of the unit asks for; null when any team can do it. */
export function skillOf(unit: Pick<Unit, 'category' | 'name'>): Skill | null {
  if (unit.category === 'stateFirm') return 'firm'
  return skillWords.find(({ words }) => words.some((word) => unit.name.includes(word)))?.skill ?? null
}

/** Years between two audits of a class: its frequency, else the longest gap the place allows, else eight. */
export function classFrequency(post: LibraryPost, library: Library): { years: number; rule: string | null } {
  const at = { on: library.today, jurisdiction: post.unit.jurisdiction, class: post.status.class.value }
  const own = amountRule(library.auditeeRules, 'frequency', at)
  const months = monthsOf(own)
  if (own && months !== null) return { years: Math.max(1, Math.round(months / 12)), rule: own.id }
  const longest = planningRule(library.rules, { kind: 'longestGap', class: post.status.class.value }, atOf(library))
  return { years: longest?.amount ?? 8, rule: longest?.id ?? null }
}

/** Whoever leaves is audited once, on leaving: no rotation falls into any horizon. */
const noRotation = 50

/** The frequency that the plan reckons with: the class's for those who stay, none for those who leave. */
export function frequencyOf(post: LibraryPost, library: Library): { years: number; rule: string | null } {
  if (post.tenure.endsOn === null) return classFrequency(post, library)
  const at = { on: library.today, jurisdiction: post.unit.jurisdiction, class: post.status.class.value }
  return { years: noRotation, rule: amountRule(library.auditeeRules, 'departureWindow', at)?.id ?? null }
}

/** The day from which the rotation counts: the last audit, else taking office. */
export const countsFrom = ({ status, tenure }: LibraryPost): Day => status.lastAudit.value ?? tenure.startsOn
export const leavingDay = ({ tenure }: LibraryPost): Day | null => tenure.endsOn
export const hasLeft = ({ status }: LibraryPost): boolean => status.standing.value === 'left'
/** The year on which the deadline falls, counted as the register of officials counts it. */
export const dueYear = (post: LibraryPost): number | null => (post.status.due.value ? yearOf(post.status.due.value) : null)
