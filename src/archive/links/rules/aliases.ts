import { type NameParts, partsOf } from './places.ts'
import {
  committee,
  committeeShort,
  consultative,
  consultativeLead,
  leadingCommittee,
  needsPlace,
  partyCommittee,
  partyLead,
  partyShort,
  partyWorkCommittee,
  placeWord,
  shortening,
  streetPlace,
  taxLead,
  townPlace,
  workCommittee,
  youth,
  youthLead,
} from './units.words.ts'

/**
 * full: the name itself · former: a name it bore · place: place and organ (澜江市财政局 shortened) · level: 市财政局 ·
 * given: a short name the register states · bare: 财政局.
 */
export type AliasKind = 'full' | 'former' | 'place' | 'level' | 'given' | 'bare'
export type Alias = { text: string; kind: AliasKind; from: string | null; until: string | null }
export type Named = {
  name: string
  shortNames: readonly string[]
  formerNames: readonly { name: string; from: string | null; until: string | null }[]
}

/** Every form a unit may be called by, strongest kind first; each text once. */
export function aliasesOf(unit: Named, places: ReadonlySet<string>): Alias[] {
  const found = new Map<string, Alias>()
  const add = (text: string, kind: AliasKind, span: { from: string | null; until: string | null } = always) => {
    if (text.length >= 2 && !found.has(text)) found.set(text, { text, kind, ...span })
  }
  const parts = partsOf(unit.name, places)
  add(unit.name, 'full')
  for (const given of unit.shortNames) add(given, 'given')
  const cores = [...coresOf(parts), ...unit.shortNames.flatMap((given) => coresOfShort(given, parts))]
  for (const core of new Set(cores)) addForms(core, parts, add)
  for (const former of unit.formerNames) addFormer(former, places, add)
  return [...found.values()]
}

const always = { from: null, until: null }
type Add = (text: string, kind: AliasKind, span?: { from: string | null; until: string | null }) => void

function addFormer(former: Named['formerNames'][number], places: ReadonlySet<string>, add: Add) {
  const span = { from: former.from, until: former.until }
  const parts = partsOf(former.name, places)
  add(former.name, 'former', span)
  for (const core of coresOf(parts)) addForms(core, parts, (text, kind) => add(text, kind, span))
}

function addForms(core: string, parts: NameParts, add: Add) {
  const { places } = parts
  const last = places.at(-1)
  if (!last) {
    if (!needsPlace.test(core)) add(core, 'bare')
    return
  }
  const joined = places.join('')
  if (partyLead.test(parts.lead)) add(`${partyShort}${joined}${core}`, 'place')
  add(joined + core, 'place')
  add(last + core, 'place')
  const stem = last.replace(placeWord, '')
  if (stem.length >= 2 && core.length >= 3) add(stem + core, 'place')
  add(levelOf(last) + core, 'level')
  if (!needsPlace.test(core) && !core.startsWith(committeeShort)) add(core, 'bare')
}

const levelOf = (place: string): string => (streetPlace.test(place) ? place.slice(-2) : place.slice(-1))

/** The organ's name and its shortened forms. */
export function coresOf(parts: NameParts): string[] {
  const core = organOf(parts)
  const forms = new Set([core])
  for (const form of forms) {
    for (const [pattern, shorts] of shortening) {
      if (!pattern.test(form)) continue
      for (const short of shorts) forms.add(form.replace(pattern, short))
    }
    if (forms.size > 24) break
  }
  forms.delete('')
  return [...forms]
}

/** The party committee of a town, the youth league's committee and others whose short name does not follow from the long one. */
function organOf(parts: NameParts): string {
  const { lead, core } = parts
  if (consultativeLead.test(lead)) return consultative
  if (taxLead.test(lead)) return core
  if (youthLead.test(lead)) return youth
  if (!partyLead.test(lead)) return core
  const town = townPlace.test(parts.places.at(-1) ?? '')
  if (core === committee) return town ? partyCommittee : committeeShort
  if (workCommittee.test(core)) return partyWorkCommittee
  return core.replace(leadingCommittee, committeeShort)
}

/** The organ within a short name the register gives: 市财政局 -> 财政局, 澜江财政局 -> 财政局. */
function coresOfShort(given: string, parts: NameParts): string[] {
  const last = parts.places.at(-1) ?? ''
  const heads = [parts.places.join(''), last, last.slice(0, -1), last.slice(-1)].filter((head) => head !== '')
  for (const head of heads) if (given.startsWith(head) && given.length - head.length >= 2) return [given.slice(head.length)]
  return given.length >= 3 ? [given] : []
}
