import { foldedText } from '../../../kernel/fold.ts'
import { SearchKind } from '../model.ts'
import { words } from '../words.ts'

export type Field = keyof typeof words.fieldNames

const colons = ':\uff1a'

/** The field named at this place with its colon (of either width), if any. Longer names win. */
export function fieldNamed(text: string, at: number): { field: Field; name: string; length: number } | null {
  for (const { field, name } of names) {
    const given = text.slice(at, at + name.length)
    if (foldedText(given) === name && colons.includes(text.charAt(at + name.length) || ' '))
      return { field, name: given, length: name.length + 1 }
  }
  return null
}

const isField = (key: string): key is Field => key in words.fieldNames
const names = Object.entries(words.fieldNames)
  .flatMap(([field, given]) => (isField(field) ? given.map((name) => ({ field, name: foldedText(name) })) : []))
  .toSorted((a, b) => b.name.length - a.name.length)

/** Kinds that bear this name in either tongue. */
export const kindsNamed = (name: string): SearchKind[] => {
  const wanted = foldedText(name)
  return SearchKind.options.filter((kind) => words.kindNames[kind].some((each) => foldedText(each) === wanted))
}
export const knownKinds = (): string => SearchKind.options.map((kind) => words.kindNames[kind][0]).join(' ')

const separators = new RegExp(`^(\\d{4})?(?:\\.{2,3}|-|~|${words.until})(\\d{4})?$`)

/** 2023, 2023..2025, 2023.. or ..2025; null when it is none of these or runs backwards. */
export function yearsNamed(text: string): { from: number | null; to: number | null } | null {
  const given = text.normalize('NFKC').replaceAll(words.yearEnd, '').replaceAll('\u2026', '...')
  if (/^\d{4}$/.test(given)) return { from: Number(given), to: Number(given) }
  const range = separators.exec(given)
  if (!range || (!range[1] && !range[2])) return null
  const from = range[1] ? Number(range[1]) : null
  const to = range[2] ? Number(range[2]) : null
  return from !== null && to !== null && from > to ? null : { from, to }
}
