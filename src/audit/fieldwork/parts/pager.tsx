import { useState } from 'react'
import { useSay } from '../../../web/tongue.tsx'
import { words } from '../words.ts'

export const pageSize = 50
export type Pages = { offset: number; limit: number; go(offset: number): void }
/** Which page of a project's list is shown. */
export function usePages(): Pages {
  const [offset, go] = useState(0)
  return { offset, limit: pageSize, go }
}

/** The way to the other pages of a list; nothing when there is only one. */
export function Pager({ pages, total, label }: { pages: Pages; total: number; label: string }) {
  const t = useSay()
  const { offset, limit, go } = pages
  if (total <= limit) return null
  const shown = t(words.note.pageOf, { from: offset + 1, to: Math.min(total, offset + limit), total })
  return (
    <nav className="row card-body" aria-label={label}>
      <button type="button" className="link-button" disabled={offset === 0} onClick={() => go(Math.max(0, offset - limit))}>
        {t(words.action.pageBefore)}
      </button>
      <span className="num muted">{shown}</span>
      <button type="button" className="link-button" disabled={offset + limit >= total} onClick={() => go(offset + limit)}>
        {t(words.action.pageNext)}
      </button>
    </nav>
  )
}
