import { type State, StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { Standing } from '../model.ts'
import { words } from '../words.ts'

const states = { notYet: 'planned', inForce: 'done', superseded: 'transferred', repealed: 'overdue' } as const satisfies Record<
  Standing,
  State
>

/** How a text stands on the day shown. */
export function StandingTag({ standing }: { standing: Standing }) {
  const t = useSay()
  return (
    <StatusTag state={states[standing]} title={t(words.note.standing)}>
      {t(words.standing[standing])}
    </StatusTag>
  )
}
