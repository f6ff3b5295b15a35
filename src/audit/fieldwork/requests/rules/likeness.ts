import { type Day, day } from '../../../../kernel/day.ts'
import { foldedText } from '../../../../kernel/fold.ts'
import { fillers, synonyms } from './lexicon.ts'

/** A material as it is asked for. */
export type Material = { name: string; periodFrom: Day | null; periodTo: Day | null }
export type Span = { from: Day; to: Day }

/** The years a name itself speaks of: 2023年, 2022-2024年, 2023年至2024年. */
const yearsIn = (name: string): number[] => [...foldedText(name).matchAll(/(?<!\d)(19|20)\d{2}(?!\d)/g)].map((found) => Number(found[0]))

const earliest = day('1900-01-01')
const latest = day('2999-12-31')
/** The time a material is of: as given, else the years in its name; null when neither says. An end left open reaches on. */
export function spanOf({ name, periodFrom, periodTo }: Material): Span | null {
  if (periodFrom || periodTo) return { from: periodFrom ?? earliest, to: periodTo ?? latest }
  const years = yearsIn(name)
  return years.length === 0 ? null : { from: day(`${Math.min(...years)}-01-01`), to: day(`${Math.max(...years)}-12-31`) }
}

const overlap = (one: Span, other: Span) => one.from <= other.to && other.from <= one.to
export type SpanKind = 'same' | 'covers' | 'overlaps' | 'open' | 'apart'
/** How the time of an earlier material stands to that of a new one; `apart` = they share no day. */
export function spanKind(earlier: Material, asked: Material): SpanKind {
  const [had, wanted] = [spanOf(earlier), spanOf(asked)]
  if (!had || !wanted) return 'open'
  if (!overlap(had, wanted)) return 'apart'
  if (had.from === wanted.from && had.to === wanted.to) return 'same'
  return had.from <= wanted.from && had.to >= wanted.to ? 'covers' : 'overlaps'
}

const longestFirst = (one: string, other: string) => other.length - one.length
const alternatives = synonyms.flatMap(([main, others]) => others.map((other) => [foldedText(other), foldedText(main)] as const))
const replaced = new Map(alternatives)
const anySynonym = new RegExp([...replaced.keys()].sort(longestFirst).join('|'), 'g')
const anyFiller = new RegExp([...fillers].map(foldedText).sort(longestFirst).join('|'), 'g')

/** A name as it is compared: folded, without years, marks and filling words, synonyms under one word. */
export function plainName(name: string): string {
  const folded = foldedText(name).replace(/(?<!\d)(?:19|20)\d{2}(?!\d)(?:\u5e74\u5ea6?)?/g, '')
  const bare = folded.replace(/[\p{P}\p{S}\s]/gu, '').replace(anySynonym, (found) => replaced.get(found) ?? found)
  const short = bare.replace(anyFiller, '')
  return short === '' ? bare : short
}

const pairsOf = (text: string): string[] => {
  const units = [...text]
  return units.length < 2 ? units : units.slice(1).map((unit, at) => `${units[at]}${unit}`)
}
/** Numbers in a name (of a document, a quarter): names whose numbers differ mean different papers. */
const numbersIn = (plain: string) =>
  [...plain.matchAll(/\d+|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]+(?=\u5b63\u5ea6|\u6708|\u671f)/g)]
    .map((found) => found[0])
    .sort()
    .join(' ')

/** How alike two names are, 0 to 100: twice the pairs of characters they share, by all they have. The same both ways. */
export function likeness(one: string, other: string): number {
  const [a, b] = [plainName(one), plainName(other)]
  if (a === b) return a === '' ? 0 : 100
  if (numbersIn(a) !== numbersIn(b)) return 0
  const [first, second] = [pairsOf(a), pairsOf(b)]
  const left = [...second]
  const shared = first.filter((pair) => {
    const at = left.indexOf(pair)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
  return Math.round((200 * shared) / (first.length + second.length))
}

/** Whether two requests mean one material: names alike enough, and times that do not lie apart. The same both ways. */
export const sameMaterial = (one: Material, other: Material, least: number): boolean =>
  spanKind(one, other) !== 'apart' && likeness(one.name, other.name) >= least
