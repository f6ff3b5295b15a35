import { Icon } from '../icons.tsx'
import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'
import type { ImportKind } from './shape.ts'

export function KindStep({ kinds, onChoose }: { kinds: readonly ImportKind[]; onChoose(what: string): void }) {
  const t = useSay()
  return (
    <ul className="kinds">
      {kinds.map((kind) => (
        <li key={kind.what} className="card">
          <button type="button" className="plain-button kind" onClick={() => onChoose(kind.what)}>
            <b>{kind.title}</b>
            {kind.hint && <span className="muted small">{kind.hint}</span>}
            <span className="muted small">{t(words.note.accepts, { kinds: kind.accepts.join(' ') })}</span>
          </button>
          {kind.template && (
            <a href={kind.template} download className="kind-template">
              <Icon name="import" size={12} /> {t(words.action.template)}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
