import { pinsOf, type Reason, type Subject } from '../instance/model.ts'
import { cheapestWish, freePoints, lastBefore, presentPoints, reason, roundPoints, type Scene, slotNames, yearAt } from './why.ts'

/** The four kinds of "why not", in the order in which they are asked. */
export const whyNotCodes = ['forbidden', 'notDue', 'crowdedOut', 'sync'] as const

/** Which rule or record keeps a year closed to a subject; null when it is open. */
function closedBy(scene: Scene, subject: number, year: number): { rule: string; record: string } | null {
  const { model } = scene.draft
  const one = scene.instance.subjects[subject]
  const calendar = yearAt(scene, year)
  const cell = subject * model.years + year
  if (model.optionStart[cell + 1] > model.optionStart[cell]) return closedByMusts(scene, subject, year)
  if (one.patrol?.year === calendar && !one.patrol.joint) return { rule: 'patrol', record: `${calendar}/${one.patrol.window}` }
  if (one.banYears.includes(calendar)) return { rule: 'banYears', record: String(calendar) }
  const { frozenUntil } = scene.instance
  if (frozenUntil && (calendar < frozenUntil.year || (calendar === frozenUntil.year && frozenUntil.window >= scene.instance.windows)))
    return { rule: 'frozenUntil', record: `${frozenUntil.year}/${frozenUntil.window}` }
  return closedByTeams(scene, one, calendar)
}

function closedByTeams({ instance }: Scene, one: Subject, calendar: number): { rule: string; record: string } {
  const skilled = instance.teams.filter(({ skills }) => one.skill === null || skills.includes(one.skill))
  if (skilled.length === 0) return { rule: 'skill', record: one.skill ?? '' }
  const able = skilled.filter(({ id }) => !one.recusedTeams.includes(id))
  if (able.length === 0) return { rule: 'recusedTeams', record: one.recusedTeams.join('、') }
  const most = Math.max(...able.flatMap(({ capacityDays }) => capacityDays[calendar - instance.firstYear]))
  if (most < one.effortDays) return { rule: 'capacityDays', record: `${most} < ${one.effortDays}` }
  return { rule: 'patrolWindow', record: `${one.patrol?.year ?? ''}/${one.patrol?.window ?? ''}` }
}

/** A pin or a frozen audit nearby leaves no allowed set of years with this one. */
function closedByMusts(scene: Scene, subject: number, year: number): { rule: string; record: string } | null {
  const { yearSets, setCost, years } = scene.draft.model
  const isOpen = yearSets.some((set) => ((set >> year) & 1) === 1 && setCost[(subject << years) + set] < Infinity)
  if (isOpen) return null
  const [pin] = pinsOf(scene.instance.subjects[subject])
  return pin
    ? { rule: 'pin', record: `${pin.year}/${pin.window}/${pin.team}` }
    : { rule: 'gapYears', record: String(scene.instance.gapYears) }
}

/** Others in the slots that a subject would take, most at first. */
function occupants(scene: Scene, slot: number): string[] {
  const { inSlot, model } = scene.draft
  const found: string[] = []
  for (let cell = inSlot.head[slot]; cell >= 0; cell = inSlot.next[cell])
    found.push(scene.instance.subjects[Math.floor(cell / model.years)].id)
  return found.slice(0, 5)
}

/** What is full in the way of a set of years: a ceiling, else the slot the subject would like best in the first year without room. */
function fullRow(scene: Scene, subject: number, set: number): Reason['facts'] {
  const { model, left, free } = scene.draft
  const own = scene.draft.set[subject]
  for (let year = 0; set >> year !== 0; year++) {
    if (!((set >> year) & 1) || (own >> year) & 1) continue
    const row = model.district[subject] * model.years + year
    const facts = { fullYear: yearAt(scene, year) }
    if (left[row] < 1)
      return { ...facts, full: 'ceiling', district: scene.instance.subjects[subject].district, ceiling: model.ceiling[row] }
    const cell = subject * model.years + year
    const hasRoom = () => {
      for (let at = model.optionStart[cell]; at < model.optionStart[cell + 1]; at++)
        if (free[model.optionSlot[at]] >= model.effort[subject]) return true
      return false
    }
    if (hasRoom()) continue
    const slot = model.optionSlot[freePoints(scene, subject, year).option]
    return { ...facts, full: 'days', ...slotNames(scene, slot), free: roundPoints(free[slot]), by: occupants(scene, slot).join('、') }
  }
  return { full: 'unit' }
}

/** Why a subject is not audited in a year: exactly one of the four kinds, with the facts and records that show it. */
export function whyNot(scene: Scene, subject: number, year: number): Reason {
  const one = scene.instance.subjects[subject]
  const calendar = yearAt(scene, year)
  const closed = closedBy(scene, subject, year)
  if (closed) return reason(scene, 'forbidden', { year: calendar, ...closed })
  const wish = cheapestWish(scene, subject, { year, isIn: true, withSplit: true })
  const gain = presentPoints(scene, subject, true) - wish.points
  const gainAlone = presentPoints(scene, subject, false) - cheapestWish(scene, subject, { year, isIn: true, withSplit: false }).points
  if (gain > 1e-6)
    return reason(scene, 'crowdedOut', {
      year: calendar,
      gain: roundPoints(gain),
      effort: one.effortDays,
      ...fullRow(scene, subject, wish.set),
    })
  if (gainAlone > 1e-6) return reason(scene, 'sync', { year: calendar, group: one.group ?? '', split: scene.draft.model.split })
  const last = lastBefore(scene, subject, year)
  const due = { last, due: last + one.frequencyYears, class: one.class, frequency: one.frequencyYears }
  return reason(scene, 'notDue', { year: calendar, ...due, loss: roundPoints(-gain), risk: one.risk })
}

/** Why a subject is not audited at all: of its years' reasons the one that says most. */
export function whyOut(scene: Scene, subject: number): Reason {
  const years = Array.from({ length: scene.instance.years }, (_, year) => whyNot(scene, subject, year))
  const telling = ['crowdedOut', 'sync', 'notDue', 'forbidden']
  return years.toSorted((one, other) => telling.indexOf(one.code) - telling.indexOf(other.code))[0]
}
