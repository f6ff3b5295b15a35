import { type State, StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { Standing } from '../model.ts'
import { words } from '../words.ts'

const stateOf = {
  link: 'running',
  review: 'soon',
  none: 'planned',
  confirmed: 'done',
  rejected: 'overdue',
  reassigned: 'transferred',
} as const satisfies Record<Standing, State>

/** How a standing is called: the scorer's decision or the person's verdict. */
export const standingPhrase = (standing: Standing) =>
  standing === 'link' || standing === 'review' || standing === 'none' ? words.decision[standing] : words.verdict[standing]

export function StandingTag({ standing }: { standing: Standing }) {
  const t = useSay()
  return <StatusTag state={stateOf[standing]}>{t(standingPhrase(standing))}</StatusTag>
}
