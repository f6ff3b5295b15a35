/**
 * The instance as numbers.
 *
 * Why typed arrays here and nowhere else in the house: a search makes some hundred thousand moves a second, each looks at about a
 * hundred options of ten subjects, and the bound prices every option of every subject several hundred times. With objects and maps
 * the same work took forty times as long and three times the memory, because each look-up leaves the processor's cache; a flat
 * array of numbers is read straight through. So everything the inner loops touch lies in a handful of arrays, indexed like this:
 *
 * - a subject is its place in `instance.subjects`, a team its place in `instance.teams`;
 * - `year` counts from 0 at `firstYear`, `window` from 0;
 * - a slot is one team in one window of one year: `(year × teams + team) × windows + window`;
 * - a set of years is a bit mask: bit 0 is the first year;
 * - an option is one allowed slot of one subject: those of subject s in year y are `optionStart[s × years + y] … [+1]`;
 * - a district-year row is `district × years + year`, a group-year row `group × years + year`.
 *
 * This folder is compiled without `noUncheckedIndexedAccess` (decision 030): every index above is made by `compile` and lies inside.
 * It sees neither clock, nor file, nor database: time comes in as `goOn`, chance as a seed.
 */
export type Model = {
  readonly subjects: number
  readonly teams: number
  readonly years: number
  readonly windows: number
  readonly slots: number
  /** Person-days of each subject's audit. */
  readonly effort: Float64Array
  /** Person-days of each slot; never under what frozen audits already take. */
  readonly capacity: Float64Array
  readonly optionStart: Int32Array
  readonly optionSlot: Int32Array
  /** Travel, lateness and joint patrol of an option, in points. */
  readonly optionCost: Float64Array
  /** Every set of years that some subject may have. */
  readonly yearSets: Int32Array
  /** Points of each subject for each set of years: `subject × 2^years + set`; Infinity where the set is not allowed. */
  readonly setCost: Float64Array
  /** The approved set of years; −1 where nothing is approved yet. */
  readonly approvedSet: Int32Array
  /** The approved slot by subject and year, else −1. */
  readonly approvedSlot: Int32Array
  readonly changeSlot: number
  readonly split: number
  readonly districts: number
  readonly district: Int32Array
  /** Audits allowed by district and year; Infinity without a ceiling. */
  readonly ceiling: Float64Array
  readonly groups: number
  /** The group of a subject; −1 for none and for a group of one. */
  readonly group: Int32Array
  readonly units: number
  /** The unit of a subject; −1 when it is the unit's only official. */
  readonly unit: Int32Array
  /** The officials of each unit of two or more. */
  readonly unitMembers: readonly Int32Array[]
  /** What is decided together when only prices bind. */
  readonly components: readonly Component[]
}

/** A group with its members, or a subject or unit by itself; `blocks` are subjects that share a slot when audited in one year. */
export type Component = { readonly group: number; readonly blocks: readonly Int32Array[] }

export const slotOf = (model: Pick<Model, 'teams' | 'windows'>, at: { year: number; team: number; window: number }): number =>
  (at.year * model.teams + at.team) * model.windows + at.window

export const yearOfSlot = (model: Model, slot: number): number => Math.floor(slot / (model.teams * model.windows))
export const teamOfSlot = (model: Model, slot: number): number => Math.floor(slot / model.windows) % model.teams
export const windowOfSlot = (model: Model, slot: number): number => slot % model.windows
