import { pinsOf, type Reason, type Subject } from '../instance/model.ts'
import { place, remove } from './draft.ts'
import { lastBefore, presentPoints, type ReasonCode, reason, roundPoints, type Scene, slotNames, splitAlone, yearAt } from './why.ts'

type Found = { code: ReasonCode; facts: Reason['facts'] }
type At = { scene: Scene; subject: number; year: number; one: Subject; calendar: number }

/** Whether the audit of this year is approved and already frozen. */
function frozen({ scene, subject, calendar }: At): Found | null {
  const { frozenUntil } = scene.instance
  const { model, option } = scene.draft
  const cell = subject * model.years + calendar - scene.instance.firstYear
  const { window } = slotNames(scene, model.optionSlot[option[cell]])
  const isFrozen = frozenUntil !== null && (calendar < frozenUntil.year || (calendar === frozenUntil.year && window <= frozenUntil.window))
  return isFrozen ? { code: 'inFrozen', facts: {} } : null
}

const pinned = ({ one, calendar }: At): Found | null =>
  pinsOf(one).some(({ year }) => year === calendar) ? { code: 'inPinned', facts: {} } : null

/** A duty that only this year's audit meets. */
function duty({ scene, subject, one, calendar }: At): Found | null {
  const set = scene.draft.set[subject]
  const audited = (year: number) => ((set >> (year - scene.instance.firstYear)) & 1) === 1 && year >= scene.instance.firstYear
  const met = one.mandatory.find(({ years }) => years.includes(calendar) && !years.some((year) => year !== calendar && audited(year)))
  return met ? { code: 'inDuty', facts: { why: met.reason, years: met.years.join('、') } } : null
}

function due({ scene, subject, year, one, calendar }: At): Found | null {
  const last = lastBefore(scene, subject, year)
  const facts = { class: one.class, frequency: one.frequencyYears, last, due: last + one.frequencyYears }
  if (facts.due < calendar) return { code: 'inOverdue', facts: { ...facts, years: calendar - facts.due } }
  return facts.due === calendar || nextWouldBeLate(scene, subject, year, facts.due) ? { code: 'inDue', facts } : null
}

/** Whether waiting beyond this year would pass the due year without another audit in between. */
function nextWouldBeLate(scene: Scene, subject: number, year: number, dueYear: number): boolean {
  const until = dueYear - scene.instance.firstYear
  for (let at = year + 1; at <= Math.min(until, scene.instance.years - 1); at++) if ((scene.draft.set[subject] >> at) & 1) return false
  return until < scene.instance.years
}

function withGroup({ scene, subject, year, one }: At): Found | null {
  const { model, active } = scene.draft
  const group = model.group[subject]
  const others = group < 0 ? 0 : active[group * model.years + year] - 1
  return others > 0 ? { code: 'inGroup', facts: { group: one.group ?? '', others } } : null
}

const withPatrol = ({ one, calendar }: At): Found | null =>
  one.patrol?.year === calendar ? { code: 'inPatrol', facts: { patrolWindow: one.patrol.window } } : null

const exposed = ({ scene, subject, year, one, calendar }: At): Found => ({
  code: 'inExposure',
  facts: { risk: one.risk, age: calendar - lastBefore(scene, subject, year) },
})

/** Cheapest points of each year for a subject that has left the draft for a moment, where there is room. */
function roomyPoints({ draft }: Scene, subject: number): number[] {
  const { model, free, left } = draft
  return Array.from({ length: model.years }, (_, year) => {
    const cell = subject * model.years + year
    if (left[model.district[subject] * model.years + year] < 1) return Infinity
    let points = Infinity
    for (let at = model.optionStart[cell]; at < model.optionStart[cell + 1]; at++)
      if (free[model.optionSlot[at]] >= model.effort[subject] - 1e-7) points = Math.min(points, model.optionCost[at])
    return points
  })
}

/** Points lost when this audit is left out and the subject's years are chosen anew from what has room, everybody else staying put. */
function savedBy(scene: Scene, subject: number, year: number): number {
  const { draft } = scene
  const { model } = draft
  const present = presentPoints(scene, subject, true)
  const set = draft.set[subject]
  const options = draft.option.slice(subject * model.years, (subject + 1) * model.years)
  remove(draft, subject)
  const points = roomyPoints(scene, subject)
  place(draft, subject, set, options, 0)
  let least = Infinity
  for (const other of model.yearSets) {
    if ((other >> year) & 1) continue
    let sum = model.setCost[(subject << model.years) + other]
    for (let at = 0; other >> at !== 0; at++) if ((other >> at) & 1) sum += points[at] + splitAlone(scene, subject, at)
    least = Math.min(least, sum)
  }
  return roundPoints(least - present)
}

/** Why a subject is audited in a year: the facts that bind, the strongest first, each with what leaving it out would cost. */
export function whyIn(scene: Scene, subject: number, year: number): Reason[] {
  const calendar = yearAt(scene, year)
  const at: At = { scene, subject, year, one: scene.instance.subjects[subject], calendar }
  const binding = [frozen(at), pinned(at), duty(at), due(at), withPatrol(at), withGroup(at)].filter((found) => found !== null)
  const saved = savedBy(scene, subject, year)
  const worth = Number.isFinite(saved) && saved > 0 ? { saved } : {}
  return (binding.length > 0 ? binding : [exposed(at)]).map(({ code, facts }) =>
    reason(scene, code, { year: calendar, ...facts, ...worth }),
  )
}

/** Why this team and window: a slot that would cost less and has no room, else that none costs less. */
export function whyThere(scene: Scene, subject: number, year: number): Reason {
  const { model, option, free } = scene.draft
  const cell = subject * model.years + year
  const taken = option[cell]
  const own = slotNames(scene, model.optionSlot[taken])
  const facts = { year: yearAt(scene, year), ...own }
  const choices = model.optionStart[cell + 1] - model.optionStart[cell]
  if (choices === 1) return reason(scene, 'placeOnly', facts)
  let cheaper = -1
  for (let at = model.optionStart[cell]; at < model.optionStart[cell + 1]; at++)
    if (model.optionCost[at] < model.optionCost[taken] && (cheaper < 0 || model.optionCost[at] < model.optionCost[cheaper])) cheaper = at
  if (cheaper < 0) return reason(scene, 'placeBest', { ...facts, choices })
  const slot = model.optionSlot[cheaper]
  const next = slotNames(scene, slot)
  const price = scene.prices ? { price: roundPoints(scene.prices.day[slot] * 10) / 10 } : {}
  const room = { otherWindow: next.window, otherTeam: next.team, free: roundPoints(free[slot]), effort: model.effort[subject], ...price }
  return reason(scene, free[slot] < model.effort[subject] ? 'placeFull' : 'placeUnit', { ...facts, ...room })
}
