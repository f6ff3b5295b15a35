import { pattern } from './lexicon.ts'
import { numberFrom } from './numerals.ts'

/** A paragraph or an item of an article, as cited. */
export type Part = { paragraph: number | null; item: number | null }
type Placed<T> = T & { start: number; end: number }

const matchAt = (expression: RegExp, text: string, at: number) => {
  expression.lastIndex = at
  return expression.exec(text)
}

/** The numbers of a list or a range, with where each stands; a range is filled up. */
function numbersIn(list: string, from: number): Placed<{ value: number }>[] {
  const found: Placed<{ value: number }>[] = []
  for (const each of list.matchAll(pattern.number)) {
    const value = numberFrom(each[0])
    if (value === null) continue
    const span = { start: from + each.index, end: from + each.index + each[0].length }
    const before = found.at(-1)
    const ranged = before && pattern.rangeInList.test(list.slice(before.end - from, each.index))
    if (ranged && value - before.value < 200)
      for (let between = before.value + 1; between < value; between++) found.push({ value: between, ...span })
    found.push({ value, ...span })
  }
  return found
}

/** The paragraphs and items that follow an article's number. */
export function partsHere(text: string, from: number): Placed<Part>[] {
  const parts: Placed<Part>[] = []
  let at = from
  let paragraph: number | null = null
  for (;;) {
    const chapter = matchAt(pattern.paragraphHere, text, at)
    if (chapter) {
      const numbers = numbersIn(chapter[1] ?? '', at + 1)
      at += chapter[0].length
      paragraph = numbers.at(-1)?.value ?? null
      const direct = matchAt(pattern.itemHere, text, at)
      const kept = direct ? numbers.slice(0, -1) : numbers
      parts.push(...kept.map(({ value, start }) => ({ paragraph: value, item: null, start, end: at })))
      if (!direct) at = joint(text, at)
      continue
    }
    const items = matchAt(pattern.itemHere, text, at)
    if (!items) return parts
    const end = at + items[0].length
    for (const { value, start } of numbersIn(items[1] ?? '', at + items[0].indexOf(items[1] ?? '')))
      parts.push({ paragraph, item: value, start, end })
    at = joint(text, end)
    if (at === end) return parts
  }
}

function joint(text: string, at: number): number {
  const found = matchAt(pattern.partFollows, text, at)
  return found ? at + found[0].length : at
}

/** The articles named at this place: one, or several under one sign; the parts belong to the last. */
export function articlesHere(text: string, at: number): Placed<{ article: number; suffix: number; parts: Placed<Part>[] }>[] {
  const found = matchAt(pattern.articleHere, text, at)
  if (!found) return []
  const whole = at + found[0].length
  const numbers = numbersIn(found[1] ?? '', at + found[0].indexOf(found[1] ?? ''))
  return numbers.map(({ value, start, end }, n) => {
    const last = n === numbers.length - 1
    const parts = last ? partsHere(text, whole) : []
    const suffix = last ? (numberFrom(found[2] ?? '') ?? 0) : 0
    return { article: value, suffix, parts, start: n === 0 ? at : start, end: last ? (parts.at(-1)?.end ?? whole) : end }
  })
}
