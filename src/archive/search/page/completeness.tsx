import { useSay } from '../../../web/tongue.tsx'
import type { Found } from '../contract.ts'
import { words } from '../words.ts'

/** Says whether the search reached everything, and lists what it could not reach. */
export function Completeness({ found }: { found: Found }) {
  const t = useSay()
  const { complete, unsearchable, waiting } = found
  if (complete) return <p className="muted small search-complete">{t(words.page.complete)}</p>
  return (
    <div className="search-complete small">
      {waiting > 0 && <p>{t(words.page.waiting, { count: waiting })}</p>}
      {unsearchable.length > 0 && (
        <details>
          <summary>{t(words.page.incomplete, { count: unsearchable.length })}</summary>
          <ul className="search-unsearchable">
            {unsearchable.map(({ id, document, message }) => (
              <li key={id}>
                <b>{document}</b> <span className="muted">{message}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
