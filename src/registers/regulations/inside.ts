import type { Day } from '../../kernel/day.ts'
import { fold, foldedText, unfold } from '../../kernel/fold.ts'
import { likeText, type Reader } from '../../platform/db.ts'
import { headOn, type Opened } from './answers.ts'
import type { Provision, Regulation, RegulationVersion } from './model.ts'
import { type Citation, findCitations } from './rules/citation.ts'
import { ownSpan, pieceAt } from './rules/pieces.ts'
import type { Citing, Hit, VersionHead } from './rules/shapes.ts'
import { earlierMeant, settled, versionToShow } from './rules/versions.ts'
import * as store from './store.ts'

const holding = (words: string) => `%${likeText(words)}%`

type Shown = { regulations: ReadonlyMap<string, Regulation>; heads: ReadonlyMap<string, VersionHead> }

/** The one text of each regulation that is shown on a day, and the one that was asked for. */
async function shownOn(read: Reader, on: Day, asked: string | null): Promise<Shown> {
  const regulations = new Map((await store.allRegulations(read)).map((each) => [each.id, each]))
  const all = await store.headsOf(read, [...regulations.keys()])
  const heads = [...regulations.values()].flatMap(({ id, repealedOn }) => {
    const mine = settled(
      all.filter((head) => head.regulation === id),
      repealedOn,
    )
    const shown = mine.find((head) => head.id === asked) ?? versionToShow(mine, on)
    return shown ? [headOn(shown, on)] : []
  })
  return { regulations, heads: new Map(heads.map((head) => [head.id, head])) }
}

type Text = { version: RegulationVersion; head: VersionHead; regulation: Regulation; pieces: readonly Provision[] }

/** The texts in which one of these stands, with their provisions. */
async function textsHolding(
  read: Reader,
  like: readonly string[],
  { regulations, heads }: Shown,
  only: readonly string[],
): Promise<Text[]> {
  const versions = await store.versionsHolding(read, like, { versions: only })
  const texts = await Promise.all(
    versions.map(async (version) => {
      const [head, regulation] = [heads.get(version.id), regulations.get(version.regulation)]
      return head && regulation ? [{ version, head, regulation, pieces: await store.provisionsOf(read, version.id) }] : []
    }),
  )
  return texts.flat()
}

const naming = (piece: Provision, { version, head, regulation }: Text) => ({
  regulation: regulation.id,
  title: regulation.title,
  version: version.id,
  name: version.name,
  standing: head.standing,
  label: piece.label,
  article: piece.article,
  suffix: piece.suffix,
  paragraph: piece.paragraph,
  item: piece.item,
})

/** Paragraphs, items and headings in which all the words stand, with every place where they do. */
export async function hitsInside(read: Reader, asked: { q: string; on: Day; version: string | null }): Promise<Hit[]> {
  const sought = [...new Set(asked.q.split(/\s+/).map(foldedText))].filter((word) => word !== '')
  const shown = await shownOn(read, asked.on, asked.version)
  const only = asked.version ? [asked.version] : [...shown.heads.keys()]
  const texts = sought.length === 0 ? [] : await textsHolding(read, [holding(sought[0] ?? '')], shown, only)
  const hits = texts.flatMap((text) => hitsIn(text, sought))
  return hits.sort((a, b) => a.title.localeCompare(b.title, 'zh') || a.start - b.start)
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

function hitsIn(given: Text, sought: readonly string[]): Hit[] {
  const { version, pieces } = given
  const places = spots(version.text, sought)
  return pieces.flatMap((piece): Hit[] => {
    const { start, end } = piece.kind === 'article' ? { start: 0, end: 0 } : ownSpan(piece, pieces)
    const mine = places.map((found) => found.filter((spot) => start <= spot.start && spot.end <= end))
    if (mine.some((found) => found.length === 0)) return []
    const marks = mine.flat().map((spot): [number, number] => [spot.start - start, spot.end - start])
    const text = version.text.slice(start, end).trimEnd()
    return [{ ...naming(piece, given), start, end: start + text.length, text, marks: marks.sort((a, b) => a[0] - b[0]) }]
  })
}

/** Where texts on file cite a regulation, or one article of it; `own` asks for the places inside the same text. */
export async function citingOf(
  read: Reader,
  { regulation, head, on }: Opened,
  asked: { article: number | null; suffix: number; own: boolean },
): Promise<Citing[]> {
  const shown = await shownOn(read, on, head.id)
  const known = await store.knownTitles(read)
  const names = known.find(({ title }) => title === regulation.title)
  const like = asked.own ? [holding('')] : [regulation.title, ...(names?.aliases ?? [])].map((name) => holding(foldedText(name)))
  const only = asked.own ? [head.id] : [...shown.heads.keys()].filter((id) => id !== head.id)
  const texts = await textsHolding(read, like, shown, only)
  const rows = texts.flatMap((text) => {
    const within = { title: text.regulation.title, placeAt: (offset: number) => placeIn(text.pieces, offset) }
    const cited = findCitations(text.version.text, known, within)
    const meant = cited.filter((each) => each.title === regulation.title && fits(each, asked))
    return meant.map((each) => ({ ...citing(each, text), earlier: asked.own ? null : earlierMeant(text.version, head) }))
  })
  return rows.sort((a, b) => a.title.localeCompare(b.title, 'zh') || a.start - b.start)
}

const fits = (each: Citation, asked: { article: number | null; suffix: number; own: boolean }) =>
  each.own === asked.own && (asked.article === null || (each.article === asked.article && each.suffix === asked.suffix))

function placeIn(pieces: readonly Provision[], offset: number) {
  const piece = pieceAt(pieces, offset)
  return piece?.article ? { article: piece.article, suffix: piece.suffix, paragraph: piece.paragraph } : null
}

function citing(each: Citation, { version, head, regulation: from, pieces }: Text): Omit<Citing, 'earlier'> {
  const piece = pieceAt(pieces, each.start)
  const span = piece ? ownSpan(piece, pieces) : { start: each.start, end: each.end }
  const article = pieces.find((one) => one.kind === 'article' && one.article === piece?.article && one.suffix === piece?.suffix)
  return {
    regulation: from.id,
    title: from.title,
    version: version.id,
    standing: head.standing,
    adoptedOn: version.adoptedOn,
    label: article?.label ?? '',
    article: piece?.article ?? null,
    suffix: piece?.suffix ?? 0,
    words: version.text.slice(each.start, each.end),
    start: each.start,
    end: each.end,
    text: version.text.slice(span.start, span.end).trim(),
    cited: { article: each.article, suffix: each.suffix, paragraph: each.paragraph, item: each.item },
  }
}
