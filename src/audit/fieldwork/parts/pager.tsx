import { useQueryText } from '../../../web/address.ts'
import { useSay } from '../../../web/tongue.tsx'
import { words } from '../words.ts'

export const pageSize = 50
export type Pages = { offset: number; limit: number; row: string | undefined; go(offset: number): void }
/** Which page of a project's list is shown, and the row it is opened for: both stand in the address. */
export function usePages(name = 'page'): Pages {
  const [query, set] = useQueryText()
  const page = Math.max(1, Math.floor(Number(query[name] ?? 1)) || 1)
  const go = (offset: number) => set({ [name]: offset === 0 ? undefined : String(offset / pageSize + 1), row: undefined })
  return { offset: (page - 1) * pageSize, limit: pageSize, row: typeof query.row === 'string' ? query.row : undefined, go }
}

/** The way to the other pages of a list; nothing when there is only one. */
export function Pager({ pages, total, label }: { pages: Pages; total: number; label: string }) {
  const t = useSay()
  const { offset, limit, go } = pages
  if (total <= limit && offset === 0) return null
  const shown = t(words.note.pageOf, { from: Math.min(total, offset + 1), to: Math.min(total, offset + limit), total })
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
