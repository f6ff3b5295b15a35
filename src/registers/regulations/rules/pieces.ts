import type { Provision } from '../model.ts'

type Placed = Pick<
  Provision,
  'position' | 'parent' | 'startsAt' | 'textAt' | 'endsAt' | 'kind' | 'article' | 'suffix' | 'paragraph' | 'item' | 'label'
>

/** A provision's own words: without its label and without what it holds (its items, its paragraphs). */
export function ownSpan(piece: Placed, pieces: readonly Placed[]): { start: number; end: number } {
  const first = pieces[piece.position + 1]
  const end = first?.parent === piece.position ? Math.max(piece.textAt, first.startsAt) : piece.endsAt
  return { start: piece.textAt, end }
}

/** The headings above a provision, highest first. */
export function holdersOf<Piece extends Placed>(piece: Piece, pieces: readonly Piece[]): Piece[] {
  const above: Piece[] = []
  for (let at = piece.parent; at !== null; ) {
    const holder = pieces[at]
    if (!holder) break
    above.unshift(holder)
    at = holder.parent
  }
  return above
}

/** The innermost provision that holds this place of the text. */
export const pieceAt = <Piece extends Placed>(pieces: readonly Piece[], offset: number): Piece | null =>
  pieces.findLast((piece) => piece.startsAt <= offset && offset < piece.endsAt) ?? null

/** The provision of an article, or of a paragraph or item inside it. */
export const provisionAt = <Piece extends Placed>(
  pieces: readonly Piece[],
  place: { article: number; suffix: number; paragraph?: number | undefined; item?: number | undefined },
): Piece | null => {
  const wanted = place.item !== undefined ? 'item' : place.paragraph !== undefined ? 'paragraph' : 'article'
  const inside = pieces.filter((piece) => piece.article === place.article && piece.suffix === place.suffix && piece.kind === wanted)
  const fits = (piece: Piece) =>
    (wanted === 'article' || place.paragraph === undefined || piece.paragraph === place.paragraph) &&
    (wanted !== 'item' || piece.item === place.item)
  return inside.find(fits) ?? null
}

/** An article's words line by line, without its number. */
export const articleWords = (text: string, article: Placed): string =>
  text
    .slice(article.textAt, article.endsAt)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
