import { useState } from 'react'
import { type SetQuery, useAddress } from '../../web/address.ts'
import { useAsk } from '../../web/ask.ts'
import { useGo } from '../../web/go.tsx'
import { Pager } from '../../web/list-page/pager.tsx'
import { EmptyNote, ErrorNote, Waiting } from '../../web/notes.tsx'
import { Card, Page } from '../../web/page-frame.tsx'
import { useSay } from '../../web/tongue.tsx'
import { type Found, find } from './contract.ts'
import { Address, type SearchAddress } from './page/address.tsx'
import { Completeness } from './page/completeness.tsx'
import { Filters, QueryBox } from './page/filters.tsx'
import { HitList, placeOf } from './page/hits.tsx'
import { useHitKeys } from './page/keys.tsx'
import { type Parsed, parseQuery } from './rules/parse.ts'
import { words } from './words.ts'
import './page/parts.css'

const size = 20
function Start({ onAsk }: { onAsk(q: string): void }) {
  const t = useSay()
  const examples = (
    <ul className="row search-examples" aria-label={t(words.page.examples)}>
      {words.examples.map((example) => (
        <li key={example}>
          <button type="button" className="link-button" onClick={() => onAsk(example)}>
            {example}
          </button>
        </li>
      ))}
    </ul>
  )
  return <EmptyNote says={t(words.page.start)} action={examples} />
}

function Results({ found, page, onPage }: { found: Found; page: number; onPage(page: number): void }) {
  const t = useSay()
  const go = useGo()
  const [active, setActive] = useState(0)
  const at = Math.min(active, found.hits.length - 1)
  useHitKeys({
    onMove: (by) => setActive(Math.max(0, Math.min(found.hits.length - 1, at + by))),
    onOpen: () => {
      const hit = found.hits[at]
      if (hit) go(placeOf(hit))
    },
  })
  const count = { documents: found.total, paragraphs: found.paragraphs }
  return (
    <Card title={<span role="status">{t(words.page.total, count)}</span>} aside={<span className="no-print">{t(words.page.keys)}</span>}>
      <Completeness found={found} />
      {found.hits.length === 0 ? <EmptyNote says={t(words.page.nothing)} /> : <HitList hits={found.hits} active={at} />}
      <Pager page={page} size={size} total={found.paragraphs} onPage={onPage} />
    </Card>
  )
}

function Answer({ address, set }: { address: SearchAddress; set: SetQuery }) {
  const { q, page, ...filters } = address
  const asked = useAsk(find, { q, ...filters, limit: size, offset: (page - 1) * size }, { keep: true })
  if (asked.error) return <ErrorNote trouble={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Waiting lines={6} />
  return (
    <>
      <Filters address={address} found={asked.data} set={(part) => set({ ...part, page: undefined })} />
      <Results key={`${q} ${page}`} found={asked.data} page={page} onPage={(next) => set({ page: next === 1 ? undefined : next })} />
    </>
  )
}

/** Why the query cannot be answered, with the place of what is wrong. */
function Malformed({ refusal }: { refusal: Extract<Parsed, { refusal: unknown }>['refusal'] }) {
  const t = useSay()
  return (
    <p className="note note-error" role="alert">
      {t(words.refusal[refusal.code], refusal.facts)}
    </p>
  )
}

/** Exact search over papers and laws: paragraph hits that lead to the very words, exact counts, and what could not be searched. */
export function SearchPage() {
  const t = useSay()
  const [address, set] = useAddress(Address)
  const { q } = address
  const parsed = parseQuery(q)
  const ask = (text: string) => set({ q: text, page: undefined })
  return (
    <Page title={t(words.page.title)} className="search-page">
      <QueryBox key={q} q={q} onAsk={ask} />
      {q.trim() === '' && <Start onAsk={ask} />}
      {q.trim() !== '' && 'refusal' in parsed && <Malformed refusal={parsed.refusal} />}
      {'query' in parsed && <Answer address={address} set={set} />}
    </Page>
  )
}
