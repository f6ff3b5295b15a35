import { foldedText } from '../../../kernel/fold.ts'
import type { Replacement } from '../model.ts'
import { masks } from './masks.words.ts'
import { indexNames, type KnownName, masked, type NameIndex, namesLeft, type Sight, sweep } from './names.ts'

const stemAt = (at: number): string => {
  const { stems } = masks
  const round = Math.floor(at / stems.length)
  return `${stems[at % stems.length] ?? ''}${round === 0 ? '' : String(round + 1)}`
}

/** One record bears one mask in a case, however it is called there. */
const keyOf = ({ record, surface, kind }: Sight): string => `${kind}:${record ?? foldedText(surface)}`

type Sort = { label: string; keys: string[] }
/** The records of each sort, in the order in which the case names them. */
function sortsOf(sights: readonly Sight[]): Map<string, Sort> {
  const sorts = new Map<string, Sort>()
  for (const sight of sights) {
    const sort = sorts.get(sight.label) ?? { label: sight.label, keys: [] }
    if (!sort.keys.includes(keyOf(sight))) sort.keys.push(keyOf(sight))
    sorts.set(sight.label, sort)
  }
  return sorts
}

function maskOf(sight: Sight, sorts: ReadonlyMap<string, Sort>): string {
  if (sight.kind === 'identity' || sight.kind === 'phone' || sight.kind === 'paper') return masks[sight.kind]
  const sort = sorts.get(sight.label)
  const stem = stemAt(sort?.keys.indexOf(keyOf(sight)) ?? 0)
  if (sight.kind === 'person') return masks.person.replace('{stem}', stem)
  if ((sort?.keys.length ?? 0) < 2) return sight.label
  return masks.several.replace('{label}', sight.label).replace('{stem}', stem)
}

const plainly = (replacements: readonly Replacement[]): Replacement[] =>
  replacements.map((each, at) => ({ ...each, instead: masks.plain.replace('{stem}', stemAt(at)) }))

type Text = readonly string[]
/**
 * Proposes what to write in the stead of every name and number that a case's texts hold. What was decided before stays
 * decided; what no longer stands in the texts falls away. Should the readable masks let a registered name come to stand
 * again (a mask beside a character of the text), plain bracketed ones are proposed instead.
 */
export function replacementsFor(texts: Text, index: NameIndex, before: readonly Replacement[] = []): Replacement[] {
  const sights = texts.flatMap((text) => sweep(text, index))
  const sorts = sortsOf(sights)
  const decided = new Map(before.map((each) => [foldedText(each.surface), each]))
  const found = new Map<string, Replacement>()
  for (const sight of sights) {
    const { surface, kind, record, ofSource } = sight
    const known = decided.get(foldedText(surface))
    const fresh = { surface, kind, record, ofSource, instead: maskOf(sight, sorts), state: 'waiting' as const, reason: '' }
    found.set(foldedText(surface), known ? { ...known, ofSource: known.ofSource || ofSource } : fresh)
  }
  const proposed = [...found.values()]
  return remaining(texts, index, proposed).length === 0 || before.length > 0 ? proposed : plainly(proposed)
}

/** What would still tell whom a case is about once its replacements are made. */
export function remaining(texts: Text, index: NameIndex, replacements: readonly Replacement[]): Sight[] {
  const kept = replacements.filter(({ state }) => state === 'kept').map(({ surface }) => surface)
  return texts.flatMap((text) => namesLeft(masked(text, replacements), index, kept))
}

/** A text with every registered name and number taken out at once, for what nobody looks over one by one. */
export const withoutNames = (text: string, names: readonly KnownName[] | NameIndex): string => {
  const index = 'has' in names ? names : indexNames(names)
  return masked(text, replacementsFor([text], index))
}
