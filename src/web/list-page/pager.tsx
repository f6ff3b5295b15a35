import { Icon, type IconName } from '../icons.tsx'
import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'

type Props = { page: number; size: number; total: number; onPage(page: number): void }

/** Which rows of how many, and the way to the others. The total is exact. */
export function Pager({ page, size, total, onPage }: Props) {
  const t = useSay()
  const last = Math.max(1, Math.ceil(total / size))
  const steps: { name: IconName; label: string; to: number }[] = [
    { name: 'left', label: t(words.action.previousPage), to: page - 1 },
    { name: 'right', label: t(words.action.nextPage), to: page + 1 },
  ]
  const range = { from: Math.min(total, (page - 1) * size + 1), to: Math.min(total, page * size), total }
  return (
    <div className="pager">
      <span className="muted num" role="status">
        {total > size ? t(words.note.range, range) : t(words.note.total, { total })}
      </span>
      {total > size &&
        steps.map(({ name, label, to }) => (
          <button
            key={name}
            type="button"
            className="icon-button"
            aria-label={label}
            disabled={to < 1 || to > last}
            onClick={() => onPage(to)}
          >
            <Icon name={name} />
          </button>
        ))}
    </div>
  )
}
