import { type Likelihood, likelihood } from './cues.ts'
import { type Evidence, evidenceFor } from './evidence.ts'
import { type Laid, layOut } from './laid.ts'
import { bearersOf, type NameHit, scanNames } from './names.ts'
import type { Paper } from './paper.ts'
import { kinship } from './places.ts'
import type { Compiled } from './registry.ts'
import { type PersonCandidate, type PersonReason, type Question, reasonsFor, scopeYears, weighAll } from './score.ts'
import type { Scope, UnitMention } from './unit-scores.ts'
import { governmentShort } from './units.words.ts'
import { nameWeights, personWeights } from './weights.ts'

export type PersonMention = {
  start: number
  end: number
  ranked: readonly PersonCandidate[]
  outside: number
  noName: number
  odds: number
}
type Asked = { hit: NameHit; like: Likelihood; question: Question; bearers: readonly number[] }
type Reading = Asked & { first: PersonMention }

/** Every span that spells a registered name and may mean a person, weighed twice: by itself, then knowing the rest of the paper. */
export function readPeople(compiled: Compiled, paper: Paper, given: { units: readonly UnitMention[]; scope: Scope }): PersonMention[] {
  const hits = scanNames(compiled.names, paper.text)
  const laid = layOut(compiled, paper, { units: given.units, names: hits })
  const period = scopeYears(given.scope)
  const asked = standing(laid, hits).map((each) => ask(compiled, laid, { ...each, scope: given.scope, period }))
  const readings = asked.map((each) => ({ ...each, first: weigh(compiled, each, []) }))
  const anchors = anchorsOf(readings)
  return readings.map((reading) => weigh(compiled, reading, spoken(reading, anchors.get(reading.hit.name) ?? [], paper)))
}

const hopeless = -7

/** Of overlapping hits the likeliest stays; names inside a unit's name or hopeless ones go. */
function standing(laid: Laid, hits: readonly NameHit[]): { hit: NameHit; like: Likelihood }[] {
  const kept: { hit: NameHit; like: Likelihood }[] = []
  const inUnit = insideUnits(laid.units)
  for (const hit of hits) {
    if (inUnit(hit)) continue
    const like = likelihood(laid, hit)
    if (like.odds < hopeless) continue
    const rival = kept.at(-1)
    if (!rival || rival.hit.end <= hit.start) kept.push({ hit, like })
    else if (like.odds > rival.like.odds || (like.odds === rival.like.odds && hit.end - hit.start > rival.hit.end - rival.hit.start))
      kept[kept.length - 1] = { hit, like }
  }
  return kept
}

/** Hits come in order, so one pointer into the ordered units is enough. */
function insideUnits(units: readonly UnitMention[]): (hit: NameHit) => boolean {
  let at = 0
  return (hit) => {
    while (at < units.length && (units[at]?.end ?? 0) <= hit.start) at += 1
    const unit = units[at]
    return unit !== undefined && unit.start < hit.end && hit.start < unit.end
  }
}

function ask(compiled: Compiled, laid: Laid, given: { hit: NameHit; like: Likelihood; scope: Scope; period: readonly number[] }): Asked {
  const { hit, like, scope } = given
  const evidence = evidenceFor(laid, hit)
  const near = nearUnit(laid, hit)
  const years = evidence.years.length > 0 ? evidence.years : given.period
  const question = { evidence, scope, years, near, governed: governedBy(compiled, scope, { evidence, near }), compiled }
  return { hit, like, question, bearers: bearersOf(compiled.names, hit.name) }
}

const nearReach = 160

/** The unit last spoken of before the name, in its paragraph. */
function nearUnit(laid: Laid, hit: NameHit): UnitMention | null {
  let low = 0
  let high = laid.units.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((laid.units[middle]?.end ?? 0) <= hit.start) low = middle + 1
    else high = middle
  }
  const unit = laid.units[low - 1]
  if (!unit || hit.start - unit.end > nearReach) return null
  return unit.start >= laid.paper.paragraphAt(hit.start).start ? unit : null
}

/**
 * A mayor or county head governs a place: the one named directly before the post, else that of the unit last spoken of,
 * else the report's own, the one above it, or the only one inside it. The units are that place's people's government.
 */
function governedBy(compiled: Compiled, scope: Scope, about: { evidence: Evidence; near: UnitMention | null }): readonly number[] {
  const { governs, rest } = about.evidence
  if (governs === null) return []
  for (let length = Math.min(10, rest.length); length >= 2; length -= 1) {
    const named = compiled.aliases.get(`${rest.slice(-length)}${governmentShort}`)
    if (named) return named.map((entry) => entry.unit)
  }
  const units = (compiled.aliases.get(`${governs}${governmentShort}`) ?? []).map((entry) => entry.unit)
  const codeOf = (unit: number) => compiled.units[unit]?.jurisdiction ?? ''
  const nearBy = about.near?.best
  const near = nearBy === null || nearBy === undefined ? [] : units.filter((unit) => codeOf(unit) === codeOf(nearBy))
  if (near.length > 0) return near
  const here = (kin: string) => units.filter((unit) => scope.places.some((place) => kinship(codeOf(unit), place) === kin))
  const own = [here('same'), here('superior')].find((each) => each.length > 0)
  const inside = here('inside')
  return own ?? (inside.length === 1 ? inside : [])
}

function weigh(compiled: Compiled, asked: Asked, extra: readonly { person: number | null; reason: PersonReason }[]): PersonMention {
  const { hit, like, question, bearers } = asked
  const candidates = bearers.flatMap((person) => {
    const record = compiled.people[person]
    if (!record) return []
    const more = extra.filter((each) => each.person === null || each.person === person).map((each) => each.reason)
    return [{ person, reasons: [...reasonsFor(record, question), ...more] }]
  })
  const introduced = extra.some((each) => each.person !== null && each.reason.weight > 0)
  const spokenOf = introduced && (!like.word || like.deed)
  const told = like.cued || question.evidence.heldAfter || (like.deed && introduced)
  const doubt = like.word && !told ? nameWeights.wordUncued : 0
  const { ranked, outside, noName } = weighAll(candidates, like.odds + (spokenOf ? 3 : 0) + doubt)
  return { start: hit.start, end: hit.end, ranked, outside, noName, odds: like.odds }
}

/** A place where the paper says clearly whom a name means; `person` null = somebody outside the register. */
type Anchor = { at: number; person: number | null }
const clearly = 0.9

function anchorsOf(readings: readonly Reading[]): Map<number, Anchor[]> {
  const anchors = new Map<number, Anchor[]>()
  for (const { hit, question, first } of readings) {
    const anchor = anchorOf(hit, question, first)
    if (!anchor) continue
    const known = anchors.get(hit.name)
    if (known) known.push(anchor)
    else anchors.set(hit.name, [anchor])
  }
  return anchors
}

function anchorOf(hit: NameHit, { evidence }: Question, first: PersonMention): Anchor | null {
  const top = first.ranked[0]
  if (evidence.outsider || evidence.organisation || evidence.foreign) return { at: hit.start, person: null }
  const stated = evidence.units.some((unit) => unit.best !== null)
  const known = stated || top?.reasons.some((reason) => reason.code === 'unitStated' || reason.code === 'postSame')
  if (top && top.score >= clearly && (known || hit.start < heading)) return { at: hit.start, person: top.person }
  const denied = stated && !evidence.inList && first.noName < 0.3 && (top?.score ?? 0) < 0.05
  return denied ? { at: hit.start, person: null } : null
}

/** Whoever stands in a paper's heading is the one it is about. */
const heading = 60

/** What the rest of the paper says of a name that stands without its own unit. */
function spoken(reading: Reading, anchors: readonly Anchor[], paper: Paper): { person: number | null; reason: PersonReason }[] {
  const { hit, question } = reading
  const { evidence } = question
  const own = evidence.units.some((unit) => unit.best !== null) && !evidence.inList
  if (reading.like.word && !reading.like.cued && !reading.like.deed) return []
  if (own || evidence.outsider || evidence.organisation || evidence.foreign) return []
  if (anchors.length === 0)
    return reading.like.role && evidence.posts.length === 0 && hit.start >= heading ? [reasoned('notIntroduced', null, 1)] : []
  const nearest = anchors.findLast((anchor) => anchor.at < hit.start) ?? anchors.find((anchor) => anchor.at > hit.start)
  if (!nearest) return []
  const mixed = anchors.some((anchor) => anchor.person !== nearest.person)
  const close = nearest.at < hit.start && nearest.at >= paper.paragraphAt(hit.start).start
  const force = mixed && !close ? 0.4 : 1
  if (nearest.person === null) return [reasoned('spokenOfOutsider', null, force)]
  const others = reading.bearers.filter((person) => person !== nearest.person)
  return [reasoned('spokenOfBefore', nearest.person, force), ...others.map((person) => reasoned('spokenOfOther', person, force))]
}

const reasoned = (
  code: 'spokenOfBefore' | 'spokenOfOther' | 'spokenOfOutsider' | 'notIntroduced',
  person: number | null,
  force: number,
) => ({
  person,
  reason: { code, weight: personWeights[code] * force },
})
