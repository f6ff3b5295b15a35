import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { RequestState } from './model.ts'
import { words } from './words.ts'

const stateTag = { open: 'running', answered: 'soon', returned: 'overdue', accepted: 'done', withdrawn: 'planned' } as const

/** The state of a request: glyph and word. */
export function RequestTag({ state }: { state: RequestState }) {
  const t = useSay()
  return <StatusTag state={stateTag[state]}>{t(words.state[state])}</StatusTag>
}
