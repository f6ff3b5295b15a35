import type { Evidence } from './evidence.ts'
import { kinship } from './places.ts'
import { agreement, rankOf } from './posts.ts'
import type { Compiled, Held, Person } from './registry.ts'
import type { Reason, Scope, UnitMention } from './unit-scores.ts'
import { outsideRegister, type PersonFeature, personWeights } from './weights.ts'

export type PersonReason = Reason<PersonFeature>
export type PersonCandidate = { person: number; score: number; reasons: readonly PersonReason[] }

/** What is asked of one candidate: the words around the name, the audit, the unit last spoken of. */
export type Question = {
  evidence: Evidence
  scope: Scope
  years: readonly number[]
  near: UnitMention | null
  governed: readonly number[]
  compiled: Compiled
}

const because = (code: PersonFeature, facts?: Record<string, string>): PersonReason =>
  facts ? { code, weight: personWeights[code], facts } : { code, weight: personWeights[code] }

/** Every reason for and against this person bearing the name here. */
export function reasonsFor(person: Person, about: Question): PersonReason[] {
  const { evidence } = about
  const unit = unitReason(person, about)
  const reasons = unit.reason ? [unit.reason] : []
  if (!unit.matched) reasons.push(...placeReason(person, about))
  const tenures = unit.matched ? unit.held : person.held
  reasons.push(...postReason(tenures, evidence), ...tenureReason(tenures, about))
  if (evidence.outsider) reasons.push(because('outsider', { words: evidence.outsider }))
  if (evidence.organisation) reasons.push(because('outsideOrganisation', { words: evidence.organisation }))
  if (evidence.foreign) reasons.push(because('foreignUnit', { words: evidence.foreign }))
  if (evidence.auditTeam && !unit.matched) reasons.push(because('auditTeam'))
  return reasons
}

type UnitAnswer = { reason: PersonReason | null; matched: boolean; held: readonly Held[] }
const none: UnitAnswer = { reason: null, matched: false, held: [] }

function unitReason(person: Person, about: Question): UnitAnswer {
  const { evidence, compiled } = about
  const name = (unit: number) => ({ unit: compiled.units[unit]?.name ?? '' })
  const stated = evidence.units.flatMap((mention, place) => mention.candidates.map((each) => ({ ...each, mention, place })))
  const match = stated
    .filter((each) => each.score > 0.08 && heldAt(person, each.unit).length > 0)
    .sort((a, b) => b.score - b.place * 0.2 - (a.score - a.place * 0.2))[0]
  if (match) {
    const code = evidence.inList ? 'unitInList' : 'unitStated'
    const doubt = (match.score >= 0.6 ? 1 : 0.55) * (match.place === 0 ? 1 : 0.8)
    return {
      reason: { code, weight: personWeights[code] * doubt, facts: name(match.unit) },
      matched: true,
      held: heldAt(person, match.unit),
    }
  }
  const governed = about.governed.find((unit) => heldAt(person, unit).length > 0)
  if (governed !== undefined) return { reason: because('unitStated', name(governed)), matched: true, held: heldAt(person, governed) }
  if (stated.length > 0 && !evidence.inList) return contradiction(person, about, stated)
  return unitByContext(person, about)
}

/** The words name a unit this person never served: a strong no, softened when the units belong together. */
function contradiction(person: Person, about: Question, stated: readonly { unit: number; score: number }[]): UnitAnswer {
  const { compiled } = about
  const units = stated.filter((each) => each.score > 0.3).map((each) => each.unit)
  const related = units.find((unit) =>
    person.held.some((held) => compiled.superiorOf[held.unit] === unit || compiled.superiorOf[unit] === held.unit),
  )
  if (related !== undefined) return { ...none, reason: because('unitRelated', { unit: compiled.units[related]?.name ?? '' }) }
  const sure = stated.some((each) => each.score >= 0.5)
  const reason = because('unitContradicted', { unit: compiled.units[units[0] ?? stated[0]?.unit ?? 0]?.name ?? '' })
  return { ...none, reason: sure ? reason : { ...reason, weight: reason.weight / 2 } }
}

/** Nothing is tied to the name itself: the unit last spoken of and the audited unit speak. */
function unitByContext(person: Person, about: Question): UnitAnswer {
  const { evidence, scope, near, compiled } = about
  const facts = (unit: number) => ({ unit: compiled.units[unit]?.name ?? '' })
  const listed = evidence.inList ? evidence.units.find((each) => each.best !== null) : undefined
  const audited = scope.unit === null ? [] : heldAt(person, scope.unit)
  if (audited.length > 0 && scope.unit !== null)
    return { reason: auditedReason(about, scope.unit, facts(scope.unit)), matched: true, held: audited }
  if (near?.best !== null && near?.best !== undefined) {
    const held = heldAt(person, near.best)
    const code = evidence.posts.length > 0 ? 'unitImplied' : 'unitNear'
    if (held.length > 0) return { reason: because(code, facts(near.best)), matched: true, held }
  }
  if (listed?.best !== null && listed?.best !== undefined) return { ...none, reason: because('unitListContradicted', facts(listed.best)) }
  const bureau = scope.unit
  if (bureau !== null && person.held.some((held) => compiled.superiorOf[held.unit] === bureau))
    return { ...none, reason: because('unitRelated', facts(bureau)) }
  if (evidence.posts.length > 0 && bureau !== null) return { ...none, reason: because('unitImpliedContradicted', facts(bureau)) }
  return none
}

function auditedReason({ scope, near, evidence }: Question, unit: number, facts: Record<string, string>): PersonReason {
  const elsewhere = near !== null && near.best !== null && near.best !== unit && evidence.posts.length > 0
  const weight = personWeights.unitAudited - (scope.sure ? 0 : 0.8) - (elsewhere ? 1.2 : 0)
  return { code: 'unitAudited', weight, facts }
}

const heldAt = (person: Person, unit: number): readonly Held[] => person.held.filter((held) => held.unit === unit)

function placeReason(person: Person, { scope, compiled, evidence }: Question): PersonReason[] {
  const stated = evidence.units.flatMap((each) => (each.best === null ? [] : [compiled.units[each.best]?.jurisdiction ?? '']))
  const places = stated.length > 0 ? stated : scope.places
  if (places.length === 0 || person.held.length === 0) return []
  const near = person.held.some((held) =>
    places.some((place) => kinship(compiled.units[held.unit]?.jurisdiction ?? '', place) !== 'stranger'),
  )
  return [because(near ? 'placeSame' : 'placeOther')]
}

const postFeature = { same: 'postSame', alike: 'postAlike', contradicted: 'postContradicted', denied: 'postDenied', unknown: null } as const
const postOrder = ['same', 'alike', 'unknown', 'contradicted', 'denied'] as const

/** A recorded post that differs counts less when the record says by itself that its holder was (or was not) the head. */
function fitOf(posts: readonly string[], held: Held): (typeof postOrder)[number] {
  const fit = agreement(posts, held.post)
  if (fit !== 'contradicted') return fit
  const head = posts.some((post) => rankOf(post) === 'head')
  if (head === held.head) return head ? 'alike' : 'contradicted'
  return 'denied'
}

function postReason(held: readonly Held[], { posts }: Evidence): PersonReason[] {
  if (posts.length === 0 || held.length === 0) return []
  const found = new Map(held.map((each) => [fitOf(posts, each), each.post] as const))
  const best = postOrder.find((each) => found.has(each)) ?? 'unknown'
  const feature = postFeature[best]
  return feature ? [because(feature, { named: posts.join('\u3001'), recorded: found.get(best) ?? '' })] : []
}

/** Does the tenure cover the years the sentence names, or else the audited period? One year of slack either way. */
function tenureReason(held: readonly Held[], { years }: Question): PersonReason[] {
  if (years.length === 0 || held.length === 0) return []
  const covers = (slack: number) =>
    held.some((each) => years.some((year) => year >= startYear(each) - slack && year <= endYear(each) + slack))
  const facts = { years: years.length > 1 ? `${years[0]}\u2013${years.at(-1)}` : String(years[0]) }
  if (covers(0)) return [because('tenureCovers', facts)]
  return [because(covers(1) ? 'tenureNear' : 'tenureOutside', facts)]
}

const startYear = (held: Held): number => Number(held.from.slice(0, 4))
const endYear = (held: Held): number => (held.until === null ? 9999 : Number(held.until.slice(0, 4)))
/** The audited period's years: what counts where the sentence names none. */
export const scopeYears = ({ from, until }: Scope): number[] => {
  if (from === null || until === null) return []
  const first = Number(from.slice(0, 4))
  return Array.from({ length: Math.min(30, Math.max(1, Number(until.slice(0, 4)) - first + 1)) }, (_, k) => first + k)
}

/**
 * Weighs all candidates against each other, against somebody outside the register, and against the span being no name.
 * The answer's scores and `outside` and `noName` together make one.
 */
export function weighAll(candidates: readonly { person: number; reasons: readonly PersonReason[] }[], nameOdds: number) {
  const scored = candidates.map((each) => ({ ...each, odds: each.reasons.reduce((sum, reason) => sum + reason.weight, 0) }))
  const outside = Math.exp(outsideRegister.person)
  const noName = Math.exp(outsideRegister.person - nameOdds)
  const total = scored.reduce((sum, each) => sum + Math.exp(each.odds), outside + noName)
  const ranked = scored
    .map(({ person, reasons, odds }): PersonCandidate => ({ person, reasons, score: Math.exp(odds) / total }))
    .sort((a, b) => b.score - a.score || a.person - b.person)
  return { ranked, outside: outside / total, noName: noName / total }
}
