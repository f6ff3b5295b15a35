import { Button } from 'antd'
import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'
import type { BatchAct } from './shape.ts'

type Props<Row> = { acts: readonly BatchAct<Row>[]; marks: readonly Row[]; clear(): void }

/** What may be done with the marked rows; an act that may not says why. */
export function BatchBar<Row>({ acts, marks, clear }: Props<Row>) {
  const t = useSay()
  if (marks.length === 0 || acts.length === 0) return null
  return (
    <div className="batch-bar row no-print" role="status">
      <b className="num">{t(words.note.marked, { count: marks.length })}</b>
      {acts.map((act) => {
        const no = act.whyNot?.(marks) ?? null
        return (
          <Button key={act.key} disabled={no !== null} title={no ?? ''} onClick={() => act.run(marks)}>
            {act.label}
          </Button>
        )
      })}
      <Button type="text" onClick={clear}>
        {t(words.action.unselect)}
      </Button>
    </div>
  )
}
