import type { Day } from '../../kernel/day.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { say, type Tongue } from '../../kernel/say.ts'
import type { Project, ProjectKind } from './model.ts'
import { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>

/** An 18-digit identity-card number (last place may be X): kept out of this house altogether. */
export const whyNotOfficialNumber = (given: string): No | null =>
  /^\d{15}$|^\d{17}[\dXx]$/.test(given.replace(/\s/g, '')) ? refuse('idCardNumberGiven') : null

type Named = { number: string; name: string; shortNames: readonly string[]; formerNames: readonly { name: string }[] }

/**
 * The unit a cell means: by number, else by full name, else by short or former name; a full name wins over another
 * unit's former one. Refused when nothing bears the name, or more than one does.
 */
export function unitMeant<U extends Named>(given: string, units: readonly U[]): { unit: U } | { refusal: No } {
  const text = given.trim()
  const tiers = [
    units.filter((unit) => unit.number === text),
    units.filter((unit) => unit.name === text),
    units.filter((unit) => unit.shortNames.includes(text) || unit.formerNames.some((former) => former.name === text)),
  ]
  const fits = tiers.find((tier) => tier.length > 0) ?? []
  const [unit, ...others] = fits
  if (!unit) return { refusal: refuse('auditUnitUnknown', { given: text }) }
  if (others.length === 0) return { unit }
  const numbers = fits.map((each) => each.number).join(', ')
  return { refusal: refuse('auditUnitAmbiguous', { given: text, count: fits.length, numbers }) }
}

/** The day an audit counts from: its report, else its start; null when only the year is known. */
export const auditDay = (project: Pick<Project, 'reportedOn' | 'startedOn'>): Day | null => project.reportedOn ?? project.startedOn

/**
 * Whether the audit had taken place by a day; one known by its year alone counts from that year on. One that runs here
 * counts only from its report: nothing of a case under way is said of a person.
 */
export const knownBy = (
  project: Pick<Project, 'reportedOn' | 'startedOn' | 'year'> & Partial<Pick<Project, 'openedOn'>>,
  on: Day,
): boolean => {
  if (project.openedOn && project.reportedOn === null) return false
  const reported = auditDay(project)
  return reported ? reported <= on : project.year <= Number(on.slice(0, 4))
}

/** Sorts audits by time, those known by year alone at the year's beginning. */
export const auditOrder = (project: Pick<Project, 'reportedOn' | 'startedOn' | 'year' | 'id'>): string =>
  `${auditDay(project) ?? `${project.year}-00-00`}/${project.id}`

/** The name of a project that was recorded without one. */
export const projectTitle = (about: { unit: string; post: string; name: string; kind: ProjectKind }, tongue: Tongue = 'zh'): string =>
  say(words.made.title, tongue, {
    ...about,
    post: about.post.startsWith(about.unit) ? about.post.slice(about.unit.length) : about.post,
    kind: say(words.made.kind[about.kind], tongue),
  })

/** The number of a project that was recorded without one: the same for the same row, whenever it is imported. */
export const projectNumber = (about: { year: number; unit: string; official: string; kind: ProjectKind }): string =>
  `${about.year}-${about.unit}-${about.official}-${about.kind === 'inOffice' ? 'R' : 'L'}`

type Held = { id: string; unit: string; post: string; startsOn: Day; endsOn: Day | null }
/** The tenure an audit was about: in that unit, the same post first, then the one that reaches furthest into the time. */
export function tenureMeant<T extends Held>(tenures: readonly T[], about: { unit: string; post: string; from: Day; to: Day }): T | null {
  const there = tenures.filter((tenure) => tenure.unit === about.unit)
  const during = there.filter((tenure) => tenure.startsOn <= about.to && (tenure.endsOn === null || tenure.endsOn >= about.from))
  const samePost = (tenure: Held) => tenure.post === about.post || about.post.includes(tenure.post) || tenure.post.includes(about.post)
  return during.find(samePost) ?? there.find(samePost) ?? during[0] ?? there.at(-1) ?? null
}
