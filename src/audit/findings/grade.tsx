import { useSay } from '../../web/tongue.tsx'
import type { Grade } from './model.ts'
import { words } from './words.ts'

const shapes = { direct: '◆', leading: '●', supervising: '■' } as const
const colours = { direct: 'var(--overdue)', leading: 'var(--running)', supervising: 'var(--planned)' } as const

/** Direct is a red diamond, leading a blue circle, supervising (old rules) a grey square; the word always stands with it. */
export function GradeMark({ grade, word = false }: { grade: Grade; word?: boolean }) {
  const t = useSay()
  const says = t(words.grade[grade])
  return (
    <span title={says}>
      <span aria-hidden="true" style={{ color: colours[grade] }}>
        {shapes[grade]}
      </span>{' '}
      {word ? says : <span className="hidden-visually">{says}</span>}
    </span>
  )
}
