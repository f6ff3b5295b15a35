import { addDays, type Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Regulation, RegulationVersion, Standing } from '../model.ts'
import type { words } from '../words.ts'

type Dates = Pick<RegulationVersion, 'adoptedOn' | 'effectiveOn'>
/** A version with its last day in force, as the other versions and the repeal of the title have it. */
export type Settled<Version = Dates> = Version & { until: Day | null; ended: 'superseded' | 'repealed' | null }
type No = Refusal<keyof typeof words.refusal>

/** The day from which a version counts: in force, or, where the text does not say, adopted. */
export const countsFrom = (version: Dates): Day | null => version.effectiveOn ?? version.adoptedOn
/** Whether that day is only the day of adoption, because the text does not say from when it is in force. */
export const isAssumed = (version: Dates): boolean => version.effectiveOn === null

/** Oldest first; a version without any day comes first. */
export const inOrder = <Version extends Dates>(versions: readonly Version[]): Version[] =>
  [...versions].sort(
    (a, b) => (countsFrom(a) ?? '').localeCompare(countsFrom(b) ?? '') || (a.adoptedOn ?? '').localeCompare(b.adoptedOn ?? ''),
  )

/** Each version's last day and why: superseded the day before the next counts, the last one repealed if the title is. */
export function settled<Version extends Dates>(versions: readonly Version[], repealedOn: Day | null): Settled<Version>[] {
  return inOrder(versions).map((version, n, all) => {
    const next = all.slice(n + 1).find((each) => countsFrom(each) !== null)
    const replaced = next ? countsFrom(next) : null
    if (replaced && (!repealedOn || replaced <= repealedOn)) return { ...version, until: addDays(replaced, -1), ended: 'superseded' }
    if (repealedOn) return { ...version, until: addDays(repealedOn, -1), ended: 'repealed' }
    return { ...version, until: null, ended: null }
  })
}

/** How a version stands on a day. */
export function standing(version: Settled, on: Day): Standing {
  const from = countsFrom(version)
  if (from !== null && on < from) return 'notYet'
  if (version.until === null || on <= version.until) return 'inForce'
  return version.ended ?? 'superseded'
}

/** The version in force on a day; null before the first on file and after a repeal. */
export const versionOn = <Version extends Settled>(versions: readonly Version[], on: Day): Version | null =>
  inOrder(versions).findLast((version) => standing(version, on) === 'inForce') ?? null

/** The version shown when nobody names one: the one in force, else the latest. */
export const versionToShow = <Version extends Settled>(versions: readonly Version[], on: Day): Version | null =>
  versionOn(versions, on) ?? inOrder(versions).at(-1) ?? null

/**
 * A text cites what was in force when it was written. Null when that is the version at hand; otherwise the day of the
 * version it meant, as far as the history of the title tells.
 */
export function earlierMeant(
  citing: Pick<RegulationVersion, 'adoptedOn'>,
  cited: Pick<RegulationVersion, 'adoptedOn' | 'history'>,
): { on: Day | null } | null {
  const { adoptedOn } = citing
  if (adoptedOn === null || cited.adoptedOn === null || adoptedOn >= cited.adoptedOn) return null
  const days = cited.history.filter((line) => line.kind !== 'commenced').flatMap((line) => line.on ?? [])
  return {
    on:
      days
        .filter((each) => each <= adoptedOn)
        .sort()
        .at(-1) ?? null,
  }
}

/** Null when the title may be recorded as repealed on that day. */
export function whyNotRepeal(regulation: Regulation, versions: readonly Dates[], on: Day): No | null {
  if (regulation.repealedOn) return refuse('regulationRepealedAlready', { on: regulation.repealedOn })
  const first = countsFrom(inOrder(versions)[0] ?? { adoptedOn: null, effectiveOn: null })
  if (first !== null && on <= first) return refuse('regulationRepealTooEarly', { first })
  return null
}

/** Null when the day from which a version is in force may be recorded so. */
export function whyNotEffective(version: Dates, on: Day): No | null {
  if (version.adoptedOn !== null && on < version.adoptedOn) return refuse('effectiveBeforeAdopted', { adoptedOn: version.adoptedOn })
  return null
}
