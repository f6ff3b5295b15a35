import type { ReactNode } from 'react'
import { useSay } from './tongue.tsx'
import { words } from './words.ts'

/** The six states everything in the house is shown in. */
export type State = 'planned' | 'running' | 'done' | 'soon' | 'overdue' | 'transferred'

/** Colour alone cannot carry a state: the glyph and the word always stand with it. */
export const glyphOf: Readonly<Record<State, string>> = { planned: '◌', running: '◐', done: '✓', soon: '▲', overdue: '✕', transferred: '◆' }

type Props = { state: State; children?: ReactNode; title?: string | undefined }

/** `<StatusTag state="done">销号</StatusTag>`: glyph and word; without a word, the state's own. */
export function StatusTag({ state, children, title }: Props) {
  const t = useSay()
  return (
    <span className={`tag tag-${state}`} title={title}>
      <span aria-hidden="true">{glyphOf[state]}</span> {children ?? t(words.state[state])}
    </span>
  )
}
