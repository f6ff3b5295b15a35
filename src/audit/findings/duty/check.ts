import { addDays, type Day } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Grade, ToleranceOutcome } from '../model.ts'
import { words as findingWords } from '../words.ts'
import { type Attribution, type Flag, type FlagCode, type SituationRule, Slot } from './model.ts'
import { words } from './words.ts'

export type Held = { startsOn: Day; endsOn: Day | null }
export type Argued = Pick<Attribution, 'situation' | 'slots' | 'links' | 'actFrom' | 'actTo' | 'decisionTrail' | 'claims'>
/** One responsibility as the checker sees it. `situations` and `grades` are those of the audit's own time. */
export type Checked = {
  grade: Grade
  argued: Argued | null
  /** When the finding happened, as far as its record says. */
  period: { from: Day | null; to: Day | null }
  held: readonly Held[]
  situations: readonly SituationRule[]
  grades: readonly Grade[]
  tolerance: ToleranceOutcome | null
}

const flag = (code: FlagCode, facts: Flag['facts'] = {}, stops = true): Flag => ({ code, facts, stops })
const zh = (phrase: { zh: string }) => phrase.zh

/** Tenures in words: 2021-03-01 – 2023-05-31, 2024-01-01 – 至今. */
export const heldSays = (held: readonly Held[]): string =>
  held.map(({ startsOn, endsOn }) => `${startsOn} – ${endsOn ?? zh(words.note.to)}`).join(words.note.missing)

/** Whether every day of a span lies in the tenures taken together; those that overlap or follow one another count as one. */
export function heldThrough(held: readonly Held[], { from, to }: { from: Day; to: Day }): boolean {
  const inOrder = [...held].sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
  let reached: Day | null = addDays(from, -1)
  for (const { startsOn, endsOn } of inOrder) {
    if (reached === null || startsOn > addDays(reached, 1)) continue
    reached = endsOn === null ? null : endsOn > reached ? endsOn : reached
  }
  return reached === null || reached >= to
}

function slotFlags({ slots, links }: Argued): Flag[] {
  return Slot.options.flatMap((slot) => {
    if (slots[slot].trim() === '') return [flag('slotEmpty', { slot: zh(words.slot[slot]) })]
    return links.some((each) => each.slot === slot) ? [] : [flag('slotUnproven', { slot: zh(words.slot[slot]) }, false)]
  })
}

/** What of the decision is not on file, by the names of its fields. */
export function missingOf({ decisionTrail: trail }: Pick<Argued, 'decisionTrail'>): string[] {
  const { field } = words
  const absent = [
    trail.meeting === null && trail.approval === null ? field.meeting : null,
    trail.presidedBy === null ? field.presidedBy : null,
    trail.voted === null ? field.voted : null,
    trail.majority === null ? field.majority : null,
    trail.objectionMinuted === null ? field.objectionMinuted : null,
  ]
  return absent.flatMap((phrase) => (phrase ? [zh(phrase)] : []))
}

function situationFlags({ grade, argued, situations }: Checked & { argued: Argued }): Flag[] {
  const { situation } = argued
  const known = situations.find(({ code }) => code === situation)
  if (!known) return [flag('situationUnknown', { situation })]
  const missing = known.needsTrail ? missingOf(argued) : []
  return [
    ...(known.grade === grade
      ? []
      : [flag('situationOfOtherGrade', { situation, of: zh(words.grade[known.grade]), grade: zh(words.grade[grade]) })]),
    ...(missing.length > 0 ? [flag('trailMissing', { situation, missing: missing.join(words.note.missing) })] : []),
    ...(known.alone && argued.decisionTrail.majority === true ? [flag('majorityYetAlone', { situation })] : []),
  ]
}

function tenureFlags({ argued, period, held }: Checked): Flag[] {
  const from = argued?.actFrom ?? period.from
  const to = argued?.actTo ?? argued?.actFrom ?? period.to ?? period.from
  if (!from || !to) return []
  if (held.length === 0) return [flag('tenureUnknown', {}, false)]
  if (heldThrough(held, { from, to })) return []
  const code = argued?.actFrom ? 'actOutsideTenure' : 'periodOutsideTenure'
  return [flag(code, { from, to, held: heldSays(held) }, code === 'actOutsideTenure')]
}

/** What is claimed against the three distinctions where tolerance was granted all the same. */
function toleranceFlags({ tolerance, argued }: Checked): Flag[] {
  if (!argued || tolerance === null || tolerance === 'notApplicable') return []
  const { privateGain, knowing, forbidden } = argued.claims
  const outcome = zh(findingWords.tolerance[tolerance])
  const against: readonly [boolean | null, FlagCode][] = [
    [privateGain, 'toleratedPrivateGain'],
    [knowing, 'toleratedKnowing'],
    [forbidden, 'toleratedForbidden'],
  ]
  return against.flatMap(([claimed, code]) => (claimed === true ? [flag(code, { outcome })] : []))
}

/**
 * Everything that can be held against a responsibility by its own record: empty or unproven slots, a situation or grade
 * of another time, acts outside the tenure, decision evidence that is missing or contradicts itself, and tolerance
 * granted against what is claimed. Pure: it decides nothing, it says what a reviewer must look at.
 */
export function flagsOf(of: Checked): Flag[] {
  const { argued, grade, grades } = of
  const graded = grades.includes(grade) ? [] : [flag('gradeOfOtherTime', { grade: zh(words.grade[grade]) })]
  if (!argued) return [...graded, ...tenureFlags(of), flag('notArgued', {}, false)]
  const torn = argued.decisionTrail.voted === 'for' && argued.decisionTrail.objectionMinuted === true
  return [
    ...graded,
    ...situationFlags({ ...of, argued }),
    ...tenureFlags(of),
    ...slotFlags(argued),
    ...toleranceFlags(of),
    ...(torn ? [flag('minutedYetFor')] : []),
  ]
}

/** Why a responsibility may not be signed off, for what stands against it. */
export function whyNotSignOff(flags: readonly Flag[]) {
  const stops = flags.filter(({ stops: each }) => each)
  const [first] = stops
  return first ? refuse('flagsStand', { count: stops.length, first: first.code }) : null
}
