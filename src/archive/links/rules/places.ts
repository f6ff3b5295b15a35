import { nextIsPlaceWord, placeEnd } from './lexicon.ts'
import { firstPlace, furtherPlace, nationalLead, notPlaces, provesPlace, streetOffice, streetWord } from './units.words.ts'

/** A unit's name taken apart: what stands before the place (a party, a national office), the place's parts, the organ. */
export type NameParts = { lead: string; places: readonly string[]; core: string }

/**
 * The places that the units' own names prove: what stands before a people's government or a party committee, and
 * whatever the register of jurisdictions adds. Used to take apart every other name.
 */
export function placesIn(names: readonly string[], known: readonly string[]): ReadonlySet<string> {
  const places = new Set(known.filter((name) => placeEnd.test(name)))
  for (const name of names) {
    const place = provesPlace.exec(withoutLead(name).rest)?.[1]
    if (place && placeEnd.test(place)) places.add(place)
    if (place && streetOffice.test(name)) places.add(`${place}${streetWord}`)
  }
  return places
}

function withoutLead(name: string): { lead: string; rest: string } {
  const lead = nationalLead.exec(name)?.[0] ?? ''
  return { lead, rest: name.slice(lead.length) }
}

/** Takes a full name apart: 澜江市城东区教育局 = 澜江市 + 城东区 + 教育局. */
export function partsOf(name: string, places: ReadonlySet<string>): NameParts {
  const { lead, rest } = withoutLead(name)
  const found: string[] = []
  let at = 0
  for (;;) {
    const next = nextPlace({ rest, at, places, before: rest.slice(0, at) })
    if (!next || at + next.length >= rest.length) break
    found.push(next)
    at += next.length
  }
  return { lead, places: found, core: rest.slice(at) }
}

function nextPlace(from: { rest: string; at: number; places: ReadonlySet<string>; before: string }): string | null {
  const { rest, at, places, before } = from
  for (let length = Math.min(16, rest.length - at); length >= 2; length -= 1) {
    const piece = rest.slice(at, at + length)
    if (placeEnd.test(piece) && (places.has(before + piece) || places.has(piece)) && !hasInnerPlace(piece, places)) return piece
  }
  return guessedPlace(rest, at)
}

/** 澜江市城东区 is two parts when 澜江市 is itself a place. */
const hasInnerPlace = (piece: string, places: ReadonlySet<string>): boolean => {
  for (let k = 2; k < piece.length - 1; k += 1) if (places.has(piece.slice(0, k))) return true
  return false
}

/** A place the register does not prove; only the first parts of a name are guessed, and words such as 城市, 社区 are not places. */
function guessedPlace(rest: string, at: number): string | null {
  const guess = (at === 0 ? firstPlace : furtherPlace).exec(rest.slice(at))?.[0]
  if (!guess || notPlaces.test(guess)) return null
  return nextIsPlaceWord.test(rest.slice(at + guess.length)) && at > 0 ? null : guess
}

export type Kinship = 'same' | 'superior' | 'inside' | 'sibling' | 'stranger'

/** How the place `code` stands to the report's place: its own, one above it, one inside it, a sister in one city, or none of these. */
export function kinship(code: string, report: string): Kinship {
  const known = kin.get(report) ?? new Map<string, Kinship>()
  const before = known.get(code)
  if (before) return before
  if (kin.size > mostKnown) kin.clear()
  kin.set(report, known)
  const found = newKinship(code, report)
  known.set(code, found)
  return found
}

const mostKnown = 5000
const kin = new Map<string, Map<string, Kinship>>()

function newKinship(code: string, report: string): Kinship {
  const own = significant(code)
  const there = significant(report)
  if (own === there) return 'same'
  if (there.startsWith(own)) return 'superior'
  if (own.startsWith(there)) return 'inside'
  return own.slice(0, 4) === there.slice(0, 4) && own.length >= 4 && there.length >= 4 ? 'sibling' : 'stranger'
}

/** The code without its closing zero pairs: 330300 and 3303 are one. */
const significant = (code: string): string => {
  if (code.length > 6) return code.replace(/(?:000)+$/, '')
  return code.replace(/(?:00)+$/, '')
}
