import { yearOf } from '../../../kernel/day.ts'
import type { Instance, PlanItem, Slot, Subject, Weights } from '../instance/model.ts'
import type { Because } from './because.ts'
import { bansOf, dutiesOf, frozenBy, patrolOf, recusedOf, yearsOf } from './duties.ts'
import { type Effort, effortOf } from './effort.ts'
import { type Held, heldOf } from './held.ts'
import { leftOut } from './left-out.ts'
import {
  atOf,
  classFrequency,
  countsFrom,
  dueYear,
  frequencyOf,
  groupOf,
  hasLeft,
  type Library,
  type LibraryPost,
  leavingDay,
  skillOf,
  togetherOf,
} from './library.ts'
import { postScore } from './origins.ts'
import { amountOf, planningRule } from './rulebook.ts'
import type { Score } from './score.ts'

/** Where a field of a subject comes from: the record it was read in, the rule it was reckoned by, and why. */
export type Traced = { field: keyof Subject; record: string; rule: string | null; why: readonly Because[] }
export type LeftOut = { post: LibraryPost; because: Because }
export type Built = {
  instance: Instance
  /** By subject (a tenure): every field but the id with its origin. */
  trace: ReadonlyMap<string, readonly Traced[]>
  scores: ReadonlyMap<string, Score>
  /** Principal posts that are not in the plan's library, each with the reason. */
  left: readonly LeftOut[]
}

const slotOf = ({ year, window, team }: Held): Slot => ({ year, window, team })
type Parts = {
  post: LibraryPost
  library: Library
  frequencyRule: string | null
  effort: Effort
  bans: readonly Because[]
  held: readonly Held[]
}

/** By the register's own deadline where it reckons one, so that both say the same year; else from the last audit or taking office. */
function countedFrom(post: LibraryPost, frequencyYears: number): number {
  const due = dueYear(post)
  return due !== null && !hasLeft(post) && leavingDay(post) === null ? due - frequencyYears : yearOf(countsFrom(post))
}

function traceOf({ post, library, frequencyRule, effort, bans, held: pins }: Parts): Traced[] {
  const { tenure, unit, status, audits, entrusted } = post
  const [held, place] = [`tenure:${tenure.id}`, `unit:${unit.id}`]
  const last = audits.at(-1)
  const visit = library.patrols.find((round) => round.unit === unit.id)
  const recusal = planningRule(library.rules, { kind: 'recusalYears' }, atOf(library))?.id ?? null
  const from = (field: Traced['field'], record: string, rule: string | null = null, why: readonly Because[] = []) => ({
    field,
    record,
    rule,
    why,
  })
  return [
    ...(['unit', 'district', 'skill', 'group'] as const).map((field) => from(field, place)),
    from('class', held, status.class.because.rule?.id ?? null),
    from('frequencyYears', held, frequencyRule),
    from('effortDays', effort.record ?? held, effort.rule, effort.why),
    from('risk', held, planningRule(library.rules, { kind: 'score', key: 'since' }, atOf(library))?.id ?? null),
    from('lastAuditYear', last ? `pastAudit:${last.id}` : held, status.due.because.rule?.id ?? null),
    from('banYears', held, null, bans),
    from('leavesYear', held),
    from('mandatory', entrusted[0] ? `entrustment:${entrusted[0].id}` : held),
    from('patrol', visit ? `patrolRound:${visit.id}` : place),
    from('pin', pins[0]?.record ?? held),
    ...pins.slice(1).map(({ record }) => from('furtherPins', record)),
    from('recusedTeams', place, recusal),
  ]
}

function subjectOf(post: LibraryPost, library: Library): { subject: Subject; score: Score; trace: Traced[] } {
  const { tenure, unit, status } = post
  const { jurisdiction } = library.plan
  const frequency = frequencyOf(post, library)
  const effort = effortOf(post, library)
  const bans = bansOf(post, library)
  const score = postScore(post, library, classFrequency(post, library).years)
  const skill = skillOf(unit)
  const leaves = leavingDay(post)
  const held = heldOf(post, library)
  const [first, ...further] = held
  const subject: Subject = {
    id: tenure.id,
    unit: togetherOf(unit, jurisdiction) ?? unit.id,
    district: unit.jurisdiction,
    class: status.class.value ?? 'D',
    frequencyYears: frequency.years,
    effortDays: effort.days,
    risk: score.total,
    lastAuditYear: countedFrom(post, frequency.years),
    banYears: [...new Set(bans.map(({ year }) => year))],
    leavesYear: leaves ? yearOf(leaves) : null,
    mandatory: dutiesOf(post, library),
    skill: skill !== null && library.teams.some(({ skills }) => skills.includes(skill)) ? skill : null,
    group: groupOf(unit, jurisdiction),
    patrol: patrolOf(post, library),
    pin: first ? slotOf(first) : null,
    furtherPins: further.map(slotOf),
    recusedTeams: recusedOf(post, library),
  }
  const whys = bans.map((ban) => ban.because)
  return {
    subject,
    score,
    trace: traceOf({ post, library, frequencyRule: frequency.rule, effort, bans: whys, held }),
  }
}

function weightsOf(library: Library): Weights {
  const weight = (key: keyof Weights) => amountOf(library.rules, { kind: 'weight', key }, atOf(library), 0)
  return {
    exposure: weight('exposure'),
    deadline: weight('deadline'),
    overdueYear: weight('overdueYear'),
    mandatory: weight('mandatory'),
    split: weight('split'),
    travel: weight('travel'),
    joint: weight('joint'),
    late: weight('late'),
    changeYear: weight('changeYear'),
    changeSlot: weight('changeSlot'),
  }
}

/** A group of one is no group. */
function withoutLoners(subjects: readonly Subject[]): Subject[] {
  const sizes = new Map<string, number>()
  for (const { group } of subjects) if (group) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return subjects.map((subject) => ({ ...subject, group: subject.group && (sizes.get(subject.group) ?? 0) > 1 ? subject.group : null }))
}

function ceilingsOf(subjects: readonly Subject[], library: Library): Instance['districtCeilings'] {
  const districts = [...new Set(subjects.map(({ district }) => district))]
  const ceiling = (district: string) =>
    amountOf(library.rules, { kind: 'districtCeiling' }, { on: library.today, jurisdiction: district }, 1000)
  return Object.fromEntries(districts.map((district) => [district, yearsOf(library).map(() => ceiling(district))]))
}

/** What was approved or planned before, and up to where it is past: the ground on which a re-plan counts its changes. */
function standingOf(library: Library, subjects: readonly Subject[]) {
  const known = new Set(subjects.map(({ id }) => id))
  const kept = library.items.filter(
    (item) =>
      item.change === 'add' && known.has(item.tenure) && (item.stage === 'issued' || (library.replan && item.stage === 'candidate')),
  )
  const approved: PlanItem[] = kept.map(({ tenure, year, window, team }) => ({ subject: tenure, year, window, team }))
  const frozenUntil = frozenBy(library)
  return { approved: approved.length > 0 && (library.replan || frozenUntil) ? approved : null, frozenUntil }
}

/** The exact instance that the solver is given, with the origin of every number in it. */
export function buildInstance(library: Library): Built {
  const judged = library.posts.map((post) => ({ post, because: leftOut(post, library) }))
  const left = judged.flatMap(({ post, because }) => (because ? [{ post, because }] : []))
  const made = judged.filter(({ because }) => because === null).map(({ post }) => subjectOf(post, library))
  const subjects = withoutLoners(made.map(({ subject }) => subject))
  return {
    instance: {
      firstYear: library.plan.year,
      years: library.plan.years,
      windows: 4,
      gapYears: amountOf(library.rules, { kind: 'gapYears' }, atOf(library), 0),
      subjects,
      teams: library.teams.map(({ team, skills, capacityDays }) => ({
        id: team.id,
        district: team.district,
        skills: ['general', ...skills],
        capacityDays: capacityDays.map((year) => [...year]),
      })),
      districtCeilings: ceilingsOf(subjects, library),
      ...standingOf(library, subjects),
      weights: weightsOf(library),
    },
    trace: new Map(made.map(({ subject, trace }) => [subject.id, trace])),
    scores: new Map(made.map(({ subject, score }) => [subject.id, score])),
    left,
  }
}
