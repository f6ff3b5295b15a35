import { Card } from '../../../web/page-frame.tsx'
import { StatusTag } from '../../../web/status-tag.tsx'
import { useSay } from '../../../web/tongue.tsx'
import type { OwnStatement } from '../model.ts'
import { words } from '../words.ts'
import { useOutcome } from './source.tsx'

const tone = { pending: 'running', adopted: 'done', partly: 'soon', upheld: 'done', refused: 'planned', rejected: 'planned' } as const
const toneOf = (outcome: string) => Object.entries(tone).find(([key]) => key === outcome)?.[1] ?? 'planned'

function Statement({ statement }: { statement: OwnStatement }) {
  const t = useSay()
  const outcome = useOutcome()
  const kind = t(words.statement[statement.kind])
  return (
    <li className="own-line">
      <p className="row">
        <span className="grow-plain">
          {kind}：{statement.title}
        </span>
        <StatusTag state={toneOf(statement.outcome)}>{outcome(statement)}</StatusTag>
      </p>
      <p className="reading">{statement.text}</p>
      <p className="muted small num">{[statement.on, statement.decidedOn, statement.reason].filter((part) => part !== null).join(' · ')}</p>
    </li>
  )
}

/** What the official said, at the same level as the problems. */
export function OwnStatements({ statements }: { statements: readonly OwnStatement[] }) {
  const t = useSay()
  return (
    <Card title={t(words.title.own)} aside={t(words.note.manyAudits, { count: statements.length })}>
      {statements.length === 0 && <p className="muted">{t(words.note.noOwn)}</p>}
      <ul>
        {statements.map((statement) => (
          <Statement key={statement.id} statement={statement} />
        ))}
      </ul>
    </Card>
  )
}
