import type { Day } from '../../kernel/day.ts'
import { fold, foldedText, unfold } from '../../kernel/fold.ts'
import { likeText, type Reader } from '../../platform/db.ts'
import type { Opened } from './answers.ts'
import type { Citing, Hit } from './contract.ts'
import type { Provision, Regulation, RegulationVersion } from './model.ts'
import { type Citation, findCitations } from './rules/citation.ts'
import { ownSpan, pieceAt } from './rules/pieces.ts'
import { earlierMeant, standing, versionToShow } from './rules/versions.ts'
import * as store from './store.ts'

const holding = (words: string) => `%${likeText(words)}%`

/** The one text of each regulation that is shown on a day. */
async function shownOn(read: Reader, on: Day): Promise<{ regulations: Map<string, Regulation>; versions: string[] }> {
  const regulations = new Map((await store.allRegulations(read)).map((each) => [each.id, each]))
  const heads = await store.headsOf(read, [...regulations.keys()])
  const versions = [...regulations.keys()].flatMap((id) => {
    const mine = heads.filter((head) => head.regulation === id)
    return versionToShow(mine, on)?.id ?? []
  })
  return { regulations, versions }
}

const naming = (piece: Provision, version: RegulationVersion, regulation: Regulation, on: Day) => ({
  ...{ regulation: regulation.id, title: regulation.title, version: version.id, name: version.name, standing: standing(version, on) },
  ...{ label: piece.label, article: piece.article, suffix: piece.suffix, paragraph: piece.paragraph, item: piece.item },
})

/** Paragraphs, items and headings in which all the words stand, with every place where they do. */
export async function hitsInside(read: Reader, asked: { q: string; on: Day; version: string | null }): Promise<Hit[]> {
  const sought = [...new Set(asked.q.split(/\s+/).map(foldedText))].filter((word) => word !== '')
  const { regulations, versions } = await shownOn(read, asked.on)
  const only = asked.version ? [asked.version] : versions
  const texts = sought.length === 0 ? [] : await store.versionsHolding(read, [holding(sought[0] ?? '')], { versions: only })
  const hits = await Promise.all(
    texts.map(async (version) => {
      const regulation = regulations.get(version.regulation)
      return regulation ? hitsIn(version, await store.provisionsOf(read, version.id), regulation, { sought, on: asked.on }) : []
    }),
  )
  return hits.flat().sort((a, b) => a.title.localeCompare(b.title, 'zh') || a.start - b.start)
}

type Spot = { start: number; end: number }
function spots(text: string, sought: readonly string[]): Spot[][] {
  const folded = fold(text)
  return sought.map((word) => {
    const found: Spot[] = []
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + 1))
      found.push(unfold(folded, { start: at, end: at + word.length }))
    return found
  })
}

function hitsIn(
  version: RegulationVersion,
  pieces: readonly Provision[],
  regulation: Regulation,
  { sought, on }: { sought: string[]; on: Day },
): Hit[] {
  const places = spots(version.text, sought)
  return pieces.flatMap((piece): Hit[] => {
    const { start, end } = piece.kind === 'article' ? { start: 0, end: 0 } : ownSpan(piece, pieces)
    const mine = places.map((found) => found.filter((spot) => start <= spot.start && spot.end <= end))
    if (mine.some((found) => found.length === 0)) return []
    const marks = mine.flat().map((spot): [number, number] => [spot.start - start, spot.end - start])
    const text = version.text.slice(start, end).trimEnd()
    return [{ ...naming(piece, version, regulation, on), start, end: start + text.length, text, marks: marks.sort((a, b) => a[0] - b[0]) }]
  })
}

/** Where texts on file cite a regulation, or one article of it; `own` asks for the places inside the same text. */
export async function citingOf(
  read: Reader,
  { regulation, head, on }: Opened,
  asked: { article: number | null; suffix: number; own: boolean },
): Promise<Citing[]> {
  const { regulations, versions } = await shownOn(read, on)
  const known = await store.knownTitles(read)
  const names = known.find(({ title }) => title === regulation.title)
  const like = asked.own ? [holding('')] : [regulation.title, ...(names?.aliases ?? [])].map((name) => holding(foldedText(name)))
  const only = asked.own ? [head.id] : versions.filter((id) => id !== head.id)
  const texts = await store.versionsHolding(read, like, { versions: only })
  const all = await Promise.all(
    texts.map(async (version): Promise<Citing[]> => {
      const from = regulations.get(version.regulation)
      if (!from) return []
      const pieces = await store.provisionsOf(read, version.id)
      const cited = findCitations(version.text, known, { title: from.title, placeAt: (offset) => placeIn(pieces, offset) })
      const meant = cited.filter((each) => each.title === regulation.title && fits(each, asked))
      return meant.map((each) => ({
        ...citing(each, { version, pieces, from, on }),
        earlier: asked.own ? null : earlierMeant(version, head),
      }))
    }),
  )
  return all.flat().sort((a, b) => a.title.localeCompare(b.title, 'zh') || a.start - b.start)
}

const fits = (each: Citation, asked: { article: number | null; suffix: number; own: boolean }) =>
  each.own === asked.own && (asked.article === null || (each.article === asked.article && each.suffix === asked.suffix))

function placeIn(pieces: readonly Provision[], offset: number) {
  const piece = pieceAt(pieces, offset)
  return piece?.article ? { article: piece.article, suffix: piece.suffix, paragraph: piece.paragraph } : null
}

type Context = { version: RegulationVersion; pieces: readonly Provision[]; from: Regulation; on: Day }
function citing(each: Citation, { version, pieces, from, on }: Context): Omit<Citing, 'earlier'> {
  const piece = pieceAt(pieces, each.start)
  const span = piece ? ownSpan(piece, pieces) : { start: each.start, end: each.end }
  const article = pieces.find((one) => one.kind === 'article' && one.article === piece?.article && one.suffix === piece?.suffix)
  return {
    ...{ regulation: from.id, title: from.title, version: version.id, standing: standing(version, on), adoptedOn: version.adoptedOn },
    ...{ label: article?.label ?? '', article: piece?.article ?? null, suffix: piece?.suffix ?? 0 },
    ...{ words: version.text.slice(each.start, each.end), start: each.start, end: each.end },
    text: version.text.slice(span.start, span.end).trim(),
    cited: { article: each.article, suffix: each.suffix, paragraph: each.paragraph, item: each.item },
  }
}
