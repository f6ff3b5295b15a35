import { type Instance, type PlanItem, pinsOf } from '../instance/model.ts'
import { diceFrom } from './dice.ts'

/** A place half a year later, and who of it is hit. */
export type Shocked = { instance: Instance; affected: ReadonlySet<string> }

/**
 * What June brings: the first two windows are done and frozen, three in a hundred are newly entrusted for this year or the next, and one
 * team loses half its days for eighteen months. Affected are the newly entrusted and whoever that team was to audit in those months.
 */
export function shock(instance: Instance, items: readonly PlanItem[], seed: number): Shocked {
  const dice = diceFrom(seed + 7)
  const { firstYear } = instance
  const hit = dice.pick(instance.teams).id
  const isHit = (year: number, window: number) =>
    year * instance.windows + window > firstYear * instance.windows + 2 && year < firstYear + 2
  const entrusted = new Set(instance.subjects.filter(() => dice.chance(0.03)).map(({ id }) => id))
  const subjects = instance.subjects.map((subject) =>
    entrusted.has(subject.id)
      ? { ...subject, mandatory: [...subject.mandatory, { years: [firstYear, firstYear + 1], reason: 'entrusted' }] }
      : subject,
  )
  const halved = (row: readonly number[], year: number) => row.map((days, at) => (isHit(year, at + 1) ? Math.floor(days / 2) : days))
  const teams = instance.teams.map((team) =>
    team.id === hit ? { ...team, capacityDays: team.capacityDays.map((row, at) => halved(row, firstYear + at)) } : team,
  )
  const moved = items.filter(({ team, year, window }) => team === hit && isHit(year, window)).map(({ subject }) => subject)
  const frozenUntil = { year: firstYear, window: 2 }
  const shocked: Instance = { ...instance, subjects: withoutLostPins(subjects, hit, isHit), teams, approved: [...items], frozenUntil }
  return { instance: shocked, affected: new Set([...entrusted, ...moved]) }
}

/** Pins on the team that lost its days no longer hold. */
const withoutLostPins = (
  subjects: Instance['subjects'],
  hit: string,
  isHit: (year: number, window: number) => boolean,
): Instance['subjects'] =>
  subjects.map((subject) => {
    const [pin = null, ...furtherPins] = pinsOf(subject).filter(({ team, year, window }) => team !== hit || !isHit(year, window))
    return { ...subject, pin, furtherPins }
  })
