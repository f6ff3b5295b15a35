import { auditedOnly, looseAnaphor, unitAnaphor, yearInText } from './lexicon.ts'
import type { Paper } from './paper.ts'
import { kinship } from './places.ts'
import type { Compiled, UnitAlias } from './registry.ts'
import type { UnitSighting } from './units.ts'
import { organEnd, organTail } from './units.words.ts'
import { outsideRegister, type UnitFeature, unitWeights } from './weights.ts'

export type Reason<Code extends string> = { code: Code; weight: number; facts?: Record<string, string> }
export type UnitCandidate = { unit: number; score: number; reasons: readonly Reason<UnitFeature>[] }
export type UnitMention = UnitSighting & { candidates: readonly UnitCandidate[]; best: number | null; score: number }

/** What is known of the paper before reading it: whose audit it reports, where, over which days. */
export type Scope = { unit: number | null; sure: boolean; places: readonly string[]; from: string | null; until: string | null }

/** Says for every sighting which unit it means, walking through the paper once so that the nearest mention wins. */
export function resolveUnits(compiled: Compiled, paper: Paper, given: { sightings: readonly UnitSighting[]; scope: Scope }): UnitMention[] {
  const spokenOf = new Map<number, number>()
  return given.sightings.map((sighting) => {
    const mention = weigh(sighting, { compiled, paper, scope: given.scope, spokenOf })
    if (mention.best !== null) spokenOf.set(mention.best, mention.start)
    return mention
  })
}

type Surroundings = { compiled: Compiled; paper: Paper; scope: Scope; spokenOf: ReadonlyMap<number, number> }

function weigh(sighting: UnitSighting, about: Surroundings): UnitMention {
  const byUnit = new Map<number, Reason<UnitFeature>[]>()
  const latest = latestOf(sighting, about)
  let far = 0
  for (const entry of sighting.entries) {
    if (byUnit.has(entry.unit)) continue
    if (sighting.entries.length > few && isFar(entry, about)) {
      far += Math.exp(unitWeights[kindFeature[entry.kind]] + unitWeights.placeStranger)
      continue
    }
    byUnit.set(entry.unit, reasonsFor(entry, sighting, { ...about, latest }))
  }
  return decideUnit(sighting, byUnit, far)
}

const few = 8
/** Units of other places under a short name that many share are weighed together, without reasons of their own. */
function isFar(entry: UnitAlias, { compiled, scope, spokenOf }: Surroundings): boolean {
  if (scope.places.length === 0 || entry.unit === scope.unit || spokenOf.has(entry.unit) || entry.kind === 'full') return false
  const code = compiled.units[entry.unit]?.jurisdiction ?? ''
  return scope.places.every((place) => kinship(code, place) === 'stranger')
}

/** `far` is the weight of units left out together. */
export function decideUnit(sighting: UnitSighting, byUnit: ReadonlyMap<number, readonly Reason<UnitFeature>[]>, far = 0): UnitMention {
  let total = Math.exp(outsideRegister.unit) + far
  const scored: { unit: number; reasons: readonly Reason<UnitFeature>[]; odds: number }[] = []
  for (const [unit, reasons] of byUnit) {
    let odds = 0
    for (const each of reasons) odds += each.weight
    total += Math.exp(odds)
    scored.push({ unit, reasons, odds })
  }
  const candidates = scored
    .sort((a, b) => b.odds - a.odds || a.unit - b.unit)
    .slice(0, 8)
    .map(({ unit, reasons, odds }) => ({ unit, reasons, score: Math.exp(odds) / total }))
  const first = candidates[0]
  return { ...sighting, candidates, best: first && first.score >= 0.5 ? first.unit : null, score: first?.score ?? 0 }
}

/** Among the units this alias may mean, the one spoken of last before it. */
function latestOf(sighting: UnitSighting, { spokenOf }: Surroundings): { unit: number; at: number } | null {
  let latest: { unit: number; at: number } | null = null
  for (const { unit } of sighting.entries) {
    const at = spokenOf.get(unit)
    if (at !== undefined && (latest === null || at > latest.at)) latest = { unit, at }
  }
  return latest
}

type Near = Surroundings & { latest: { unit: number; at: number } | null }

const kindFeature = {
  full: 'nameFull',
  former: 'nameFormer',
  place: 'namePlace',
  given: 'nameGiven',
  level: 'nameLevel',
  bare: 'nameBare',
} as const satisfies Record<UnitAlias['kind'], UnitFeature>

function reasonsFor(entry: UnitAlias, sighting: UnitSighting, about: Near): Reason<UnitFeature>[] {
  const reasons = [because(sighting.how === 'defined' ? 'nameDefined' : kindFeature[entry.kind])]
  reasons.push(...validity(entry, sighting, about), ...placeReasons(entry, about))
  if (about.scope.unit === entry.unit) reasons.push(because('auditedUnit'))
  if (about.latest?.unit === entry.unit) reasons.push({ code: 'spokenOfBefore', weight: nearness(sighting, about) })
  if (sighting.foreign === 'surely') reasons.push(because('foreignPlace'))
  if (sighting.foreign === 'perhaps') reasons.push({ code: 'foreignPlace', weight: unitWeights.foreignPlace / 3 })
  return reasons
}

const because = (code: UnitFeature): Reason<UnitFeature> => ({ code, weight: unitWeights[code] })

const nearness = (sighting: UnitSighting, { paper, latest }: Near): number =>
  latest && latest.at >= paper.paragraphAt(sighting.start).start ? unitWeights.spokenOfBefore + 1.5 : unitWeights.spokenOfBefore - 0.5

/** A name with dates fits only texts that speak of those dates. */
function validity(entry: UnitAlias, sighting: UnitSighting, { paper, scope }: Surroundings): Reason<UnitFeature>[] {
  if (entry.from === null && entry.until === null) return []
  const sentence = paper.sentenceAt(sighting.start)
  const spoken = [...paper.text.slice(sentence.start, sentence.end).matchAll(yearInText)].map((found) => found[1] ?? '')
  const years = spoken.length > 0 ? spoken : [scope.from?.slice(0, 4), scope.until?.slice(0, 4)].filter((year) => year !== undefined)
  if (years.length === 0) return []
  const first = entry.from?.slice(0, 4) ?? '0000'
  const last = entry.until?.slice(0, 4) ?? '9999'
  return [because(years.some((year) => year >= first && year <= last) ? 'formerValid' : 'formerInvalid')]
}

const placeFeature = {
  same: 'placeSame',
  superior: 'placeSuperior',
  inside: 'placeInside',
  sibling: 'placeSister',
  stranger: 'placeStranger',
} as const
/** When the name itself says the place, the report's place only parts places of one name. */
const placedWeights = { same: 1, superior: 0, inside: 0, sibling: 0, stranger: -3 } as const
const kinshipRank = ['same', 'superior', 'inside', 'sibling', 'stranger'] as const

function placeReasons(entry: UnitAlias, { compiled, scope }: Surroundings): Reason<UnitFeature>[] {
  if (scope.places.length === 0) return []
  const code = compiled.units[entry.unit]?.jurisdiction ?? ''
  const kin = kinshipRank.find((rank) => scope.places.some((place) => kinship(code, place) === rank)) ?? 'stranger'
  const feature = placeFeature[kin]
  const weight =
    entry.kind === 'full' || entry.kind === 'place' || entry.kind === 'former'
      ? placedWeights[kin]
      : kin === 'superior' && entry.kind === 'bare'
        ? 0
        : unitWeights[feature]
  return [{ code: feature, weight }]
}

/** "The said bureau", "the audited unit": the nearest fitting unit of the sentence, else the audited one. */
export function spokenUnits(compiled: Compiled, paper: Paper, given: { mentions: readonly UnitMention[]; scope: Scope }): UnitMention[] {
  const found: UnitMention[] = []
  for (const match of paper.text.matchAll(unitAnaphor)) {
    const span = { start: match.index, end: match.index + match[0].length }
    if (given.mentions.some((mention) => mention.start < span.end && span.start < mention.end)) continue
    const meant = meantBy(match[0], { span, compiled, paper, ...given })
    if (meant.size > 0) found.push(decideUnit({ ...span, how: 'spoken', entries: [], foreign: 'no' }, meant))
  }
  return found
}

type Spoken = { span: { start: number; end: number }; compiled: Compiled; paper: Paper; mentions: readonly UnitMention[]; scope: Scope }

function meantBy(word: string, about: Spoken): Map<number, Reason<UnitFeature>[]> {
  const { scope, paper, mentions, span } = about
  const meant = new Map<number, Reason<UnitFeature>[]>()
  const fits = (unit: number) => tailFits(word, about.compiled.units[unit]?.name ?? '')
  if (scope.unit !== null && (auditedOnly.test(word) || fits(scope.unit)))
    meant.set(scope.unit, [because('nameSpoken'), because('auditedUnit')])
  if (auditedOnly.test(word)) return meant
  const sentence = paper.sentenceAt(span.start).start
  const paragraph = paper.paragraphAt(span.start).start
  const nearest = mentions.findLast((each) => each.end <= span.start && each.start >= paragraph && each.best !== null && fits(each.best))
  if (nearest?.best === null || nearest?.best === undefined) return meant
  const known = meant.get(nearest.best) ?? [because('nameSpoken')]
  meant.set(nearest.best, [...known, { code: 'spokenOfBefore', weight: nearest.start >= sentence ? 4.5 : 1.5 }])
  return meant
}

function tailFits(word: string, name: string): boolean {
  if (looseAnaphor.test(word)) return true
  const end = organEnd.exec(word)?.[0] ?? ''
  return organTail[end]?.test(name) ?? false
}
