import { type FormEvent, useId } from 'react'
import { useQueryText } from '../../../web/address.ts'
import { useAsk } from '../../../web/ask.ts'
import { Go, place } from '../../../web/go.tsx'
import { Card } from '../../../web/page-frame.tsx'
import { useSay } from '../../../web/tongue.tsx'
import { searchInside } from '../contract.ts'
import type { Hit } from '../rules/shapes.ts'
import { words } from '../words.ts'
import type { Opened } from './reader-address.tsx'

function FoundAt({ hit, q }: { hit: Hit; q: string }) {
  const to = place(`/regulations/${hit.regulation}`, {
    version: hit.version,
    q,
    article: hit.article,
    suffix: hit.suffix || null,
    paragraph: hit.paragraph,
    item: hit.item,
  })
  return (
    <li>
      <Go to={to}>
        <span className="num">{hit.article}</span> {hit.text.slice(0, 46)}
      </Go>
    </li>
  )
}

/** Finds words in this text; the places are marked in it and listed here. */
export function FindInside({ opened, q }: { opened: Opened; q: string }) {
  const t = useSay()
  const id = useId()
  const [, set] = useQueryText()
  const asked = useAsk(searchInside, { q, version: opened.version.id, limit: 500 }, { when: q !== '', keep: true })
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    set({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim() || undefined })
  }
  return (
    <Card title={t(words.action.find)} aside={q ? t(words.note.hits, { count: asked.data?.total ?? 0 }) : undefined}>
      <form className="row" onSubmit={find}>
        <label className="hidden-visually" htmlFor={id}>
          {t(words.action.find)}
        </label>
        <input id={id} key={q} name="q" className="field-control" defaultValue={q} type="search" />
      </form>
      {q !== '' && (
        <ul className="law-rows">
          {(asked.data?.rows ?? []).slice(0, 50).map((hit) => (
            <FoundAt key={`${hit.start}`} hit={hit} q={q} />
          ))}
        </ul>
      )}
    </Card>
  )
}
