import { useEffect, useRef } from 'react'
import { useSay } from '../../../web/tongue.tsx'
import type { MentionLine } from '../contract.ts'
import { words } from '../words.ts'
import { StandingTag } from './standing.tsx'

type Props = { rows: readonly MentionLine[]; at: string | null; onPick(id: string): void }

const rowStyle = {
  display: 'flex',
  width: '100%',
  gap: 8,
  alignItems: 'baseline',
  justifyContent: 'space-between',
  padding: '8px 12px',
  border: 0,
  borderBottom: '1px solid var(--line)',
  textAlign: 'start',
  cursor: 'pointer',
  color: 'inherit',
  font: 'inherit',
} as const

function Row({ row, chosen, onPick }: { row: MentionLine; chosen: boolean; onPick(): void }) {
  const t = useSay()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (chosen) button.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <li>
      <button
        ref={button}
        type="button"
        aria-current={chosen ? 'true' : undefined}
        style={{ ...rowStyle, background: chosen ? 'var(--wash)' : 'none' }}
        onClick={onPick}
      >
        <span style={{ minWidth: 0 }}>
          <b className="serif">{row.surface}</b> {row.name && row.name !== row.surface && <span className="muted">{row.name}</span>}
          <span className="muted small" style={{ display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {row.documentTitle} · {t(words.page.paragraph, { no: row.paragraph })}
          </span>
        </span>
        <span style={{ flexShrink: 0 }}>
          <StandingTag standing={row.standing} />
        </span>
      </button>
    </li>
  )
}

/** The mentions asked for, in the order of papers and text; the one at hand is marked. */
export function QueueList({ rows, at, onPick }: Props) {
  const t = useSay()
  return (
    <ul aria-label={t(words.page.title)} style={{ listStyle: 'none', margin: 0, padding: 0, maxHeight: '70vh', overflow: 'auto' }}>
      {rows.map((row) => (
        <Row key={row.id} row={row} chosen={row.id === at} onPick={() => onPick(row.id)} />
      ))}
    </ul>
  )
}
