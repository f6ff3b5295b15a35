import { useMemo } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useAsk } from '../../../web/ask.ts'
import { Go, place, useParam } from '../../../web/go.tsx'
import { Shown } from '../../../web/notes.tsx'
import { Card, Page } from '../../../web/page-frame.tsx'
import { type Range, ReadingPane, type ReadParagraph } from '../../../web/reading-pane.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { oneRegulation, searchInside } from '../contract.ts'
import type { Provision } from '../model.ts'
import { ownSpan, provisionAt } from '../rules/pieces.ts'
import { words } from '../words.ts'
import { CitedBy } from './cited-by.tsx'
import { Compare } from './compare.tsx'
import { Contents } from './contents.tsx'
import { FindInside } from './find-inside.tsx'
import { Address, type Opened, type ReaderAddress } from './reader-address.tsx'
import { StandingTag } from './standing-tag.tsx'
import './regulations.css'
import { VersionCard } from './version-card.tsx'

/** What stands beside a paragraph: the article's number, then paragraph and item. */
const labelOf = (piece: Provision) => {
  if (piece.article === null) return ''
  const article = piece.suffix > 0 ? `${piece.article}-${piece.suffix}` : `${piece.article}`
  if (piece.kind === 'paragraph') return piece.paragraph === 1 ? article : `${article}.${piece.paragraph}`
  return `${piece.subitem === null ? '' : `${piece.item}.`}${piece.subitem ?? piece.item ?? ''}`
}

/** Lines as they are read: an article's number stands in its first paragraph. */
function paragraphsOf(provisions: readonly Provision[]): ReadParagraph[] {
  return provisions.flatMap((piece) => {
    const first = provisions[piece.position + 1]
    if (piece.kind === 'article' && first?.parent === piece.position) return []
    const holder = piece.parent === null ? undefined : provisions[piece.parent]
    const opens = piece.kind === 'paragraph' && piece.paragraph === 1 && holder?.kind === 'article'
    const heading = piece.kind === 'chapter' || piece.kind === 'part' ? 2 : piece.kind === 'section' ? 3 : null
    const endsAt = heading === null ? ownSpan(piece, provisions).end : piece.endsAt
    return [{ no: piece.position, startsAt: opens ? holder.startsAt : piece.startsAt, endsAt, heading }]
  })
}

/** Headings hold their articles; only their own line is shown. */
const ownLines = (text: string, paragraphs: readonly ReadParagraph[]) =>
  paragraphs.map((each) => {
    const line = text.indexOf('\n', each.startsAt)
    const until = each.heading && line >= 0 ? Math.min(line, each.endsAt) : each.endsAt
    return { ...each, endsAt: each.startsAt + text.slice(each.startsAt, until).trimEnd().length }
  })

function useHits(opened: Opened, q: string | undefined): readonly Range[] {
  const asked = useAsk(searchInside, { q: q ?? '', version: opened.version.id, limit: 500 }, { when: Boolean(q), keep: true })
  return useMemo(() => {
    const hits = q ? (asked.data?.rows ?? []) : []
    return hits.flatMap((hit) =>
      hit.marks.map(([from, to]) => ({ key: `${hit.start}-${from}`, start: hit.start + from, end: hit.start + to, tone: 'hit' as const })),
    )
  }, [asked.data, q])
}

/** The line in which a provision begins: an article begins with its first paragraph. */
const firstLine = (piece: Provision, provisions: readonly Provision[]) =>
  provisions[piece.position + 1]?.parent === piece.position && piece.kind === 'article' ? piece.position + 1 : piece.position

function LawText({ opened, address }: { opened: Opened; address: ReaderAddress }) {
  const { text, provisions, regulation, version } = opened
  const paragraphs = useMemo(() => ownLines(text, paragraphsOf(provisions)), [text, provisions])
  const { article, suffix, paragraph, item } = address
  const chosen = article === undefined ? null : provisionAt(provisions, { article, suffix, paragraph, item })
  const ranges = useHits(opened, address.q)
  const here = (no: number) => {
    const piece = provisions[no]
    const part = piece?.kind === 'paragraph' && piece.paragraph === 1 ? {} : { paragraph: piece?.paragraph, item: piece?.item }
    const where = piece?.article ? { article: piece.article, suffix: piece.suffix || null, ...part } : {}
    return place(`/regulations/${regulation.id}`, { version: version.id, q: address.q, ...where })
  }
  return (
    <ReadingPane
      text={text}
      paragraphs={paragraphs}
      ranges={ranges}
      at={chosen ? (address.q ? { paragraph: firstLine(chosen, provisions) } : { start: chosen.startsAt, end: chosen.endsAt }) : undefined}
      here={here}
      label={(no) => (provisions[no] ? labelOf(provisions[no]) : '')}
    />
  )
}

function Reader({ opened, address }: { opened: Opened; address: ReaderAddress }) {
  const t = useSay()
  const { regulation, version } = opened
  const lead = (
    <span className="row">
      <StandingTag standing={version.standing} />
      <span className="num">{version.adoptedOn}</span>
      <span>{regulation.aliases.join(' · ')}</span>
    </span>
  )
  return (
    <Page title={regulation.title} lead={lead} crumbs={[{ says: t(words.title.list), to: '/regulations' }]}>
      {address.compare ? (
        <Compare opened={opened} other={address.compare} />
      ) : (
        <div className="law-grid">
          <nav className="law-side law-contents no-print" aria-label={t(words.note.contents)}>
            <Contents opened={opened} address={address} />
          </nav>
          <Card title={t(words.note.text)} aside={version.name} flush>
            <LawText opened={opened} address={address} />
          </Card>
          <div className="law-side stack no-print">
            <VersionCard opened={opened} address={address} />
            <FindInside opened={opened} q={address.q ?? ''} />
            <CitedBy opened={opened} address={address} />
          </div>
        </div>
      )}
    </Page>
  )
}

/** One regulation to read: contents, text with links to every article, its versions, and what cites it. */
export function RegulationReaderPage() {
  const t = useSay()
  const id = useParam('id')
  const [address] = useAddress(Address)
  const asked = useAsk(oneRegulation, { id, version: address.version, on: address.on }, { keep: true })
  if (asked.data) return <Reader opened={asked.data} address={address} />
  return (
    <Page title={t(words.title.one)} crumbs={[{ says: t(words.title.list), to: '/regulations' }]}>
      <Shown ask={asked}>{() => <Go to="/regulations">{t(words.title.list)}</Go>}</Shown>
    </Page>
  )
}
