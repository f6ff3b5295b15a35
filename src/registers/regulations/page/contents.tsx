import { Go, place } from '../../../web/go.tsx'
import type { Provision } from '../model.ts'
import type { Opened, ReaderAddress } from './reader-address.tsx'

type Chapter = { key: number; title: string; articles: readonly Provision[] }

/** Chapters and sections with the articles that stand directly under them. */
function chaptersOf({ provisions, text }: Opened): Chapter[] {
  const holders = provisions.filter((piece) => ['part', 'chapter', 'section'].includes(piece.kind))
  const under = (parent: number | null) => provisions.filter((piece) => piece.kind === 'article' && piece.parent === parent)
  const loose = under(null)
  const chapters = holders.map((piece) => ({
    key: piece.position,
    title: text.slice(piece.startsAt).split('\n', 1)[0]?.trim() ?? '',
    articles: under(piece.position),
  }))
  return loose.length > 0 ? [{ key: -1, title: '', articles: loose }, ...chapters] : chapters
}

const numberOf = (piece: Provision) => (piece.suffix > 0 ? `${piece.article}-${piece.suffix}` : `${piece.article}`)

/** The table of contents: chapters, and the numbers of their articles as links. */
export function Contents({ opened, address }: { opened: Opened; address: ReaderAddress }) {
  const to = (piece: Provision) =>
    place(`/regulations/${opened.regulation.id}`, {
      version: opened.version.id,
      article: piece.article,
      suffix: piece.suffix || null,
      q: address.q,
    })
  return chaptersOf(opened).map((chapter) => (
    <section key={chapter.key}>
      {chapter.title && <h2 className="law-chapter">{chapter.title}</h2>}
      <ol>
        {chapter.articles.map((piece) => (
          <li key={piece.position} style={{ display: 'inline-block' }}>
            <Go
              to={to(piece)}
              label={piece.label}
              className="num"
              current={address.article === piece.article && address.suffix === piece.suffix}
            >
              {numberOf(piece)}
            </Go>
          </li>
        ))}
      </ol>
    </section>
  ))
}
