import { useEffect, useRef } from 'react'
import { Go, type Place, place } from '../../../web/go.tsx'
import { pieces } from '../../../web/ranges.ts'
import { useSay } from '../../../web/tongue.tsx'
import type { Hit } from '../model.ts'
import { type Window, windowsOf } from '../rules/windows.ts'
import { words } from '../words.ts'

/** The very words in the reader: a paper by offsets, a law by its article. */
export function placeOf({ room, id, paragraph, start, end, marks, regulation, article, suffix }: Hit): Place {
  if (room === 'regulations') return place(`/regulations/${regulation}`, { version: id, article, suffix: suffix || null })
  const [from, to] = marks[0] ?? [start, end]
  return place(`/reports/${id}`, marks.length > 0 ? { p: paragraph, s: from, e: to } : { p: paragraph })
}

function Snippet({ hit, window }: { hit: Hit; window: Window }) {
  const ranges = hit.marks.map(([start, end]) => ({ key: `${start}`, start, end, tone: 'hit' as const }))
  return (
    <>
      {window.cutBefore && '…'}
      {pieces({ text: hit.text, startsAt: hit.start }, window, ranges).map(({ start, text, range }) =>
        range ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>,
      )}
      {window.cutAfter && '…'}
    </>
  )
}

function Line({ hit, active }: { hit: Hit; active: boolean }) {
  const t = useSay()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (active) item.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const facts = [t(words.kind[hit.kind]), hit.year, hit.document].filter(Boolean).join(' · ')
  return (
    <li ref={item} className="search-hit" aria-current={active ? 'true' : undefined}>
      <div className="row">
        <Go to={placeOf(hit)} className="serif search-title">
          {hit.title}
        </Go>
        <span className="muted small num">{t(words.page.paragraph, { no: hit.paragraph })}</span>
        <span className="muted small">{facts}</span>
      </div>
      <p className="reading">
        {windowsOf(hit).map((window) => (
          <Snippet key={window.start} hit={hit} window={window} />
        ))}
      </p>
      {hit.marks.length === 0 && <p className="muted small">{t(words.page.withoutTerm)}</p>}
    </li>
  )
}

export function HitList({ hits, active }: { hits: readonly Hit[]; active: number }) {
  const t = useSay()
  return (
    <ol className="search-hits" aria-label={t(words.page.results)}>
      {hits.map((hit, at) => (
        <Line key={`${hit.id} ${hit.paragraph}`} hit={hit} active={at === active} />
      ))}
    </ol>
  )
}
