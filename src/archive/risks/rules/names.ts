import { fold, foldedText, unfold } from '../../../kernel/fold.ts'
import type { NameKind, Replacement } from '../model.ts'
import { masks } from './masks.words.ts'

/** A name that may tell whom a case is about: in the register, or a way the case itself is called by. */
export type KnownName = { text: string; kind: NameKind; record: string | null; ofSource: boolean; label: string }
/** A stretch of a text, UTF-16, with what stands there. */
export type Sight = { start: number; end: number; surface: string } & Omit<KnownName, 'text'>

/** Known names by their first two characters, the longest first. */
export type NameIndex = ReadonlyMap<string, readonly KnownName[]>
const shortest = 2

/** Makes names ready for sweeping; they are found however they are typed: spaced, broken over lines, in wide forms. */
export function indexNames(names: readonly KnownName[]): NameIndex {
  const index = new Map<string, KnownName[]>()
  for (const each of names) {
    const text = foldedText(each.text)
    if (text.length < shortest) continue
    const key = text.slice(0, shortest)
    const others = index.get(key)
    if (others) others.push({ ...each, text })
    else index.set(key, [{ ...each, text }])
  }
  for (const each of index.values()) each.sort((a, b) => b.text.length - a.text.length || Number(b.ofSource) - Number(a.ofSource))
  return index
}

/** Identity numbers, bank and credit codes, and telephones; in folded text. */
const patterns = [
  { kind: 'identity', shape: masks.account },
  { kind: 'identity', shape: /(?<![\da-z])(?:\d{15,19}|\d{17}x|[0-9a-hj-npqrtuwxy]{2}\d{6}[0-9a-hj-npqrtuwxy]{10})(?![\da-z])/gu },
  { kind: 'phone', shape: /(?<!\d)(?:1[3-9]\d(?:[ -]?\d{4}){2}|0\d{2,3}-?\d{7,8})(?!\d)/gu },
] as const satisfies readonly { kind: NameKind; shape: RegExp }[]

type Place = { start: number; end: number }
const numbersIn = (text: string): (Place & Pick<KnownName, 'kind' | 'record' | 'ofSource' | 'label'>)[] =>
  patterns.flatMap(({ kind, shape }) =>
    [...text.matchAll(shape)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      ...{ kind, record: null, ofSource: true, label: kind },
    })),
  )

/** The longest known name that begins at a place. */
const nameAt = (index: NameIndex, text: string, at: number): KnownName | undefined =>
  index.get(text.slice(at, at + shortest))?.find((each) => text.startsWith(each.text, at))

/** Every known name and number in a text, from the left, the longest first, none over another. */
export function sweep(original: string, index: NameIndex): Sight[] {
  const folded = fold(original)
  const numbers = numbersIn(folded.text)
  const sights: Sight[] = []
  let at = 0
  while (at < folded.text.length) {
    const number = numbers.find(({ start }) => start === at)
    const name = nameAt(index, folded.text, at)
    const end = Math.max(number?.end ?? 0, name ? at + name.text.length : 0)
    if (end <= at) {
      at += 1
      continue
    }
    const span = unfold(folded, { start: at, end })
    const what = name && at + name.text.length === end ? name : number
    if (what) {
      const { kind, record, ofSource, label } = what
      sights.push({ ...span, surface: original.slice(span.start, span.end), kind, record, ofSource, label })
    }
    at = end
  }
  return sights
}

/** Two ways of writing one name are one surface. */
export const sameSurface = (one: string, other: string): boolean => foldedText(one) === foldedText(other)

const asName = ({ surface, kind, record, ofSource }: Replacement): KnownName => ({ text: surface, kind, record, ofSource, label: kind })

/** A text as it will be printed: every replacement made, but those kept as no names. */
export function masked(text: string, replacements: readonly Replacement[]): string {
  const made = replacements.filter(({ state }) => state !== 'kept')
  const instead = new Map(made.map((each) => [foldedText(each.surface), each.instead]))
  const sights = sweep(text, indexNames(made.map(asName)))
  let at = 0
  let printed = ''
  for (const { start, end, surface } of sights) {
    const given = instead.get(foldedText(surface))
    if (given === undefined) continue
    printed += text.slice(at, start) + given
    at = end
  }
  return printed + text.slice(at)
}

/** What still tells whom a printed text is about; what was kept as no name does not count. */
export function namesLeft(printed: string, index: NameIndex, kept: readonly string[] = []): Sight[] {
  const free = new Set(kept.map(foldedText))
  if (free.size === 0) return sweep(printed, index)
  const rest = new Map([...index].map(([key, names]) => [key, names.filter(({ text }) => !free.has(text))]))
  return sweep(printed, rest)
}

/** What a citation still tells: the title of a rule names the place it is in force in, and by that nobody; a unit or a person it does. */
export function namesInCitation(citation: string, index: NameIndex): Sight[] {
  const titles = [...citation.matchAll(masks.title)].map(({ index: start, 0: { length } }) => ({ start, end: start + length }))
  const inTitle = (at: number) => titles.some(({ start, end }) => start <= at && at < end)
  return namesLeft(citation, index).filter(({ kind, start }) => kind !== 'place' || !inTitle(start))
}
