import { grouped } from '../../../../kernel/grouped.ts'
import { DeadlineTag } from '../../../../web/deadline-tag.tsx'
import { Go, place } from '../../../../web/go.tsx'
import { useToday } from '../../../../web/session.tsx'
import { useSay } from '../../../../web/tongue.tsx'
import type { PortfolioRow } from '../../portfolio.contract.ts'
import { stages } from '../../procedure.ts'
import { stageOf } from '../../rules/case.ts'
import { words as caseWords } from '../../rules/case.words.ts'
import { words as own } from '../../words.ts'

const most = 25

function BoardCard({ row }: { row: PortfolioRow }) {
  const t = useSay()
  const today = useToday()
  return (
    <li className="card board-card">
      <Go to={place(`/projects/${row.id}`)}>
        <b className="serif">{row.title}</b>
      </Go>
      <p className="muted small">{row.unitName}</p>
      <p className="row spread">
        <span className="small">{t(caseWords.state[row.state])}</span>
        {row.dueOn && <DeadlineTag dueOn={row.dueOn} today={today} />}
      </p>
    </li>
  )
}

/** Projects by stage; a column's number opens its rows. */
export function Board({ rows }: { rows: readonly PortfolioRow[] }) {
  const t = useSay()
  const columns = grouped(rows, (row) => stageOf(row.state))
  return (
    <div className="board">
      {stages.map((stage) => {
        const inside = columns.get(stage.key) ?? []
        const all = place('/projects', { state: stage.states.join(',') })
        return (
          <section key={stage.key} className="board-column" aria-label={t(caseWords.stage[stage.key])}>
            <h2 className="row spread">
              {t(caseWords.stage[stage.key])}
              <Go to={all} label={`${t(caseWords.stage[stage.key])} ${inside.length}`}>
                <b className="num">{inside.length}</b>
              </Go>
            </h2>
            <ul className="stack stack-tight">
              {inside.slice(0, most).map((row) => (
                <BoardCard key={row.id} row={row} />
              ))}
            </ul>
            {inside.length > most && <Go to={all}>{t(own.note.rest, { count: inside.length - most })}</Go>}
          </section>
        )
      })}
    </div>
  )
}
