import { StatusTag } from '../../../../web/status-tag.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import type { DutyLine } from '../../duty/contract.ts'
import { words } from '../../standing.words.ts'

const shape = { stands: 'done', objected: 'soon', withdrawn: 'overdue', reworded: 'transferred', regraded: 'transferred' } as const

/** How a finding stands, with its one sentence as the hint; nothing while it simply stands. */
export function StandingTag({ standing }: { standing: DutyLine['standing'] }) {
  const t = useSay()
  if (standing.state === 'stands') return null
  return (
    <StatusTag state={shape[standing.state]} title={standing.says}>
      {t(words.standing[standing.state])}
    </StatusTag>
  )
}

/** The same in a list, by its state alone. */
export function StandingMark({ state }: Pick<DutyLine['standing'], 'state'>) {
  const t = useSay()
  return state === 'stands' ? null : <StatusTag state={shape[state]}>{t(words.standing[state])}</StatusTag>
}
