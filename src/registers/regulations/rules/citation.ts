import { type Compact, compact, spanIn } from './compact.ts'
import { pattern } from './lexicon.ts'
import { type KnownTitle, type Names, namesFor } from './names.ts'
import { numberFrom } from './numerals.ts'
import { articlesHere, type Part, partsHere } from './row.ts'

export type Place = { article: number | null; suffix: number; paragraph: number | null; item: number | null }
/**
 * One article cited: `start`–`end` are the words that name it (the title with the article, or the article alone
 * in a row of several). `title` is the full title, or the title as written when it is not a known one. `also` holds
 * further paragraphs and items of the same article. `article` is null when only the title is named, in book marks.
 */
export type Citation = Place & {
  start: number
  end: number
  title: string
  known: boolean
  own: boolean
  also: readonly (Part & { start: number; end: number })[]
}

/** The law a text belongs to, so that 'this law', 'this article' and 'the preceding paragraph' can be resolved. */
export type Within = { title: string; placeAt(offset: number): { article: number; suffix: number; paragraph: number | null } | null }

type Owner = { title: string; known: boolean; own: boolean; start: number }
type Reading = { whole: Compact; names: Names; within: Within | null; found: Citation[]; done: number; last: Owner | null }

/** Every article that a text cites, in the order of the text. */
export function findCitations(text: string, known: readonly KnownTitle[], within: Within | null = null): Citation[] {
  const whole = compact(text)
  const reading: Reading = { whole, names: namesFor(whole.text, known), within, found: [], done: 0, last: null }
  for (const { index } of whole.text.matchAll(pattern.article)) if (index >= reading.done) readAt(reading, index)
  nameOnly(reading)
  if (within) relative(reading, within)
  return reading.found.sort((a, b) => a.start - b.start || a.end - b.end)
}

function readAt(reading: Reading, index: number) {
  const owner = ownerBefore(reading, index)
  if (!owner) return
  if (!owner.own) reading.last = owner
  readRow(reading, owner, index)
}

function ownerBefore(reading: Reading, index: number): Owner | null {
  const from = Math.max(reading.done, index - 140)
  const head = reading.whole.text.slice(from, index)
  const at = (offset: number) => from + offset
  const own = pattern.ownBefore.exec(head)
  if (own) return reading.within && { title: reading.within.title, known: true, own: true, start: at(own.index) }
  const again = pattern.lastBefore.exec(head)
  if (again) return reading.last && { ...reading.last, start: at(again.index) }
  return marked(reading.names, head, at) ?? bare(reading.names, head, at)
}

function marked(names: Names, head: string, at: (offset: number) => number): Owner | null {
  const implementing = pattern.implementingBefore.exec(head)
  if (implementing) {
    const name = `${names.resolve(implementing[1] ?? '') ?? implementing[1]}${implementing[2]}`
    return { title: name, known: names.resolve(name) !== null, own: false, start: at(implementing.index) }
  }
  const title = pattern.titleBefore.exec(head)
  if (!title) return null
  const known = names.resolve(title[1] ?? '')
  return { title: known ?? title[1] ?? '', known: known !== null, own: false, start: at(title.index) }
}

function bare(names: Names, head: string, at: (offset: number) => number): Owner | null {
  const trimmed = head.replace(pattern.bareTail, '')
  const ending = names.endingOf(trimmed)
  return ending && { title: ending.title, known: true, own: false, start: at(trimmed.length - ending.name.length) }
}

function readRow(reading: Reading, owner: Owner, index: number) {
  let start = owner.start
  let at = index
  let range: { from: number; start: number } | null = null
  for (;;) {
    const articles = articlesHere(reading.whole.text, at)
    if (articles.length === 0) break
    if (range) between(reading, owner, range, articles[0])
    for (const each of articles) {
      const from = each === articles[0] ? start : each.start
      keep(reading, owner, { start: from, end: each.end, place: { article: each.article, suffix: each.suffix }, parts: each.parts })
      range = { from: each.article, start: each.start }
    }
    at = articles.at(-1)?.end ?? at
    const joined = follows(pattern.articleFollows, reading.whole.text, at)
    const ranged = joined === null ? follows(pattern.rangeFollows, reading.whole.text, at) : null
    if (joined !== null) range = null
    const next = joined ?? ranged
    if (next === null) break
    at = next
    start = next
  }
  reading.done = at
}

/** The articles of a range that are not written out: both ends' words name them. */
function between(reading: Reading, owner: Owner, range: { from: number; start: number }, to: { article: number; end: number } | undefined) {
  if (!to || to.article - range.from > 200) return
  for (let article = range.from + 1; article < to.article; article++)
    keep(reading, owner, { start: range.start, end: to.end, place: { article, suffix: 0 }, parts: [] })
}

export function follows(joint: RegExp, text: string, at: number): number | null {
  joint.lastIndex = at
  return joint.test(text) ? joint.lastIndex : null
}

type Span = {
  start: number
  end: number
  place: { article: number | null; suffix: number }
  parts: readonly (Part & { start: number; end: number })[]
}
function keep({ whole, found }: Reading, owner: Owner, { start, end, place, parts }: Span) {
  const [first, ...rest] = parts
  found.push({
    ...spanIn(whole, { start, end: first && rest.length > 0 ? first.end : end }),
    title: owner.title,
    known: owner.known,
    own: owner.own,
    ...place,
    paragraph: first?.paragraph ?? null,
    item: first?.item ?? null,
    also: rest.map((part) => ({ ...part, ...spanIn(whole, part) })),
  })
}

/** Known titles in book marks that no article follows. */
function nameOnly(reading: Reading) {
  const { whole, names, found } = reading
  for (const each of whole.text.matchAll(pattern.bookTitle)) {
    const title = names.resolve(each[1] ?? '')
    const span = { start: each.index, end: each.index + each[0].length }
    const here = spanIn(whole, span)
    if (!title || found.some((other) => other.start <= here.start && here.end <= other.end)) continue
    const owner: Owner = { title, known: true, own: false, start: span.start }
    if (articlesHere(whole.text, span.end).length > 0) readRow(reading, owner, span.end)
    else keep(reading, owner, { ...span, place: { article: null, suffix: 0 }, parts: [] })
  }
}

function relative(reading: Reading, within: Within) {
  const { whole } = reading
  const owner: Owner = { title: within.title, known: true, own: true, start: 0 }
  for (const { index, 0: words } of whole.text.matchAll(pattern.ownArticleHere)) {
    const here = within.placeAt(spanIn(whole, { start: index, end: index + 1 }).start)
    const parts = partsHere(whole.text, index + words.length)
    if (here) keep(reading, owner, { start: index, end: parts.at(-1)?.end ?? index, place: here, parts })
  }
  for (const each of whole.text.matchAll(pattern.previousParagraph))
    previousParagraph(reading, owner, { within, index: each.index, words: each[0], count: each[1] })
  for (const each of whole.text.matchAll(pattern.previousArticle))
    previousArticle(reading, owner, { within, index: each.index, words: each[0], count: each[1] })
}

type Back = { within: Within; index: number; words: string; count: string | undefined }
function previousParagraph(reading: Reading, owner: Owner, { within, index, words, count }: Back) {
  const here = within.placeAt(spanIn(reading.whole, { start: index, end: index + 1 }).start)
  const back = count ? (numberFrom(count) ?? 1) : 1
  if (!here || here.paragraph === null || here.paragraph <= back) return
  const end = index + words.length
  const items = partsHere(reading.whole.text, end)
  const paragraphs = Array.from({ length: back }, (_, n) => ({
    paragraph: (here.paragraph ?? 1) - back + n,
    item: null,
    start: index,
    end,
  }))
  const parts = items.length > 0 ? items.map((part) => ({ ...part, paragraph: (here.paragraph ?? 1) - 1 })) : paragraphs
  keep(reading, owner, { start: index, end: items.at(-1)?.end ?? end, place: { article: here.article, suffix: here.suffix }, parts })
}

function previousArticle(reading: Reading, owner: Owner, { within, index, words, count }: Back) {
  const here = within.placeAt(spanIn(reading.whole, { start: index, end: index + 1 }).start)
  const back = count ? (numberFrom(count) ?? 1) : 1
  if (!here || here.article <= back) return
  const end = index + words.length
  const parts = partsHere(reading.whole.text, end)
  for (let n = back; n >= 1; n--)
    keep(reading, owner, {
      start: index,
      end: parts.at(-1)?.end ?? end,
      place: { article: here.article - n, suffix: 0 },
      parts: n === 1 ? parts : [],
    })
}
