import { addMonths, type Day, monthsBetween } from '../../../kernel/day.ts'
import type { AuditeeRule, Because, DueState, PastAudit, Standing, SubjectClass, SubjectStatus, Tenure } from '../model.ts'
import { continuedBy, headSince } from './continuity.ts'
import { amountRule, because, monthsOf, type Place, rulesInForce, speaksOf } from './rulebook.ts'

export type Audit = Pick<PastAudit, 'kind' | 'on' | 'tenure' | 'unit'>
type Derived<T> = { value: T; because: Because }
/**
 * What a status is derived from: the tenure, its unit, every audit and the other tenures of the official, the rules, and
 * the day it is asked for.
 */
export type Question = {
  tenure: Tenure
  unit: Place
  audits: readonly Audit[]
  others?: readonly Tenure[]
  rules: readonly AuditeeRule[]
  today: Day
}
type At = { on: Day; jurisdiction: string; class: SubjectClass | null }

const derived = <T>(value: T, why: Because): Derived<T> => ({ value, because: why })
const later = (one: Day, other: Day | null): Day => (other !== null && other > one ? other : one)
/** A new term in the same post goes on counting from the first. */
const sinceOf = ({ tenure, others = [] }: Question): Day => headSince(tenure, others)
const earlier = (one: Day, other: Day | null): Day => (other !== null && other < one ? other : one)
const atOf = ({ unit, today }: Question, cls: SubjectClass | null): At => ({ on: today, jurisdiction: unit.jurisdiction, class: cls })

/** The imported class wins; otherwise the first class rule that speaks of the post. */
export function classOf({ tenure, unit, rules, today }: Question): Derived<SubjectClass | null> {
  if (tenure.class) return derived(tenure.class, because('classImported', { class: tenure.class, basis: tenure.basis ?? '' }))
  const rule = rulesInForce(rules, 'class', { on: today, jurisdiction: unit.jurisdiction }).find((each) => speaksOf(each, tenure, unit))
  if (!rule) return derived(null, because('noClassRule', { unit: unit.name }))
  return derived(rule.class, because('classByRule', { class: rule.class ?? '', title: rule.title }, rule))
}

/** Principal heads are subjects; a deputy in charge becomes one after the length that the rule asks. */
export function subjectOf(question: Question): Derived<boolean> {
  const { tenure, rules, today } = question
  if (tenure.headship === 'head') return derived(true, because('isHead', { post: tenure.post }))
  if (tenure.headship === 'other') return derived(false, because('notPrincipal', { post: tenure.post }))
  const rule = amountRule(rules, 'actingLength', atOf(question, null))
  const least = monthsOf(rule) ?? 0
  const months = Math.max(0, monthsBetween({ from: sinceOf(question), to: earlier(today, tenure.endsOn) }))
  const code = months >= least ? 'actedLongEnough' : 'actedTooShort'
  return derived(months >= least, because(code, { months, least }, rule))
}

export function standingOf({ tenure, today }: Pick<Question, 'tenure' | 'today'>): Derived<Standing> {
  const { startsOn, endsOn } = tenure
  if (startsOn > today) return derived('notYet', because('startsLater', { startsOn }))
  if (endsOn === null) return derived('inOffice', because('sinceStart', { startsOn }))
  return endsOn < today ? derived('left', because('leftOn', { endsOn })) : derived('leaving', because('leavesOn', { endsOn }))
}

const newestFirst = (one: Audit, other: Audit) => (one.on < other.on ? 1 : -1)
const doneBy = ({ audits, today }: Question): Audit[] => audits.filter(({ on }) => on <= today).toSorted(newestFirst)

/** The departure audit of this very post, if there was one. */
function departureAudit(question: Question): Audit | null {
  const { tenure } = question
  const ofThisPost = (audit: Audit) =>
    audit.tenure === null ? audit.unit === tenure.unit && audit.on >= tenure.startsOn : audit.tenure === tenure.id
  return doneBy(question).find((audit) => audit.kind === 'departure' && ofThisPost(audit)) ?? null
}

type Due = Derived<Day | null>

/** By rotation: so many years after the last audit (or after taking office), not before the minimum tenure. */
function dueByRotation(question: Question, cls: SubjectClass): Due {
  const { rules } = question
  const startsOn = sinceOf(question)
  const rule = amountRule(rules, 'frequency', atOf(question, cls))
  const months = monthsOf(rule)
  if (months === null) return derived(null, because('noRotation', { class: cls, title: rule?.title ?? '' }, rule))
  const last = doneBy(question)[0]?.on ?? null
  const byCycle = addMonths(last ?? startsOn, months)
  const minimum = amountRule(rules, 'minimumTenure', atOf(question, cls))
  const earliest = addMonths(startsOn, monthsOf(minimum) ?? 0)
  const due = later(byCycle, earliest)
  const facts = { class: cls, years: months / 12, startsOn, last: last ?? '', due }
  if (due > byCycle) return derived(due, because('dueAfterMinimum', { ...facts, least: monthsOf(minimum) ?? 0 }, minimum))
  return derived(due, because(last ? 'dueByRotation' : 'dueNeverAudited', facts, rule))
}

/** On leaving: within the window after the last day in office, unless the tenure was too short to be audited at all. */
function dueOnLeaving(question: Question, cls: SubjectClass, endsOn: Day): Due {
  const { rules } = question
  const minimum = amountRule(rules, 'minimumTenure', atOf(question, cls))
  const months = monthsBetween({ from: sinceOf(question), to: endsOn })
  const least = monthsOf(minimum) ?? 0
  if (months < least) return derived(null, because('tenureTooShort', { months, least, endsOn }, minimum))
  const window = amountRule(rules, 'departureWindow', atOf(question, cls))
  const length = monthsOf(window)
  if (length === null)
    return derived(null, because('noDepartureAudit', { class: cls, endsOn }, window ?? amountRule(rules, 'frequency', atOf(question, cls))))
  const due = addMonths(endsOn, length)
  return derived(due, because('dueOnLeaving', { endsOn, months: length, due }, window))
}

/** An audit missed by rotation stays due after the official has left; otherwise the departure decides. */
function dueOf(question: Question, cls: SubjectClass | null, subject: Derived<boolean>): Due {
  if (!subject.value) return derived(null, subject.because)
  if (cls === null) return derived(null, because('noClassRule', { unit: question.unit.name }))
  const next = continuedBy(question.tenure, question.others ?? [])
  if (next) return derived(null, because('goesOn', { startsOn: next.startsOn }))
  const rotation = dueByRotation(question, cls)
  const { endsOn } = question.tenure
  if (endsOn === null || (rotation.value !== null && rotation.value <= endsOn)) return rotation
  return dueOnLeaving(question, cls, endsOn)
}

function stateOf(question: Question, due: Due, subject: boolean): Derived<DueState> {
  if (!subject) return derived('notSubject', due.because)
  const departure = departureAudit(question)
  if (departure) return derived('settled', because('departureDone', { on: departure.on }))
  if (due.value === null) return derived(due.because.code === 'tenureTooShort' ? 'leftOut' : 'noFixedTerm', due.because)
  if (due.value < question.today) return derived('overdue', due.because)
  const soon = amountRule(question.rules, 'dueSoon', atOf(question, null))
  return derived(due.value <= addMonths(question.today, monthsOf(soon) ?? 0) ? 'dueSoon' : 'notDue', due.because)
}

const yearsBetween = (from: Day, to: Day) => Math.floor((monthsBetween({ from, to }) / 12) * 10) / 10

/** Everything derived about one tenure on one day, each value with the sentence and rule that made it. */
export function subjectStatus(question: Question): SubjectStatus {
  const subject = subjectOf(question)
  const cls = classOf(question)
  const due = dueOf(question, cls.value, subject)
  const last = doneBy(question)[0] ?? null
  const lastWhy = last ? because('lastAuditOn', { on: last.on, kind: last.kind }) : because('neverAudited')
  return {
    subject,
    class: cls,
    standing: standingOf(question),
    lastAudit: derived(last?.on ?? null, lastWhy),
    yearsSince: derived(last ? yearsBetween(last.on, question.today) : null, lastWhy),
    due,
    state: stateOf(question, due, subject.value),
  }
}

const weight = { head: 0, acting: 1, other: 2 } as const
const levels = ['provincial', 'bureau', 'county', 'township', 'section', 'unranked']

type Held = { tenure: Tenure; unit: Pick<Place, 'level'> }
const heavierFirst = (one: Held, other: Held): number =>
  weight[one.tenure.headship] - weight[other.tenure.headship] ||
  levels.indexOf(one.unit.level) - levels.indexOf(other.unit.level) ||
  (one.tenure.startsOn < other.tenure.startsOn ? 1 : -1)

/** The post that stands for the official: among those held today the heaviest, else the one that ended last. */
export function mainTenure<H extends Held>(held: readonly H[], today: Day): H | null {
  const now = held.filter(({ tenure }) => tenure.startsOn <= today && (tenure.endsOn === null || tenure.endsOn >= today))
  if (now.length > 0) return now.toSorted(heavierFirst)[0] ?? null
  return held.toSorted((one, other) => ((one.tenure.endsOn ?? '') < (other.tenure.endsOn ?? '') ? 1 : -1))[0] ?? null
}
