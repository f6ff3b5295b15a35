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

type Numbers = Placed<{ value: number }>[]
type Read = { end: number; numbers: Numbers }

/** The numbers of one sign (paragraph, item) at this place; the first begins with the sign's own first word. */
function read(expression: RegExp, text: string, at: number): Read | null {
  const found = matchAt(expression, text, at)
  if (!found) return null
  const numbers = numbersIn(found[1] ?? '', at + found[0].indexOf(found[1] ?? ''))
  return { end: at + found[0].length, numbers: numbers.map((each, n) => (n === 0 ? { ...each, start: at } : each)) }
}

/** Where the next part begins when one follows, and whether it closes a range. */
function joint(text: string, at: number): { at: number; range: boolean } {
  const found = matchAt(pattern.partFollows, text, at)
  return found ? { at: at + found[0].length, range: pattern.range.test(found[0]) } : { at, range: false }
}

/** What a range leaves unsaid between two numbers. */
const between = (from: number | undefined, to: Numbers): Numbers => {
  const [first] = to
  if (from === undefined || !first || first.value - from > 200) return to
  const filled = Array.from({ length: Math.max(0, first.value - from - 1) }, (_, n) => ({ ...first, value: from + n + 1 }))
  return [...filled, ...to]
}

/** The paragraphs and items that follow an article's number. */
export function partsHere(text: string, from: number): Placed<Part>[] {
  const parts: Placed<Part>[] = []
  let next = { at: from, range: false }
  let paragraph: number | null = null
  for (;;) {
    const paragraphs = read(pattern.paragraphHere, text, next.at)
    if (paragraphs) {
      const numbers = next.range ? between(parts.at(-1)?.paragraph ?? undefined, paragraphs.numbers) : paragraphs.numbers
      paragraph = numbers.at(-1)?.value ?? null
      const direct = matchAt(pattern.itemHere, text, paragraphs.end) !== null
      const kept = direct ? numbers.slice(0, -1) : numbers
      parts.push(...kept.map(({ value, start }) => ({ paragraph: value, item: null, start, end: paragraphs.end })))
      next = direct ? { at: paragraphs.end, range: false } : joint(text, paragraphs.end)
      continue
    }
    const items = read(pattern.itemHere, text, next.at)
    if (!items) return parts
    const numbers = next.range ? between(parts.at(-1)?.item ?? undefined, items.numbers) : items.numbers
    for (const { value, start } of numbers) parts.push({ paragraph, item: value, start, end: items.end })
    next = joint(text, items.end)
    if (next.at === items.end) return parts
  }
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
